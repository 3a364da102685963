import { printedFigure } from '../platforms/figure.ts'
import { channelKindOf } from '../report/channel-kinds.ts'
import { periodNames } from '../platforms/kinds.ts'
import { figureAt, knownFigures, lineId, lineOf, type FigureLine } from '../platforms/lines.ts'
import type { Chart, Metric, Report } from '../report/report.ts'
import { withRest, type ShownSlice } from './slices.ts'

/** What a chart shows, before it is put into one unit. */
export interface ShownChart {
  /** `course`: lines through the years; `side`: lines side by side; `months`: months of each. */
  readonly way: 'course' | 'side' | 'months'
  readonly labels: readonly string[]
  readonly series: readonly {
    readonly name: string
    readonly values: readonly (Pick<Metric, 'value' | 'shown' | 'qualifier'> | undefined)[]
  }[]
  readonly unit: string
  readonly years: readonly number[]
  readonly entries: readonly ShownLine[]
  /** Of a pie whose small slices are one: what they are, the slice being the last label. */
  readonly together?: readonly ShownSlice[]
}

/** A line of figures in a chart. */
export interface ShownLine {
  readonly line: FigureLine
  readonly metric: Metric
  readonly name: string
}

export const chartNamed = (report: Report, id: string): Chart | undefined =>
  report.charts.find((candidate) => candidate.id === id)

/** The figures of a chart that are known, in its order. */
function listedIn(report: Report, chart: Chart): Metric[] {
  const known = new Map<string, Metric>()
  for (const metric of knownFigures(report)) {
    if (!known.has(metric.id)) known.set(metric.id, metric)
  }
  return chart.metrics.flatMap((id) => known.get(id) ?? [])
}

/** Those that it shows: a circle shows one set of shares, those of the latest year. */
export function metricsOf(report: Report, chart: Chart): Metric[] {
  const all = listedIn(report, chart)
  if (chart.type !== 'pie') return all
  const last = all.reduce((latest, { year }) => Math.max(latest, year), -Infinity)
  const latest = all.filter(({ year }) => year === last)
  return chart.months ? latest.slice(-1) : latest
}

/**
 * One figure followed through several years, all of them between the first and the last; else the
 * figures side by side; or the months of each.
 */
export function shownIn(report: Report, chart: Chart): ShownChart {
  const metrics = metricsOf(report, chart)
  const unit = metrics[0]?.unit ?? ''
  const years = [...new Set(metrics.map(({ year }) => year))].sort((a, b) => a - b)
  const [first = report.year, last = first] = [years[0], years.at(-1)]
  const entries = linesIn(report, chart, metrics)
  const nameOf = new Map(entries.map(({ line, name }) => [lineId(line), name]))
  const common = { unit, years, entries }
  if (chart.months) {
    return {
      ...common,
      way: 'months',
      labels: Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
      series: metrics.map((metric) => {
        const name = nameOf.get(lineId(lineOf(report, metric))) ?? metric.name
        const year = `${metric.year}年`
        return {
          name: years.length > 1 ? (entries.length > 1 ? `${year}${name}` : year) : name,
          values: Array.from({ length: 12 }, (_, i) => monthOf(metric, i))
        }
      })
    }
  }
  // Two years side by side compare platforms; three and more are a course through time.
  if (years.length > 2 || (years.length === 2 && entries.length === 1)) {
    const span = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    return {
      ...common,
      way: 'course',
      labels: span.map((year) => `${year}年`),
      series: entries.map(({ line, name }) => ({
        name,
        values: span.map((year) => figureAt(report, line, year))
      }))
    }
  }
  const size = ({ line }: ShownLine) => figureAt(report, line, last)?.value ?? 0
  const ordered = chart.sorted ? [...entries].sort((a, b) => size(b) - size(a)) : entries
  const side: ShownChart = {
    ...common,
    way: 'side',
    labels: ordered.map(({ name }) => name),
    series: (years.length ? years : [report.year]).map((year) => ({
      name: `${year}年`,
      values: ordered.map(({ line }) => figureAt(report, line, year))
    }))
  }
  return chart.type === 'pie' ? withRest(side) : side
}

const monthOf = ({ months }: Metric, i: number): ShownChart['series'][number]['values'][number] => {
  const value = months?.[i]
  return value == null ? undefined : { value, shown: '', qualifier: '' }
}

/** More lines than this have the same dashes again. */
export const mostLines = 4

/** The lines of a chart with their names, no two alike. */
function linesIn(report: Report, chart: Chart, metrics: readonly Metric[]): ShownLine[] {
  // A name may have been written down with any year of the line.
  const names = new Map<string, string>()
  for (const metric of chart.names ? listedIn(report, chart) : []) {
    const name = chart.names?.[metric.id]
    const id = lineId(lineOf(report, metric))
    if (name && !names.has(id)) names.set(id, name)
  }
  const found = new Map<string, { line: FigureLine; metric: Metric; own: string | undefined }>()
  for (const metric of metrics) {
    const line = lineOf(report, metric)
    const id = lineId(line)
    if (!found.has(id)) found.set(id, { line, metric, own: names.get(id) })
  }
  const channels = new Map(report.channels.map((channel) => [channel.id, channel]))
  const entries = [...found.values()].map((entry) => {
    const channel = channels.get(entry.line.channel)
    return { ...entry, channel, plain: (channel?.name ?? '') + entry.metric.name }
  })
  return entries.map(({ line, metric, own, channel, plain }) => {
    if (own) return { line, metric, name: own }
    const twins = entries.filter((one) => !one.own && one.plain === plain)
    const differ = (of: (one: (typeof twins)[number]) => unknown) => new Set(twins.map(of)).size > 1
    const kind =
      channel && differ((one) => one.channel?.kind)
        ? `（${channelKindOf(channel.kind).short}）`
        : ''
    const period = differ((one) => one.line.period) ? `（${periodNames[line.period]}）` : ''
    const name = `${channel?.name ?? ''}${kind}${metric.name}${period}`
    const same = twins.filter(
      (one) => one.channel?.kind === channel?.kind && one.line.period === line.period
    )
    const at = same.findIndex((one) => one.line === line)
    return { line, metric, name: at > 0 ? `${name}${at + 1}` : name }
  })
}

/** A figure divided by the scale that all share, as it is printed. */
export const scaledText = (
  { value, qualifier }: Pick<Metric, 'qualifier'> & { readonly value: number },
  by: number
): string => printedFigure(String(Math.round((value / by) * 1e6) / 1e6), qualifier)
