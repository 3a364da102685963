import { startOf } from '../../prose/clauses.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import { matchesOf } from '../../prose/pieces.ts'
import { remembered } from '../../prose/remembered.ts'

/** The period that the figures are said to be of, in the forms that offices write it. */

export interface StatedPeriod {
  /** The words as they stand in the text, and their offset. */
  readonly at: number
  readonly words: string
  /** The years of its first and its last day. */
  readonly from: number
  readonly to: number
  /** From the first of January, or January, to the last of December. */
  readonly whole: boolean
  /** No 年, 月 or 日 left out. */
  readonly wellFormed: boolean
  /** Called the period of the figures; else it only looks like a year. */
  readonly named: boolean
}

const day = (name: string, year: string): string =>
  `${year}(?<${name}m>\\d{1,2}|元(?=月))\\s*(?<${name}M>[月.\\-/]?)\\s*(?:(?<=[月.\\-/]\\s*)(?<${name}d>\\d{1,2})\\s*(?<${name}D>[日号]?))?`
const yearOf = (name: string): string =>
  `(?<${name}y>(?:19|20)\\d{2})\\s*(?<${name}Y>[年.\\-/]?)\\s*`
/** What is left of a broken date: 12月3l日, 12日31日. */
const left = '(?<left>[\\dIlO日号曰]{1,6}(?![前后起内均]))?'
const range = new RegExp(
  `${day('a', yearOf('a'))}\\s*起?[，,]?\\s*(?:至|到|[—–－~～-]+)\\s*${day('b', `(?:${yearOf('b')})?`)}${left}(?!\\d)`,
  'g'
)

const named = /统计|数据|所列|时限|期限/
/** A period of something else, or one that the figures are compared with. */
const other = /公开期|公示|公告|征集|征求|下载|有效期|查阅|任期|规划|(?:[与比较同])$/
const compared = /^[^，。；\n]{0,12}(?:相比|相较)/

const ranges = matchesOf(range)

/** All periods of a text that are, or can only be, those of its figures. */
export const periodsIn = remembered((source): readonly StatedPeriod[] => {
  return ranges(plainFigures(source)).flatMap(({ from: at, match }): StatedPeriod[] => {
    const { index, input: text, groups = {} } = match
    const before = text.slice(Math.max(startOf(text, index, '。；\n'), index - 24), index)
    const behind = text.slice(index + match[0].length)
    if (other.test(before) || compared.test(behind)) return []
    const whole = isWhole(groups)
    const isNamed = named.test(before) || /^[^，。；\n]{0,8}(?:统计|数据)/.test(behind)
    if (!isNamed && !whole) return []
    const from = Number(groups['ay'])
    const words = source.slice(at, at + match[0].length)
    const to = groups['by'] === undefined ? from : Number(groups['by'])
    return [{ at, words, from, to, whole, wellFormed: isWellFormed(groups), named: isNamed }]
  })
})

type Groups = Readonly<Record<string, string | undefined>>

const isWhole = ({ am, ad, bm, bd, left: rest }: Groups): boolean =>
  rest === undefined &&
  (am === '元' || Number(am) === 1) &&
  Number(bm) === 12 &&
  (ad === undefined ? bd === undefined : Number(ad) === 1 && Number(bd) === 31)

/** 2025年1月1日至12月31日, 2025年1-12月 or 2025.1.1-2025.12.31, each with all of its marks. */
function isWellFormed({ aY, aM, ad, aD, by, bY, bM, bD, left: rest }: Groups): boolean {
  if (rest !== undefined) return false
  if (/[.\-/]/.test(aY ?? ''))
    return (ad === undefined || aM === aY) && (by === undefined || bY === aY)
  const days =
    ad === undefined ? bM === '月' : aM === '月' && !!aD && bM === '月' && !!bD && aD === bD
  return aY === '年' && days && (by === undefined || bY === '年')
}
