import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../src/core/rules/examples.ts'
import { validate } from '../../src/core/validate.ts'
import { openFindings, unwaive, waive, waivedFindings } from '../../src/core/waivers.ts'

const now = '2026-01-10T08:00:00.000Z'
const report = exampleReport({
  note: '',
  text: { other: '无' },
  last: { cells: { 'disclosure.licensing.decisions': 9 } }
})
const findings = validate(report)
const warning = findings.find(({ rule }) => rule === 'D-S6')

describe('waivers', () => {
  it('take a warning off the list and keep the reason', () => {
    if (!warning) throw new Error('no warning')
    const waived = waive(report, warning, ' 本机关不收费 ', '核稿人', now)
    expect(openFindings(waived, findings)).not.toContain(warning)
    expect(waivedFindings(waived, findings)).toEqual([
      {
        finding: warning,
        waiver: {
          fingerprint: warning.fingerprint,
          rule: 'D-S6',
          reason: '本机关不收费',
          by: '核稿人',
          at: now
        }
      }
    ])
    expect(openFindings(unwaive(waived, warning.fingerprint), findings)).toEqual(findings)
  })

  it('want a reason', () => {
    if (!warning) throw new Error('no warning')
    expect(waive(report, warning, '  ', '核稿人', now)).toBe(report)
  })

  it('lapse when the values change', () => {
    const jump = findings.find(({ rule }) => rule === 'Y-JUMP')
    if (!jump) throw new Error('no jump')
    const waived = waive(report, jump, '口径改变', '', now)
    const changed = { ...waived, cells: { ...waived.cells, 'disclosure.licensing.decisions': 131 } }
    expect(openFindings(changed, validate(changed)).map(({ rule }) => rule)).toContain('Y-JUMP')
  })

  it('do not cover errors, even when a file says so', () => {
    const broken = exampleReport({ note: '', cells: { 'remedies.review.total': 9 } })
    const [error] = validate(broken)
    if (!error) throw new Error('no error')
    expect(waive(broken, error, '数字没错', '', now)).toBe(broken)
    const forged = {
      ...broken,
      waivers: [{ fingerprint: error.fingerprint, rule: error.rule, reason: 'x', by: '', at: now }]
    }
    expect(openFindings(forged, [error])).toEqual([error])
  })
})
