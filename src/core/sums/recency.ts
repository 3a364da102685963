import type { FieldId } from '../form/table.ts'
import type { InField } from './totals.ts'

/** How lately the cells were typed that explain a broken sum; `typed` is what `typedOf` leaves of them. */

/** More than all prices together: what was typed last is looked at first, whatever the slip. */
const lately = 100
/** How much less for every cell typed after them: again more than any difference of prices. */
const before = 5

/** How much likelier changes are for having been typed lately; partly so where only some were. */
export function recency(typed: readonly InField[], recent?: readonly FieldId[]): number {
  if (!recent) return 0
  const places = typed.map(({ field }) => recent.indexOf(field))
  const known = places.filter((place) => place >= 0)
  if (known.length < places.length) return (0.9 * known.length) / places.length
  return lately - before * Math.max(...places)
}

/** Whether all of these changes are in cells typed lately. */
export const isLate = (typed: readonly InField[], recent: readonly FieldId[] = []): boolean =>
  typed.every(({ field }) => recent.includes(field))
