/** Charts as pictures of their own, for files that bring no fonts along. */
import { chartPlan, paperType } from '../../core/charts/plan/plan.ts'
import type { ChartSpec } from '../../core/charts/spec.ts'
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { FontSet } from '../../typeset/page/font-metrics.ts'
import { titleHeight } from './configuration.ts'
import { drawChart } from './draw.ts'
import { paintDrawing } from './paint.ts'
import { flowingSvg, svgText } from './svg.ts'

/** A chart as a picture; its lengths are points. */
export interface ChartPicture {
  readonly width: number
  readonly height: number
  /** A whole SVG file, text as text; its root tells the chart in words. */
  readonly svg: string
  readonly drawing: Drawing
}

/** 黑体, or what stands for it, as the systems of Chinese computers call it. */
const family =
  "黑体,SimHei,'Heiti SC','PingFang SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif"

/** Characters below U+2000 that Chinese fonts draw a whole em wide. */
const wide = new Set(Array.from('§¨°±·×÷', (char) => char.charCodeAt(0)))

/** Widths of 黑体 as Windows has it: Latin and digits half an em, all else a whole one. */
const plainFonts: FontSet = {
  metric: (_role, code) =>
    code < 0x20 || (code >= 0xd800 && code < 0xe000)
      ? undefined
      : { font: 'hei', advance: code < 0x370 && !wide.has(code) ? 0.5 : 1 }
}

/**
 * A chart of this size in points; as wide as the type area of a page and as high as its figures
 * ask, unless told otherwise. `titled`: with its title and unit above, where nothing else says them.
 */
export function chartPicture(
  spec: ChartSpec,
  width = 442,
  height?: number,
  titled = false
): ChartPicture {
  const title = titled ? titleOf(spec) : ''
  const asked = chartPlan(spec, width, paperType).height + titleHeight(title, width)
  const high = height ?? Math.ceil(asked)
  const { drawing } = drawChart(spec, width, high, plainFonts, title)
  const svg = svgText({
    tag: 'svg',
    attrs: {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${high}`,
      width: `${width}pt`,
      height: `${high}pt`,
      role: 'img',
      'aria-label': spec.alt
    },
    children: [
      { tag: 'title', attrs: {}, children: [spec.title] },
      { tag: 'desc', attrs: {}, children: [spec.alt] },
      { tag: 'rect', attrs: { width, height: high, fill: '#ffffff' }, children: [] },
      ...flowingSvg(drawing, family)
    ]
  })
  return { width, height: high, svg, drawing }
}

const titleOf = ({ title, unit, type }: ChartSpec): string =>
  unit && type !== 'pie' ? `${title}（${unit}）` : title

/** The picture as PNG, so many pixels to a point; undefined where there is no canvas to paint on. */
export async function picturePng(
  { width, height, drawing }: ChartPicture,
  scale: number
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (typeof document === 'undefined') return undefined
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.scale(scale, scale)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  paintDrawing(context, drawing, family)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
}
