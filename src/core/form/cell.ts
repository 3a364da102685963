import { parseNumber, type NumberFault } from '../numbers/chinese.ts'
import { isMoney } from './form.ts'
import type { FieldId } from './table.ts'

/**
 * Why what was typed cannot stand in a statutory cell. `stroke`: a / or 无 says neither a number nor
 * 0. `vague`: 约, 余 … where the law wants the number. `negative`: below 0, or a change like 减4.
 */
export type CellProblem = NumberFault | 'stroke' | 'vague' | 'negative'

/** What was typed in a cell, read: its number and the remark behind it, or why it cannot stand. */
export type CellReading =
  | { readonly ok: true; readonly value: number | null; readonly note: string }
  | { readonly ok: false; readonly problem: CellProblem }

/** Reads what was typed in a statutory cell: a whole number from 0 up, with an optional remark. */
export function parseCell(field: FieldId, text: string): CellReading {
  const reading = parseNumber(text, { money: isMoney(field) })
  switch (reading.kind) {
    case 'blank':
      return { ok: true, value: null, note: '' }
    case 'na':
      return { ok: false, problem: 'stroke' }
    case 'text':
      return { ok: false, problem: reading.reason }
    case 'number':
      if (reading.qualifier) return { ok: false, problem: 'vague' }
      if (reading.sign || reading.value < 0) return { ok: false, problem: 'negative' }
      return { ok: true, value: reading.value, note: reading.note ?? '' }
  }
}
