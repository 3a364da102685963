import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { checksOf, checkLinesOf } from '../../../src/ui/export/checks.ts'

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
