import fc from 'fast-check'
import { fields, form2021 } from '../../../src/core/form/form.ts'
import { blankCells, type Cells } from '../../../src/core/form/cells.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { settle } from '../../../src/core/sums/totals.ts'

const { totals } = form2021

/** The cells people type: all but the totals and the two that balance a column. */
const parts = fields.filter((field) => !totals.has(field))

const count = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 31, max: 99999 }) }
)

/** All 200 cells filled in and every balance of the form satisfied. */
export const balancedCells: fc.Arbitrary<Cells> = fc
  .array(count, { minLength: parts.length, maxLength: parts.length })
  .map((values) => {
    const patch: Partial<Record<FieldId, number>> = {}
    parts.forEach((field, i) => {
      patch[field] = values[i] ?? 0
    })
    const cells = settle(form2021, blankCells(), patch)
    // What came in must be what was handled and what goes on.
    const balanced: Partial<Record<FieldId, number>> = {}
    for (const field of fields) {
      if (!field.startsWith('requests.received.') || totals.has(field)) continue
      const at = (row: string) => cells[field.replace('received', row) as FieldId] ?? 0
      const received = at('handled') + at('carriedOut') - at('carriedIn')
      if (received >= 0) balanced[field] = received
      else {
        balanced[field] = 0
        balanced[field.replace('received', 'carriedIn') as FieldId] =
          at('handled') + at('carriedOut')
      }
    }
    return settle(form2021, blankCells(), { ...patch, ...balanced })
  })

/** A balanced report in which some cells other than totals were left blank instead of 0. */
export const gappyCells: fc.Arbitrary<Cells> = fc
  .tuple(balancedCells, fc.array(fc.boolean(), { minLength: 200, maxLength: 200 }))
  .map(([cells, blank]) => {
    const result: Record<FieldId, number | null> = { ...cells }
    fields.forEach((field, i) => {
      if (blank[i] && result[field] === 0 && !totals.has(field)) result[field] = null
    })
    return result
  })
