import { passages, unnumbered } from '../prose/narrative.ts'
import { printedQuote } from './quote.ts'
import { quotesIn } from '../prose/quotes.ts'
import type { Report } from '../report/report.ts'

/**
 * Places in a line of text as it was written and as it is printed, which differ: quoted figures are
 * written out, and （一） gets the brackets of the standard (compose.ts).
 */

/** The place in print of a place in the line; within a quoted figure its beginning. */
export const printedAt = (report: Report, line: string, offset: number): number =>
  across(piecesOf(report, line), offset, 'written', 'printed')

/** The place in the line of a place in print; within a figure written out its beginning. */
export const writtenAt = (report: Report, line: string, offset: number): number =>
  across(piecesOf(report, line), offset, 'printed', 'written')

/** The lengths of a piece of the line; of one that is literal both are the same. */
interface Piece {
  readonly written: number
  readonly printed: number
  readonly literal: boolean
}

function piecesOf(report: Report, line: string): Piece[] {
  const body = unnumbered(line)
  const [passage] = passages(line)
  const [written, printed] = [line, passage?.text ?? line].map((text) => text.length - body.length)
  const pieces: Piece[] = [
    { written: written ?? 0, printed: printed ?? 0, literal: written === printed }
  ]
  const literal = (length: number): void => {
    pieces.push({ written: length, printed: length, literal: true })
  }
  let done = 0
  for (const { quote, from, to, text } of quotesIn(body)) {
    literal(from - done)
    pieces.push({
      written: text.length,
      printed: (printedQuote(report, quote) ?? text).length,
      literal: false
    })
    done = to
  }
  literal(body.length - done)
  return pieces
}

type Side = 'written' | 'printed'

function across(pieces: readonly Piece[], offset: number, from: Side, to: Side): number {
  let left = offset
  let sum = 0
  for (const piece of pieces) {
    if (left < piece[from]) return sum + (piece.literal ? left : 0)
    left -= piece[from]
    sum += piece[to]
  }
  return sum
}

const ends = /[。；！？!?]/

/** The sentence around a place of a text, with the mark that ends it; at the text's end the last. */
export function sentenceAround(text: string, offset: number): { from: number; to: number } {
  let from = Math.max(0, Math.min(offset, text.length - 1))
  let to = from
  while (from > 0 && !ends.test(text.charAt(from - 1))) from--
  while (to < text.length && !ends.test(text.charAt(to))) to++
  return { from, to: Math.min(to + 1, text.length) }
}
