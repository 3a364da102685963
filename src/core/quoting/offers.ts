import { printedQuote } from '../compose/quote.ts'
import { halfWidth } from '../numbers/numeral.ts'
import { quoteToken, type Quote } from '../prose/quotes.ts'
import type { Report } from '../report/report.ts'
import { quoteMeant } from './bindings.ts'
import { sourcesIn } from './sources.ts'

/** What can be quoted, found by its name or its number. */

/** Something that can be quoted, as it is offered. */
export interface Offer {
  readonly quote: Quote
  /** Where it stands: 表三 · 本年新收 · 总计. */
  readonly name: string
  /** As it is printed; undefined where it is not filled in or not known. */
  readonly printed: string | undefined
}

interface Wanted {
  /** How many are wanted at most. */
  readonly limit?: number
  /** What stands before the place where it is to be quoted: it may say what is meant. */
  readonly before?: string
}

/**
 * What matches words or a number, the best first: what the words before the place ask for, a number
 * that is the same, names that contain the words as they stand, what is filled in, totals before
 * columns, cells before what is made of them.
 */
export function quoteOffers(
  report: Report,
  query: string,
  { limit = 12, before = '' }: Wanted = {}
): Offer[] {
  const { numbers, words } = asked(query)
  const meant = quoteMeant(report, before)
  const found = sourcesIn(report).flatMap(({ quote, name, rank, also }) => {
    const text = name.replace(/[\s·]/g, '') + also
    const named = Math.max(0, ...words.map((word) => misses(text, word)))
    if (named === Infinity) return []
    const printed = printedQuote(report, quote)
    const near = Math.max(0, ...numbers.map((number) => distance(number, printed, text)))
    if (near === Infinity) return []
    const asked = meant !== undefined && quoteToken(meant) === quoteToken(quote) ? 0 : 1
    const blank = printed === undefined ? 1 : 0
    const order = [asked, near, named, blank, -said(text, before), rank, printed === '0' ? 1 : 0]
    return [{ offer: { quote, name, printed }, order }]
  })
  return found
    .sort((a, b) => compared(a.order, b.order))
    .slice(0, limit)
    .map(({ offer }) => offer)
}

/** The numbers and the words of a query, measure words aside: 新收56件. */
function asked(query: string): { numbers: readonly string[]; words: readonly string[] } {
  const plain = halfWidth(query).slice(0, 40)
  const numbers = plain.match(/\d[\d,.]{0,20}%?/g) ?? []
  const words = plain
    .replace(/\d[\d,.]{0,20}%?\s?(?:[件宗起条份个人次篇期场户]|人次|万元|年)?/g, ' ')
    .split(/[\s·，。、（）“”]+/)
    .filter(Boolean)
  return { numbers: numbers.map((number) => number.replace(/[,.]{1,20}$|,/g, '')), words }
}

/** How far a number is from what is printed: 0 the same, 1 where it goes on, none where it is another. */
function distance(number: string, printed = '', name: string): number {
  const digits = printed.replace(/（.*$/, '').replace(/^[^\d]+|[^\d%]+$/g, '')
  if (digits === number || digits === `${number}%`) return 0
  return digits.startsWith(number) || name.includes(number) ? 1 : Infinity
}

/**
 * 0 where a name has the word as it stands; where it has all of it in pieces, as 新收 · 总计 has 新收总计,
 * 1 if the name begins with the first, else 2.
 */
function misses(name: string, word: string): number {
  if (name.includes(word)) return 0
  let first = 0
  for (let from = 0; from < word.length;) {
    let to = word.length
    while (to > from + 1 && !name.includes(word.slice(from, to))) to--
    if (to < from + 2) return Infinity
    first ||= to
    from = to
  }
  return name.startsWith(word.slice(0, first)) ? 1 : 2
}

/** How many characters right before the place name it: 4 behind 其中予以公开; fewer than 3 are chance. */
function said(name: string, before: string): number {
  for (let length = Math.min(8, before.length); length > 2; length--)
    if (name.includes(before.slice(-length))) return length
  return 0
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
