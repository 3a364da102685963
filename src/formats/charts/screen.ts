/** Charts on the screen, and as files of their own. */
import { Chart } from 'chart.js'
import type { ChartSpec } from '../../core/blocks.ts'
import type { FontSet } from '../../typeset/metrics.ts'
import type { SvgElement } from '../../typeset/svg.ts'
import { configuration } from './configuration.ts'
import { drawChart } from './draw.ts'
import { screenLook } from './inks.ts'
import { drawingSvg } from './svg.ts'

const family = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif'

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

const [width, height, head] = [560, 280, 40] as const

/** A chart as an SVG file with its title, text as text. */
export function chartSvg(spec: ChartSpec): string {
  const { drawing } = drawChart(spec, width, height, computerFonts())
  const body = drawingSvg(drawing, { x: 10, y: head, alt: spec.alt }, () => family)
  const unit = spec.unit && spec.type !== 'pie' ? `（${spec.unit}）` : ''
  const root: SvgElement = {
    tag: 'svg',
    attrs: {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width + 20} ${height + head + 10}`,
      width: width + 20,
      height: height + head + 10
    },
    children: [
      { tag: 'title', attrs: {}, children: [spec.title] },
      { tag: 'desc', attrs: {}, children: [spec.alt] },
      { tag: 'rect', attrs: { width: '100%', height: '100%', fill: '#ffffff' }, children: [] },
      {
        tag: 'text',
        attrs: {
          x: (width + 20) / 2,
          y: 25,
          'text-anchor': 'middle',
          'font-family': family,
          'font-size': 15,
          'font-weight': 'bold'
        },
        children: [spec.title + unit]
      },
      body
    ]
  }
  return written(root)
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;'
}
const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char)

const written = ({ tag, attrs, children }: SvgElement): string =>
  `<${tag}${Object.entries(attrs)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')}>${children
    .map((child) => (typeof child === 'string' ? escaped(child) : written(child)))
    .join('')}</${tag}>`

/** The same as a picture, three times as fine as the screen; undefined where none can be made. */
export async function chartPng(spec: ChartSpec): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chartSvg(spec))}`
  try {
    await image.decode()
  } catch {
    return undefined
  }
  const canvas = document.createElement('canvas')
  canvas.width = image.width * 3
  canvas.height = image.height * 3
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
}
