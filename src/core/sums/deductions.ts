import type { Cells } from '../form/cells.ts'
import type { Form } from '../form/form.ts'
import { cellNumbersOf, holds, sumsOf } from './balances.ts'
import type { FieldId } from '../form/table.ts'

/** A blank cell whose number follows from others, and the balance that says so. */
export interface Deduction {
  readonly field: FieldId
  readonly from: null
  readonly to: number
  /** Id of the balance, as in `T3-ROW:received`. */
  readonly balance: string
}

/**
 * Blanks that can be one number only: the last blank of a balance, or several blanks of one side
 * where the other side leaves nothing for them. One deduction may make the next possible; nothing is
 * concluded from balances that are contradicted.
 */
export function deductions(form: Form, cells: Cells): Deduction[] {
  const { fields, balances } = form
  const found: Deduction[] = []
  const known: Record<FieldId, number | null> = { ...cells }
  for (let more = true; more;) {
    more = false
    const numbers = cellNumbersOf(form, known)
    const { difference, blanks } = sumsOf(numbers)
    if (!numbers.small) return found
    for (let b = 0; b < balances.length; b++) {
      const side = blanks[b] as number
      if (side === 0 || side === 3) continue
      const off = difference[b] as number
      if (!holds(off, side)) continue
      const open = (numbers.matrix.cellsByBalance[b] ?? []).filter(
        (cell) => known[fields[cell] as FieldId] === null
      )
      if (open.length > 1 && off !== 0) continue
      for (const cell of open) {
        const field = fields[cell] as FieldId
        known[field] = Math.abs(off)
        found.push({ field, from: null, to: Math.abs(off), balance: balances[b]?.id ?? '' })
      }
      more = true
      break
    }
  }
  return found
}

/** Totals as their parts give them, those only that would change; blank parts give none. */
export function totalsOf(
  { filling, totals }: Form,
  cells: Cells,
  wanted: readonly FieldId[]
): { field: FieldId; from: number | null; to: number }[] {
  const after: Record<FieldId, number | null> = { ...cells }
  for (const { fills, left } of filling) {
    if (!fills || !wanted.includes(fills) || left.some((part) => after[part] === null)) continue
    after[fills] = left.reduce((sum, part) => sum + (after[part] ?? 0), 0)
  }
  return [...totals.keys()].flatMap((field) => {
    const to = after[field]
    return wanted.includes(field) && to !== null && to !== cells[field] && Number.isSafeInteger(to)
      ? [{ field, from: cells[field], to }]
      : []
  })
}
