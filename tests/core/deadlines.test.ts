import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlines, likelyYear } from '../../src/core/deadlines.ts'

const on = (text: string): Date => new Date(`${text}T12:00:00`)

describe('the deadlines', () => {
  it.each([
    ['2026-01-18', 2025, 13, 72],
    ['2026-01-31', 2025, 0, 59],
    ['2026-02-10', 2025, -10, 49],
    ['2026-03-31', 2025, -59, 0],
    ['2026-04-01', 2026, 305, 364],
    ['2026-12-31', 2026, 31, 90],
    ['2027-12-31', 2027, 31, 91]
  ])('seen on %s are of %i: %i and %i days', (day, reportYear, organ, region) => {
    expect(deadlines(on(day))).toMatchObject([
      { of: 'organ', reportYear, days: organ },
      { of: 'region', reportYear, days: region }
    ])
  })

  it('count whole days whatever the hour, and never lie more than a year ahead', () => {
    const from = new Date(2020, 0, 1)
    const to = new Date(2040, 0, 1)
    fc.assert(
      fc.property(fc.date({ min: from, max: to, noInvalidDate: true }), (now) => {
        const start = new Date(now.getFullYear(), now.getMonth(), now.getDate())
        expect(deadlines(now)).toEqual(deadlines(start))
        for (const { days } of deadlines(now)) {
          expect(Number.isInteger(days)).toBe(true)
          expect(days).toBeLessThanOrEqual(366)
          expect(days).toBeGreaterThanOrEqual(-60)
        }
      })
    )
  })
})

describe('the year of a new report', () => {
  it.each([
    ['2026-01-01', 2025],
    ['2026-06-30', 2025],
    ['2026-07-01', 2026],
    ['2026-12-31', 2026]
  ])('on %s is %i', (day, year) => {
    expect(likelyYear(on(day))).toBe(year)
  })
})
