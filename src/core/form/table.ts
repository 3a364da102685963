import type { DisclosureField } from './disclosure.ts'
import type { RemediesField } from './remedies.ts'
import type { RequestsField } from './requests.ts'
import type { BalanceOf, CarriedOf, EntryOf, Label, TableOf } from './shape.ts'

/** The stable name of one of the 200 statutory numbers, as in `requests.refused.safety.natural`. */
export type FieldId = DisclosureField | RequestsField | RemediesField

/** The statutory tables, in the order of the report. */
export const tableIds = ['disclosure', 'requests', 'remedies'] as const
/** A table by its name. */
export type TableId = (typeof tableIds)[number]

/** A cell of any of the tables that takes a number. */
export type Entry = EntryOf<FieldId>
/** Any of the tables. */
export type TableDef = TableOf<TableId, FieldId>
/** A number that the next year's report states again, in another cell. */
export type Carried = CarriedOf<FieldId>
/** An equation between numbers of any of them. */
export type Balance = BalanceOf<FieldId>

/** Whether a cell takes a number. */
export const isEntry = (cell: Label | Entry): cell is Entry => 'field' in cell

/** The rows, from 0, that end the head or a block: a label over several rows or nothing follows. */
export function blockEnds({ headRows, rows }: TableDef): ReadonlySet<number> {
  const opens = (row: readonly (Label | Entry)[] | undefined) =>
    !row || row.some((cell) => !isEntry(cell) && cell.rows !== undefined)
  const last = headRows - 1
  return new Set(
    rows.flatMap((_, row) => (row === last || (row > last && opens(rows[row + 1])) ? [row] : []))
  )
}

/** The rows, from 0, that head a block of a table: a label as wide as all its columns, alone. */
export const blockHeads = ({ rows, widths }: TableDef): number[] =>
  rows.flatMap(([first, ...others], row) =>
    others.length === 0 && (first?.cols ?? 1) === widths.length ? [row] : []
  )
