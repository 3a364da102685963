import type { Reading } from '../source/reading.ts'
import { isOther, ordered } from './orders.ts'
import { trimmings, type CellToken } from '../source/placement.ts'
import { doubted } from './reading-of.ts'

/** Rows whose columns stand in another order than the form's. */

/** The numbers of a row in the form's order; null where there are not as many as heads. */
export function inOrder(
  tokens: readonly CellToken[],
  places: readonly number[] | undefined
): readonly CellToken[] | null {
  if (!isOther(places)) return tokens
  const [only, ...others] = trimmings(tokens, places.length)
  const fits = only && !others.length && only.cells.length === places.length
  return fits ? ordered(only.cells, places) : null
}

/** Marks what was found by its head, not by its place. */
export const byHead = (
  readings: readonly Reading[],
  places: readonly number[] | undefined
): Reading[] =>
  readings.map((reading, i) =>
    isOther(places) && places[i] !== i ? doubted(reading, 'head') : reading
  )
