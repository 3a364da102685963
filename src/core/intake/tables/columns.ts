import type { CellToken } from '../source/placement.ts'
import type { Segment } from '../source/segments.ts'

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
