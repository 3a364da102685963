import type { Spanned } from './layout.ts'

/** What a statutory table is made of, whichever numbers it asks: `Field` names them. */

/** A cell of the form that carries words of the law. */
export interface Label extends Spanned {
  readonly text: string
  readonly align?: 'left'
  /** Offsets in `text` where a narrow column may break the line; nowhere else. */
  readonly breaks?: readonly number[]
  /** Written downward, one character a line, as the official form does. */
  readonly vertical?: true
}

/** A cell of the form that takes a number. */
export interface EntryOf<Field> extends Spanned {
  readonly field: Field
  /** The statutory names of the row and the column it stands in. */
  readonly row: string
  readonly column: string
  /** What the row counts, where its label alone does not say: 本年度办理结果 for （七）总计. */
  readonly subject?: string
  /** The label that the row stands under together with others: （三）不予公开. */
  readonly group?: string
  /** `money`: stored in 分, written in 万元. Otherwise a plain count. */
  readonly unit?: 'money'
}

/** One statutory table, cell by cell as the State Council's General Office printed it. */
export interface TableOf<Id, Field> {
  readonly id: Id
  /** Column widths in twips of the official Word annex; only their ratio matters. */
  readonly widths: readonly number[]
  /** Number of rows that repeat on every page the table runs over. */
  readonly headRows: number
  readonly rows: readonly (readonly (Label | EntryOf<Field>)[])[]
  /**
   * Of a table longer than a screen: how many of its last rows close it and stay in sight. Its rows
   * are ruled off in blocks.
   */
  readonly closing?: number
  /** Columns that have equations of their own, from left to right: 逐列核对 states them. */
  readonly columns?: readonly ColumnOf<Field>[]
}

/** A column of numbers, from the first row to the last. */
export interface ColumnOf<Field> {
  readonly text: string
  readonly fields: readonly Field[]
}

/** A number that the next year's report states again, in another cell. */
export interface CarriedOf<Field> {
  readonly from: Field
  readonly to: Field
  /** The column of both, in two or three characters. */
  readonly column: string
}

/**
 * One equation the form demands: the numbers of `left` and those of `right` have the same sum.
 * Where it is a statement about a total, `fills` names the total and `right` is that cell alone.
 */
export interface BalanceOf<Field> {
  /** Unique within the form, as in `T3-SUM:natural`. */
  readonly id: string
  readonly rule: 'T3-BAL' | 'T3-SUM' | 'T3-ROW' | 'T4-SUM'
  readonly left: readonly Field[]
  readonly right: readonly Field[]
  readonly fills?: Field
}
