import type { Reading } from '../source/reading.ts'
import { isOther, ordered } from './orders.ts'
import { trimmings, type CellToken } from '../source/placement.ts'
import type { Segment } from '../source/segments.ts'
import { doubted } from './reading-of.ts'

/** The number cells of a row, one for each column of the form and in its order. */

/** The number cells of a row; a merged one counts as often as it is wide. */
export function expanded({ tokens }: Segment, count: number): readonly CellToken[] {
  const wide = tokens.reduce((sum, { cols }) => sum + cols, 0)
  if (tokens.length >= count || wide !== count) return tokens
  return tokens.flatMap((token) =>
    Array.from({ length: token.cols }, (_, i) =>
      i === 0 ? token : { ...token, raw: '', number: { kind: 'blank' } as const }
    )
  )
}

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
