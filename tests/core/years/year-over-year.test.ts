import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields, form2021 } from '../../../src/core/form/form.ts'
import { asPrevious } from '../../../src/core/years/previous.ts'
import { quoted } from '../../../src/core/compose/quote.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import {
  changeSentence,
  percentOf,
  subjectOf,
  yearChanges
} from '../../../src/core/years/year-over-year.ts'
import { validReport } from '../report/reports.ts'

const report = (seed: number) => ({
  ...validReport(seed),
  previous: asPrevious({ ...validReport(seed + 1), year: 2024 }, true)
})

describe('the year-over-year view', () => {
  it('shows each cell that changed, and no other', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), (seed) => {
        const now = report(seed)
        const changes = yearChanges(now)
        const changed = fields.filter((field) => now.cells[field] !== now.previous.cells[field])
        expect(changes.map(({ field }) => field).sort()).toEqual([...changed].sort())
        for (const { field, last, by } of changes) expect(last + by).toBe(now.cells[field])
      }),
      { numRuns: 30 }
    )
  })

  it('puts the largest first, money in 万元', () => {
    const now = report(3)
    const amounts = yearChanges(now).map(
      ({ field, by }) => Math.abs(by) / (field === 'disclosure.fees.amount' ? 1_000_000 : 1)
    )
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a))
    expect(yearChanges(now, 'form').map(({ field }) => fields.indexOf(field))).toEqual(
      yearChanges(now, 'form')
        .map(({ field }) => fields.indexOf(field))
        .sort((a, b) => a - b)
    )
  })

  it('has nothing to say without last year, and of blanks', () => {
    expect(yearChanges(validReport(1))).toEqual([])
    const now = report(1)
    const blank = { ...now, cells: { ...now.cells, 'requests.received.total': null } }
    expect(yearChanges(blank).some(({ field }) => field === 'requests.received.total')).toBe(false)
  })

  it.each([
    [44, 12, '27.3'],
    [3, 1, '33.3'],
    [8, 1, '12.5'],
    [16, -1, '6.3'],
    [100, 100, '100'],
    [9_007_199_254_740_991, -9_007_199_254_740_991, '100'],
    [0, 5, undefined]
  ])('%i by %i is %s %%', (last, by, expected) => {
    const field = 'requests.received.total'
    expect(percentOf({ field, last, now: last + by, by })).toBe(expected)
  })

  it.each([
    [
      'requests.received.total',
      44,
      56,
      '本年新收政府信息公开申请56件（上年44件），同比增长27.3%。'
    ],
    [
      'disclosure.fees.amount',
      5_070_000,
      4_820_000,
      '行政事业性收费本年收费金额4.82万元（上年5.07万元），同比下降4.9%。'
    ],
    ['remedies.review.upheld', 0, 2, '行政复议结果维持2件（上年0件）。']
  ] as const)('%s from %i to %i in words', (field, last, now, sentence) => {
    const said = changeSentence(form2021, { field, last, now, by: now - last })
    const of = (value: number) => setCells(newReport('清川市水利局', 2025), { [field]: value })
    const { cells, text } = of(last)
    const report = { ...of(now), previous: { year: 2024, cells, text, metrics: [] } }
    expect(quoted(report, said)).toBe(sentence)
    expect(said).not.toMatch(/\d/)
  })

  it('names every cell differently', () => {
    expect(new Set(fields.map((field) => subjectOf(form2021, field))).size).toBe(fields.length)
  })
})
