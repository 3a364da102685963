/** A paragraph's characters as sums, so that the width of any line of it is a subtraction. */
import { gapBetween, isFull, type Gap } from './gaps.ts'
import type { Char } from './shape.ts'

/** Lengths in em. A line holds the characters from one index up to, not including, another. */
export interface Measured {
  readonly chars: readonly Char[]
  /** Between character i and i + 1. */
  readonly gaps: readonly Gap[]
  /** Where character i begins, and where the one before i ends, on an endless line. */
  readonly begin: Float64Array
  readonly end: Float64Array
  /** The shrink and stretch of all gaps before character i. */
  readonly shrink: Float64Array
  readonly stretch: Float64Array
  /** What a line gains if it begins with i, or ends before i, and a blank half is cut off there. */
  readonly headCut: Float64Array
  readonly tailCut: Float64Array
  /** Where a line that ends before i ends once the blanks there are left out. */
  readonly content: Int32Array
}

/** Sums up characters; `track` is added between two full bodies. */
export function measure(chars: readonly Char[], track: number): Measured {
  const sums = (): Float64Array => new Float64Array(chars.length + 1)
  const [begin, end, shrink, stretch] = [sums(), sums(), sums(), sums()]
  const [headCut, tailCut, content] = [sums(), sums(), new Int32Array(chars.length + 1)]
  const gaps: Gap[] = []
  chars.forEach((char, i) => {
    const next = chars[i + 1]
    const gap = next && gapBetween(char, next)
    if (gap) gaps.push(gap)
    end[i + 1] = (begin[i] ?? 0) + char.metric.advance
    begin[i + 1] = (end[i + 1] ?? 0) + (gap ? gap.natural + (gap.tracked ? track : 0) : 0)
    shrink[i + 1] = (shrink[i] ?? 0) + (gap?.shrink ?? 0)
    stretch[i + 1] = (stretch[i] ?? 0) + (gap?.stretch ?? 0)
    if (char.kind === 'open' && isFull(char)) headCut[i] = 0.5
    if (char.kind === 'close' && isFull(char)) tailCut[i + 1] = 0.5
    content[i + 1] = char.kind === 'space' ? (content[i] ?? 0) : i + 1
  })
  return { chars, gaps, begin, end, shrink, stretch, headCut, tailCut, content }
}
