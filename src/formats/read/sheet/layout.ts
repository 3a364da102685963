import type { RawBlock, RawCell } from '../../../core/intake/source/raw.ts'
import { sheetBlocks } from './blocks.ts'
import type { ShownText } from '../../source/shown.ts'

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
  /** The columns and rows that are hidden, from 0. */
  readonly hidden: ReadonlySet<number>
  readonly hiddenRows: ReadonlySet<number>
}

/** The paragraphs and tables of a sheet by its rows; null where it has more than any report. */
export function blocksOfSheet(
  rows: ReadonlyMap<number, readonly Cell[]>,
  layout: SheetLayout,
  source: ShownText
): RawBlock[] | null {
  const shown = [...rows].filter(([index]) => !layout.hiddenRows.has(index))
  // A sheet that was formatted to its foot has a million rows without a word in them.
  const last = shown.reduce(
    (most, [index, cells]) => (cells.some(({ text }) => text) ? Math.max(most, index) : most),
    -1
  )
  const places = shown.flatMap(([index]) => (index <= last ? [index] : [])).sort((a, b) => a - b)
  if (places.length > mostRows) return null
  const numbers = places.map((index) => index + 1)
  return sheetBlocks(laidOut(rows, places, layout), 'kept', source, numbers)
}

/**
 * The rows as HTML writes them: what a merged cell covers and what is hidden is left out, what is
 * blank is not. A merged cell that begins in what is hidden begins where it is shown.
 */
function laidOut(
  rows: ReadonlyMap<number, readonly Cell[]>,
  places: readonly number[],
  { merges, hidden }: SheetLayout
): RawCell[][] {
  const filled = places.flatMap((index) => rows.get(index) ?? []).filter(({ text }) => text)
  const width = filled.reduce((most, { column }) => Math.max(most, column + 1), 0)
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !hidden.has(column)
  )
  const starts = new Map<string, Merge>()
  const covered = new Set<string>()
  let left = mostCovered
  for (const merge of merges) {
    const within = shownIn(places, merge.row, merge.rows)
    const across = shownIn(columns, merge.column, merge.cols)
    left -= within.length * across.length
    if (left < 0) break
    starts.set(`${within[0]} ${across[0]}`, merge)
    for (const row of within) for (const column of across) covered.add(`${row} ${column}`)
  }
  return places.map((index) => {
    const texts = new Map(rows.get(index)?.map(({ column, text }) => [column, text]))
    const row: RawCell[] = []
    for (const column of columns) {
      const at = `${index} ${column}`
      const merge = starts.get(at)
      if (!merge) {
        if (!covered.has(at)) row.push({ text: texts.get(column) ?? '' })
        continue
      }
      const first = rows.get(merge.row)?.find((cell) => cell.column === merge.column)
      const cols = shownIn(columns, merge.column, merge.cols).length
      const depth = shownIn(places, merge.row, merge.rows).length
      row.push({
        text: first?.text ?? '',
        ...(cols > 1 && { cols }),
        ...(depth > 1 && { rows: depth })
      })
    }
    return row
  })
}

/** Of ascending numbers those from a place on. */
const shownIn = (numbers: readonly number[], from: number, count: number): readonly number[] =>
  numbers.slice(firstFrom(numbers, from), firstFrom(numbers, from + count))

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
