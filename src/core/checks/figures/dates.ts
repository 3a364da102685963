import { plainFigures } from '../../numbers/numeral.ts'
import { each, type Spotter } from '../../findings/spotting.ts'

/** Dates that are none: 20251231日, 2025年13月, 2月30日, 12月31止. */

/**
 * A date that is none: without one of its marks, of a day that no calendar has, with a part left out,
 * of a year with a digit too few or too many. `meant` where its digits leave one reading.
 */
export interface NoDate {
  readonly problem: 'marks' | 'day' | 'blank' | 'year'
  readonly found: string
  readonly meant?: string
}

/** Five digits and more run into a 年, 月 or 日: a mark of the date is missing. */
const runTogether =
  /(?<![\d.〔])(?:19|20)\d{3,9}(?:年(?!均|度均)\d{0,2}月?(?:\d{1,2}日)?|月(?!均|活|访)(?:\d{1,2}日)?|日(?!均|报|活|访|常))/g
/** 12月31止, 12月31， — and 2025月12日, 2025年年1月, 2曰. */
const noMark =
  /(?<!\d)\d{1,2}月\d{1,2}(?!\s?[至到—-]\s?\d{1,2}[日号])(?=\s{0,3}(?:[，。；）)止起至前后]|$|发布|公布|印发|召开|收到|上线|开通))|(?<=^|[。；\n])20\d\d(?=[，,](?:我|全|本))|(?<!\d)20\d\d(?:月\d{1,2}日|年年\d{1,2}月)|(?<!\d)\d{1,2}月\d{1,2}曰|(?<!\d)20\d\d年\d{1,2}日\d{1,2}日/g
const monthDay = /(?:(?<!\d)(20\d\d)年)?(?<!\d)(\d{1,2})月(?:(\d{1,2})日)?(?!均|活)/g
/** A part was left out: 1月日, 2025年 月. */
const blank =
  /(?<!\d)\d{1,2}月\s*日(?![均报活访常])|(?<!\d)20\d\d年[ \t\u3000]+月(?:[ \t\u3000]*\d{0,2}日)?|(?<!\d)20\d\d年月(?:\d{0,2}日)/g
/** 205年 and 2205年; 建校 205 年 counts. */
const noYear =
  /(?<![\d.建历约近达共第超])(?:20\d|2[1-9]\d\d)年(?=度|\d{1,2}月|[，,]?(?:全|我|本|共|累|发布|收到|受理|主动))/g
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Whether no calendar has a day; 二月 has 29 where no year is named. */
function isNone(year: number | undefined, month: number, day: number | undefined): boolean {
  if (month < 1 || month > 12) return true
  if (day === undefined) return false
  const short = month === 2 && year !== undefined && !isLeap(year)
  return day < 1 || day > (short ? 28 : (longest[month - 1] ?? 31))
}

const numbered = (words: string | undefined): number | undefined =>
  words === undefined ? undefined : Number(words)

/** 12月31 with its 日, 2月3曰 with the right one. */
function mended(found: string): string | undefined {
  if (/月\d{1,2}$/.test(found)) return `${found}日`
  if (/^\d{4}$/.test(found)) return `${found}年`
  if (found.endsWith('曰')) return `${found.slice(0, -1)}日`
  return /年年/.test(found) ? found.replace('年年', '年') : undefined
}

const marked: readonly Spotter<NoDate>[] = [
  each(runTogether, ([found]) => ({ problem: 'marks', found })),
  each(noMark, ([found]) => {
    const meant = mended(found)
    return { problem: 'marks', found, ...(meant && { meant }) }
  }),
  each(blank, ([found]) => ({ problem: 'blank', found })),
  each(noYear, ([found]) => ({ problem: 'year', found }))
]

const ofDays: Spotter<NoDate> = each(monthDay, ([found, year, month, day]) =>
  isNone(numbered(year), Number(month), numbered(day)) ? { problem: 'day', found } : undefined
)

/** The places of a text where a date is written that no calendar has. */
export const dates: Spotter<NoDate> = (source) => {
  const text = plainFigures(source)
  const marks = marked.flatMap((spot) => spot(text)).sort((a, b) => a.from - b.from)
  const apart = marks.filter(({ from }, i) => from >= (marks[i - 1]?.to ?? 0))
  return [
    ...apart,
    ...ofDays(text).filter(({ from, to }) => !apart.some((one) => one.from < to && from < one.to))
  ]
}
