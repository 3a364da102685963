import type { Metric, Report } from '../report/report.ts'
import { setFigure, setQualifier } from './edit.ts'
import {
  fieldFigure,
  figureText,
  readFigure,
  type FigureQualifier,
  type FigureReading
} from './figure.ts'
import { figureAt, lineId, newestOf, type FigureLine } from './lines.ts'
import { byHand, lastingSource } from './sources.ts'

/**
 * Figures as they are typed, pasted and filled: a text for a place, which the report takes or refuses.
 * Months are exact numbers: a qualifier belongs to the year.
 */

/** A year of a line, or a month of it, counted from 0. */
export interface FigurePlace {
  readonly line: FigureLine
  readonly year: number
  readonly month?: number
  /** Nothing beside the place tells or chooses the qualifier: it is part of its text. */
  readonly whole?: true
}

export type Entered =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problem: 'words' | 'range' | 'stroke' }

/** Names a place within its report. */
export const placeId = ({ line, year, month }: FigurePlace): string =>
  [lineId(line), year, ...(month === undefined ? [] : [month])].join('\u001f')

/** What stands in a place, as it is typed there. */
export const standsAt = (report: Report, place: FigurePlace): string =>
  placeText(figureAt(report, place.line, place.year), place)

/** The same, where the figure of the place is known. */
export function placeText(figure: Metric | undefined, { month, whole }: FigurePlace): string {
  if (!figure) return ''
  if (month !== undefined) return String(figure.months?.[month] ?? '')
  return whole ? figureText(figure) : fieldFigure(figure)
}

/** What was typed in a place; what is no number changes nothing. */
export function enterAt(report: Report, place: FigurePlace, typed: string): Entered {
  const { line, year, month, whole } = place
  if (month !== undefined) return enterMonth(report, line, year, month, typed)
  return enterFigure(whole ? setQualifier(report, line, year, '') : report, line, year, typed)
}

/**
 * What was pasted or filled in a place. A text that says what stands there already leaves the figure as it
 * is, and with it where it is from.
 */
export function putFigure(report: Report, place: FigurePlace, text: string): Entered {
  const put = enterAt(report, place, text)
  return put.ok && saysSame(report, put.report, place) ? { ok: true, report } : put
}

function saysSame(before: Report, after: Report, place: FigurePlace): boolean {
  const [was, is] = [before, after].map((report) => ({
    text: standsAt(report, { ...place, whole: true }),
    unit: figureAt(report, place.line, place.year)?.unit
  }))
  return was?.text === is?.text && (was?.unit ?? is?.unit) === is?.unit
}

/**
 * A figure as it was typed. A number alone keeps the qualifier that was chosen beside it; what is no
 * number changes nothing.
 */
export function enterFigure(
  report: Report,
  line: FigureLine,
  year: number,
  typed: string
): Entered {
  const reading = readFigure(typed)
  if (reading.kind === 'text') return { ok: false, problem: reading.reason }
  if (reading.kind === 'na') return { ok: false, problem: 'stroke' }
  const { qualifier = '', source = newestOf(report, line)?.source ?? '' } =
    figureAt(report, line, year) ?? {}
  const blank = reading.kind === 'blank'
  return {
    ok: true,
    report: setFigure(report, line, year, {
      ...fieldsOf(reading, qualifier),
      ...ownFrom(report, source, blank)
    })
  }
}

/** One month as it was typed; what is no number changes nothing. */
export function enterMonth(
  report: Report,
  line: FigureLine,
  year: number,
  month: number,
  typed: string
): Entered {
  const reading = readFigure(typed)
  if (reading.kind === 'na') return { ok: false, problem: 'stroke' }
  if (reading.kind === 'text') return { ok: false, problem: reading.reason }
  if (reading.kind === 'figure' && reading.qualifier) return { ok: false, problem: 'words' }
  const value = reading.kind === 'blank' ? null : reading.value
  const now = figureAt(report, line, year)
  const months = (now?.months ?? noMonths).map((one, i) => (i === month ? value : one))
  const none = (now?.value ?? null) === null && months.every((one) => one === null)
  const from = ownFrom(report, (now ?? newestOf(report, line))?.source ?? '', none)
  return { ok: true, report: setFigure(report, line, year, { months, ...from }) }
}

const noMonths: readonly null[] = Array.from({ length: 12 }, () => null)

/**
 * Where a figure is from and of which day, once somebody has set another number here in place of one
 * from `source`; or none, where it is left `blank`.
 */
export function ownFrom(
  report: Pick<Report, 'imported'>,
  source: string,
  blank = false
): Partial<Pick<Metric, 'source' | 'date'>> {
  const lasting = lastingSource(report, source)
  return {
    source: blank ? lasting : lasting || byHand,
    // It was the day of the number before.
    ...(![byHand, lasting].includes(source) && { date: '' })
  }
}

function fieldsOf(
  reading: Exclude<FigureReading, { kind: 'text' | 'na' }>,
  chosen: FigureQualifier
): Partial<Metric> {
  if (reading.kind === 'blank') return { value: null, shown: '', qualifier: '' }
  const { value, shown, qualifier, unit } = reading
  return { value, shown, qualifier: qualifier || chosen, ...(unit && { unit }) }
}
