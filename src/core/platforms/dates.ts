import { dateIn } from '../duties/deadlines.ts'

/** A day or a month as exports write it. */
export interface Moment {
  readonly year: number
  /** From 1; 0 where only the year is told. */
  readonly month: number
  readonly day: number
}

/** Figures older than that belong to no report, and their year is a slip of the pen. */
const yearsKept = 20

/** Whether a report of this year keeps figures of that one. */
export const keepsYear = (report: number, year: number): boolean =>
  Number.isInteger(year) && year >= report - yearsKept && year <= report

/** The days of Excel before 1 March 1900 are off by one; no figures are as old. */
const excelEpoch = Date.UTC(1899, 11, 30)
const dayLength = 86_400_000

/** A day with the time behind it, or the day of the week. */
const dated =
  /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?(?:份)?\s*(?:T?\d{1,2}[:：时].*|[(（]?(?:周|星期).*)?$/

/** 2025-01-03, 2025/1/3, 20250103, 202501, 2025年1月, 1月 (of `year`), or Excel's number of days. */
export function readDate(text: string, year: number): Moment | undefined {
  const plain = text.trim()
  const [, y, m, d = '0'] =
    dated.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(plain) ??
    []
  if (y && m) return valid({ year: Number(y), month: Number(m), day: Number(d) })
  const [, month] = /^(\d{1,2})月(?:份)?$/.exec(plain) ?? []
  if (month) return valid({ year, month: Number(month), day: 0 })
  const [, only] = /^((?:19|20)\d{2})年?(?:度|全年)?$/.exec(plain) ?? []
  if (only) return { year: Number(only), month: 0, day: 0 }
  const serial = /^\d{5}(?:\.\d+)?$/.test(plain) ? Number(plain) : NaN
  // Between 1990 and 2099, or it is a figure that has come into the wrong column.
  if (!(serial >= 32_874 && serial < 73_051)) return undefined
  const date = new Date(excelEpoch + Math.floor(serial) * dayLength)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The whole day that a text says, as `2026-01-03`; empty where it says none. */
export function readDay(text: string, year: number): string {
  const read = readDate(text, year)
  return read?.day ? dateIn(read.year, read.month, read.day) : ''
}

/** There is no 31 February; a day of 0 is a month as a whole. */
const valid = (moment: Moment): Moment | undefined => {
  const { year, month, day } = moment
  if (month < 1 || month > 12) return undefined
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? moment : undefined
}
