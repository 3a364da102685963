import type { Spanned } from './layout.ts'
import type { FieldId } from './table.ts'

/** A table that is handed over by itself, as a sheet of a workbook or on a printed page. */
export interface Sheet {
  /** The name of the sheet's tab. */
  readonly name: string
  readonly title: string
  /** Relative widths of the columns; about as many Han characters as each holds. */
  readonly widths: readonly number[]
  readonly headRows: number
  /** As HTML writes them: a place covered by a span is left out. */
  readonly rows: readonly (readonly SheetCell[])[]
  readonly landscape?: true
}

/** A cell of such a table: words, or a number with the words that show it. */
export interface SheetCell extends Spanned {
  readonly text: string
  /** Written as a number, so that sums can be made of it; `text` is what a printed page shows. */
  readonly value?: number
  readonly head?: 'column' | 'row'
  readonly align?: 'left'
}

/** A cell of an outgoing table. */
export interface OutCell extends Spanned {
  readonly text: string
  /** A head cell names its row or its column. */
  readonly head?: 'column' | 'row'
  readonly align?: 'left'
  /** Offsets in `text` where a narrow column breaks first. */
  readonly breaks?: readonly number[]
  /** One character a line, downward. */
  readonly vertical?: true
  readonly field?: FieldId
}
