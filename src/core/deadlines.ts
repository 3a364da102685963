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
