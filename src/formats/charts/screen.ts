/** Charts on the screen, and as files of their own. */
import { Chart } from 'chart.js'
import type { ChartSpec } from '../../core/charts/spec.ts'
import { configuration } from './configuration.ts'
import { screenLook } from './inks.ts'
import { chartPicture, picturePng, type ChartPicture } from './picture.ts'

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

/** A chart as a picture of its own, with its title. */
const titled = (spec: ChartSpec): ChartPicture => chartPicture(spec, undefined, undefined, true)

/** A chart as an SVG file with its title, text as text. */
export const chartSvg = (spec: ChartSpec): string => titled(spec).svg

/** The same four times as fine as its points; undefined where none can be made. */
export const chartPng = (spec: ChartSpec): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  picturePng(titled(spec), 4)
