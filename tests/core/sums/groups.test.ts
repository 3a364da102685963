import { describe, expect, it } from 'vitest'
import { form2021, isField } from '../../../src/core/form/form.ts'
import { cellSumNamed, cellSumOf, cellGroups, cellsIn } from '../../../src/core/sums/groups.ts'

describe('sums under a label of the form', () => {
  it.each<[string, number]>([
    ['requests.refused.total', 8],
    ['requests.unavailable.natural', 3],
    ['requests.declined.total', 5],
    ['requests.other.total', 3],
    ['requests.received.organisations', 5],
    ['requests.refused.organisations', 40],
    ['remedies.litigation.pending', 2]
  ])('%s is of %d cells', (name, count) => {
    const sum = cellSumNamed(name)
    expect(sum && new Set(cellsIn(sum)).size).toBe(count)
    expect(sum && cellSumOf(cellsIn(sum))).toEqual(sum)
  })

  it('have names that no cell has, and cells of the form', () => {
    for (const { id, cells } of cellGroups) {
      expect(isField(id)).toBe(false)
      for (const field of cells) expect(form2021.fields).toContain(field)
    }
  })

  it('are known by their cells in whatever order, and no other cells are', () => {
    expect(cellSumOf(['remedies.afterReview.total', 'remedies.direct.total'])).toEqual([
      'remedies.litigation.total'
    ])
    const other = ['remedies.review.total', 'remedies.direct.total'] as const
    expect(cellSumOf(other)).toEqual(other)
  })

  it('counts and money are not added up', () => {
    expect(cellSumNamed('disclosure.fees.amount')).toBeDefined()
    expect(cellSumNamed('disclosure.fees.amount+disclosure.penalty.decisions')).toBeUndefined()
    expect(cellSumNamed('')).toBeUndefined()
  })
})
