import { readFigure, type FigureReading } from '../../platforms/figure.ts'
import { clauseEnd, grownFrom, grownTo, noWhole } from './words.ts'

/** Numbers as prose writes them, with the words that say how exact they are, and what is no whole. */

export interface NumberAt {
  /** Where it stands in its sentence, without its measure word; `end` is behind that. */
  readonly from: number
  readonly to: number
  readonly end: number
  readonly reading: FigureReading
  readonly measure: string
  /** Whether it is written in words: 三百余. Nearly anything can be such a number: 一批. */
  readonly inWords: boolean
  /** What follows, as far as it can say what was counted. */
  readonly behind: string
}

const number =
  /((?:大约|约有?|将近|接近|近|超过|突破|超|逾|不足)?\s{0,3})(\d[\d,.]*\s{0,3}(?:[余多])?\s{0,3}[千百]?[万亿]?\s{0,3}(?:[余多])?|(?<![第每逐同统唯进])[一二两三四五六七八九十百千万零〇]{1,9}[余多]?)\s{0,3}(人次|场次|条次|[条篇则个人名位户次场期件部项份册轮班家幅张处](?![月年]))?/g
const rounding: Readonly<Record<string, string>> = {
  约有: '约',
  突破: '超',
  不足: '近',
  接近: '近'
}

/** The numbers of a sentence, apart from dates, shares and 第3期. */
export const numbersIn = (sentence: string): NumberAt[] =>
  Array.from(sentence.matchAll(number)).flatMap((match): NumberAt[] => {
    const { 0: whole, 1: about = '', 2: digits = '', 3: word = '', index: from } = match
    const end = from + whole.length
    const behind = sentence.slice(end, end + 16)
    const measure = word === '条次' ? '条' : word
    const inWords = !/^\d/.test(digits)
    const noCount = measure === '' && (inWords || /^[年月日号%点岁]/.test(behind))
    if (
      noCount ||
      /^\+(?![，。；、）,);次人]|$)/.test(behind) ||
      /第\s?$/.test(sentence.slice(0, from).slice(-2))
    )
      return []
    const lead = about.trim()
    const around = /^(?:左右|上下|以上|\+)/.exec(behind)?.[0] ?? ''
    // 千余条 is 一千余条.
    const reading = readFigure(
      (rounding[lead] ?? lead) + digits.replace(/^[百千万]/, '一$&') + around
    )
    const to = from + (about + digits).trimEnd().length
    return [{ from, to, end, reading, measure, inWords, behind }]
  })

/** Whether a number is an average, a change, or the one that another grew from. */
export const isNoWhole = (gap: string): boolean => {
  const clause = gap.slice(-60).split(clauseEnd).at(-1) ?? ''
  return noWhole.test(clause) || (grownFrom.test(clause) && !grownTo.test(clause))
}
