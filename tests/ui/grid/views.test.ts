import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { applicants } from '../../../src/core/form/requests.ts'
import { columnNeeds, tableViews } from '../../../src/ui/grid/views.ts'

const needs = (report: Report, typed: Readonly<Record<string, string>> = {}) =>
  columnNeeds(
    tableViews(
      'requests',
      {
        report,
        findings: [],
        chosen: undefined,
        lastYear: true,
        selected: new Set(),
        mended: [],
        tabStop: undefined,
        held: (field) => typed[field]
      },
      []
    ),
    10
  )

const blank = newReport('清川市档案局', 2025)
const natural = 'requests.received.natural'

describe('the room that the columns of table 三 need', () => {
  it('is none in a blank table, and not asked of labels', () => {
    expect(needs(blank)).toEqual([undefined, undefined, undefined, 0, 0, 0, 0, 0, 0, 0])
  })

  it('grows with the longest number of a column, and of no other but the total', () => {
    const short = needs(setCells(blank, { [natural]: 98765 }))
    const long = needs(setCells(blank, { [natural]: 123456789 }))
    expect(long[3]).toBeGreaterThan(short[3] ?? NaN)
    expect(long[9]).toBe(long[3])
    expect(long.slice(4, 9)).toEqual(short.slice(4, 9))
  })

  it('counts what stands at the left, and text that is refused', () => {
    const plain = setCells(blank, { [natural]: 98765 })
    expect(needs({ ...plain, notes: { [natural]: '含线上9件' } })[3]).toBeGreaterThan(
      needs(plain)[3] ?? NaN
    )
    const row = Object.fromEntries(
      applicants.map(({ id }) => [`requests.received.${id}`, id === 'total' ? 5 : 0])
    )
    const right = setCells(blank, { ...row, [natural]: 5 })
    expect(needs(setCells(blank, row))[9]).toBeGreaterThan(needs(right)[9] ?? NaN)
    expect(needs(plain, { [natural]: '98765约' })[3]).toBeGreaterThan(needs(plain)[3] ?? NaN)
  })
})
