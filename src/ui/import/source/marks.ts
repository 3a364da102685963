import type { RawBlock, SourceSpan } from '../../../core/intake/source/raw.ts'
import type { Review } from '../../../state/import/review.svelte.ts'
import type { WordReview } from '../../../state/import/word-review.svelte.ts'

/** A place in the source that a question is about; `first` carries the question's number. */
export interface SourceMark extends SourceSpan {
  readonly question: number
  /** The question wants an answer. */
  readonly open: boolean
  readonly first: boolean
}

/** All places that questions are about, in the order of the source. */
export function sourceMarksOf({ questions, patch }: Review): SourceMark[] {
  return questions
    .flatMap(({ fields, open }, question) => {
      const spans = fields.flatMap((field) => patch.cells[field]?.at ?? [])
      return spans.map((span, i) => ({ ...span, question, open, first: i === 0 }))
    })
    .sort((a, b) => a.from - b.from)
}

/** The same of what a document says otherwise. */
export const differenceMarksOf = ({ differences, sideOf }: WordReview): SourceMark[] =>
  differences
    .flatMap(({ at }, question) =>
      at ? [{ ...at, question, open: !sideOf(question), first: true }] : []
    )
    .sort((a, b) => a.from - b.from)

/** The mark that lies in a piece of the source, if any. An empty cell is one character wide. */
export const markIn = (
  marks: readonly SourceMark[],
  at: SourceSpan | undefined
): SourceMark | undefined =>
  at &&
  marks.find(
    ({ from, to }) => from < Math.max(at.to, at.from + 1) && Math.max(to, from + 1) > at.from
  )

/** A stretch of the source's text, marked or not. */
export interface MarkedStretch {
  readonly text: string
  readonly mark?: SourceMark
}

/** The text cut where marks begin and end. Marks that overlap an earlier one are left out. */
export function stretches(text: string, marks: readonly SourceMark[]): MarkedStretch[] {
  const cut: MarkedStretch[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.from < at || mark.to > text.length) continue
    if (mark.from > at) cut.push({ text: text.slice(at, mark.from) })
    cut.push({ text: text.slice(mark.from, mark.to), mark })
    at = mark.to
  }
  if (at < text.length) cut.push({ text: text.slice(at) })
  return cut
}

/** Characters and rows that are laid out: of a source as long as this a second's work. */
const shownAtMost = { characters: 200_000, rows: 5_000 }

/** The first blocks of a source that are laid out, none cut within; all of them of any report. */
export function firstBlocks(blocks: readonly RawBlock[]): readonly RawBlock[] {
  let [characters, rows] = [0, 0]
  const end = blocks.findIndex((block) => {
    characters += charactersOf(block)
    rows += block.type === 'grid' ? block.rows.length : 1
    return characters > shownAtMost.characters || rows > shownAtMost.rows
  })
  return end < 0 ? blocks : blocks.slice(0, end)
}

const charactersOf = (block: RawBlock): number =>
  block.type === 'text'
    ? block.text.length
    : block.rows.flat().reduce((sum, { text }) => sum + text.length, 0)

/** The same of the source's text. */
export const firstText = (text: string): string => text.slice(0, shownAtMost.characters)
