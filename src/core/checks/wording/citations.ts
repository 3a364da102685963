import { endOf, startOf } from '../../prose/clauses.ts'
import { before, each, type Spotter } from '../../findings/spotting.ts'

/** The numbers of the documents that a report goes by: 国办公开办函〔2021〕30号, 国务院令第711号. */

/**
 * A number of a document as it is not: in brackets of another kind, of another document, or of the one
 * that was in force before. `meant` where only one can be meant, `perhaps` where it is likely.
 */
export interface WrongCitation {
  readonly problem: 'brackets' | 'number' | 'old'
  readonly found: string
  readonly meant?: string
  readonly perhaps?: string
}

const format = '国办公开办函〔2021〕30号'
/** What the order sets: named in its sentence, no other document can be meant. */
const ofFormat = /年度报告格式|报告格式|年报格式/
/** The report is made after it. */
const reporting = /编制|年度报告|年报/

const open = '[〔\\[［（(【﹝]'
const close = '[〕\\]］）)】﹞]'
/** 国办公开办函, or a name like it, with a year and a number. */
const order = new RegExp(
  `国办([公开办政务信息]{1,8})?([函涵含])?\\s?(${open})?\\s?(20\\d\\d)\\s?(${close}|年)?\\s?(第?)\\s?(\\d{1,3})\\s?号`,
  'g'
)

const orders: Spotter<WrongCitation> = each(order, (match) => {
  const [found, name, letter, opened = '', year, closed = '', counted, number] = match
  const ofOpenness = name?.includes('公')
  const { input, index } = match
  const sentence = input.slice(
    startOf(input, index, '。\n'),
    endOf(input, index + found.length, '。\n')
  )
  const likely = reporting.test(sentence)
  const sure = ofFormat.test(sentence)
  const named = name === '公开办' && letter !== undefined
  const guess = sure ? { meant: format } : { perhaps: format }
  if (year === '2021' && number === '30') {
    const plain = opened === '〔' && closed === '〕' && !counted
    if (named) return plain ? undefined : { problem: 'brackets', found, meant: format }
    if (ofOpenness) return { problem: 'number', found, meant: format }
    return sure || likely ? { problem: 'number', found, ...guess } : undefined
  }
  if (!ofOpenness || !(sure || likely)) return undefined
  // The format that was tried in 2019 and 2020.
  if (year === '2019' && number === '60') return { problem: 'old', found, perhaps: format }
  return year === '2021' || number === '30' ? { problem: 'number', found, ...guess } : undefined
})

/** The Regulations with the number of the order that proclaimed them. */
const decree =
  /(?<=信息公开条例》?\s?[（(](?:中华人民共和国)?国(?:务院)?令\s?第?\s?)\d{1,4}(?=\s?号)/g
const inForce = '711'

const decrees: Spotter<WrongCitation> = each(decree, ([found]) =>
  found === inForce
    ? undefined
    : { problem: found === '492' ? 'old' : 'number', found, meant: inForce }
)

/** Any other document's number whose year stands in brackets of another kind. */
const other =
  /(?<=[发函字办通规秘])(?!〔20\d\d〕)[〔[［（(【]20\d\d[〕\]］）)】](?=\s?\d{1,4}\s?号)/g

const others: Spotter<WrongCitation> = each(other, (match) =>
  /国办(?:公开|信息公开|政务公开)?办?[函涵含]?$/.test(before(match))
    ? undefined
    : { problem: 'brackets', found: match[0], meant: `〔${match[0].slice(1, -1)}〕` }
)

export const citations: readonly Spotter<WrongCitation>[] = [orders, decrees, others]
