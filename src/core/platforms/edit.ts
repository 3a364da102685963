import { uuid } from '../report/identity.ts'
import type { Channel, Metric, Report } from '../report/report.ts'
import { keepsYear } from './dates.ts'
import { requalified, type FigureQualifier } from './figure.ts'
import { metricKindOf, kindsFor, type MetricKind } from './kinds.ts'
import { figureAt, inLine, newestOf, type FigureLine } from './lines.ts'
import { lastingSource } from './sources.ts'

/** Edits of platforms and their figures: each takes a report and gives another. */

/** A platform more, with the figures that such a platform usually has, not filled in. */
export function addChannel(
  report: Report,
  kind: Channel['kind'],
  name: string,
  accountId = ''
): Report {
  const channel: Channel = {
    id: uuid(),
    kind,
    name,
    accountId,
    sponsor: report.unit.name,
    status: 'active',
    openedOn: '',
    closedOn: '',
    closeReason: ''
  }
  const usual = kindsFor(kind).filter((one) => one.usual)
  const withChannel: Report = { ...report, channels: [...report.channels, channel] }
  return usual.reduce((next, one) => addFigure(next, channel.id, one), withChannel)
}

/** The platform with other properties. */
export const setChannel = (report: Report, id: string, change: Partial<Channel>): Report => ({
  ...report,
  channels: report.channels.map((one) => (one.id === id ? { ...one, ...change } : one))
})

/** The platform moved by so many places up (−) or down (+). */
export function moveChannel(report: Report, id: string, by: 1 | -1): Report {
  const at = report.channels.findIndex((one) => one.id === id)
  const [mine, other] = [report.channels[at], report.channels[at + by]]
  if (!mine || !other) return report
  const channels = report.channels.map((one) => (one === mine ? other : one === other ? mine : one))
  return { ...report, channels }
}

/** A figure more for a platform, this year's, not filled in. */
export function addFigure(
  report: Report,
  channel: string,
  kind: Pick<MetricKind, 'key' | 'name' | 'unit' | 'period'>
): Report {
  const { key, unit, period } = kind
  const blank = { channel, key, name: freeName(report, channel, kind), year: report.year, period }
  return { ...report, metrics: [...report.metrics, newFigure({ ...blank, unit })] }
}

/** Two figures with one name would be one line. */
function freeName(
  { metrics }: Report,
  channel: string,
  { key, name, period }: Pick<MetricKind, 'key' | 'name' | 'period'>
): string {
  const taken = new Set(
    metrics
      .filter((one) => one.channel === channel && one.key === key && one.period === period)
      .map((one) => one.name)
  )
  if (!taken.has(name)) return name
  const next = Array.from({ length: taken.size }, (_, i) => `${name}${i + 2}`)
  return next.find((one) => !taken.has(one)) ?? name
}

const newFigure = (
  given: Pick<Metric, 'channel' | 'key' | 'name' | 'year' | 'period' | 'unit'>
): Metric => ({
  id: uuid(),
  value: null,
  qualifier: '',
  shown: '',
  source: '',
  date: '',
  note: '',
  ...given
})

/** The whole line in other words: its name, unit, meaning or period, in every year. */
export function setFigureLine(
  report: Report,
  line: FigureLine,
  change: Partial<Pick<Metric, 'name' | 'unit' | 'key' | 'period'>>
): Report {
  const of = (metrics: readonly Metric[]) =>
    metrics.map((metric) => (inLine(metrics, line, metric) ? { ...metric, ...change } : metric))
  const { previous } = report
  return {
    ...report,
    metrics: of(report.metrics),
    ...(previous && { previous: { ...previous, metrics: of(previous.metrics) } })
  }
}

/**
 * Part of a figure changed; it is made where the line has none in that year. Nothing is made in a
 * year that no report keeps: 1900 would leave a file that does not open again.
 */
export function setFigure(
  report: Report,
  line: FigureLine,
  year: number,
  change: Partial<Metric>
): Report {
  const { channel, key, name, period } = line
  const own = figureAt({ metrics: report.metrics }, line, year)
  if (own) {
    const metrics = report.metrics.map((one) => (one === own ? { ...own, ...change } : one))
    return { ...report, metrics }
  }
  if (!keepsYear(report.year, year)) return report
  // Corrected here, a figure of last year's report is kept here with all that was said of it.
  const last = figureAt(report, line, year)
  const like = newestOf(report, line)
  const blank = newFigure({
    channel,
    key,
    name,
    year,
    period,
    unit: like?.unit ?? metricKindOf(key)?.unit ?? ''
  })
  const made = last
    ? { ...last, id: uuid() }
    : { ...blank, source: lastingSource(report, like?.source ?? '') }
  return { ...report, metrics: [...report.metrics, { ...made, ...change }] }
}

/** The figure with another qualifier. */
export function setQualifier(
  report: Report,
  line: FigureLine,
  year: number,
  qualifier: FigureQualifier
): Report {
  const figure = figureAt(report, line, year)
  if (!figure) return report
  const { shown } = requalified(figure, qualifier)
  return setFigure(report, line, year, { qualifier, shown })
}
