import type { RawBlock, RawCell } from '../core/raw.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import type { Shown } from './shown.ts'

/** Where the cells of a sheet stand, and which of them are one (ECMA-376 part 1, 18.3.1). */

/** Sheets with more rows are refused: figures added up of a part would be wrong unseen. */
export const mostRows = 100_000
export const mostColumns = 200
/** Merged cells beyond these are taken as single ones: no form has a hundredth of them. */
const mostCovered = 200_000

export interface Cell {
  readonly text: string
  readonly column: number
}

/** A merged cell: its first row and column, from 0, and how many of each it covers. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly cols: number
}

/** What a sheet says about its cells besides their texts. */
export interface SheetLayout {
  readonly merges: readonly Merge[]
  /** The columns that are hidden, from 0. */
  readonly hidden: ReadonlySet<number>
}

/** Where in ascending numbers the first is that is not below a bound. */
function firstFrom(numbers: readonly number[], bound: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < bound) low = middle + 1
    else high = middle
  }
  return low
}

/** The paragraphs and tables of a sheet, by the rows of it that are shown and their places. */
export function blocksOfSheet(
  rows: ReadonlyMap<number, readonly Cell[]>,
  layout: SheetLayout,
  source: Shown
): RawBlock[] {
  // A sheet that was formatted to its foot has a million rows without a word in them.
  const last = [...rows].reduce(
    (most, [index, cells]) => (cells.some(({ text }) => text) ? Math.max(most, index) : most),
    -1
  )
  const filled = new Map([...rows].filter(([index]) => index <= last).sort(([a], [b]) => a - b))
  const numbers = [...filled.keys()].map((index) => index + 1)
  return sheetBlocks(laidOut(filled, layout), 'kept', source, numbers)
}

/**
 * The rows as HTML writes them: what a merged cell covers and what is hidden is left out, what is
 * blank is not.
 */
function laidOut(
  rows: ReadonlyMap<number, readonly Cell[]>,
  { merges, hidden }: SheetLayout
): RawCell[][] {
  const filled = [...rows.values()].flat().filter(({ text }) => text)
  const width = filled.reduce((most, { column }) => Math.max(most, column + 1), 0)
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !hidden.has(column)
  )
  const places = [...rows.keys()]
  const starts = new Map(merges.map((merge) => [`${merge.row} ${merge.column}`, merge]))
  const covered = new Set<string>()
  let left = mostCovered
  for (const { row, column, rows: depth, cols } of merges) {
    // Hidden rows are not there: a merged cell is as high as what is shown of it.
    const within = places.slice(firstFrom(places, row), firstFrom(places, row + depth))
    left -= within.length * cols
    if (left < 0) break
    for (const r of within) {
      for (let c = column; c < Math.min(column + cols, width); c++) covered.add(`${r} ${c}`)
    }
  }
  return [...rows].map(([index, cells]) => {
    const texts = new Map(cells.map(({ column, text }) => [column, text]))
    const row: RawCell[] = []
    for (const column of columns) {
      const merge = starts.get(`${index} ${column}`)
      if (!merge && covered.has(`${index} ${column}`)) continue
      const cols = merge ? firstFrom(columns, column + merge.cols) - firstFrom(columns, column) : 1
      const depth = merge ? firstFrom(places, index + merge.rows) - firstFrom(places, index) : 1
      row.push({
        text: texts.get(column) ?? '',
        ...(cols > 1 && { cols }),
        ...(depth > 1 && { rows: depth })
      })
    }
    return row
  })
}
