import { uuid } from './identity.ts'
import { quoted } from './quote.ts'
import {
  blankCells,
  newReport,
  type Cells,
  type Chart,
  type Metric,
  type Previous,
  type Report
} from './report.ts'
import { outlineOf } from './sentences.ts'
import type { FieldId } from './table.ts'
import { applicants } from './tables/requests.ts'

/** From one year's report to the next. */

/** What the new report takes over. */
export interface NextYearOptions {
  /** The unit's particulars and the office's settings; its name is always kept. */
  readonly settings: boolean
  /** 结转下年度 into 上年结转, all seven columns. */
  readonly carried: boolean
  /** The platforms and the list of their figures, not filled in, and the charts of them. */
  readonly platforms: boolean
  /** Last year's report, to be compared with. */
  readonly previous: boolean
  /** Whether last year's report is published: its figures then no longer change. */
  readonly final: boolean
  /** The whole text as a first draft; else the headings alone. */
  readonly text: boolean
}

export const takeOver: NextYearOptions = {
  settings: true,
  carried: true,
  platforms: true,
  previous: true,
  final: true,
  text: false
}

/** A report's part in the next one: its text as printed, with the figures it quotes. */
export function asPrevious(last: Report, final: boolean): Previous {
  const { leadIn, overview, problems, other } = last.text
  return {
    year: last.year,
    cells: last.cells,
    text: {
      leadIn: quoted(last, leadIn),
      overview: quoted(last, overview),
      problems: quoted(last, problems),
      other: quoted(last, other)
    },
    metrics: last.metrics,
    final
  }
}

/** Whether a year's report must be published by now: 31 March of the year after is past (第四十九条). */
export const mustBePublished = (year: number, today: Date): boolean =>
  today.getFullYear() > year + 1 || (today.getFullYear() === year + 1 && today.getMonth() > 2)

/** What the seven cells of 上年结转 must say after last year's report. */
export const carriedOver = (last: Cells): Partial<Record<FieldId, number | null>> =>
  Object.fromEntries(
    applicants.map(({ id }) => [`requests.carriedIn.${id}`, last[`requests.carriedOut.${id}`]])
  )

/** The draft of the year after a report: a report of its own, with nothing filled in but 上年结转. */
export function nextYear(last: Report, options: NextYearOptions = takeOver): Report {
  const fresh = newReport(last.unit.name, last.year + 1)
  const { metrics, charts, renamed } = options.platforms
    ? figuresOf(last)
    : { metrics: [], charts: [], renamed: new Map<string, string>() }
  const write = options.text ? (text: string) => requoted(text, renamed) : outlineOf
  const { leadIn, overview, problems, other } = last.text
  return {
    ...fresh,
    ...(options.settings && { unit: last.unit, settings: last.settings }),
    scope: last.scope,
    cells: { ...blankCells(), ...(options.carried && carriedOver(last.cells)) },
    text: {
      leadIn: write(leadIn),
      overview: write(overview),
      problems: write(problems),
      other: write(other)
    },
    channels: options.platforms ? running(last) : [],
    metrics,
    charts,
    ...(options.previous && { previous: asPrevious(last, options.final) })
  }
}

/** Last year's platforms but those closed; one that was new is no longer. */
const running = (last: Report): Report['channels'] =>
  last.channels
    .filter(({ status }) => status !== 'closed')
    .map((channel) => (channel.status === 'opened' ? { ...channel, status: 'active' } : channel))

/** An existing draft with another report as last year's. Nothing else of it changes. */
export const withPrevious = (report: Report, last: Report, final: boolean): Report => ({
  ...report,
  previous: asPrevious(last, final)
})

interface Figures {
  readonly metrics: readonly Metric[]
  readonly charts: readonly Chart[]
  /** Ids of last year's figures, each with that of this year's. */
  readonly renamed: ReadonlyMap<string, string>
}

/**
 * Last year's list of figures, not filled in. Those that a chart follows through the years stay,
 * and the new year is added to it; any other chart shows the new year instead of the last.
 */
function figuresOf(last: Report): Figures {
  const closed = new Set(
    last.channels.filter(({ status }) => status === 'closed').map(({ id }) => id)
  )
  const listed = last.metrics.filter(
    ({ year, channel }) => year === last.year && !closed.has(channel)
  )
  const renamed = new Map(listed.map(({ id }) => [id, uuid()]))
  const yearOf = new Map(last.metrics.map(({ id, year }) => [id, year]))
  const followed = new Set<string>()
  const charts = last.charts.map((chart): Chart => {
    const years = new Set(chart.metrics.map((id) => yearOf.get(id)))
    if (years.size > 1) {
      chart.metrics.forEach((id) => followed.add(id))
      const added = chart.metrics.flatMap((id) => renamed.get(id) ?? [])
      return { ...chart, metrics: [...chart.metrics, ...added] }
    }
    return { ...chart, metrics: chart.metrics.map((id) => renamed.get(id) ?? id) }
  })
  const shown = new Set(charts.flatMap(({ metrics }) => metrics))
  const blank = listed.map((metric): Metric => {
    const { months: _months, ...rest } = metric
    const id = renamed.get(metric.id) ?? metric.id
    return { ...rest, id, year: last.year + 1, value: null, qualifier: '', shown: '', date: '' }
  })
  const kept = last.metrics.filter(({ id }) => followed.has(id) || shown.has(id))
  return { metrics: [...kept, ...blank], charts, renamed }
}

/** The text quoting this year's figures where it quoted last year's. */
const requoted = (text: string, renamed: ReadonlyMap<string, string>): string =>
  text.replace(
    /\{\{metric:([^{}\s]+)\}\}/g,
    (_whole, id: string) => `{{metric:${renamed.get(id) ?? id}}}`
  )
