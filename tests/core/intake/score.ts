import { fields, form2021 } from '../../../src/core/form/form.ts'
import type { RawBlock } from '../../../src/core/intake/source/raw.ts'
import { recognise } from '../../../src/core/intake/recognise.ts'
import type { Recognised } from '../../../src/core/intake/source/reading.ts'
import type { Cells } from '../../../src/core/form/cells.ts'
import { questionsOf } from '../../../src/core/intake/review.ts'
import type { FieldId } from '../../../src/core/form/table.ts'

export interface Score {
  readonly right: number
  /** Wrong cells that nobody is asked about. */
  readonly unflagged: readonly { field: FieldId; expected: number | null; read: unknown }[]
  readonly recognised: Recognised
}

/**
 * How many of the 200 cells were read as written, and which wrong ones nobody would look at. A cell
 * that was not found is wrong where the report has a number, as much as one read amiss.
 */
export function score(blocks: readonly RawBlock[], expected: Cells): Score {
  const recognised = recognise(blocks)
  const asked = new Set(
    questionsOf(form2021, recognised.patch).flatMap((question) => question.fields)
  )
  let right = 0
  const unflagged: { field: FieldId; expected: number | null; read: unknown }[] = []
  for (const field of fields) {
    const reading = recognised.patch.cells[field]
    if ((reading?.value ?? null) === expected[field]) right++
    else if (!asked.has(field)) unflagged.push({ field, expected: expected[field], read: reading })
  }
  return { right, unflagged, recognised }
}

/** The 200 cells of a reading, sorted by what became of them. */
export interface Tally {
  /** Read as written, as certain. */
  readonly right: number
  /** Read as written, but to be looked at. */
  readonly asked: number
  /** Another value than written, or none, and to be looked at. */
  readonly doubtful: number
  /** Not found, and asked for. */
  readonly missing: number
  /** Another value than written, of which nobody is told. */
  readonly wrong: number
  readonly unflagged: Score['unflagged']
  readonly recognised: Recognised
}

export function tally(blocks: readonly RawBlock[], expected: Cells): Tally {
  const { unflagged, recognised } = score(blocks, expected)
  const asked = new Set(
    questionsOf(form2021, recognised.patch).flatMap((question) => question.fields)
  )
  const sum = { right: 0, asked: 0, doubtful: 0, missing: 0 }
  for (const field of fields) {
    const reading = recognised.patch.cells[field]
    const same = (reading?.value ?? null) === expected[field]
    if (same && reading) sum[asked.has(field) ? 'asked' : 'right']++
    else if (asked.has(field)) sum[reading ? 'doubtful' : 'missing']++
  }
  return { ...sum, wrong: unflagged.length, unflagged, recognised }
}
