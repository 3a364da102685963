import { tableOf, type Form } from '../../../core/form/form.ts'
import type { Question } from '../../../core/intake/review.ts'
import type { FieldId } from '../../../core/form/table.ts'
import { importing } from '../../../i18n/words.ts'

const { tables } = importing

/** The statutory name of a cell's row; `3.其他` alone would not say of which group. */
export function rowName({ entryOf }: Form, field: FieldId): string {
  const { group = '', row } = entryOf(field)
  return group.slice(0, 3) + row
}

/** Whether the cells of a question stand below each other. */
const isColumn = ({ entryOf }: Form, { fields }: Question): boolean =>
  new Set(fields.map((field) => entryOf(field).row)).size > 1

/** What a question is about: one cell, or how many of one row or one column. */
export function questionName(form: Form, question: Question, cells: (n: number) => string): string {
  const [first, ...others] = question.fields
  if (!first) return ''
  if (question.why === 'table') {
    return `${tables[tableOf(first)]} · ${cells(question.fields.length)}`
  }
  const { column, cols } = form.entryOf(first)
  const row = rowName(form, first)
  // A row of one cell needs no column to be known.
  if (!others.length) return cols ? row : `${row} · ${column}`
  const count = cells(question.fields.length)
  return `${isColumn(form, question) ? column : row} · ${count}`
}
