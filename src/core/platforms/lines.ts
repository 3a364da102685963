import type { Channel, Metric, Report } from '../report/report.ts'
import type { Period } from './kinds.ts'

/**
 * A line of the platforms' grid: one figure of one platform, followed through the years. The
 * figures themselves are kept one by one (`Report.metrics`); what belongs together has the same
 * platform, key, period and name.
 */
export interface FigureLine {
  readonly channel: string
  readonly key: string
  readonly name: string
  readonly period: Period
  /** 1 and on for figures that a file holds twice: they must not hide behind the first. */
  readonly again: number
}

type Figures = Pick<Report, 'metrics' | 'previous'>

type Course = Pick<Metric, 'channel' | 'key' | 'name' | 'period'>

const same = (line: Course, metric: Metric): boolean =>
  metric.channel === line.channel &&
  metric.key === line.key &&
  metric.name === line.name &&
  metric.period === line.period

const byLine = new WeakMap<readonly Metric[], ReadonlyMap<string, readonly Metric[]>>()

/**
 * The figures of a list that stand in one line, in their order. Lists are never changed in place, and
 * every figure of a list asks for its line: each list is gone through once.
 */
function inSameLine(metrics: readonly Metric[], line: Course): readonly Metric[] {
  const name = ({ channel, key, period, name }: Course) =>
    [channel, key, period, name].join('\u001f')
  let lines = byLine.get(metrics)
  if (!lines) {
    const found = new Map<string, Metric[]>()
    for (const metric of metrics) {
      const mine = found.get(name(metric))
      if (mine) mine.push(metric)
      else found.set(name(metric), [metric])
    }
    byLine.set(metrics, (lines = found))
  }
  // Names may hold the separator itself.
  return (lines.get(name(line)) ?? []).filter((metric) => same(line, metric))
}

/** Names a line within its report, for lists and fields. */
export const lineId = ({ channel, key, period, name, again }: FigureLine): string =>
  [channel, key, period, name, ...(again ? [again] : [])].join('\u001f')

/** This report's figures, and those that last year's report is known to have had. */
export const knownFigures = ({ metrics, previous }: Figures): readonly Metric[] =>
  previous ? [...metrics, ...previous.metrics] : metrics

const knownInLine = ({ metrics, previous }: Figures, line: FigureLine): Metric[] => [
  ...inSameLine(metrics, line),
  ...inSameLine(previous?.metrics ?? [], line)
]

/** The line a figure stands in. */
export function lineOf({ metrics, previous }: Figures, metric: Metric): FigureLine {
  const { channel, key, name, period, year } = metric
  const line = { channel, key, name, period, again: 0 }
  const mine = inSameLine(metrics, line)
  const list = mine.includes(metric) ? mine : inSameLine(previous?.metrics ?? [], line)
  const twins = list.filter((other) => other.year === year)
  return { ...line, again: Math.max(0, twins.indexOf(metric)) }
}

/** The lines of one platform, in the order in which they were entered. */
export function figureLinesOf(report: Figures, channel: Channel['id']): FigureLine[] {
  const mine = (metrics: readonly Metric[]) => metrics.filter((one) => one.channel === channel)
  const { metrics, previous } = report
  const figures: Figures = {
    metrics: mine(metrics),
    ...(previous && { previous: { ...previous, metrics: mine(previous.metrics) } })
  }
  const lines = new Map<string, FigureLine>()
  for (const metric of knownFigures(figures)) {
    const line = lineOf(figures, metric)
    lines.set(lineId(line), line)
  }
  return [...lines.values()]
}

/** Every line of the report, platform by platform. */
export const allLines = (report: Report): FigureLine[] =>
  report.channels.flatMap(({ id }) => figureLinesOf(report, id))

/** The figure of a line in a year: this report's own, else the one last year's report had. */
export function figureAt(
  { metrics, previous }: Figures,
  line: FigureLine,
  year: number
): Metric | undefined {
  const at = (list: readonly Metric[]) =>
    inSameLine(list, line).filter((metric) => metric.year === year)[line.again]
  return at(metrics) ?? (previous ? at(previous.metrics) : undefined)
}

/** Whether a figure of a list stands in this line. */
export const inLine = (metrics: readonly Metric[], line: FigureLine, metric: Metric): boolean =>
  figureAt({ metrics }, line, metric.year) === metric

/** The figures of a line in the order of their years, only those with a number. */
export function historyOf(
  report: Figures,
  line: FigureLine
): (Metric & { readonly value: number })[] {
  const years = [...new Set(knownInLine(report, line).map(({ year }) => year))]
  return years
    .sort((a, b) => a - b)
    .flatMap((year) => {
      const metric = figureAt(report, line, year)
      return metric && metric.value !== null ? [{ ...metric, value: metric.value }] : []
    })
}

/** The newest figure of a line: it says the unit and the source. */
export const newestOf = (report: Figures, line: FigureLine): Metric | undefined =>
  knownInLine(report, line).reduce<Metric | undefined>(
    (a, b) => (a && a.year >= b.year ? a : b),
    undefined
  )
