import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentText } from '../../../src/core/numbers/percent.ts'

describe('a percentage', () => {
  it.each<[number, number, number | undefined, string]>([
    [1, 8, undefined, '12.5'],
    [1, 2, undefined, '50'],
    [2, 3, undefined, '66.7'],
    [2, 3, 0, '67'],
    [2, 3, 2, '66.67'],
    [1, 3, 4, '33.3333'],
    [3, 4, 4, '75'],
    [-1, 8, undefined, '12.5'],
    [7, 7, undefined, '100'],
    [30, 7, undefined, '428.6'],
    [0, 7, undefined, '0'],
    // Half is rounded up, exactly.
    [1005, 100_000, 2, '1.01'],
    [1, 10_000, undefined, '0.01'],
    [1, 3_000_000, 0, '0.00003']
  ])('%d of %d with %s decimals: %s', (part, whole, decimals, text) => {
    expect(percentText(part, whole, decimals)).toBe(text)
  })

  it('is as near as its decimals allow, and 0 only for nothing', () => {
    const count = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), count, (part, whole) => {
        const percent = Number(percentText(part, whole))
        expect(Math.abs(percent - (part / whole) * 100)).toBeLessThanOrEqual(0.05 + 1e-9)
        expect(percent === 0).toBe(part === 0)
      })
    )
  })
})
