import type { Chart, Metric, Report } from '../report/report.ts'
import { inLine, knownFigures, type FigureLine } from './lines.ts'

/**
 * Platforms and figures taken out: each takes a report and gives another. A quote of a figure in the
 * prose stays where it is, and is found there by the checks.
 */

/** Without the platform and its figures; charts lose what they showed of it. */
export const removeChannel = (report: Report, id: string): Report => ({
  ...withoutFigures(report, ({ channel }) => channel === id),
  channels: report.channels.filter((one) => one.id !== id)
})

/** Without the line, in every year. */
export const removeLine = (report: Report, line: FigureLine): Report =>
  withoutFigures(report, (metric, metrics) => inLine(metrics, line, metric))

/** Without one figure of this report. */
export const removeFigure = (report: Report, id: string): Report =>
  withoutFigures(report, (metric, metrics) => metric.id === id && metrics === report.metrics)

/** Without some figures, here and in last year's report; charts lose what they showed of them. */
function withoutFigures(
  report: Report,
  isGone: (metric: Metric, metrics: readonly Metric[]) => boolean
): Report {
  const { metrics, previous } = report
  const kept = metrics.filter((metric) => !isGone(metric, metrics))
  const last = previous?.metrics.filter((metric) => !isGone(metric, previous.metrics)) ?? []
  const known = new Set([...kept, ...last].map(({ id }) => id))
  const gone = new Set(knownFigures(report).flatMap(({ id }) => (known.has(id) ? [] : [id])))
  return {
    ...report,
    metrics: kept,
    charts: report.charts.map((chart) => withoutShown(chart, gone)),
    ...(previous && { previous: { ...previous, metrics: last } })
  }
}

function withoutShown(chart: Chart, gone: ReadonlySet<string>): Chart {
  if (!chart.metrics.some((id) => gone.has(id))) return chart
  const { names } = chart
  const named = Object.entries(names ?? {}).filter(([id]) => !gone.has(id))
  return {
    ...chart,
    metrics: chart.metrics.filter((id) => !gone.has(id)),
    ...(names && { names: Object.fromEntries(named) })
  }
}
