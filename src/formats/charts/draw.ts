/** Charts as drawings: Chart.js lays them out, the recorder keeps what it draws. */
import { BasicPlatform, Chart, type ChartItem } from 'chart.js'
import type { ChartSpec } from '../../core/charts/spec.ts'
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { FontSet } from '../../typeset/page/font-metrics.ts'
import { configuration } from './configuration.ts'
import { paperLook } from './inks.ts'
import { record } from './recorder.ts'

/** A chart drawn, and the characters of it that no font has. */
export interface DrawnChart {
  readonly drawing: Drawing
  readonly missing: ReadonlySet<number>
}

/** Draws a chart to fill this many points, with a title above it where one is given. */
export function drawChart(
  spec: ChartSpec,
  width: number,
  height: number,
  fonts: FontSet,
  title = ''
): DrawnChart {
  const { canvas, marks, missing } = record(width, height, fonts, 'hei')
  const { options, ...rest } = configuration(spec, width, paperLook, title)
  const chart = new Chart(canvas as ChartItem, {
    ...rest,
    platform: BasicPlatform,
    options: { ...options, devicePixelRatio: 1 }
  })
  // Taken before the chart goes, which wipes its canvas.
  const drawing = { width, height, marks: [...marks] }
  chart.destroy()
  return { drawing, missing }
}
