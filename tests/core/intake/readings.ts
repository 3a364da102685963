import type { FieldId } from '../../../src/core/form/table.ts'
import type { Patch, Reading } from '../../../src/core/intake/source/reading.ts'

/** Readings of a source, sure unless told otherwise. */

/** What was read for a cell: a number, or nothing. */
export const read = (value: number | null, more: Partial<Reading> = {}): Reading => ({
  raw: String(value ?? ''),
  value,
  kind: value === null ? 'blank' : value === 0 ? 'zero' : 'number',
  confidence: 'sure',
  ...more
})

/** A source in which only these cells were found. */
export const patchOf = (
  cells: Partial<Record<FieldId, Reading>>,
  more: Partial<Patch> = {}
): Patch => ({
  form: '2021',
  cells,
  text: { leadIn: '', overview: '', problems: '', other: '' },
  figures: [],
  notes: {},
  settings: {},
  leftovers: [],
  ...more
})
