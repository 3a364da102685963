import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, deadlineOf, deadlines, likelyYear } from '../../../src/core/duties/deadlines.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { validate } from '../../../src/core/checks/validate.ts'

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

describe('the deadline of a report', () => {
  const government = { kind: 'government', level: 'city', name: '清川市人民政府' } as const
  it.each([
    [{}, '2026-01-18', 'organ', '2026-01-31', 13],
    [{}, '2026-11-26', 'organ', '2026-01-31', -299],
    [{ unit: government }, '2026-01-18', 'region', '2026-03-31', 72],
    [{ settings: { deadline: '01-26' } }, '2026-01-26', 'organ', '2026-01-26', 0],
    [{ settings: { deadline: '02-20' } }, '2026-01-18', 'organ', '2026-01-31', 13],
    [
      { unit: government, settings: { deadline: '02-20' } },
      '2026-02-18',
      'region',
      '2026-02-20',
      2
    ],
    [{ settings: { deadline: '02-29' } }, '2026-01-18', 'organ', '2026-01-31', 13]
  ])('%o on %s', (change, today, of, date, days) => {
    const local = 'settings' in change && date.endsWith(change.settings.deadline)
    expect(deadlineOf(exampleReport({ note: '', ...change }), today)).toEqual({
      of,
      date,
      local,
      days
    })
  })

  it('says when it was published', () => {
    const report = exampleReport({ note: '', published: '2026-01-28' })
    expect(deadlineOf(report, '2026-02-03')).toMatchObject({ published: '2026-01-28', days: -3 })
  })

  it('is silent in the checks where nobody says what day it is', () => {
    const report = exampleReport({ note: '' })
    expect(validate(report)).toEqual([])
    expect(validate(report, { today: '2026-02-03' }).map(({ rule }) => rule)).toEqual([
      'D-DEADLINE'
    ])
    // An accepted delay stays accepted the next day.
    const [today] = validate(report, { today: '2026-02-03' })
    const [tomorrow] = validate(report, { today: '2026-02-04' })
    expect(tomorrow?.fingerprint).toBe(today?.fingerprint)
  })

  it('takes the day from the clock on the wall', () => {
    expect(dayOf(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05')
    expect(dayOf(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31')
  })
})
