import type { RawBlock, RawCell } from '../../../core/intake/source/raw.ts'
import { isHeading } from '../../../core/intake/source/headings.ts'
import { place } from '../../../core/form/layout.ts'
import type { ShownText } from '../../source/shown.ts'

/** More characters than any label has that stands alone in its row of a table. */
const longestLabel = 60

/**
 * Paragraphs and grids of a sheet. A row with one text is a paragraph as long as no grid has begun;
 * within a grid it is a row like the others, unless it is the heading of a section or prose.
 *
 * @param numbers the number of each row in the file where some are left out; else they count from 1
 */
export function sheetBlocks(
  rows: readonly (readonly RawCell[])[],
  spans: 'kept' | 'lost',
  source: ShownText,
  numbers?: readonly number[]
): RawBlock[] {
  const blocks: RawBlock[] = []
  let grid: (readonly RawCell[])[] = []
  let lines: number[] = []
  const close = () => {
    const rows = trimmed(grid)
    if (rows.length) blocks.push({ type: 'grid', rows: rows.map(source.cells), spans, lines })
    grid = []
    lines = []
  }
  for (const [i, row] of rows.entries()) {
    const texts = row.map(({ text }) => text.trim()).filter(Boolean)
    const [only = ''] = texts
    const alone = texts.length === 1 && (isHeading(only) || only.length > longestLabel)
    if (texts.length > 1 || (grid.length && !alone)) {
      grid.push(row)
      lines.push(numbers?.[i] ?? i + 1)
      continue
    }
    close()
    for (const line of only.split(/\n+/)) {
      const text = line.trim()
      if (text) blocks.push({ type: 'text', text, at: source.line(text) })
    }
  }
  close()
  return blocks
}

/**
 * The blocks of a table of a document. Some offices write the whole report into one, with headings and
 * prose in cells as wide as all columns: then it is taken apart like a sheet.
 */
export function tableBlocks(rows: readonly (readonly RawCell[])[], source: ShownText): RawBlock[] {
  const headed = rows.some((row) => {
    const [only = '', ...others] = row.map(({ text }) => text.trim()).filter(Boolean)
    return !others.length && isHeading(only)
  })
  if (!headed) return [{ type: 'grid', rows: rows.map(source.cells), spans: 'kept' }]
  return sheetBlocks(rows, 'kept', source).map((block) =>
    block.type === 'grid' ? { type: 'grid', rows: block.rows, spans: 'kept' } : block
  )
}

/** A sheet is as wide as its widest table; blank cells beside a narrower one are none of it. */
function trimmed(grid: readonly (readonly RawCell[])[]): RawCell[][] {
  const placed = place(grid)
  const width = placed.reduce(
    (most, { cell, column, cols }) =>
      cell.text || cols > 1 ? Math.max(most, column + cols) : most,
    0
  )
  const rows = grid.map((): RawCell[] => [])
  for (const { cell, row, column } of placed) if (column < width) rows[row]?.push(cell)
  return rows
}
