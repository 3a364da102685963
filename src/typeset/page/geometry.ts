/**
 * Measures of a page: GB/T 9704-2012 for the official look, the same sheet with smaller type for the
 * compact one. Lengths are points.
 */
import type { Look } from './page.ts'

const mm = (length: number): number => (length * 72) / 25.4

export interface Geometry {
  /** A4. */
  readonly width: number
  readonly height: number
  /** 版心 (type area): 天头 37 mm, 订口 28 mm, 156 mm × 225 mm (GB/T 9704-2012 §5.2.1). */
  readonly top: number
  readonly left: number
  readonly measure: number
  readonly depth: number
  /** Lines a page (GB/T 9704-2012 §5.2.3: 22 lines of 28 characters fill the type area). */
  readonly lines: number
  /** Distance of two lines. */
  readonly pitch: number
  /** Body type: 三号. */
  readonly size: number
  /** Added between two full bodies so that a line of the grid is exactly full. */
  readonly track: number
  /** Title: 二号. */
  readonly title: number
  /** Folio: 四号 (GB/T 9704-2012 §7.5). */
  readonly folio: number
  /** From the type area to the folio's dashes. */
  readonly foot: number
  /** Captions and notes. */
  readonly small: number
  /** The cells of a table with at most `columns` columns; the last serves all wider ones. */
  readonly tables: readonly TableStyle[]
}

/** How the cells of a table are set. */
export interface TableStyle {
  readonly columns: number
  readonly size: number
  /** White beside centred text, and before text that stands at the left. */
  readonly side: number
  readonly inset: number
  /** White above and below the text: as designed, and at the least. */
  readonly pad: readonly [least: number, normal: number]
  /** Height of a row with little in it: at the least, and as designed. */
  readonly row: readonly [least: number, normal: number]
}

interface Sizes {
  readonly lines: number
  readonly characters: number
  readonly size: number
  readonly title: number
  readonly folio: number
  readonly small: number
  readonly tables: readonly TableStyle[]
}

const official: Sizes = {
  lines: 22,
  characters: 28,
  size: 16,
  title: 22,
  folio: 14,
  small: 12,
  tables: [
    { columns: 6, size: 10.5, side: 4, inset: 6, pad: [2, 5.5], row: [16, 24] },
    { columns: 12, size: 9, side: 2, inset: 3.5, pad: [1.6, 4.6], row: [13, 20.5] },
    { columns: Infinity, size: 8.5, side: 1.2, inset: 1.2, pad: [1.6, 4.2], row: [12, 20] }
  ]
}

const compact: Sizes = {
  lines: 28,
  characters: 34,
  size: 13,
  title: 20,
  folio: 12,
  small: 10.5,
  tables: [
    { columns: 6, size: 10, side: 3, inset: 4, pad: [1.5, 3.5], row: [14, 19] },
    { columns: 12, size: 8.5, side: 1.6, inset: 3, pad: [1.2, 2.6], row: [12, 15.5] },
    { columns: Infinity, size: 8, side: 1.2, inset: 1.2, pad: [1.2, 2.8], row: [11, 16] }
  ]
}

/** The measures of a look. */
export function geometryOf({ style }: Look): Geometry {
  const { lines, characters, ...sizes } = style === 'compact' ? compact : official
  const measure = mm(156)
  const depth = mm(225)
  return {
    ...sizes,
    lines,
    width: mm(210),
    height: mm(297),
    top: mm(37),
    left: mm(28),
    measure,
    depth,
    pitch: depth / lines,
    track: measure / characters - sizes.size,
    foot: mm(7)
  }
}
