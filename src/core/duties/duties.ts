import type { Report } from '../report/report.ts'
import { deadlineOf, statutoryDate, type Deadline } from './deadlines.ts'

/** What an office has to do for the reports of a year, and when: the calendar of duties. */

/**
 * `collect`: ask the departments for their figures, once the year is over. `website`: publish the yearly
 * return of web sites. `organ` and `region`: hand in and publish the report.
 */
export type DutyKind = 'collect' | 'website' | Deadline['of']

/** One duty with its day. */
export interface Duty {
  readonly of: DutyKind
  /** `2026-01-31`: the first day for `collect`, the last one for all others. */
  readonly date: string
  /** Whole days from today; negative when it is past. */
  readonly days: number
  /** Whether a local notice set the day, earlier than the statute. */
  readonly local: boolean
  /** The units whose reports are due and not marked as published. */
  readonly open: readonly string[]
  /** Those whose reports are published. */
  readonly published: readonly string[]
}

/**
 * The duties for the reports of a year, in the order of their days: those of the statute, and the
 * earlier days of the notices that the settings of reports name.
 *
 * @param today `2026-01-18`
 * @param reports those kept here; of other years they have no say
 * @param own whether only deadlines of these reports are asked for, not all of the statute
 */
export function dutiesOf(
  year: number,
  today: string,
  reports: readonly Report[],
  own = false
): readonly Duty[] {
  const due = reports
    .filter((report) => report.year === year)
    .map((report) => ({ unit: report.unit.name, ...deadlineOf(report, today) }))
  const lawful = (['organ', 'region'] as const).map((of) => ({
    of,
    date: statutoryDate(of, year),
    local: false
  }))
  const days = [
    ...new Map([...(own ? [] : lawful), ...due].map((one) => [keyOf(one), one])).values()
  ]
  const handing = days.map(({ of, date, local }): Duty => {
    const here = due.filter((one) => keyOf(one) === keyOf({ of, date }))
    const units = (done: boolean) =>
      here.filter(({ published }) => (published !== undefined) === done).map(({ unit }) => unit)
    return { of, date, days: daysTo(date), local, open: units(false), published: units(true) }
  })
  const general = (of: DutyKind, date: string): Duty => ({
    of,
    date,
    days: daysTo(date),
    local: false,
    open: [],
    published: []
  })
  function daysTo(date: string): number {
    return Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000)
  }
  return [
    general('collect', `${year + 1}-01-01`),
    // 国办发〔2017〕47号 asks for it by the same day as the statute for the reports.
    general('website', statutoryDate('organ', year)),
    ...handing
  ].sort((a, b) => a.days - b.days)
}

const keyOf = ({ of, date }: { readonly of: string; readonly date: string }): string =>
  `${of} ${date}`
