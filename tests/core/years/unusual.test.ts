import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankCells, type PastYear } from '../../../src/core/form/cells.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import { modifiedZ } from '../../../src/core/years/unusual.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { validate } from '../../../src/core/checks/validate.ts'

const field: FieldId = 'disclosure.licensing.decisions'

/** Years up to 2024 in which the cells had these values. */
const past = (
  values: readonly (number | null)[],
  fields: readonly FieldId[] = [field]
): PastYear[] =>
  values.map((value, i) => ({
    year: 2025 - values.length + i,
    cells: { ...blankCells(), ...Object.fromEntries(fields.map((one) => [one, value])) }
  }))

const odd = (history: PastYear[], cells: Example['cells'] = {}) =>
  validate(exampleReport({ note: '', cells }), { history }).filter(
    ({ rule }) => rule === 'Y-UNUSUAL'
  )

describe('the modified z-score', () => {
  it.each([
    [130, [118, 120, 122, 124, 126], 0.6745 * 4],
    [122, [118, 120, 122, 124, 126], 0],
    [100, [118, 120, 122, 124, 126], -0.6745 * 11],
    [125, [118, 120, 124, 126], 0.6745],
    [10, [5, 5, 5, 5, 10], 0.7979 * 5]
  ])('of %i among %j', (value, others, z) => {
    expect(modifiedZ(value, others)).toBeCloseTo(z, 10)
  })

  it('is not known where nothing varies', () => {
    expect(modifiedZ(10, [5, 5, 5, 5, 5])).toBeUndefined()
  })

  it('does not go by the order of the years, nor by where zero is', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 5, maxLength: 9 })
    fc.assert(
      fc.property(values, fc.nat(1e6), fc.nat(1e6), (others, value, shift) => {
        const z = modifiedZ(value, others)
        expect(modifiedZ(value, [...others].reverse())).toEqual(z)
        const moved = modifiedZ(
          value + shift,
          others.map((one) => one + shift)
        )
        if (z === undefined) expect(moved).toBeUndefined()
        else expect(moved).toBeCloseTo(z, 6)
      })
    )
  })
})

describe('an unusual figure', () => {
  it('is shown with the years before it', () => {
    expect(odd(past([118, 125, 121, 133, 118]), { [field]: 260 })).toMatchObject([
      {
        severity: 'hint',
        at: { fields: [field] },
        params: {
          now: 260,
          years: [2020, 2021, 2022, 2023, 2024],
          values: [118, 125, 121, 133, 118]
        }
      }
    ])
  })

  it.each<[string, (number | null)[], number]>([
    ['fewer than five years', [118, 125, 121, 118], 260],
    ['years not filled in', [null, 118, 125, null, 121, 118], 260],
    ['mostly zero', [0, 0, 0, 0, 9, 30], 90],
    ['small figures', [1, 2, 1, 3, 2], 12],
    ['steady growth', [60, 75, 90, 105, 120], 135],
    ['growth as it grew last year', [1, 6, 5, 9, 20], 29],
    ['growth that grows', [10, 12, 16, 24, 40], 62],
    ['a fall that goes on', [120, 119, 118, 100, 70], 41],
    ['the same every year', [30, 30, 30, 30, 30], 31]
  ])('is none: %s', (_, values, now) => {
    expect(odd(past(values), { [field]: now })).toEqual([])
  })

  it('is not looked for in years to come', () => {
    const later = past([118, 125, 121, 133, 118]).map((one) => ({ ...one, year: one.year + 5 }))
    expect(odd(later, { [field]: 260 })).toEqual([])
  })

  it('is named once, by its total, where a part is odd with it', () => {
    const parts: FieldId[] = ['requests.received.natural', 'requests.received.total']
    const found = odd(past([118, 125, 121, 133, 118], parts))
    expect(found.map(({ at }) => at)).toEqual([
      { kind: 'cells', fields: ['requests.received.total'] }
    ])
  })

  it.each([
    ['新收 and 总计', ['requests.received.total', 'requests.handled.total']],
    ['with what was granted', ['requests.received.total', 'requests.granted.total']],
    [
      'with a column of each',
      ['requests.received.natural', 'requests.handled.natural', 'requests.received.total']
    ]
  ] as const)('is one hint for one jump: %s', (_, fields) => {
    const cells = Object.fromEntries(fields.map((one) => [one, 260]))
    const found = odd(past([118, 125, 121, 133, 118], fields), cells)
    expect(found.map(({ at }) => at)).toEqual([
      { kind: 'cells', fields: ['requests.received.total'] }
    ])
  })

  it('is one hint for one jump against last year, and two where they go apart', () => {
    const both = { 'requests.received.total': 20, 'requests.handled.total': 20 }
    const jumped = (cells: Example['cells']) =>
      validate(exampleReport({ note: '', cells: { ...cells }, last: { cells: both } }), {
        history: past([20, 21, 19, 20, 20], ['requests.received.total', 'requests.handled.total'])
      }).filter(({ rule }) => rule === 'Y-JUMP' || rule === 'Y-UNUSUAL')
    expect(
      jumped({ 'requests.received.total': 200, 'requests.handled.total': 90 }).map(({ at }) => at)
    ).toEqual([{ kind: 'cells', fields: ['requests.received.total'] }])
    expect(jumped({ 'requests.received.total': 200, 'requests.handled.total': 1 })).toHaveLength(2)
  })

  it('that jumps against last year is named as a jump alone', () => {
    const report = exampleReport({ note: '', cells: { [field]: 9487 }, last: {} })
    const rules = validate(report, { history: past([118, 125, 121, 133, 118]) }).map(
      ({ rule }) => rule
    )
    expect(rules).toEqual(['Y-JUMP'])
  })

  it('counts last year’s figures of the report among the years', () => {
    const report = exampleReport({ note: '', cells: { [field]: 260 }, last: {} })
    const history = past([118, 125, 121, 133, null]).slice(0, 4)
    expect(validate(report, { history }).map(({ rule }) => rule)).toEqual(['Y-UNUSUAL'])
  })
})
