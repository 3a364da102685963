import * as v from 'valibot'
import { isField } from '../form/form.ts'
import { textKeys } from '../form/sections.ts'
import type { FieldId } from '../form/table.ts'
import type { LeftoverHome, ReviewPart } from './review.ts'

/**
 * What was answered in a review, as it is kept until the review is done. Places in the lists of the
 * source stand for what lies there: the source is read anew when it is taken up.
 */
export interface KeptAnswers {
  /** How many questions there were: with another count it is another reading, or another version's. */
  readonly questions: number
  readonly unitName: string
  readonly yearText: string
  /** The question that was looked at. */
  readonly selected?: number | undefined
  readonly typed: Readonly<Partial<Record<FieldId, string>>>
  /** Questions that were answered. */
  readonly settled: readonly number[]
  /** By place among the leftovers. */
  readonly homes: Readonly<Record<number, LeftoverHome>>
  /** Rows left over, by their places, and the rows of the form that they were given to. */
  readonly rows: readonly { readonly at: number; readonly id: string }[]
  readonly left: readonly ReviewPart[]
  /** Figures that are not taken over, by their places. */
  readonly dropped: readonly number[]
}

const shape = v.object({
  questions: v.number(),
  unitName: v.string(),
  yearText: v.string(),
  selected: v.optional(v.number()),
  typed: v.record(v.string(), v.string()),
  settled: v.array(v.number()),
  homes: v.record(v.string(), v.picklist([...textKeys, 'drop'])),
  rows: v.array(v.object({ at: v.number(), id: v.string() })),
  left: v.array(v.picklist([...textKeys, 'disclosure', 'requests', 'remedies'])),
  dropped: v.array(v.number())
})

/** Answers that were stored; undefined where these are none. */
export function keptAnswers(stored: unknown): KeptAnswers | undefined {
  const read = v.safeParse(shape, stored)
  if (!read.success) return undefined
  const typed = Object.entries(read.output.typed).filter(([field]) => isField(field))
  return { ...read.output, typed: Object.fromEntries(typed) }
}
