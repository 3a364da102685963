/** The white between two neighbours in a line. Unit: em. */
import { isDigit, isPaired } from './chars.ts'
import type { Char } from './shape.ts'

/** The space between two characters. */
export interface Gap {
  /** Added to the advances; −0.5 where two marks share one body. */
  readonly natural: number
  /** How far it may shrink. */
  readonly shrink: number
  /** Its share when a line is stretched; 1 between two Han characters. */
  readonly stretch: number
  /** Which neighbour loses half its body for it. */
  readonly cut?: 'before' | 'after'
  /** Whether the look's tracking applies: only between two full bodies. */
  readonly tracked?: true
}

const solid: Gap = { natural: 0, shrink: 0, stretch: 0 }
/** Next to nothing, so that a line of nothing but digits still reaches its right edge. */
const inWord: Gap = { natural: 0, shrink: 0, stretch: 0.02 }
const plain: Gap = { natural: 0, shrink: 0.012, stretch: 1, tracked: true }
const blankHalf: Gap = { natural: 0, shrink: 0.25, stretch: 1, tracked: true }
const inkHalf: Gap = { natural: 0, shrink: 0.012, stretch: 0.35, tracked: true }
const closing: Gap = { natural: -0.5, shrink: 0, stretch: 0.2, cut: 'before' }
const between: Gap = { natural: -0.5, shrink: 0, stretch: 0.5, cut: 'before' }
const opening: Gap = { natural: -0.5, shrink: 0, stretch: 0.2, cut: 'after' }
const scripts: Gap = { natural: 0.125, shrink: 0.0625, stretch: 1.3 }
/** A dash fills its body: the blank half of a quotation mark beside it would be a hole. */
const dashed: Gap = { natural: -0.25, shrink: 0.15, stretch: 0.5 }
const word: Gap = { natural: 0, shrink: 0.03, stretch: 1.5 }

const dash = 0x2014

/** Whether a mark fills a full body, half of which can be cut. */
export const isFull = ({ metric }: Char): boolean => metric.advance > 0.9

/** The gap between two characters that stand side by side in a line. */
export function gapBetween(a: Char, b: Char): Gap {
  if (b.kind === 'mark') return solid
  if (a.code === b.code && isPaired(a.code)) return solid
  if (a.kind === 'space' || b.kind === 'space') return word
  if (a.kind === 'latin' && b.kind === 'latin') return inWord
  if (
    b.code === dash
      ? a.kind === 'close' && isFull(a)
      : a.code === dash && b.kind === 'open' && isFull(b)
  )
    return dashed
  if (a.kind === 'close' && isFull(a)) {
    if (b.kind === 'close') return closing
    if (b.kind === 'open') return between
    return blankHalf
  }
  if (b.kind === 'open' && isFull(b)) return a.kind === 'open' ? opening : blankHalf
  if (a.kind === 'open' || b.kind === 'close') return inkHalf
  if (a.kind === 'latin' || b.kind === 'latin') return isPlain(a) && isPlain(b) ? scripts : inkHalf
  return plain
}

/** A letter, a digit or a Han character; Latin marks bring their own white. */
const isPlain = ({ code, kind }: Char): boolean =>
  kind === 'latin'
    ? code >= 0x80 ||
      isDigit(code) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a)
    : kind === 'han' && code >= 0x2e80
