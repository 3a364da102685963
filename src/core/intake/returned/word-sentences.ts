import { printedQuote, quoted } from '../../compose/quote.ts'
import { likeness } from '../../prose/likeness.ts'
import { passageOf } from '../../prose/narrative.ts'
import { quotesIn, type QuoteAt } from '../../prose/quotes.ts'
import { sentencesOf } from '../../prose/sentences.ts'
import type { Report } from '../../report/report.ts'
import type { SourceSpan } from '../source/raw.ts'
import { aligned, type Comparing, type Stretch } from '../../versions/aligned.ts'
import { comparable, type WordDifference } from './difference.ts'
import { withQuotesKept } from './kept-quotes.ts'
import type { SectionPlace } from './printed.ts'

/** The sentences of a paragraph beside those that a document has there. */

/** A report, and the same with the numbers that the document has in its tables. */
export interface TextStates {
  readonly report: Report
  readonly followed: Report
}

/** A sentence as the report prints it, with its place in the section. */
interface Own {
  readonly text: string
  readonly keys: readonly string[]
  readonly from: number
  readonly to: number
}

const comparing: Comparing<Own, string> = {
  same: ({ keys }, said) => keys.includes(comparable(said)),
  alike: ({ text }, said) => likeness(text, said).share,
  fits: () => true
}

/** What of a paragraph is said otherwise: sentence by sentence, as far as they can be told apart. */
export function changedSentences(
  states: TextStates,
  place: SectionPlace,
  theirs: string,
  at: SourceSpan | undefined
): WordDifference[] {
  const mine = ownSentences(states, place)
  const printed = mine.map(({ text }) => text).join('')
  const said = sentencesOf(theirs).map(({ text }) => text)
  // A number may be printed with a note that holds the end of a sentence.
  if (sentencesOf(printed).length !== mine.length) {
    return [rewritten(states, place, printed, theirs, at)]
  }
  let end = place.from
  let run: Stretch<Own, string>[] = []
  const found: WordDifference[] = []
  const close = (): void => {
    const own = run.map((one) =>
      one.kind === 'apart' ? one : { mine: [one.mine], theirs: [one.theirs] }
    )
    // Sentences that were joined, parted, added or left out are told with their changed neighbours.
    const parts = own.every(({ mine: a, theirs: b }) => a.length === 1 && b.length === 1)
      ? own
      : [{ mine: own.flatMap((one) => one.mine), theirs: own.flatMap((one) => one.theirs) }]
    for (const part of parts) {
      const [first, last] = [part.mine[0], part.mine.at(-1)]
      const [from, to] = [first?.from ?? end, last?.to ?? end]
      const words = part.mine.map(({ text }) => text).join('')
      found.push(rewritten(states, { ...place, from, to }, words, part.theirs.join(''), at))
      end = to
    }
    run = []
  }
  for (const stretch of aligned(mine, said, comparing)) {
    if (stretch.kind !== 'same') run.push(stretch)
    else {
      if (run.length) close()
      end = stretch.mine.to
    }
  }
  if (run.length) close()
  return found
}

function ownSentences(
  { report, followed }: TextStates,
  { section, from, to }: SectionPlace
): Own[] {
  const line = report.text[section].slice(from, to)
  return sentencesOf(line).map(({ text, from: begins, to: ends }, i) => {
    // The number before a paragraph has the brackets of the standard in print.
    const standing = (i === 0 && passageOf(text)?.text) || text
    const [mine, other] = [quoted(report, standing), quoted(followed, standing)]
    const keys = [mine, other].map(comparable)
    return { text: mine, keys, from: from + begins, to: from + ends }
  })
}

/** A stretch of a section with other words in print; without any, it goes with its line. */
export function rewritten(
  { report, followed }: TextStates,
  { section, from, to }: SectionPlace,
  mine: string,
  theirs: string,
  at: SourceSpan | undefined
): WordDifference {
  const text = report.text[section]
  const written = text.slice(from, to)
  const said = { mine, theirs, ...(at && { at }) }
  if (!theirs) {
    const lost = quotesIn(written).length
    return { kind: 'text', section, ...withLine(text, from, to), by: '', kept: 0, lost, ...said }
  }
  const printedAs = ({ quote, text: token }: QuoteAt): string[] => [
    printedQuote(report, quote) ?? token,
    printedQuote(followed, quote) ?? token
  ]
  const { text: by, ...quotes } = withQuotesKept(written, theirs, printedAs, report.year)
  return { kind: 'text', section, from, to, by, ...quotes, ...said }
}

/** A stretch that is all of its lines, with the end of the last one. */
function withLine(text: string, from: number, to: number): { from: number; to: number } {
  const begins = from === 0 || text[from - 1] === '\n'
  if (begins && text[to] === '\n') return { from, to: to + 1 }
  return begins && to === text.length && from > 0 ? { from: from - 1, to } : { from, to }
}
