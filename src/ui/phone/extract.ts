import type { Form } from '../../core/form/form.ts'
import { isEntry, type Entry, type FieldId, type TableId } from '../../core/form/table.ts'

/** A part of a table small enough for a phone. */
export interface Extract {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly fields: readonly FieldId[] }[]
}

/** So many rows and columns of numbers there is room for. */
const most = { rows: 5, columns: 4 }

/** Of a line of things those that must be there, then the nearest to one of them, in their order. */
function around(count: number, at: number, must: readonly number[], room: number): number[] {
  const far = (i: number) => (must.includes(i) ? -1 : Math.abs(i - at))
  return Array.from({ length: count }, (_, i) => i)
    .sort((a, b) => far(a) - far(b))
    .slice(0, room)
    .sort((a, b) => a - b)
}

/** The cell with its neighbours, and with the totals that it is counted in. */
export function extractOf(form: Form, table: TableId, field: FieldId): Extract {
  const { row: name } = form.entryOf(field)
  // All groups of table 四 lie in one row: of it the cell's own group is shown.
  const near = (entry: Entry) => table !== 'remedies' || entry.row === name
  const all = form.tables[table].rows.map((row) => row.filter(isEntry).filter(near))
  const own = all.find((row) => row.some((entry) => entry.field === field)) ?? []
  const heads = own.map(({ column }) => column).join()
  const rows = all.filter((row) => row.map(({ column }) => column).join() === heads)
  const totals = form.balancesOf(field).flatMap(({ fills }) => fills ?? [])
  const holding = (row: (typeof rows)[number]) => row.some((entry) => totals.includes(entry.field))
  const at = own.findIndex((entry) => entry.field === field)
  const columns = around(
    own.length,
    at,
    own.flatMap(({ field: one }, i) => (one === field || totals.includes(one) ? [i] : [])),
    most.columns
  )
  const shown = around(
    rows.length,
    rows.indexOf(own),
    rows.flatMap((row, i) => (row === own || holding(row) ? [i] : [])),
    most.rows
  )
  return {
    columns: columns.flatMap((i) => own[i]?.column ?? []),
    rows: shown.flatMap((i) => {
      const row = rows[i] ?? []
      const fields = columns.flatMap((column) => row[column]?.field ?? [])
      return [{ label: row[0]?.row ?? '', fields }]
    })
  }
}
