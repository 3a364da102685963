/** The figures of a chart, which Chart.js does not write. */
import type { Chart, Plugin } from 'chart.js'
import { eachLabel, someLabels, type Extent } from '../../core/charts/plan/line-labels.ts'
import type { ChartPlan } from '../../core/charts/plan/plan.ts'
import { courseOf, logNote, valueTextOf, type ChartSpec } from '../../core/charts/spec.ts'
import type { ChartLook } from './inks.ts'

/** Figures above bars and points, or behind lying ones, where the plan has them there. */
export const figures = (spec: ChartSpec, plan: ChartPlan, look: ChartLook): Plugin => ({
  id: 'figures',
  afterDatasetsDraw: (chart) => {
    const { ctx, chartArea } = chart
    const { size, family } = look.font
    ctx.save()
    ctx.font = `${size}px ${family}`
    ctx.fillStyle = look.ink
    if (logNote(spec)) {
      ctx.textAlign = 'left'
      ctx.textBaseline = 'top'
      ctx.fillText(logNote(spec), 2, chartArea.top - plan.pad.top)
    }
    const along = spec.type === 'line' && !plan.lying
    if (along && ['each', 'some'].includes(plan.figures)) lineFigures(chart, spec, plan, look)
    else if (plan.figures === 'each')
      spec.series.forEach((_, s) => besideBars(chart, spec, plan, look, s))
    ctx.restore()
  }
})

/** Where Chart.js puts a bar or a point. */
interface Place {
  readonly x: number
  readonly y: number
  /** Where a bar begins. */
  readonly base: number
}

/** The elements of a series that are drawn, with what they are to say. */
const drawnFigures = (chart: Chart, spec: ChartSpec, s: number) =>
  (spec.series[s]?.values ?? []).flatMap((value, i) => {
    const element = chart.getDatasetMeta(s).data[i] as unknown as Partial<Place> | undefined
    const { x = NaN, y = NaN, base } = element ?? {}
    if (value === null || !Number.isFinite(x) || !Number.isFinite(y)) return []
    return [{ i, x, y, base, text: valueTextOf(spec, s, i) }]
  })

/** Figures above upright bars, and behind whatever lies. */
function besideBars(chart: Chart, spec: ChartSpec, plan: ChartPlan, look: ChartLook, s: number) {
  const { ctx } = chart
  const { lying } = plan
  const right = spec.type === 'line' ? 6 : 3
  ctx.textBaseline = lying ? 'middle' : 'bottom'
  ctx.textAlign = lying ? 'left' : 'center'
  for (const { i, x, y, base, text } of drawnFigures(chart, spec, s)) {
    ctx.fillStyle = inkOf(spec, look, i)
    // Beside the end of a bar, and of one below zero beside its beginning.
    if (lying) ctx.fillText(text, Math.max(x, base ?? x) + right, y)
    else ctx.fillText(text, x, Math.min(y, base ?? y) - 1)
  }
}

/** Figures of lines in the boxes that are found for them. */
function lineFigures(chart: Chart, spec: ChartSpec, plan: ChartPlan, look: ChartLook): void {
  const { ctx, chartArea, width } = chart
  const { size } = look.font
  const lines = spec.series.map((_, s) =>
    drawnFigures(chart, spec, s).map((one) => ({ ...one, width: ctx.measureText(one.text).width }))
  )
  const room: Extent = { left: chartArea.left, right: width, top: 0, bottom: chartArea.bottom }
  const place = (chartArea.right - chartArea.left) / Math.max(1, spec.labels.length)
  const boxes =
    plan.figures === 'each'
      ? lines.map((points) => eachLabel(points, place, size, room))
      : someLabels(lines, size, room)
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'center'
  lines.forEach((points, s) =>
    points.forEach(({ i, text }, at) => {
      const box = boxes[s]?.[at]
      if (!box) return
      ctx.fillStyle = inkOf(spec, look, i)
      ctx.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2)
    })
  )
}

/** The last of a course is what the report is about. */
const inkOf = (spec: ChartSpec, look: ChartLook, i: number): string =>
  courseOf(spec) && i === spec.labels.length - 1 ? look.lines[0].color : look.ink
