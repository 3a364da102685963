/** A day or a month as exports write it. */
export interface Moment {
  readonly year: number
  /** From 1; 0 where only the year is told. */
  readonly month: number
  readonly day: number
}

/** The days of Excel before 1 March 1900 are off by one; no figures are as old. */
const excelEpoch = Date.UTC(1899, 11, 30)
const dayLength = 86_400_000

/** 2025-01-03, 2025/1/3, 20250103, 2025年1月, 1月 (of `year`), or Excel's number of days. */
export function readDate(text: string, year: number): Moment | undefined {
  const plain = text.trim()
  const [, y, m, d = '0'] =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    []
  if (y && m) return valid({ year: Number(y), month: Number(m), day: Number(d) })
  const [, month] = /^(\d{1,2})月(?:份)?$/.exec(plain) ?? []
  if (month) return valid({ year, month: Number(month), day: 0 })
  const [, only] = /^((?:19|20)\d{2})年?$/.exec(plain) ?? []
  if (only) return { year: Number(only), month: 0, day: 0 }
  const serial = /^\d{5}(?:\.\d+)?$/.test(plain) ? Number(plain) : NaN
  // Between 1990 and 2099, or it is a figure that has come into the wrong column.
  if (!(serial >= 32_874 && serial < 73_051)) return undefined
  const date = new Date(excelEpoch + Math.floor(serial) * dayLength)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

const valid = (moment: Moment): Moment | undefined =>
  moment.month >= 1 && moment.month <= 12 && moment.day <= 31 ? moment : undefined
