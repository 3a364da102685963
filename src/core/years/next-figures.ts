import { chartOf, quoteToken, replaceQuotes } from '../prose/quotes.ts'
import { lineId, lineOf } from '../platforms/lines.ts'
import { byHand, lastingSource, lastReport } from '../platforms/sources.ts'
import { uuid } from '../report/identity.ts'
import type { Chart, Metric, Report } from '../report/report.ts'

/**
 * From one year's report to the next: the figures of platforms, which get new ids, and all that names
 * them by id, charts and text.
 */

/**
 * The figures as the next report has them: what was typed there, or read from an original, a file or a
 * text that was pasted, is last year's report to it.
 */
export const handedOn = ({ metrics, imported }: Report): Metric[] =>
  metrics.map((metric) =>
    metric.value !== null && ['', byHand, imported?.name].includes(metric.source)
      ? { ...metric, source: lastReport }
      : metric
  )

/** What the new report has of figures and charts. */
export interface NextFigures {
  readonly metrics: readonly Metric[]
  readonly charts: readonly Chart[]
  /** Ids of last year's figures, each with that of this year's. */
  readonly renamed: ReadonlyMap<string, string>
}

/**
 * Last year's list of figures, not filled in, and the charts that go on; figures of other years stay
 * as far as a chart shows them.
 */
export function nextFigures(last: Report): NextFigures {
  const closed = new Set(
    last.channels.filter(({ status }) => status === 'closed').map(({ id }) => id)
  )
  const listed = last.metrics.filter(
    ({ year, channel }) => year === last.year && !closed.has(channel)
  )
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
    const source = lastingSource(last, metric.source)
    // What was read from a text has the words around it for its note, and they are last year's.
    const note = last.imported?.name === metric.source ? '' : metric.note
    return {
      ...rest,
      id,
      year: last.year + 1,
      value: null,
      qualifier: '',
      shown: '',
      source,
      date: '',
      note
    }
  })
  const kept = handedOn(last).filter(({ id }) => shown.has(id))
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
export const requoted = (
  text: string,
  { renamed, charts }: Pick<NextFigures, 'renamed' | 'charts'>
): string => {
  const known = new Set(charts.map(({ id }) => id))
  const kept = text
    .split('\n')
    .filter((line) => known.has(chartOf(line.trim()) ?? '') || chartOf(line.trim()) === undefined)
    .join('\n')
  return replaceQuotes(kept, (quote, whole) => {
    const ofFigure = quote.kind === 'figure' || quote.kind === 'figureGrowth'
    const id = ofFigure ? renamed.get(quote.id) : undefined
    return ofFigure && id !== undefined ? quoteToken({ ...quote, id }) : whole
  })
}
