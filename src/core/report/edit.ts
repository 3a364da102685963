import { fields, formOf } from '../form/form.ts'
import { settle } from '../sums/totals.ts'
import type { Report } from './report.ts'
import type { Cells } from '../form/cells.ts'
import type { FieldId } from '../form/table.ts'

/** Remarks printed in cells behind their numbers: 22（其中修订16件）. */
export type Notes = Readonly<Partial<Record<FieldId, string>>>

/**
 * The report with these numbers; every edit of numbers ends here. A note is said of its number and
 * goes with it: 22（其中修订16件） must not become 5（其中修订16件）. It stays where the number stays, and
 * where the edit itself gives one; an empty one takes it away, and a blank cell has none.
 */
export function withCells(report: Report, cells: Cells, given: Notes = {}): Report {
  const moved = fields.filter((field) => cells[field] !== report.cells[field])
  const notes = new Map(Object.entries(report.notes))
  for (const field of moved) notes.delete(field)
  for (const [field, note] of Object.entries(given)) {
    if (note && cells[field as FieldId] !== null) notes.set(field, note)
    else notes.delete(field)
  }
  const sameNotes =
    notes.size === Object.keys(report.notes).length &&
    [...notes].every(([field, note]) => report.notes[field] === note)
  if (sameNotes) return moved.length === 0 ? report : { ...report, cells }
  return { ...report, cells, notes: Object.fromEntries(notes) }
}

/** The notes that went away between two states of a report because their numbers changed. */
export const notesGone = (before: Report, after: Report): string[] =>
  fields.flatMap((field) => {
    const note = before.notes[field]
    const moved = before.cells[field] !== null && before.cells[field] !== after.cells[field]
    return note && moved && after.notes[field] === undefined ? [note] : []
  })

/** The report with one number entered; totals that agreed before follow. */
export const setCell = (report: Report, field: FieldId, value: number | null): Report =>
  setCells(report, { [field]: value })

/** Several numbers in one edit, as a pasted block, with the notes that were given with them. */
export const setCells = (
  report: Report,
  patch: Readonly<Partial<Record<FieldId, number | null>>>,
  notes: Notes = {}
): Report => withCells(report, settle(formOf(report), report.cells, patch), notes)
