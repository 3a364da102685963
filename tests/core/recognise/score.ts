import { fields } from '../../../src/core/form.ts'
import type { RawBlock } from '../../../src/core/raw.ts'
import { recognise } from '../../../src/core/recognise.ts'
import type { Recognised } from '../../../src/core/reading.ts'
import type { Cells } from '../../../src/core/report.ts'
import { questionsOf } from '../../../src/core/review.ts'
import type { FieldId } from '../../../src/core/table.ts'

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
  const asked = new Set(questionsOf(recognised.patch).flatMap((question) => question.fields))
  let right = 0
  const unflagged: { field: FieldId; expected: number | null; read: unknown }[] = []
  for (const field of fields) {
    const reading = recognised.patch.cells[field]
    if ((reading?.value ?? null) === expected[field]) right++
    else if (!asked.has(field)) unflagged.push({ field, expected: expected[field], read: reading })
  }
  return { right, unflagged, recognised }
}
