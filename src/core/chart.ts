import type { ChartSpec } from './blocks.ts'
import { figureText } from './metrics/figure.ts'
import type { Metric, Report } from './report.ts'

/**
 * A chart of the report with its figures filled in, or undefined when there is no such chart.
 * Labels are the years when one figure is followed through several, else the figures' names.
 */
export function chartSpec(report: Report, id: string): ChartSpec | undefined {
  const chart = report.charts.find((candidate) => candidate.id === id)
  if (!chart) return undefined
  const metrics = chart.metrics
    .map((metricId) => report.metrics.find((metric) => metric.id === metricId))
    .filter((metric) => metric !== undefined)
  const years = [...new Set(metrics.map(({ year }) => year))].sort((a, b) => a - b)
  const names = [...new Set(metrics.map((metric) => nameOf(report, metric)))]
  const byYear = years.length > 1
  const labels = byYear ? years.map((year) => `${year}年`) : names
  const value = (name: string, year: number | undefined): number | null =>
    metrics.find((metric) => nameOf(report, metric) === name && metric.year === year)?.value ?? null
  const series = byYear
    ? names.map((name) => ({ name, values: years.map((year) => value(name, year)) }))
    : [{ name: `${years[0] ?? report.year}年`, values: names.map((name) => value(name, years[0])) }]
  return {
    id,
    type: chart.type,
    title: chart.title,
    unit: metrics[0]?.unit ?? '',
    labels,
    series,
    scale: chart.scale,
    alt: chart.alt || inWords(chart.title, metrics, report)
  }
}

const nameOf = (report: Report, metric: Metric): string => {
  const channel = report.channels.find(({ id }) => id === metric.channel)
  return channel ? `${channel.name}${metric.name}` : metric.name
}

const inWords = (title: string, metrics: readonly Metric[], report: Report): string =>
  `${title}：${metrics
    .map((metric) => `${metric.year}年${nameOf(report, metric)}${figureText(metric)}${metric.unit}`)
    .join('，')}。`
