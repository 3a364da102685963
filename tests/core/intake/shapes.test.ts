import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textBlocks } from '../../../src/formats/read/text/read-text.ts'
import { blankCells } from '../../../src/core/form/cells.ts'
import { times } from '../../run.ts'
import { balancedCells, gappyCells } from './arbitrary.ts'
import { score } from './score.ts'
import { reportText, shapes } from './shapes.ts'

const unit = '清河县水务局'
const year = 2023

describe.each(Object.entries(shapes))('%s', (_name, { write, whole, filledOnly }) => {
  it('gives back every cell of any report, or says which are in doubt', () => {
    fc.assert(
      fc.property(filledOnly ? balancedCells : fc.oneof(balancedCells, gappyCells), (cells) => {
        const text = reportText({ unit, year, cells }, write)
        const { right, unflagged, recognised } = score(textBlocks(text), cells)
        expect(unflagged).toEqual([])
        if (whole) expect([right, recognised.patch.cells]).toEqual([200, expect.anything()])
        expect(recognised.patch).toMatchObject({ unitName: unit, year, leftovers: [] })
        expect(recognised.patch.text.problems).toContain('逐月核对')
      }),
      { numRuns: times(40, 12) }
    )
  })

  it('keeps a blank report blank', () => {
    const cells = blankCells()
    const text = reportText({ unit, year, cells }, write)
    const { right, unflagged } = score(textBlocks(text), cells)
    expect([right, unflagged]).toEqual([200, []])
  })
})
