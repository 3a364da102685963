import { halfWidth } from '../numbers/numeral.ts'
import { quotesIn, type Quote } from './quotes.ts'

/**
 * Words looked for in a text as it prints, for a quote is on the screen as its number. Letters are the
 * same in either case, characters in full and half width, quotation marks of either kind.
 */

/** A place where the words stand; offsets in the text as it is written. */
export interface Found {
  readonly from: number
  readonly to: number
  /** A quote is part of it: its number follows the tables, and is not replaced by words. */
  readonly quoted: boolean
}

/** A place found, with the words of it and beside it as they print, for a list. */
export interface FoundWords {
  readonly before: string
  readonly found: string
  readonly after: string
}

/** What a quote prints; undefined for a chart and for what prints nothing of its own. */
export type PrintedBy = (quote: Quote) => string | undefined

/** Stands for a quote that prints no words: no text and no query has it. */
const noWords = '\0'

const folded = (text: string): string =>
  halfWidth(text)
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\p{Lu}/gu, (letter) => {
      const lower = letter.toLowerCase()
      return lower.length === letter.length ? lower : letter
    })

/** A stretch of the text as it is written, and what it prints. */
interface Printed {
  readonly from: number
  readonly to: number
  /** Where what it prints begins in all that is printed. */
  readonly at: number
  readonly text: string
  readonly quoted: boolean
}

function printedPieces(text: string, printed: PrintedBy): Printed[] {
  const pieces: Printed[] = []
  let [from, at] = [0, 0]
  const add = (to: number, words: string, quoted: boolean): void => {
    if (words) pieces.push({ from, to, at, text: words, quoted })
    at += words.length
    from = to
  }
  for (const { quote, from: start, to } of quotesIn(text)) {
    add(start, text.slice(from, start), false)
    add(to, printed(quote) ?? noWords, true)
  }
  add(text.length, text.slice(from), false)
  return pieces
}

/** Every place of a text where words stand, none over another; none for no words. */
export function placesOf(text: string, words: string, printed: PrintedBy): Found[] {
  const wanted = folded(words)
  if (!wanted) return []
  const pieces = printedPieces(text, printed)
  const all = folded(pieces.map((piece) => piece.text).join(''))
  const found: Found[] = []
  let piece = 0
  const pieceAt = (at: number): Printed | undefined => {
    let one = pieces[piece]
    while (one && one.at + one.text.length <= at) one = pieces[++piece]
    return one
  }
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length)) {
    const first = pieceAt(at)
    const start = piece
    const last = pieceAt(at + wanted.length - 1)
    if (!first || !last) break
    found.push({
      from: first.quoted ? first.from : first.from + at - first.at,
      to: last.quoted ? last.to : last.from + at + wanted.length - last.at,
      quoted: pieces.slice(start, piece + 1).some(({ quoted }) => quoted)
    })
  }
  return found
}

/** A stretch of a text as it prints, in one line; a chart leaves nothing. */
const inPrint = (text: string, printed: PrintedBy): string =>
  printedPieces(text, printed)
    .map((piece) => piece.text)
    .join('')
    .replaceAll(noWords, '')

/** No more of a paragraph is looked at for what stands beside a place, in characters as written. */
const nearby = 4000

/** A place found with what stands beside it in its paragraph, at most so many characters each way. */
export function wordsAround(
  text: string,
  { from, to }: Pick<Found, 'from' | 'to'>,
  printed: PrintedBy,
  most: number
): FoundWords {
  const [above = ''] = text
    .slice(Math.max(0, from - nearby), from)
    .split('\n')
    .slice(-1)
  const [below = ''] = text.slice(to, to + nearby).split('\n')
  return {
    before: inPrint(above, printed).trimStart().slice(-most),
    found: inPrint(text.slice(from, to), printed),
    after: inPrint(below, printed).slice(0, most)
  }
}

/** The text with other words at these places; places with a quote keep what they say. */
export function replacedAt(text: string, places: readonly Found[], words: string): string {
  let done = 0
  let result = ''
  for (const { from, to, quoted } of places) {
    if (quoted) continue
    result += text.slice(done, from) + words
    done = to
  }
  return result + text.slice(done)
}
