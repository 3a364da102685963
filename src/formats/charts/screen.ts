/** Charts on the screen, and as files of their own. */
import { Chart } from 'chart.js'
import type { ChartSpec } from '../../core/charts/spec.ts'
import type { FontSet } from '../../typeset/page/font-metrics.ts'
import type { SvgElement } from '../../typeset/page/svg.ts'
import { configuration } from './configuration.ts'
import { drawChart } from './draw.ts'
import { screenLook } from './inks.ts'
import { paintDrawing } from './paint.ts'
import { drawingSvg, svgText } from './svg.ts'

const family =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif,nianbao-screen'

/** Draws a chart to fill a canvas as it stands on the page; the answer takes it away again. */
export function drawOnScreen(
  canvas: HTMLCanvasElement,
  spec: ChartSpec,
  dark: boolean
): () => void {
  const { clientWidth: width, clientHeight: height } = canvas
  canvas.width = width
  canvas.height = height
  const chart = new Chart(canvas, configuration(spec, width, screenLook(family, dark)))
  return () => chart.destroy()
}

/** Widths as this computer's own fonts have them; a file of its own brings none along. */
function computerFonts(): FontSet {
  const context = document.createElement('canvas').getContext('2d')
  const widths = new Map<number, number>()
  return {
    metric: (_role, code) => {
      let advance = widths.get(code)
      if (advance === undefined) {
        if (context) context.font = `100px ${family}`
        advance = (context?.measureText(String.fromCodePoint(code)).width ?? 100) / 100
        widths.set(code, advance)
      }
      return { font: 'computer', advance }
    }
  }
}

/** A chart as a file of its own, in pixels: its size, and the title above it. */
const [width, height, head, side] = [560, 280, 40, 10] as const
const whole = { width: width + 2 * side, height: head + height + 10 }
const title = { y: 25, size: 15 }

const titleOf = (spec: ChartSpec): string =>
  spec.unit && spec.type !== 'pie' ? `${spec.title}（${spec.unit}）` : spec.title

/** A chart as an SVG file with its title, text as text. */
export function chartSvg(spec: ChartSpec): string {
  const { drawing } = drawChart(spec, width, height, computerFonts())
  const body = drawingSvg(drawing, { x: side, y: head, alt: spec.alt }, () => family)
  const root: SvgElement = {
    tag: 'svg',
    attrs: {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      ...whole
    },
    children: [
      { tag: 'title', attrs: {}, children: [spec.title] },
      { tag: 'desc', attrs: {}, children: [spec.alt] },
      { tag: 'rect', attrs: { width: '100%', height: '100%', fill: '#ffffff' }, children: [] },
      {
        tag: 'text',
        attrs: {
          x: whole.width / 2,
          y: title.y,
          'text-anchor': 'middle',
          'font-family': family,
          'font-size': title.size,
          'font-weight': 'bold'
        },
        children: [titleOf(spec)]
      },
      body
    ]
  }
  return svgText(root)
}

/** The same as a picture, three times as fine as the screen; undefined where none can be made. */
export async function chartPng(spec: ChartSpec): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = whole.width * 3
  canvas.height = whole.height * 3
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.scale(3, 3)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, whole.width, whole.height)
  context.fillStyle = '#000000'
  context.font = `bold ${title.size}px ${family}`
  context.textAlign = 'center'
  context.fillText(titleOf(spec), whole.width / 2, title.y)
  context.textAlign = 'start'
  context.translate(side, head)
  paintDrawing(context, drawChart(spec, width, height, computerFonts()).drawing, family)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
}
