import { describe, expect, it } from 'vitest'
import { form2021 } from '../../../src/core/form/form.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { applicants } from '../../../src/core/form/requests.ts'
import type { Finding } from '../../../src/core/checks/finding.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { columnNeeds, isView, tableViews, type ViewRow } from '../../../src/ui/grid/views.ts'

const shown = (
  report: Report,
  findings: readonly Finding[] = [],
  before: readonly ViewRow[] = [],
  typed: Readonly<Record<string, string>> = {}
) =>
  tableViews(
    'requests',
    {
      report,
      findings,
      chosen: undefined,
      lastYear: true,
      selected: new Set(),
      mended: [],
      tabStop: undefined,
      held: (field) => typed[field]
    },
    before
  )
const needs = (report: Report, typed: Readonly<Record<string, string>> = {}) =>
  columnNeeds(form2021.tables.requests, shown(report, [], [], typed))

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

describe('the rows of a table', () => {
  const sums = exampleReport({ note: '', cells: { 'requests.granted.natural': 6 } })
  const found = validate(sums)

  it('are the same objects where findings come that mark the same cells', () => {
    const before = shown(sums, found)
    expect(before.flat().some((cell) => isView(cell) && cell.corner === 'error')).toBe(true)
    expect(shown({ ...sums }, [...validate(sums)], before)).toBe(before)
  })

  it('are others only where a cell says something else', () => {
    const before = shown(sums, [])
    const after = shown(sums, found, before)
    const changed = after.flatMap((row, r) =>
      row.flatMap((cell, c) => (cell !== before[r]?.[c] && isView(cell) ? [cell] : []))
    )
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.every(({ corner }) => corner === 'error')).toBe(true)
    expect(after.filter((row, r) => row === before[r]).length).toBeGreaterThan(after.length / 2)
  })
})
