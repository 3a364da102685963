import type { Form } from '../form/form.ts'
import type { Cells } from '../form/cells.ts'
import type { Balance, FieldId } from '../form/table.ts'

/** Something about one cell. */
export interface InField {
  readonly field: FieldId
}

/** The cells that somebody typed: without totals that followed them, where there are others. */
export function typedOf<C extends InField>({ totals }: Form, changes: readonly C[]): readonly C[] {
  const typed = changes.filter(({ field }) => !totals.has(field))
  return typed.length > 0 ? typed : changes
}

/** Whether a cell is the total of its row. */
export const isRowTotal = ({ totals }: Form, field: FieldId | undefined): boolean =>
  field !== undefined && (totals.get(field) ?? []).some(({ rule }) => rule === 'T3-ROW')

/** The sum of what is filled in; null where nothing is. */
export function sumOf(cells: Cells, parts: readonly FieldId[]): number | null {
  let sum: number | null = null
  for (const part of parts) {
    const value = cells[part]
    if (value !== null) sum = (sum ?? 0) + value
  }
  return sum
}

/** Whether a total says what its parts add up to; a blank total does not contradict anything. */
const agrees = (cells: Cells, { fills, left }: Balance): boolean =>
  fills !== undefined && (cells[fills] === null || cells[fills] === sumOf(cells, left))

/**
 * The cells after an edit. A total that agreed with its parts (or was blank) keeps agreeing; one
 * that disagreed, because it was imported or typed over, is left alone, and so is one that the
 * edit itself sets. A total that two balances compute follows the first that held.
 */
export function settle(
  { filling }: Form,
  before: Cells,
  patch: Readonly<Partial<Record<FieldId, number | null>>>
): Cells {
  const after: Record<FieldId, number | null> = { ...before, ...patch }
  const own = new Set(Object.keys(patch) as FieldId[])
  const moved = new Set([...own].filter((field) => after[field] !== before[field]))
  for (const balance of filling) {
    const { fills, left } = balance
    if (!fills || own.has(fills) || !left.some((part) => moved.has(part))) continue
    if (!agrees(before, balance)) continue
    // Already moved by its other balance: both held, so both sums are the same unless a part of
    // one is itself a total that was left alone; the difference then shows where it is.
    if (moved.has(fills)) continue
    const sum = sumOf(after, left)
    if (after[fills] === sum) continue
    after[fills] = sum
    moved.add(fills)
  }
  return after
}
