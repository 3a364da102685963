/** One line's characters → glyphs at their places. */
import type { LineSpan } from './break-lines.ts'
import { isFull } from './gaps.ts'
import type { Measured } from './measure.ts'
import type { FontName, FontRole } from '../page/font-metrics.ts'
import type { Glyph } from '../page/page.ts'
import type { Char } from './shape.ts'

/** Glyphs of one font on one line, without a gap in the text they came from. */
export interface LinePiece {
  readonly role: FontRole
  readonly font: FontName
  /** From the left edge of the lines. */
  readonly x: number
  readonly glyphs: readonly Glyph[]
  /** Where the first glyph stands in the text. */
  readonly offset: number
}

/** A line with its glyphs, all x from the left edge of the lines. */
export interface SetLine {
  readonly pieces: readonly LinePiece[]
  /** Where its first body begins and its last one ends. */
  readonly left: number
  readonly right: number
}

/** How a line stands in its measure; lengths in points. */
export interface LinePlace {
  readonly size: number
  readonly measure: number
  readonly indent: number
  /** Added between two full bodies. */
  readonly track: number
  readonly align?: 'center' | 'right'
  /** One of the lines of a column of single characters. */
  readonly vertical?: true
}

/** Puts the characters of a line where they belong. */
export function setLine(
  { chars, gaps }: Measured,
  span: LineSpan,
  { size, measure, indent, track, align, vertical }: LinePlace
): SetLine {
  const pieces: (LinePiece & { glyphs: Glyph[] })[] = []
  // Blank halves at either end would push a centred line aside.
  const optical = align === 'center' && !vertical
  let x = indent
  let edge = indent
  let cutNext = span.cutHead
  let expected = -1
  for (let i = span.from; i < span.to; i++) {
    const char = chars[i]
    if (!char) break
    const gap = i + 1 < span.end ? gaps[i] : undefined
    const beyond = i >= span.end
    const half = cutNext
      ? 'left'
      : gap?.cut === 'before' ||
          (i === span.end - 1 && (span.cutTail || (optical && isTrimmable(char))))
        ? 'right'
        : undefined
    const { font, advance } = char.metric
    let piece = pieces.at(-1)
    if (!piece || piece.font !== font || piece.role !== char.role || char.offset !== expected) {
      piece = { role: char.role, font, x, offset: char.offset, glyphs: [] }
      pieces.push(piece)
    }
    const at = x - piece.x
    piece.glyphs.push(half ? { code: char.code, x: at, half } : { code: char.code, x: at })
    expected = char.offset + (char.code > 0xffff ? 2 : 1)
    if (beyond) continue
    edge = x + (half ? advance - 0.5 : advance) * size
    cutNext = gap?.cut === 'after'
    const space = gap
      ? (gap.cut ? gap.natural + 0.5 : gap.natural) +
        (span.adjust < 0 ? span.adjust * gap.shrink : span.adjust * gap.stretch)
      : 0
    x = edge + space * size + (gap?.tracked ? track : 0)
  }
  // In a column of single characters a closing mark hangs beside its character.
  const body = vertical ? (chars[span.from]?.metric.advance ?? 0) * size : edge
  const shift = align === 'center' ? (measure - body) / 2 : align === 'right' ? measure - edge : 0
  return {
    pieces: shift === 0 ? pieces : pieces.map((piece) => ({ ...piece, x: piece.x + shift })),
    left: indent + shift,
    right: edge + shift
  }
}

const isTrimmable = (char: Char): boolean => char.kind === 'close' && isFull(char)
