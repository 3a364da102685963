import { parseCell } from '../form/cell.ts'
import { tableOf } from '../form/form.ts'
import type { Patch } from './source/reading.ts'
import type { FieldId, TableId } from '../form/table.ts'

/** What a pasted block comes to; nothing is written by it. */
export interface Pasted {
  readonly patch: Readonly<Partial<Record<FieldId, number | null>>>
  readonly notes: Readonly<Partial<Record<FieldId, string>>>
  /** Cells left alone because what stood there is no number, or not surely that cell's. */
  readonly refused: readonly FieldId[]
  /** Cells of the patch whose number was chosen, deduced or not surely theirs: to be looked at. */
  readonly doubtful: readonly FieldId[]
  /** What belongs to no cell of the table, as it stood. */
  readonly strange: readonly string[]
}

/** What was copied, cell by cell: lines and tabs, as every office program writes tables. */
export const copiedRows = (text: string): string[][] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))

/**
 * A block with row labels, whatever its columns and order: each number goes where its label says.
 * Undefined when no label of this table is in it.
 */
export function pastedByLabel(patch: Patch, table: TableId): Pasted | undefined {
  const fields = (Object.keys(patch.cells) as FieldId[]).filter((field) => tableOf(field) === table)
  if (fields.length === 0) return undefined
  const taken = fields.filter((field) => {
    const kind = patch.cells[field]?.kind
    return kind === 'blank' || (patch.cells[field]?.value ?? null) !== null
  })
  return {
    patch: Object.fromEntries(taken.map((field) => [field, patch.cells[field]?.value ?? null])),
    notes: Object.fromEntries(
      taken.flatMap((field) => {
        const note = patch.cells[field]?.note
        return note ? [[field, note]] : []
      })
    ),
    refused: fields.filter((field) => !taken.includes(field)),
    doubtful: taken.filter((field) => patch.cells[field]?.confidence !== 'sure'),
    strange: patch.leftovers.map(({ text }) => text)
  }
}

/** A block without labels: cell by cell onto the rectangle of fields it was pasted over. */
export function pastedByPlace(
  rows: readonly (readonly string[])[],
  target: readonly (readonly (FieldId | undefined)[])[]
): Pasted {
  const patch: Partial<Record<FieldId, number | null>> = {}
  const notes: Partial<Record<FieldId, string>> = {}
  const refused: FieldId[] = []
  const strange: string[] = []
  rows.forEach((row, r) =>
    row.forEach((text, c) => {
      const field = target[r]?.[c]
      if (!field) {
        if (text.trim()) strange.push(text.trim())
        return
      }
      const reading = parseCell(field, text)
      if (!reading.ok) refused.push(field)
      else {
        patch[field] = reading.value
        if (reading.note) notes[field] = reading.note
      }
    })
  )
  return { patch, notes, refused, doubtful: [], strange }
}
