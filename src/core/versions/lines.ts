import { aligned, type Comparing } from './aligned.ts'

/**
 * Two states of a text, line by line: a line is a paragraph. Measured against the text that both were
 * made of, paragraphs that different people changed are different stretches.
 */

/** A stretch of lines that two texts have otherwise. */
export interface Paragraphs {
  /** The first of these lines in mine, or where theirs would stand there. */
  readonly line: number
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

/** The same with the lines that both were made of. */
export interface ParagraphsSince extends Paragraphs {
  readonly base: readonly string[]
}

/** Paragraphs of a text in place of those of another, from `from` up to `to`. */
interface Replaced {
  readonly from: number
  readonly to: number
  readonly by: readonly string[]
}

/** How much two lines have in common at their ends: a sentence is mended within its paragraph. */
function alike(a: string, b: string): number {
  const short = Math.min(a.length, b.length)
  let head = 0
  while (head < short && a[head] === b[head]) head++
  let tail = 0
  while (tail < short - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return (head + tail) / Math.max(a.length, b.length, 1)
}

const comparing: Comparing<string, string> = { same: (a, b) => a === b, alike, fits: () => true }

const linesOf = (text: string): string[] => text.split('\n')

/** What `after` has in place of which lines of `before`, in order. */
function replacedIn(before: readonly string[], after: readonly string[]): Replaced[] {
  let from = 0
  return aligned(before, after, comparing).flatMap((stretch) => {
    const [gone, by] =
      stretch.kind === 'apart' ? [stretch.mine, stretch.theirs] : [[stretch.mine], [stretch.theirs]]
    const at = from
    from += gone.length
    const nothing = gone.length + by.length === 0
    return stretch.kind === 'same' || nothing ? [] : [{ from: at, to: from, by }]
  })
}

/** The stretches in which two texts differ, in order. */
export function changedLines(mine: string, theirs: string): Paragraphs[] {
  const lines = linesOf(mine)
  return replacedIn(lines, linesOf(theirs)).map(({ from, to, by }) => ({
    line: from,
    mine: lines.slice(from, to),
    theirs: by
  }))
}

/**
 * The same, measured against the text that both were made of. What one changed is a stretch with what
 * the other changed only where both touched the same lines, or added some in the same place.
 */
export function changedLinesSince(base: string, mine: string, theirs: string): ParagraphsSince[] {
  const lines = linesOf(base)
  const [here, there] = [mine, theirs].map((text) => replacedIn(lines, linesOf(text)))
  const found: ParagraphsSince[] = []
  /** Where the next stretch begins in mine, less where it begins in the base. */
  let moved = 0
  for (const stretch of stretchesOf(here ?? [], there ?? [])) {
    const { from, to } = stretch
    const [ours, others] = [stretch.mine, stretch.theirs].map((one) =>
      withLines(lines, one, from, to)
    )
    const one = { line: from + moved, mine: ours ?? [], theirs: others ?? [] }
    moved += one.mine.length - (to - from)
    // Both did the same.
    const isSame =
      one.mine.length === one.theirs.length && one.mine.every((a, i) => a === one.theirs[i])
    if (!isSame) found.push({ ...one, base: lines.slice(from, to) })
  }
  return found
}

/** Paragraphs of the base that were touched together, and what each side made of them. */
interface Touched {
  from: number
  to: number
  readonly mine: Replaced[]
  readonly theirs: Replaced[]
}

function stretchesOf(mine: readonly Replaced[], theirs: readonly Replaced[]): Touched[] {
  const all = [
    ...mine.map((one) => ({ one, side: 'mine' as const })),
    ...theirs.map((one) => ({ one, side: 'theirs' as const }))
  ].sort((a, b) => a.one.from - b.one.from || a.one.to - b.one.to)
  const found: Touched[] = []
  for (const { one, side } of all) {
    let last = found.at(-1)
    const isAdded = one.from === one.to
    const overlaps =
      last && (one.from < last.to || (isAdded && last.from === last.to && one.from === last.from))
    if (!last || !overlaps) {
      last = { from: one.from, to: one.to, mine: [], theirs: [] }
      found.push(last)
    }
    last.to = Math.max(last.to, one.to)
    last[side].push(one)
  }
  return found
}

/** The lines of the base between two places as one side has them. */
function withLines(
  base: readonly string[],
  replaced: readonly Replaced[],
  from: number,
  to: number
): string[] {
  let done = from
  const parts = replaced.flatMap((one) => {
    const before = base.slice(done, one.from)
    done = one.to
    return [...before, ...one.by]
  })
  return [...parts, ...base.slice(done, to)]
}

/** `mine` with these stretches as theirs are. */
export function takenLines(mine: string, stretches: readonly Paragraphs[]): string {
  const lines = linesOf(mine)
  let done = 0
  const inOrder = [...stretches].sort((a, b) => a.line - b.line || a.mine.length - b.mine.length)
  const parts = inOrder.flatMap(({ line, mine: gone, theirs }) => {
    const before = lines.slice(done, line)
    done = line + gone.length
    return [...before, ...theirs]
  })
  return [...parts, ...lines.slice(done)].join('\n')
}
