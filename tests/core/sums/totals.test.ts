import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields, form2021 } from '../../../src/core/form/form.ts'
import { blankCells, type Cells } from '../../../src/core/form/cells.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { settle, sumOf } from '../../../src/core/sums/totals.ts'

const { totals } = form2021
const parts = fields.filter(
  (field) =>
    !totals.has(field) && !field.startsWith('disclosure.') && !field.startsWith('requests.carried')
)
const numbers = fc.record(
  Object.fromEntries(parts.map((field) => [field, fc.integer({ min: 0, max: 9999 })])) as Record<
    FieldId,
    fc.Arbitrary<number>
  >
)
/** All parts entered, one after the other as somebody types them. */
const typed = (patch: Partial<Record<FieldId, number>>): Cells =>
  (Object.entries(patch) as [FieldId, number][]).reduce<Cells>(
    (cells, [field, value]) => settle(form2021, cells, { [field]: value }),
    blankCells()
  )
const sums = form2021.balances.filter(({ fills }) => fills)
const agree = (cells: Cells) =>
  sums.every(({ fills, left }) => !fills || cells[fills] === sumOf(cells, left))

describe('totals', () => {
  it('follow while the parts are typed, whatever is typed', () => {
    fc.assert(
      fc.property(numbers, (patch) => {
        expect(agree(typed(patch))).toBe(true)
      }),
      { numRuns: 25 }
    )
  })

  it('follow a pasted block all at once', () => {
    fc.assert(
      fc.property(numbers, (patch) => {
        expect(agree(settle(form2021, blankCells(), patch))).toBe(true)
      }),
      { numRuns: 25 }
    )
  })

  const whole = settle(
    form2021,
    blankCells(),
    Object.fromEntries(parts.map((field, i) => [field, i % 7])) as Record<FieldId, number>
  )

  it('stay away from a blank table: nothing becomes 0', () => {
    expect(settle(form2021, blankCells(), { 'requests.granted.natural': null })).toEqual(
      blankCells()
    )
    const one = settle(form2021, blankCells(), { 'requests.granted.natural': 3 })
    expect(one['requests.granted.total']).toBe(3)
    expect(one['requests.granted.commercial']).toBeNull()
    expect(one['requests.received.total']).toBeNull()
  })

  it('become blank again with their last part', () => {
    const one = settle(form2021, blankCells(), { 'remedies.review.upheld': 3 })
    expect(one['remedies.review.total']).toBe(3)
    expect(
      settle(form2021, one, { 'remedies.review.upheld': null })['remedies.review.total']
    ).toBeNull()
  })

  it('typed over are left alone, and what depends on them follows', () => {
    const over = settle(form2021, whole, { 'requests.granted.total': 99 })
    expect(over['requests.granted.total']).toBe(99)
    const after = settle(form2021, over, { 'requests.granted.natural': 50 })
    expect(after['requests.granted.total']).toBe(99)
    expect(after['requests.handled.natural']).toBe(
      (whole['requests.handled.natural'] ?? 0) + 50 - (whole['requests.granted.natural'] ?? 0)
    )
  })

  it('that disagree since import are left alone until they are taken', () => {
    const imported = { ...whole, 'remedies.direct.total': 77 }
    const after = settle(form2021, imported, { 'remedies.direct.upheld': 1 })
    expect(after['remedies.direct.total']).toBe(77)
  })

  it('change exactly the equations that hold the edited part', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.integer({ min: 1, max: 99 }), (field, by) => {
        const after = { ...whole, [field]: (whole[field] ?? 0) + by }
        const broken = form2021.balances.filter(
          ({ left, right }) =>
            (sumOf(after, left) ?? 0) - (sumOf(after, right) ?? 0) !==
            (sumOf(whole, left) ?? 0) - (sumOf(whole, right) ?? 0)
        )
        expect(broken).toEqual(
          form2021.balances.filter(({ left, right }) => [...left, ...right].includes(field))
        )
      })
    )
  })

  it('never change the cells given', () => {
    const before = JSON.stringify(whole)
    settle(form2021, whole, { 'requests.granted.natural': 1234 })
    expect(JSON.stringify(whole)).toBe(before)
  })
})
