import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  feeOf,
  feeSteps,
  feesTold,
  mostCounted,
  type FeeBasis
} from '../../../src/core/drafting/processing-fee.ts'

describe('信息处理费', () => {
  it.each([
    ['requests', 1, 0],
    ['requests', 10, 0],
    ['requests', 11, 100],
    ['requests', 30, 2000],
    ['requests', 31, 2200],
    ['requests', 40, 4000],
    ['requests', 41, 4300],
    ['requests', 50, 7000],
    ['requests', 51, 7400],
    ['pages', 30, 0],
    ['pages', 31, 10],
    ['pages', 100, 700],
    ['pages', 101, 720],
    ['pages', 200, 2700],
    ['pages', 201, 2740],
    ['pages', 300, 6700]
  ] as const)('by %s, %i cost %i 元', (basis, count, yuan) => {
    expect(feeOf(basis, count)).toBe(yuan)
  })

  it.each([0, -1, 1.5, NaN, Infinity, mostCounted + 1])('%d is no count', (count) => {
    expect(feeSteps('requests', count)).toEqual([])
    expect(feeOf('pages', count)).toBe(0)
  })

  const basis = fc.constantFrom<FeeBasis>('requests', 'pages')
  const count = fc.integer({ min: 1, max: 3000 })

  it('one more costs what its step says, and never less than the one before', () => {
    fc.assert(
      fc.property(basis, count, (by, n) => {
        const more = feeOf(by, n + 1) - feeOf(by, n)
        expect(more).toBe(feeSteps(by, n + 1).at(-1)?.each)
        expect(feeOf(by, n + 2) - feeOf(by, n + 1)).toBeGreaterThanOrEqual(more)
      })
    )
  })

  it('steps hold every one of a count once', () => {
    fc.assert(
      fc.property(basis, count, (by, n) => {
        const steps = feeSteps(by, n)
        expect(steps[0]?.from).toBe(1)
        expect(steps.at(-1)?.to).toBe(n)
        steps.slice(1).forEach(({ from }, i) => expect(from).toBe((steps[i]?.to ?? NaN) + 1))
      })
    )
  })

  it.each([
    [{ notices: 0, due: 0, paid: 0 }, '2025年没有收取信息处理费。'],
    [
      { notices: 2, due: 2900, paid: 2200 },
      '2025年发出信息处理费收费通知2件，应收2900元，实际收取信息处理费2200元。'
    ],
    [
      { notices: 1, due: 100, paid: 0 },
      '2025年发出信息处理费收费通知1件，应收100元，没有实际收取信息处理费。'
    ]
  ])('%j is told', (fees, said) => {
    expect(feesTold({ year: 2025, ...fees })).toBe(said)
  })
})
