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

const figure = /[约近超逾]?\d+(?:\.\d+)?[万亿]?[余多]?%?/g

const withoutFigures = (text: string): string => withoutQuotes(plain(text)).replace(figure, '#')

/** A sentence of this year's that is one of last year's: `same` but for the year, or for its figures. */
export interface StandingSentence {
  readonly sentence: Sentence
  readonly kind: 'same' | 'figures'
}

/** Where last year's sentences stand in a text, by their words. */
export function standingIn(now: string): (sentence: string) => StandingSentence | undefined {
  const [same, alike] = [new Map<string, Sentence>(), new Map<string, Sentence>()]
  for (const sentence of sentencesOf(now).reverse()) {
    same.set(keyOf(sentence.text), sentence)
    alike.set(withoutFigures(sentence.text), sentence)
  }
  return (words) => {
    const known = same.get(keyOf(words))
    const other = known ?? alike.get(withoutFigures(words))
    return other && { sentence: other, kind: known ? 'same' : 'figures' }
  }
}

/** Years, numbers of orders and names of documents are no figures of the office. */
const noFigure = /(?:19|20)\d\d年|〔\d{4}〕\d+号|《[^《》]*》/g

/** Whether a sentence states a figure of its own: last year's figure, when it is last year's. */
export const hasFigure = (text: string): boolean =>
  /\d/.test(withoutQuotes(text).replace(noFigure, ''))

const yearNamed = /(?<!\d)((?:19|20)\d\d)年/g
/** What is compared with a year stands behind such a word: 较2023年, 与2023年相比. */
const comparing = /[比较与同]$/

/**
 * Text of one year as it is to be said of another: that year, the one after it, and the one before it
 * where that is what is compared with. Other years are facts and stay.
 */
export const inYear = (text: string, from: number, to: number): string =>
  text.replace(yearNamed, (words, digits: string, at: number) => {
    const year = Number(digits)
    const before = year === from - 1 && comparing.test(text.slice(Math.max(0, at - 1), at))
    return year === from || year === from + 1 || before ? `${year + to - from}年` : words
  })
