import { withoutQuotes } from '../prose/quotes.ts'
import { remembered } from '../prose/remembered.ts'
import { sentencesOf, type Sentence } from '../prose/sentences.ts'

/**
 * Last year's sentences in this year's text. Nothing is recorded about where a sentence came from:
 * it is last year's as long as it says the same, but for the year it names, and its author's own as
 * soon as anything else of it is changed.
 */

/** Shorter sentences are the same every year by their nature. */
const shortest = 10

const plain = (text: string): string => text.replace(/\s/g, '')
const keyOf = (text: string): string => plain(text).replace(/(?:19|20)\d\d(?=年)/g, 'YYYY')

/** Sections are looked at on every key, and last year's text does not change meanwhile. */
const keysOf = remembered(
  (text): ReadonlySet<string> => new Set(sentencesOf(text).map((sentence) => keyOf(sentence.text)))
)

/** The sentences of `now` that stand in `last` word for word, years aside; no headings. */
export function untouched(now: string, last: string): Sentence[] {
  if (!last.trim()) return []
  const keys = keysOf(last)
  return sentencesOf(now).filter(
    ({ heading, text }) => !heading && plain(text).length >= shortest && keys.has(keyOf(text))
  )
}

/** Whether two sentences are the same but for the year they name. */
export const sameSentence = (a: string, b: string): boolean => keyOf(a) === keyOf(b)

const figure = /[约近超逾]?\d+(?:\.\d+)?[万亿]?[余多]?/g

const withoutFigures = (text: string): string => withoutQuotes(plain(text)).replace(figure, '#')

/** Whether two sentences are the same but for their figures, quoted ones among them. */
export const sameButFigures = (a: string, b: string): boolean =>
  withoutFigures(a) === withoutFigures(b)

/** Years, numbers of orders and names of documents are no figures of the office. */
const noFigure = /(?:19|20)\d\d年|〔\d{4}〕\d+号|《[^《》]*》/g

/** Whether a sentence states a figure of its own: last year's figure, when it is last year's. */
export const hasFigure = (text: string): boolean =>
  /\d/.test(withoutQuotes(text).replace(noFigure, ''))

/** A sentence of one year with that year's number replaced by another's. */
export const inYear = (text: string, from: number, to: number): string =>
  text.replaceAll(`${from}年`, `${to}年`)
