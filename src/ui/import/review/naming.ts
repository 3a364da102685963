import { formInForce, tableOf } from '../../../core/form/form.ts'
import type { Question } from '../../../core/intake/review.ts'
import type { FieldId } from '../../../core/form/table.ts'
import { importing } from '../../../i18n/words.ts'

const { tables } = importing
const { entryOf } = formInForce

/** The statutory name of a cell's row; `3.其他` alone would not say of which group. */
export function rowName(field: FieldId): string {
  const { group = '', row } = entryOf(field)
  return group.slice(0, 3) + row
}

/** Whether the cells of a question stand below each other. */
const isColumn = ({ fields }: Question): boolean =>
  new Set(fields.map((field) => entryOf(field).row)).size > 1

/** What a question is about: one cell, or how many of one row or one column. */
export function questionName(question: Question, cells: (n: number) => string): string {
  const [first, ...others] = question.fields
  if (!first) return ''
  if (question.why === 'table') {
    return `${tables[tableOf(first)]} · ${cells(question.fields.length)}`
  }
  const { column, cols } = entryOf(first)
  // A row of one cell needs no column to be known.
  if (!others.length) return cols ? rowName(first) : `${rowName(first)} · ${column}`
  const count = cells(question.fields.length)
  return isColumn(question) ? `${column} · ${count}` : `${rowName(first)} · ${count}`
}
