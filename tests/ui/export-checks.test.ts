import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../src/core/rules/examples.ts'
import { validate } from '../../src/core/validate.ts'
import { checksOf, linesOf } from '../../src/ui/export/checks.ts'

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
const kinds = (lines: ReturnType<typeof linesOf>) =>
  lines.map((line) => ('rule' in line ? line.rule : line.kind))

describe('the lines of the check before an export', () => {
  it('begin with the worst', () => {
    const [first] = linesOf(checks, findings)
    expect(first?.severity).toBe('error')
  })

  it('tell of blank cells once: by the findings where they name them all', () => {
    expect(checks).toMatchObject([{ kind: 'blank', what: '2' }])
    expect(kinds(linesOf(checks, findings))).not.toContain('blank')
  })

  it('tell of blank cells by the check where the findings name fewer', () => {
    const fewer = findings.filter(({ rule }) => !rule.startsWith('T3-BLANK'))
    expect(kinds(linesOf(checks, fewer))).toContain('blank')
  })
})
