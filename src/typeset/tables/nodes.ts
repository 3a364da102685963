/** The structure of a table, as tagged files and screen readers know it. */
import { add, type Setting, type LineSource } from '../lines/page-draft.ts'
import type { SetCell, SetTable } from './cells.ts'

/** Where a cell's text belongs in the document. */
export type SourceOf = (cell: SetCell) => LineSource

/** Adds a table's nodes; a cell's is made once, wherever its parts come to stand. */
export function addTable(
  { block, rowCount, cells, headRows }: SetTable,
  index: number,
  setting: Setting
): SourceOf {
  const table = add(setting, { type: 'Table', title: block.caption })
  const rows = Array.from({ length: rowCount }, () => -1)
  const nodes = new Map<SetCell, number>()
  for (const cell of cells) {
    const { row, rows: depth, cols, cell: content } = cell.placed
    let parent = rows[row] ?? -1
    if (parent < 0) rows[row] = parent = add(setting, { type: 'TR', parent: table })
    const scope = content.head === 'row' ? 'Row' : 'Column'
    const isHead = content.head !== undefined || row < headRows
    nodes.set(
      cell,
      add(
        setting,
        isHead
          ? { type: 'TH', parent, cols, rows: depth, scope }
          : { type: 'TD', parent, cols, rows: depth }
      )
    )
  }
  return (cell) => {
    const { text, field } = cell.placed.cell
    const node = nodes.get(cell)
    return {
      text,
      from: block.from,
      block: index,
      ...(node !== undefined && { node }),
      ...(field && { field })
    }
  }
}
