import type { Spanned } from './layout.ts'
import type { FieldId } from './table.ts'

/** A table that is handed over by itself, as a sheet of a workbook or on a printed page. */
export interface Sheet {
  /** The name of the sheet's tab. */
  readonly name: string
  /** A line above the title, as the title of the report that the table is of. */
  readonly over?: string
  readonly title: string
  /** Relative widths of the columns; about as many Han characters as each holds. */
  readonly widths: readonly number[]
  readonly headRows: number
  /** How many of the first columns stay in sight beside a long table. */
  readonly headColumns?: number
  /** As HTML writes them: a place covered by a span is left out. */
  readonly rows: readonly (readonly SheetCell[])[]
  readonly landscape?: true
  /** Printed on one page, however long it is. */
  readonly onePage?: true
}

/** A cell of such a table: words, or a number with the words that show it. */
export interface SheetCell extends Spanned {
  readonly text: string
  /** Written as a number, so that sums can be made of it; `text` is what a printed page shows. */
  readonly value?: number
  /** What a workbook computes it by; `value` or `text` is what comes of that now. */
  readonly formula?: Formula
  /** What formulas of the workbook call the cell by. */
  readonly id?: string
  /** How a workbook shows the number: a format code (ISO/IEC 29500-1, 18.8.31), as `0.00`. */
  readonly format?: string
  readonly head?: 'column' | 'row'
  readonly align?: 'left' | 'center'
  /** One character a line, downward. */
  readonly vertical?: true
  /** It is not what it should come to, and is marked. */
  readonly flagged?: true
}

/**
 * What a cell is computed by, from others of the same workbook, called by their ids. A blank is not 0:
 * what is made of nothing but blanks is blank.
 */
export type Formula =
  | { readonly kind: 'sum'; readonly of: readonly string[] }
  /** By how much the left comes to more than the right. */
  | {
      readonly kind: 'difference'
      readonly left: readonly string[]
      readonly right: readonly string[]
    }
  /** One of three words: whether left and right agree, cannot agree, or have blanks that decide it. */
  | {
      readonly kind: 'agreement'
      readonly left: readonly string[]
      readonly right: readonly string[]
      readonly words: Readonly<Record<Agreement, string>>
    }
  /** How many cells hold a word. */
  | { readonly kind: 'count'; readonly of: readonly string[]; readonly word: string }

/** How the two sides of a balance stand. */
export type Agreement = 'agree' | 'differ' | 'open'

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
