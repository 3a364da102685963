import type { Chart, Metric, Report } from '../report/report.ts'
import { setChart } from './edit.ts'
import { knownFigures, lineId, lineOf } from '../platforms/lines.ts'

/** The order in which a chart shows what it shows. */

/** A line of figures in a chart, with the years of it that the chart holds. */
export interface ShownSeries {
  readonly id: string
  readonly metrics: readonly Metric[]
}

/** The lines of a chart in its order. */
export function seriesOf(report: Report, { metrics }: Chart): ShownSeries[] {
  const known = new Map(knownFigures(report).map((metric) => [metric.id, metric]))
  const series = new Map<string, Metric[]>()
  for (const metric of metrics.flatMap((id) => known.get(id) ?? [])) {
    const id = lineId(lineOf(report, metric))
    series.set(id, [...(series.get(id) ?? []), metric])
  }
  return [...series].map(([id, all]) => ({ id, metrics: all }))
}

/** One line of the chart moved up (−1) or down (+1); nothing changes at the edge. */
export function moveSeries(report: Report, chart: Chart, id: string, by: 1 | -1): Report {
  const series = seriesOf(report, chart)
  const at = series.findIndex((one) => one.id === id)
  const [mine, other] = [series[at], series[at + by]]
  if (!mine || !other) return report
  const order = series.map((one) => (one === mine ? other : one === other ? mine : one))
  return setChart(report, chart.id, {
    metrics: order.flatMap(({ metrics }) => metrics.map((metric) => metric.id))
  })
}
