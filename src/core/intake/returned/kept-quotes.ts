import { claims } from '../../prose/claims/claims.ts'
import { quotesIn, type QuoteAt } from '../../prose/quotes.ts'

/**
 * A passage that was changed in print, written again with the quotes that still say the same. A quote
 * whose figure was touched, or of which the new words say something else, is not kept: the figure
 * stays as it was typed, and nothing is bound to a cell that it does not mean.
 */

/** The ways in which a quote may stand in print. */
export type PrintedAs = (quote: QuoteAt) => readonly string[]

/** A changed passage as it is to be written. */
export interface Rewritten {
  readonly text: string
  readonly kept: number
  readonly lost: number
}

/** Passages longer than this, in characters by characters, keep no quotes. */
const most = 2_000_000

/** The printed `words` that were once `written`, with what of its quotes can be kept. */
export function withQuotesKept(
  written: string,
  words: string,
  printedAs: PrintedAs,
  year: number
): Rewritten {
  const quotes = quotesIn(written)
  const pieces = piecesOf(written, quotes, printedAs)
  const printed = pieces.map(({ forms: [form = ''] }) => form).join('')
  const old = subjectsOf(printed, year)
  const now = subjectsOf(words, year)
  const kept = matched(pieces, words).filter(({ piece: { quote, from }, at, length }) => {
    const [first = ''] = pieces[pieces.findIndex((one) => one.from === from)]?.forms ?? []
    const [before, after] = [old.get(from), now.get(at)]
    if (!quote) return false
    if (before ?? after) return before === after
    const around = [from - 1, from + first.length].map((place) => printed.charAt(place))
    return around[0] === words.charAt(at - 1) && around[1] === words.charAt(at + length)
  })
  let done = 0
  const parts = kept.map(({ piece, at, length }) => {
    const part = words.slice(done, at) + (piece.quote?.text ?? '')
    done = at + length
    return part
  })
  return {
    text: parts.join('') + words.slice(done),
    kept: kept.length,
    lost: quotes.length - kept.length
  }
}

/** What each figure of a text is of, by its place. */
const subjectsOf = (text: string, year: number): ReadonlyMap<number, string> =>
  new Map(claims(text, year).map(({ figureAt, subject }) => [figureAt, subject]))

/** A character of the passage, or a quote with the ways to print it; `from`: its place in print. */
interface Piece {
  readonly forms: readonly string[]
  readonly from: number
  readonly quote?: QuoteAt
}

function piecesOf(written: string, quotes: readonly QuoteAt[], printedAs: PrintedAs): Piece[] {
  const pieces: Piece[] = []
  let [at, done] = [0, 0]
  const add = (forms: readonly string[], quote?: QuoteAt): void => {
    pieces.push({ forms, from: at, ...(quote && { quote }) })
    at += forms[0]?.length ?? 0
  }
  const literal = (to: number): void => {
    for (const char of written.slice(done, to)) add([char])
  }
  for (const quote of quotes) {
    literal(quote.from)
    add(printedAs(quote), quote)
    done = quote.to
  }
  literal(written.length)
  return pieces
}

interface Match {
  readonly piece: Piece
  /** Its place in the words, and how much of them it is. */
  readonly at: number
  readonly length: number
}

/** The pieces that stand in the words in their order, as many as can be. */
function matched(pieces: readonly Piece[], words: string): Match[] {
  const line = words.length + 1
  if (pieces.length * line > most) return []
  const best = new Float32Array((pieces.length + 1) * line)
  const bestAt = (i: number, j: number): number => best[i * line + j] ?? 0
  /** The way a piece stands at a place of the words; undefined where it does not. */
  const formAt = (i: number, j: number): string | undefined =>
    pieces[i]?.forms.find((form) => form !== '' && words.startsWith(form, j))
  // Of two ways to match the same characters the one that leaves a quote whole is the better.
  const worth = (i: number, j: number, form: string): number =>
    form.length + (pieces[i]?.quote ? 0.5 : 0) + bestAt(i + 1, j + form.length)
  for (let i = pieces.length - 1; i >= 0; i--) {
    for (let j = words.length; j >= 0; j--) {
      const form = formAt(i, j)
      const here = form === undefined ? 0 : worth(i, j, form)
      best[i * line + j] = Math.max(here, bestAt(i + 1, j), j < words.length ? bestAt(i, j + 1) : 0)
    }
  }
  const found: Match[] = []
  for (let i = 0, j = 0; i < pieces.length && j < words.length;) {
    const [piece, form] = [pieces[i], formAt(i, j)]
    if (piece && form !== undefined && Math.fround(worth(i, j, form)) === bestAt(i, j)) {
      found.push({ piece, at: j, length: form.length })
      i++
      j += form.length
    } else if (bestAt(i + 1, j) >= bestAt(i, j + 1)) i++
    else j++
  }
  return found
}
