/** The figures of a chart, which Chart.js does not write. */
import type { Chart, Plugin } from 'chart.js'
import type { ChartPlan } from '../../core/charts/plan/plan.ts'
import { courseOf, hidesZero, valueTextOf, type ChartSpec } from '../../core/charts/spec.ts'
import type { Extent } from './hatch.ts'
import type { ChartLook } from './inks.ts'

/** A logarithm has no place for 0; what is not drawn is told, on paper as on the screen. */
const noZero = '对数轴画不出 0'

/** Figures above bars and points, or behind lying ones, where the plan has them there. */
export const figures = (spec: ChartSpec, plan: ChartPlan, look: ChartLook): Plugin => ({
  id: 'figures',
  afterDatasetsDraw: (chart) => {
    const { ctx, chartArea } = chart
    const { size, family } = look.font
    ctx.save()
    ctx.font = `${size}px ${family}`
    ctx.fillStyle = look.ink
    if (hidesZero(spec)) {
      ctx.textAlign = 'left'
      ctx.textBaseline = 'top'
      ctx.fillText(noZero, 2, chartArea.top - plan.pad.top)
    }
    if (plan.figures === 'each')
      spec.series.forEach((_, s) => allFigures(chart, spec, plan, look, s))
    if (plan.figures === 'some') someFigures(chart, spec, look)
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

function allFigures(chart: Chart, spec: ChartSpec, plan: ChartPlan, look: ChartLook, s: number) {
  const { ctx } = chart
  const { lying } = plan
  const [right, up] = spec.type === 'line' ? [6, 5] : [3, 1]
  ctx.textBaseline = lying ? 'middle' : 'bottom'
  ctx.textAlign = lying ? 'left' : 'center'
  for (const { i, x, y, base, text } of drawnFigures(chart, spec, s)) {
    ctx.fillStyle = courseOf(spec) && i === spec.labels.length - 1 ? look.lines[0].color : look.ink
    // Beside the end of a bar, and of one below zero beside its beginning.
    if (lying) ctx.fillText(text, Math.max(x, base ?? x) + right, y)
    else ctx.fillText(text, x, Math.min(y, base ?? y) - up)
  }
}

/** Figures at the ends of lines, above peaks and below troughs, where they cover nothing. */
function someFigures(chart: Chart, spec: ChartSpec, { ink, font: { size } }: ChartLook): void {
  const { ctx, chartArea } = chart
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'center'
  ctx.fillStyle = ink
  const lines = spec.series.map((_, s) => drawnFigures(chart, spec, s))
  const covered: Extent[] = []
  for (const line of lines) {
    for (const at of [line.length - 1, 0, ...line.keys()]) {
      const one = line[at]
      if (!one) continue
      const [before = one, after = one] = [line[at - 1], line[at + 1]]
      const peak = one.y <= before.y && one.y <= after.y
      if (!peak && !(one.y >= before.y && one.y >= after.y)) continue
      const half = ctx.measureText(one.text).width / 2
      const x = Math.max(chartArea.left + half, Math.min(one.x, chart.width - half))
      const y = peak ? one.y - 5 - size / 2 : one.y + 5 + size / 2
      const box = {
        left: x - half - 2,
        right: x + half + 2,
        top: y - size / 2,
        bottom: y + size / 2
      }
      if (box.bottom > chartArea.bottom || covered.some((other) => meet(box, other))) continue
      if (lines.some((other) => crosses(other, box))) continue
      covered.push(box)
      ctx.fillText(one.text, x, y)
    }
  }
}

const meet = (a: Extent, b: Extent): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Whether a line goes through a box, as far as can be seen. */
const crosses = (
  points: readonly { readonly x: number; readonly y: number }[],
  box: Extent
): boolean =>
  points.some((from, i) => {
    const to = points[i + 1] ?? from
    return Array.from({ length: 17 }, (_, step) => step / 16).some((part) => {
      const [x, y] = [from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)]
      return x > box.left && x < box.right && y > box.top && y < box.bottom
    })
  })
