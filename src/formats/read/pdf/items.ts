import { joinedLines, type PdfPiece } from './pieces.ts'
import type { RuledTable } from './ruled.ts'

/** The lines and tables of a page, and tables that the break of a page cuts. */

/** Left and right ends of the lines of a column, in points. */
export interface Margins {
  readonly left: number
  readonly right: number
}

/** What a page has, from its top: lines of words, and tables. */
export type PlacedItem =
  | {
      readonly kind: 'line'
      readonly y: number
      readonly pieces: readonly PdfPiece[]
      /** Of the column it stands in, where that is not the whole page. */
      readonly margins?: Margins
    }
  | ({ readonly kind: 'grid'; readonly y: number } & Pick<RuledTable, 'rows' | 'cut'>)

type Grid = Extract<PlacedItem, { kind: 'grid' }>

/**
 * Rows that the break of a page cuts in two become one again: what stands in the second half goes to
 * the first, counted from the right, for labels that go on downward stand again at the left.
 */
export function wholeRows(items: readonly PlacedItem[]): PlacedItem[] {
  const result: PlacedItem[] = []
  for (const item of items) {
    const above = result.at(-1)
    const cut = item.kind === 'grid' && above?.kind === 'grid' && above.cut.below && item.cut.above
    if (cut) result.splice(-1, 1, ...joined(above, item))
    else result.push(item)
  }
  return result
}

function joined(above: Grid, below: Grid): [Grid, Grid] {
  const upper = above.rows.at(-1) ?? []
  const [lower = [], ...rest] = below.rows
  const shift = lower.length - upper.length
  const whole = upper.map((cell, i) => {
    const more = lower[i + shift]?.text ?? ''
    return more ? { ...cell, text: joinedLines([cell.text, more]) } : cell
  })
  const emptied = lower.map((cell, i) => (i >= shift ? { ...cell, text: '' } : cell))
  return [
    { ...above, rows: [...above.rows.slice(0, -1), whole] },
    { ...below, rows: [emptied, ...rest] }
  ]
}
