import type { Report } from '../report/report.ts'
import { ownFrom, setFigure, type Entered } from './edit.ts'
import { readFigure } from './figure.ts'
import { figureAt, newestOf, type FigureLine } from './lines.ts'

/** The months of a figure. They are exact numbers: a qualifier belongs to the year. */

const blank: readonly null[] = Array.from({ length: 12 }, () => null)

/** One month as it was typed; what is no number changes nothing. `month` counts from 0. */
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
  const months = (now?.months ?? blank).map((one, i) => (i === month ? value : one))
  const none = (now?.value ?? null) === null && months.every((one) => one === null)
  const from = ownFrom(report, (now ?? newestOf(report, line))?.source ?? '', none)
  return { ok: true, report: setFigure(report, line, year, { months, ...from }) }
}

/** What the months come to: their sum, or the last of them for what stands at the end of a year. */
export function monthsTotal(
  months: readonly (number | null)[] | undefined,
  period: FigureLine['period']
): number | undefined {
  const known = (months ?? []).filter((month) => month !== null)
  if (known.length === 0) return undefined
  if (period !== 'year') return months?.[11] ?? undefined
  return Math.round(known.reduce((sum, month) => sum + month, 0) * 1e6) / 1e6
}
