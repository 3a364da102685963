import { dense, place, type Placed } from '../../core/form/layout.ts'
import type { Label } from '../../core/form/shape.ts'
import { isEntry, type Entry, type FieldId, type TableDef } from '../../core/form/table.ts'
import { richTable, type Rich } from '../parts/copy-rich.ts'

/** Cells of a table with the labels that name their rows and columns, merged as the form merges them. */
export function labelledCopy(
  table: TableDef,
  fields: ReadonlySet<FieldId>,
  textOf: (field: FieldId) => string
): Rich {
  const grid = dense(table.rows)
  const chosen = place(table.rows).filter(({ cell }) => isEntry(cell) && fields.has(cell.field))
  const own = new Set(chosen.flatMap(({ row, rows }) => upTo(row, rows)))
  const rows = ascending([...own].flatMap((row) => [row, ...headsOver(grid, row)]))
  const columns = ascending([
    ...chosen.flatMap(({ column, cols }) => upTo(column, cols)),
    ...[...own].flatMap((row) => labelColumns(grid[row] ?? []))
  ])
  const shown = (cell: Label | Entry): string =>
    !isEntry(cell) ? cell.text : fields.has(cell.field) ? textOf(cell.field) : ''

  const lines = rows.map((row) =>
    columns.map((column) => {
      const at = grid[row]?.[column]
      if (!at) return undefined
      const covered = {
        rows: within(rows, at.row, at.rows),
        columns: within(columns, at.column, at.cols)
      }
      // A merged cell is written once, where its first row and column are.
      if (covered.rows[0] !== row || covered.columns[0] !== column) return undefined
      return { text: shown(at.cell), rows: covered.rows.length, cols: covered.columns.length }
    })
  )
  return richTable(lines)
}

type Line = readonly (Placed<Label | Entry> | undefined)[]

const hasEntry = (line: Line | undefined): boolean =>
  line?.some((at) => at && isEntry(at.cell)) ?? false

/** The rows of labels alone that head a row: those of the table, or of its block. */
function headsOver(grid: readonly Line[], row: number): number[] {
  let at = row
  while (at >= 0 && hasEntry(grid[at])) at--
  const heads: number[] = []
  for (; at >= 0 && !hasEntry(grid[at]); at--) heads.push(at)
  return heads
}

const labelColumns = (line: Line): number[] =>
  line.flatMap((at, column) => (at && !isEntry(at.cell) ? [column] : []))

const upTo = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + i)

const within = (list: readonly number[], from: number, count: number): number[] =>
  list.filter((one) => one >= from && one < from + count)

const ascending = (list: readonly number[]): number[] => [...new Set(list)].sort((a, b) => a - b)
