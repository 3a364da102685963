import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { vouchedFor } from '../../../src/ui/export/vouched.ts'

const vouched = (example: Omit<Example, 'note'>, change = (report: Report): Report => report) => {
  const report = change(exampleReport({ note: '', ...example }))
  return vouchedFor(report, validate(report))
}
type Report = ReturnType<typeof exampleReport>
const whats = (example: Omit<Example, 'note'>, change?: (report: Report) => Report) =>
  vouched(example, change).map(({ what }) => what)
const unpublished = (report: Report): Report =>
  report.previous ? { ...report, previous: { ...report.previous, final: false } } : report

describe('what was checked and is right', () => {
  it('is all of a report without fault', () => {
    expect(vouched({ last: {} })).toEqual([
      { what: 'tables', numerals: ['二', '三', '四'], summed: true },
      { what: 'columns', count: 7 },
      { what: 'carried', count: 7, year: 2024 },
      { what: 'years', year: 2025 },
      { what: 'clean' }
    ])
  })

  it('is nothing of a report that is not begun', () => {
    const report = newReport('清川市档案局', 2025)
    expect(vouchedFor(report, validate(report))).toEqual([])
  })

  it.each([
    ['a blank', { 'remedies.review.upheld': null }],
    ['a broken sum', { 'remedies.review.total': 9 }]
  ])('is no table with %s', (_, cells) => {
    expect(vouched({ cells })[0]).toEqual({ what: 'tables', numerals: ['二', '三'], summed: true })
  })

  it('is no sum of table 二, which has none', () => {
    const cells = { 'requests.received.natural': null, 'remedies.review.upheld': null } as const
    expect(vouched({ cells })[0]).toEqual({ what: 'tables', numerals: ['二'], summed: false })
  })

  it('are the columns of table 三 only where all of them could be added up', () => {
    expect(whats({ cells: { 'requests.received.legal': null } })).not.toContain('columns')
    expect(whats({ cells: { 'requests.refused.query.legal': null } })).toContain('columns')
  })

  it('is nothing carried over where last year’s report is not known, not final, or differs', () => {
    expect(whats({})).not.toContain('carried')
    expect(whats({ last: {} }, unpublished)).not.toContain('carried')
    const cells = { 'requests.carriedOut.natural': 99 } as const
    expect(whats({ last: { cells } })).not.toContain('carried')
  })

  it('are no years and no persons where a rule says otherwise, or is not asked', () => {
    const lines = whats({ text: { other: '没有收取信息处理费。电话13800138000。' } })
    expect(lines).not.toContain('clean')
    expect(lines).toContain('years')
    const off = { settings: { rules: { 'Y-TEXTYEAR': 'off', 'D-PRIV': 'off' } } } as const
    expect(whats(off)).not.toContain('years')
    expect(whats(off)).not.toContain('clean')
  })

  it('are no years of a text that is not written', () => {
    expect(whats({ text: { leadIn: '' } })).not.toContain('years')
  })
})
