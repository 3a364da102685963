import { uuid } from '../report/identity.ts'
import { lineId, lineOf } from '../platforms/lines.ts'
import { quoted } from '../compose/quote.ts'
import { chartOf, quoteToken, replaceQuotes } from '../prose/quotes.ts'
import type { Chart, Metric, Previous, Report } from '../report/report.ts'
import { newReport } from '../report/new-report.ts'
import { without } from '../report/json.ts'
import {
  keysThat,
  reportParts,
  settingParts,
  unitParts,
  type KeysThat,
  type Rows
} from '../report/parts.ts'
import type { Cells } from '../form/cells.ts'
import { eachText } from '../form/sections.ts'
import { outlineOf } from '../prose/sentences.ts'
import type { FieldId } from '../form/table.ts'
import { formOf, type Form } from '../form/form.ts'

/** From one year's report to the next. Long, for each part of a report goes on in its own way. */

/** What the new report takes over. */
export interface NextYearOptions {
  /** The unit's particulars and the office's settings; its name is always kept. */
  readonly settings: boolean
  /** 结转下年度 into 上年结转, in all columns. */
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

/** What is proposed at first: everything but the text. */
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
  return {
    year: last.year,
    cells: last.cells,
    text: eachText((key) => quoted(last, last.text[key])),
    metrics: handedOn(last),
    final
  }
}

/**
 * The figures as the next report has them: what was read from an original, a file or a text that was
 * pasted, is last year's report to it.
 */
const handedOn = ({ metrics, imported }: Report): Metric[] =>
  metrics.map((metric) =>
    imported && metric.source === imported.name ? { ...metric, source: '上年报告' } : metric
  )

/** Whether a year's report must be published by now: 31 March of the year after is past (第四十九条). */
export const mustBePublished = (year: number, today: Date): boolean =>
  today.getFullYear() > year + 1 || (today.getFullYear() === year + 1 && today.getMonth() > 2)

/** What the cells of 上年结转 must say after last year's numbers. */
export const carriedOver = (
  { carried }: Form,
  last: Cells
): Partial<Record<FieldId, number | null>> =>
  Object.fromEntries(carried.map(({ from, to }) => [to, last[from]]))

/** What goes on of a part as it is: all but what is another each year. */
const lasting = <Value extends object>(value: Value, rows: Rows): Value =>
  without(value, (key) => rows[key]?.nextYear === 'anew')

/** The draft of the year after a report: a report of its own, with nothing filled in but 上年结转. */
export function draftOfNextYear(last: Report, options: NextYearOptions = takeOver): Report {
  const fresh = newReport(last.unit.name, last.year + 1)
  const kept = new Set<string>(keysThat(reportParts, 'nextYear', 'kept'))
  return {
    ...fresh,
    ...without<Partial<Report>>(last, (key) => !kept.has(key)),
    ...carried(last, fresh, options)
  }
}

/** The parts that go on in a way of their own. */
function carried(
  last: Report,
  fresh: Report,
  options: NextYearOptions
): Pick<Report, KeysThat<typeof reportParts, 'nextYear', 'own'>> {
  const { metrics, charts, renamed } = options.platforms
    ? figuresOf(last)
    : { metrics: [], charts: [], renamed: new Map<string, string>() }
  const write = options.text ? (text: string) => requoted(text, { renamed, charts }) : outlineOf
  return {
    unit: options.settings ? lasting(last.unit, unitParts) : fresh.unit,
    year: fresh.year,
    cells: { ...fresh.cells, ...(options.carried && carriedOver(formOf(fresh), last.cells)) },
    text: eachText((key) => write(last.text[key])),
    channels: options.platforms ? running(last) : [],
    metrics,
    charts,
    ...(options.previous && { previous: asPrevious(last, options.final) }),
    settings: options.settings ? lasting(last.settings, settingParts) : fresh.settings
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
 * Last year's list of figures, not filled in, and the charts that go on; figures of other years stay
 * as far as a chart shows them.
 */
function figuresOf(last: Report): Figures {
  const closed = new Set(
    last.channels.filter(({ status }) => status === 'closed').map(({ id }) => id)
  )
  const all = handedOn(last)
  const listed = all.filter(({ year, channel }) => year === last.year && !closed.has(channel))
  const renamed = new Map(listed.map(({ id }) => [id, uuid()]))
  const gone = new Set(
    last.metrics.filter(({ channel }) => closed.has(channel)).map(({ id }) => id)
  )
  const charts = last.charts.flatMap((chart): Chart[] => {
    const metrics = chart.metrics.filter((id) => !gone.has(id))
    // A chart of nothing but closed platforms ends with them.
    if (chart.metrics.length > 0 && metrics.length === 0) return []
    const names = renamedKeys(chart.names, renamed)
    return [
      { ...chart, ...(names && { names }), metrics: shownNext(last, chart, metrics, renamed) }
    ]
  })
  const shown = new Set(charts.flatMap(({ metrics }) => metrics))
  const blank = listed.map((metric): Metric => {
    const { months: _months, ...rest } = metric
    const id = renamed.get(metric.id) ?? metric.id
    return { ...rest, id, year: last.year + 1, value: null, qualifier: '', shown: '', date: '' }
  })
  const kept = all.filter(({ id }) => shown.has(id))
  return { metrics: [...kept, ...blank], charts, renamed }
}

/**
 * What a chart shows in the next year: a course through the years grows by one, a comparison of two
 * years goes on to the next two, and one year becomes the next.
 */
function shownNext(
  last: Report,
  chart: Chart,
  metrics: readonly string[],
  renamed: ReadonlyMap<string, string>
): string[] {
  const byId = new Map(last.metrics.map((metric) => [metric.id, metric]))
  const shown = metrics.flatMap((id) => byId.get(id) ?? [])
  const years = [...new Set(shown.map(({ year }) => year))]
  const added = metrics.flatMap((id) => renamed.get(id) ?? [])
  if (years.length < 2) return metrics.map((id) => renamed.get(id) ?? id)
  const lines = new Set(shown.map((metric) => lineId(lineOf(last, metric))))
  const compared = years.length === 2 && (lines.size > 1 || chart.months)
  const kept = compared
    ? metrics.filter((id) => byId.get(id)?.year === Math.max(...years))
    : metrics
  return [...kept, ...added]
}

/** Names given in a chart go on to the figures of the next year. */
const renamedKeys = (
  names: Chart['names'],
  renamed: ReadonlyMap<string, string>
): Chart['names'] | undefined =>
  names && {
    ...names,
    ...Object.fromEntries(
      Object.entries(names).flatMap(([id, name]) => {
        const next = renamed.get(id)
        return next ? [[next, name]] : []
      })
    )
  }

/** The text quoting this year's figures where it quoted last year's. */
const requoted = (
  text: string,
  { renamed, charts }: Pick<Figures, 'renamed' | 'charts'>
): string => {
  const known = new Set(charts.map(({ id }) => id))
  const kept = text
    .split('\n')
    .filter((line) => known.has(chartOf(line.trim()) ?? '') || chartOf(line.trim()) === undefined)
    .join('\n')
  return replaceQuotes(kept, (quote, whole) => {
    const id = quote.kind === 'figure' ? renamed.get(quote.id) : undefined
    return id === undefined ? whole : quoteToken({ kind: 'figure', id })
  })
}
