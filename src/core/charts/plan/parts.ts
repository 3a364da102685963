import type { ChartSpec } from '../spec.ts'
import { legendGap, sampleWidth } from './legend.ts'
import { chartPlan, labelHeight, usual } from './plan.ts'
import { longestEm } from './words.ts'

/** Charts that share a row of a page, and charts that need more than a page. */

/** More labels than these make no small chart. */
const fewLabels = 6

/**
 * Whether a chart in half a line's width reads as well as in the whole: few labels in a line or two,
 * every figure told, nothing turned or laid down for it.
 */
export function standsBeside(spec: ChartSpec, half: number, size: number): boolean {
  const { labels, legend, figures, turned, lying, least } = chartPlan(spec, half, size)
  if (labels.length > fewLabels || lying || turned || least > usual * size) return false
  if (labels.some((lines) => lines.length > 2)) return false
  if (spec.type !== 'pie') return figures === 'each' && legend?.position !== 'right'
  return half - longestEm(labels.flat()) * size - sampleWidth(spec) - 3 * legendGap >= 7 * size
}

/**
 * A chart that is higher than there is room as several of one scale, each with some of the labels;
 * most are one, the chart itself.
 */
export function chartParts(
  spec: ChartSpec,
  width: number,
  size: number,
  most: number
): readonly ChartSpec[] {
  const plan = chartPlan(spec, width, size)
  const count = spec.labels.length
  if (!plan.lying || plan.least <= most) return [spec]
  const place = labelHeight(spec, plan.labels, size)
  const fit = Math.max(1, Math.floor((most - (plan.least - count * place)) / place))
  const parts = Math.ceil(count / fit)
  const each = Math.ceil(count / parts)
  const values = spec.series.flatMap((one) => one.values.map((value) => value ?? 0))
  const reach = { from: Math.min(0, ...values), to: Math.max(0, ...values) }
  return Array.from({ length: parts }, (_, part): ChartSpec => {
    const cut = <Item>(all: readonly Item[]) => all.slice(part * each, (part + 1) * each)
    return {
      ...spec,
      id: part === 0 ? spec.id : `${spec.id}-${String(part + 1)}`,
      labels: cut(spec.labels),
      series: spec.series.map((one) => ({ ...one, values: cut(one.values) })),
      ...(spec.texts && { texts: spec.texts.map(cut) }),
      reach
    }
  })
}
