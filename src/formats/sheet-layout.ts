import type { RawCell } from '../core/raw.ts'
import { childrenNamed, descend, type XmlElement } from './xml.ts'

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

/** Column and row, from 0, of a reference like `AB12`. */
export function placeOf(reference: string | undefined): { column: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '') ?? []
  if (!letters || !digits) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(digits) - 1 }
}

interface Merge {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly cols: number
}

function mergesOf(sheet: XmlElement): Merge[] {
  return childrenNamed(descend(sheet, 'mergeCells'), 'mergeCell')
    .slice(0, mostRows)
    .flatMap(({ attributes }) => {
      const [from, to] = (attributes['ref'] ?? '').split(':').map(placeOf)
      if (!from || !to) return []
      const rows = Math.min(to.row - from.row + 1, mostRows)
      const cols = Math.min(to.column - from.column + 1, mostColumns)
      return rows > 0 && cols > 0 ? [{ ...from, rows, cols }] : []
    })
}

/** The columns that are hidden, from 0. */
function hiddenColumns(sheet: XmlElement): ReadonlySet<number> {
  const hidden = new Set<number>()
  for (const { attributes } of childrenNamed(descend(sheet, 'cols'), 'col')) {
    if (!/^(?:1|true)$/.test(attributes['hidden'] ?? '')) continue
    const last = Math.min(Number(attributes['max']), mostColumns)
    for (let one = Number(attributes['min']); one <= last; one++) hidden.add(one - 1)
  }
  return hidden
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

/**
 * The rows as HTML writes them: what a merged cell covers and what is hidden is left out, what is
 * blank is not.
 */
export function laidOut(
  rows: ReadonlyMap<number, readonly Cell[]>,
  sheet: XmlElement
): RawCell[][] {
  const merges = mergesOf(sheet)
  const hidden = hiddenColumns(sheet)
  const filled = [...rows.values()].flat().filter(({ text }) => text)
  const width = filled.reduce((most, { column }) => Math.max(most, column + 1), 0)
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !hidden.has(column)
  )
  const shownRows = [...rows].sort(([a], [b]) => a - b)
  const places = shownRows.map(([index]) => index)
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
  return shownRows.map(([index, cells]) => {
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
