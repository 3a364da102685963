import { applicants } from '../tables/requests.ts'
import type { Token } from './placement.ts'
import type { Segment, Source } from './segments.ts'

/** Which cells of a row are its numbers, by where they stand in the grid. */

/**
 * The number cells of a row, without the blank ones that only fill a merged label: in a table that
 * kept its full width, the last seven columns. A merged number cell counts as often as it is wide.
 */
export function expanded({ tokens, source }: Segment, count: number): readonly Token[] {
  if (source.spans === 'kept') {
    const wide = tokens.reduce((sum, { cols }) => sum + cols, 0)
    if (tokens.length >= count || wide !== count) return tokens
    return tokens.flatMap((token) =>
      Array.from({ length: token.cols }, (_, i) =>
        i === 0 ? token : { ...token, raw: '', number: { kind: 'blank' } as const }
      )
    )
  }
  const first = firstColumn(source, count)
  return first === undefined || tokens.length <= count
    ? tokens
    : tokens.filter(({ column }) => column >= first && column < first + count)
}

const columns = new WeakMap<Source, number>()

/** Columns of labels in table 三 where merged cells are kept as blank ones. */
const labelColumns = 3

/** The column in which the numbers of a rectangular grid begin; undefined when it is not one. */
function firstColumn(source: Source, count: number): number | undefined {
  const kept = columns.get(source)
  if (kept !== undefined) return kept < 0 ? undefined : kept
  const whole = source.rows.filter((row) => row.length === count + labelColumns).length
  const rectangular = source.rows.length > 3 && whole >= source.rows.length * 0.8
  columns.set(source, rectangular ? labelColumns : -1)
  return rectangular ? labelColumns : undefined
}

/** Whether a row of a rectangular grid has fewer or more cells than the others. */
export function isOutOfStep(segment: Segment): boolean {
  const { source, tokens } = segment
  if (source.spans === 'kept' || firstColumn(source, applicants.length) === undefined) return false
  const row = source.rows.find((cells) => cells.some(({ at }) => at && at === tokens[0]?.at))
  return row !== undefined && row.length !== applicants.length + labelColumns
}
