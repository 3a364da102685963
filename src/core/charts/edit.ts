import type { Outlier } from './outlier.ts'
import { quoteToken } from '../prose/quotes.ts'
import { uuid } from '../report/identity.ts'
import type { Chart, Metric, Report } from '../report/report.ts'
import { figureAt, lineId, lineOf } from '../platforms/lines.ts'
import type { Suggestion } from './suggest.ts'

/** Edits of charts. */

/**
 * The report with a chart of these figures. Those that only last year's report had are kept here
 * from now on, so that the chart goes on when that report is no longer last year's.
 */
export function addChart(
  report: Report,
  { title, type, figures, months }: Omit<Suggestion, 'id'>
): Report {
  const own = new Set(report.metrics.map(({ id }) => id))
  const chart: Chart = {
    id: uuid(),
    title,
    type,
    metrics: figures.map(({ id }) => id),
    scale: 'linear',
    alt: '',
    ...(months && { months })
  }
  return {
    ...report,
    metrics: [...report.metrics, ...figures.filter(({ id }) => !own.has(id))],
    charts: [...report.charts, chart]
  }
}

export const setChart = (report: Report, id: string, change: Partial<Chart>): Report => ({
  ...report,
  charts: report.charts.map((one) => (one.id === id ? { ...one, ...change } : one))
})

/** Without the chart; its place in the prose goes by `unplaceCharts`. */
export const removeChart = (report: Report, id: string): Report => ({
  ...report,
  charts: report.charts.filter((one) => one.id !== id)
})

export const chartToken = (id: string): string => quoteToken({ kind: 'chart', id })

/** The chart moved up (−1) or down (+1) in the list. */
export function moveChart(report: Report, id: string, by: 1 | -1): Report {
  const at = report.charts.findIndex((one) => one.id === id)
  const [mine, other] = [report.charts[at], report.charts[at + by]]
  if (!mine || !other) return report
  const charts = report.charts.map((one) => (one === mine ? other : one === other ? mine : one))
  return { ...report, charts }
}

/** With a figure in the chart, or without it; with it go the other years that the chart shows. */
export function toggleFigure(report: Report, id: string, metric: Metric): Report {
  const chart = report.charts.find((one) => one.id === id)
  if (!chart) return report
  const shown = report.metrics.filter((one) => chart.metrics.includes(one.id))
  const line = lineOf(report, metric)
  const mine = shown.filter((one) => lineId(lineOf(report, one)) === lineId(line))
  if (mine.length > 0) {
    const gone = new Set(mine.map((one) => one.id))
    return setChart(report, id, { metrics: chart.metrics.filter((one) => !gone.has(one)) })
  }
  const years = new Set([...shown.map(({ year }) => year), ...(shown.length ? [] : [metric.year])])
  const added = [...years]
    .sort((a, b) => a - b)
    .flatMap((year) => figureAt(report, line, year) ?? [])
  const own = new Set(report.metrics.map((one) => one.id))
  const known = { ...report, metrics: [...report.metrics, ...added.filter((m) => !own.has(m.id))] }
  return setChart(known, id, { metrics: [...chart.metrics, ...added.map((one) => one.id)] })
}

/** The part that crushes the others in a chart of its own, right behind. */
export function splitChart(report: Report, id: string, { of, index, name }: Outlier): Report {
  const at = report.charts.findIndex((one) => one.id === id)
  const chart = report.charts[at]
  if (!chart) return report
  const shown = report.metrics.filter((one) => chart.metrics.includes(one.id))
  const lines = linesIn(report, chart)
  const years = [...new Set(shown.map(({ year }) => year))].sort((a, b) => a - b)
  const compared = of === 'series' && years.length === 2 && lines.length > 1 && !chart.months
  const apart = shown
    .filter((metric) =>
      chart.months
        ? chart.metrics.indexOf(metric.id) === index
        : compared
          ? metric.year === years[index]
          : lineId(lineOf(report, metric)) === lines[index]
    )
    .map((metric) => metric.id)
  const rest = chart.metrics.filter((one) => !apart.includes(one))
  if (apart.length === 0 || rest.length === 0) return report
  const split: Chart = { ...chart, id: uuid(), title: `${chart.title}（${name}）`, metrics: apart }
  const charts = [...setChart(report, id, { metrics: rest }).charts]
  charts.splice(at + 1, 0, split)
  return { ...report, charts }
}

/** The lines of a chart in the order in which it shows them. */
function linesIn(report: Report, { metrics, sorted }: Chart): string[] {
  const shown = metrics.flatMap((id) => report.metrics.find((one) => one.id === id) ?? [])
  const ids = [...new Set(shown.map((metric) => lineId(lineOf(report, metric))))]
  if (!sorted) return ids
  const last = Math.max(...shown.map(({ year }) => year))
  const size = (id: string) =>
    shown.find((one) => one.year === last && lineId(lineOf(report, one)) === id)?.value ?? 0
  return ids.sort((a, b) => size(b) - size(a))
}
