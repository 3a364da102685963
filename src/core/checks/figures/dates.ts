import { plainFigures } from '../../numbers/numeral.ts'
import { each, type Spotter } from '../../findings/spotting.ts'

/** Dates that are none: 20251231日, 2025年13月, 2月30日. */

/** A date that is none: without one of its marks, or of a day that no calendar has. */
export interface NoDate {
  readonly problem: 'marks' | 'day'
  readonly found: string
}

/** Five digits and more run into a 年, 月 or 日: a mark of the date is missing. */
const runTogether =
  /(?<![\d.〔])(?:19|20)\d{3,9}(?:年(?!均|度均)\d{0,2}月?(?:\d{1,2}日)?|月(?!均|活|访)(?:\d{1,2}日)?|日(?!均|报|活|访|常))/g
const monthDay = /(?<!\d)(\d{1,2})月(?:(\d{1,2})日)?(?!均|活)/g
/** The day was left out: 1月日. */
const noDay = /(?<!\d)\d{1,2}月\s*日(?![均报活访常])/g
/** 二月 has 29 where the year is not looked at. */
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isNone = (month: number, day: number | undefined): boolean =>
  month < 1 || month > 12 || (day !== undefined && (day < 1 || day > (longest[month - 1] ?? 31)))

const ofMarks: Spotter<NoDate> = each(runTogether, ([found]) => ({ problem: 'marks', found }))
const ofDays: Spotter<NoDate> = each(monthDay, ([found, month, day]) =>
  isNone(Number(month), day === undefined ? undefined : Number(day)) &&
  /\d{1,2}月(?=\d|$)/.test(found)
    ? { problem: 'day', found }
    : undefined
)

const withoutDay: Spotter<NoDate> = each(noDay, ([found]) => ({ problem: 'day', found }))

/** The places of a text where a date is written that no calendar has. */
export const dates: Spotter<NoDate> = (source) => {
  const text = plainFigures(source)
  const marks = [...ofMarks(text), ...withoutDay(text)]
  const within = (at: number): boolean => marks.some(({ from, to }) => at >= from && at < to)
  return [...marks, ...ofDays(text).filter(({ from }) => !within(from))]
}
