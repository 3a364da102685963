import { describe, expect, it } from 'vitest'
import { form2021 } from '../../../src/core/form/form.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { checksOf, checkLinesOf, sumsChecked } from '../../../src/ui/export/checks.ts'

const report = exampleReport({
  note: '',
  cells: {
    'disclosure.licensing.decisions': null,
    'requests.refused.query.research': null,
    'remedies.review.total': 9
  }
})
const findings = validate(report)
const checks = checksOf(report, undefined)
const kinds = (lines: ReturnType<typeof checkLinesOf>) =>
  lines.map((line) => ('rule' in line ? line.rule : line.kind))

describe('the lines of the check before an export', () => {
  it('begin with the worst', () => {
    const [first] = checkLinesOf(checks, findings)
    expect(first?.severity).toBe('error')
  })

  it('tell of blank cells once: by the findings where they name them all', () => {
    expect(checks).toMatchObject([{ kind: 'blank', what: '2' }])
    expect(kinds(checkLinesOf(checks, findings))).not.toContain('blank')
  })

  it('tell of blank cells by the check where the findings name fewer', () => {
    const fewer = findings.filter(({ rule }) => !rule.startsWith('T3-BLANK'))
    expect(kinds(checkLinesOf(checks, fewer))).toContain('blank')
  })
})

describe('the sums that were checked', () => {
  it.each([
    ['all', {}, { broken: 0, open: 0 }],
    ['one broken', { 'remedies.review.total': 9 }, { broken: 1, open: 0 }],
    ['those of a blank cell not', { 'remedies.review.upheld': null }, { broken: 0, open: 1 }],
    ['two of a blank total', { 'requests.received.total': null }, { broken: 0, open: 2 }]
  ])('%s', (_, cells, expected) => {
    const all = sumsChecked(exampleReport({ note: '', cells }))
    expect(all).toMatchObject(expected)
    expect(all.held + all.broken + all.open).toBe(form2021.balances.length)
  })

  it('are none in a new report', () => {
    expect(sumsChecked(newReport('清川市档案局', 2025)).held).toBe(0)
  })
})
