import { totals } from '../form/form.ts'
import type { FieldId } from '../form/table.ts'

/** Which of the cells that explain a broken sum somebody typed, and how lately. */

interface Of {
  readonly field: FieldId
}

/** The cells that somebody typed: without totals that followed them, where there are others. */
export function typedOf<C extends Of>(changes: readonly C[]): readonly C[] {
  const typed = changes.filter(({ field }) => !totals.has(field))
  return typed.length > 0 ? typed : changes
}

/** The cells of changes as one text, by which one explanation is told from another. */
export const namesOf = (changes: readonly Of[]): string => changes.map(({ field }) => field).join()

/** More than all prices together: what was typed last is looked at first, whatever the slip. */
const lately = 100
/** How much less for every cell typed after them: again more than any difference of prices. */
const before = 5

/** How much likelier changes are for having been typed lately; partly so where only some were. */
export function recency(changes: readonly Of[], recent?: readonly FieldId[]): number {
  if (!recent) return 0
  const places = typedOf(changes).map(({ field }) => recent.indexOf(field))
  const known = places.filter((place) => place >= 0)
  if (known.length < places.length) return (0.9 * known.length) / places.length
  return lately - before * Math.max(...places)
}

/** Whether all that somebody typed of these changes is among the cells typed lately. */
export const isLate = (changes: readonly Of[], recent: readonly FieldId[] = []): boolean =>
  typedOf(changes).every(({ field }) => recent.includes(field))
