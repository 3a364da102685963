import type { Report } from '../report/report.ts'

/**
 * When annual reports are due: 条例第四十九条. Every administrative organ hands in and publishes
 * last year's report by 31 January, the departments in charge that of their region by 31 March.
 */
export interface Deadline {
  readonly of: 'organ' | 'region'
  readonly month: number
  readonly day: number
  /** The year that the report is about. */
  readonly reportYear: number
  /** Whole days from today; 0 on the day itself, negative after it. */
  readonly days: number
}

const statute = [
  { of: 'organ', month: 1, day: 31 },
  { of: 'region', month: 3, day: 31 }
] as const

/** Both deadlines of the season that is running (January to March) or comes next. */
export function deadlines(today: Date): readonly Deadline[] {
  const last = statute[1]
  const year = daysUntil(today, today.getFullYear(), last.month, last.day) < 0 ? 1 : 0
  return statute.map((deadline) => ({
    ...deadline,
    reportYear: today.getFullYear() + year - 1,
    days: daysUntil(today, today.getFullYear() + year, deadline.month, deadline.day)
  }))
}

/** Calendar days, counted in UTC so that no change of clocks makes one too few. */
function daysUntil(today: Date, year: number, month: number, day: number): number {
  const from = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())
  return Math.round((Date.UTC(year, month - 1, day) - from) / 86_400_000)
}

/** The year a new report is most likely about: last year until June, this year after. */
export const likelyYear = (today: Date): number =>
  today.getMonth() < 6 ? today.getFullYear() - 1 : today.getFullYear()

/** The day a moment falls on where the reader is, as `2026-01-31`. */
export const dayOf = (moment: Date): string =>
  dateIn(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())

/** When one report is due, and whether that is behind. */
export interface ReportDeadline {
  readonly of: Deadline['of']
  /** `2026-01-31`, always in the year after the report's. */
  readonly date: string
  /** Whether a local notice set it, earlier than the statute. */
  readonly local: boolean
  /** Whole days from today; negative when it is past, NaN where today is not known. */
  readonly days: number
  /** The day it was published, where that is marked. */
  readonly published?: string
}

/**
 * The deadline of a report: the statute's, or the earlier one of a local notice. A later one does
 * not count, for no notice can put the statute off.
 *
 * @param today `2026-01-18`
 */
export function deadlineOf(report: Report, today: string): ReportDeadline {
  const of = report.unit.kind === 'government' ? 'region' : 'organ'
  const lawful = statutoryDate(of, report.year)
  const set = localDeadline(report)
  const local = set !== undefined && set < lawful
  const date = local ? set : lawful
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000)
  const { published } = report
  return { of, date, local, days, ...(published !== undefined && { published }) }
}

/** The last day that the statute gives for the reports of a year, in the year after it. */
export function statutoryDate(of: Deadline['of'], year: number): string {
  const due = statute.find((one) => one.of === of) ?? statute[0]
  return dateIn(year + 1, due.month, due.day)
}

/** The date that the settings name, in the year after the report's; undefined where it is none. */
export function localDeadline({ year, settings }: Report): string | undefined {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(settings.deadline) ?? []
  if (!month || !day) return undefined
  const date = dateIn(year + 1, Number(month), Number(day))
  // 30 February would be taken for a day of March.
  const there = new Date(`${date}T00:00:00Z`)
  return there.getUTCDate() === Number(day) ? date : undefined
}

/** A day of the calendar, its month counted from 1, as `2026-01-31`. */
export const dateIn = (year: number, month: number, day: number): string =>
  [year, month, day].map((part, i) => String(part).padStart(i ? 2 : 4, '0')).join('-')
