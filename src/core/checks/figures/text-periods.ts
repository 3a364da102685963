import { plainFigures } from '../../numbers/numeral.ts'
import { matchesOf } from '../../prose/pieces.ts'
import type { Place } from '../../findings/finding.ts'
import type { Facts, Hit } from '../../findings/rule.ts'
import { dates } from './dates.ts'
import { periodsIn } from './periods.ts'
import { at as wordsAt } from './stated.ts'

/** The period that the lead-in gives for the figures: all of the year, written out. */

/** The period of the figures in words that are not those; `due`: what they can only mean. */
export interface WrongPeriod {
  readonly found: string
  readonly year: number
  readonly due?: string
}

const wholeYear = (year: number): string => `${year}年1月1日至${year}年12月31日`

/** The period of the figures: 1 January to 31 December of the year, written out whole. */
export function wrongPeriods({ report: { text, year } }: Facts): Hit<WrongPeriod>[] {
  const written = (['leadIn', 'overview'] as const).flatMap((section) =>
    periodsIn(text[section])
      .filter((period) => section === 'leadIn' || period.named)
      .filter(
        ({ from, to, whole, wellFormed }) => !(from === year && to === year && whole && wellFormed)
      )
      .map(({ at, words, whole, from, to }) => {
        // A part of a year may be what was meant; a whole one can only be this one.
        const due = whole && from === to ? wholeYear(year) : meantBy(words, year)
        return wordsAt(section, at, words, { year, ...(due && { due }) })
      })
  )
  return [...written, ...broken(text.leadIn, year)]
}

/** Words that announce the period of the figures, with the date behind them. */
const announced = /(?:统计|数据|所列)[^，。；\n\d]{0,14}$|截[止至](?:日期|时间)[^，。；\n\d]{0,4}$/
/** A date behind such words with all that belongs to it, in whatever order. */
const stretch = /(?<!\d)20\d\d[\d年月日号曰起至到—–～~.\- ]{2,40}/g
/** One day alone, up to which the figures are said to be: 截至 2024 年 12 月 31 日. */
const lastDay = /^(20\d\d)年(\d{1,2})月(\d{1,2})日$/

const stretches = matchesOf(stretch)

/** What the digits of a broken period leave to be meant: all of the year, or its last day. */
function meantBy(words: string, year: number): string | undefined {
  const digits = words.replace(/[lI]/g, '1').replace(/O/g, '0').replace(/\D/g, '')
  const firsts = [`${year}11`, `${year}0101`, `${year}101`, `${year}011`]
  if (firsts.some((first) => [`${first}${year}1231`, `${first}1231`].includes(digits)))
    return wholeYear(year)
  return digits === `${year}1231` ? `${year}年12月31日` : undefined
}

/** A period behind such words that is none; its digits can still say which was meant. */
function broken(text: string, year: number): Hit<WrongPeriod>[] {
  const wrongs = dates(text)
  return stretches(plainFigures(text)).flatMap(({ from, match }): Hit<WrongPeriod>[] => {
    const words = text.slice(from, from + match[0].length).replace(/[\s起至到—–～~.-]{1,9}$/, '')
    const to = from + words.length
    const taken = periodsIn(text).some(({ at, words: said }) => at < to && at + said.length > from)
    if (taken || !announced.test(text.slice(Math.max(0, from - 30), from))) return []
    const last = lastDay.exec(plainFigures(words))
    if (last && !wrongs.some((one) => one.from < to && one.to > from)) {
      const isLast = last[2] === '12' && last[3] === '31'
      if (Number(last[1]) === year && isLast) return []
      // The day on which the figures were counted may be another one.
      if (!isLast || !/截/.test(text.slice(Math.max(0, from - 12), from))) return []
      return [wordsAt('leadIn', from, words, { year, due: `${year}年12月31日` })]
    }
    if (!wrongs.some((one) => one.from < to && one.to > from)) return []
    const due = meantBy(words, year)
    return [wordsAt('leadIn', from, words, { year, ...(due && { due }) })]
  })
}

/** The places of the lead-in that are told of as the period of the figures. */
export const periodPlaces = (text: string, year: number): readonly Place[] => [
  ...periodsIn(text).map(({ at: from, words }): Place => {
    return { kind: 'text', section: 'leadIn', from, to: from + words.length }
  }),
  ...broken(text, year).map(({ at }) => at)
]
