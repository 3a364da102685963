/** How tall the rows of a table are. Lengths are points. */
import type { TableStyle } from '../page/geometry.ts'

/** A cell as far as heights go. */
export interface Tall {
  /** First row and number of rows. */
  readonly top: number
  readonly rows: number
  /** The height of its text; 0 if it has none. */
  readonly height: number
}

/** A measure that may be squeezed: at its least with ease 0, as designed with ease 1. */
export const between = ([least, normal]: readonly [number, number], ease: number): number =>
  least + (normal - least) * ease

/** The height of the rows a cell covers. */
export const spanned = (heights: readonly number[], { top, rows }: Tall): number =>
  heights.slice(top, top + rows).reduce((a, b) => a + b, 0)

/** Heights in which every cell finds room; a spanning cell lifts all of its rows alike. */
export function rowHeights(
  cells: readonly Tall[],
  rows: number,
  style: TableStyle,
  ease: number
): number[] {
  const heights = new Array<number>(rows).fill(between(style.row, ease))
  const pads = 2 * between(style.pad, ease)
  for (const cell of [...cells].sort((a, b) => a.rows - b.rows)) {
    const lack = cell.height + pads - spanned(heights, cell)
    if (lack <= 0 || cell.height === 0) continue
    for (let row = cell.top; row < cell.top + cell.rows; row++)
      heights[row] = (heights[row] ?? 0) + lack / cell.rows
  }
  return heights
}
