import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields } from '../../../src/core/form/form.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { validReport } from '../report/reports.ts'

const rules = (report: Report): string[] => validate(report).map(({ rule }) => rule)

describe('validate', { timeout: 30_000 }, () => {
  it('says of an empty report what is missing, once a table', () => {
    expect(rules(newReport('清川市档案局', 2025))).toEqual([
      'D-SEC',
      'D-S5',
      'D-SEC',
      'T3-BLANK',
      'T3-BLANK',
      'T3-BLANK',
      'D-LEADIN'
    ])
  })

  it('puts errors first, then goes through the report from its beginning', () => {
    const report = exampleReport({
      note: '',
      cells: { 'remedies.review.total': 9, 'disclosure.penalty.decisions': null },
      text: { other: '无', problems: '', overview: '公式公开3条' }
    })
    const ranks = validate(report).map(({ severity }) =>
      ['error', 'warning', 'hint'].indexOf(severity)
    )
    expect(ranks).toEqual([...ranks].sort())
    expect(rules(report)).toEqual(['T4-SUM', 'D-S5', 'D-FIVE', 'D-TYPO', 'T3-BLANK', 'D-S6'])
  })

  it('has one finding where one cell breaks several sums', () => {
    const report = exampleReport({ note: '', cells: { 'requests.handled.natural': 15 } })
    const found = validate(report)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      rule: 'T3-BAL',
      severity: 'error',
      at: { kind: 'cells', fields: ['requests.handled.natural'] },
      params: { unique: 1, to: [14], rules: ['T3-BAL', 'T3-SUM', 'T3-ROW'] }
    })
  })

  it('takes severities from the settings and keeps rules it does not know', () => {
    const report = exampleReport({
      note: '',
      text: { other: '无' },
      settings: { rules: { 'D-S6': 'error', 'T9-NEW': 'off', 'D-LEADIN': 'off' } }
    })
    expect(validate(report)[0]).toMatchObject({ rule: 'D-S6', severity: 'error' })
    const off = { ...report, settings: { ...report.settings, rules: { 'D-S6': 'off' as const } } }
    expect(rules(off)).toEqual([])
  })

  it('repeats what was noticed on import, never as an error, unknown rules too', () => {
    const at = { kind: 'report' } as const
    const params = { found: 'a', statutory: 'b' }
    const report = {
      ...exampleReport({ note: '' }),
      imported: {
        name: 'original.txt',
        at: '2026-01-05T08:00:00.000Z',
        findings: [
          { rule: 'D-LABEL', severity: 'warning' as const, at, params, fingerprint: 'a' },
          { rule: 'Z-NEW', severity: 'error' as const, at, params: {}, fingerprint: 'b' }
        ]
      }
    }
    expect(validate(report).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['D-LABEL', 'warning'],
      ['Z-NEW', 'warning']
    ])
  })

  it('gives the same finding the same fingerprint, other values another', () => {
    const broken = (value: number) =>
      validate(exampleReport({ note: '', cells: { 'remedies.review.total': value } }))[0]
    expect(broken(5)?.fingerprint).toBe(broken(5)?.fingerprint)
    expect(broken(5)?.fingerprint).not.toBe(broken(6)?.fingerprint)
  })

  it('keeps the fingerprint of a wording when text before it changes', () => {
    const at = (lead: string) =>
      validate(exampleReport({ note: '', text: { other: `${lead}公式公开，信息处理费0元。` } }))[0]
    expect(at('')?.fingerprint).toBe(at('本年度，')?.fingerprint)
  })

  it('is exact at the limit of whole numbers', () => {
    const limit = Number.MAX_SAFE_INTEGER
    const huge = exampleReport({
      note: '',
      cells: {
        'remedies.direct.upheld': limit,
        'remedies.direct.corrected': 2,
        'remedies.direct.total': limit
      }
    })
    expect(rules(huge)).toContain('T4-SUM')
    expect(validate(huge)[0]?.params['differences']).toEqual(['2'])
  })

  it('never throws, whatever stands in the cells', () => {
    const report = validReport(3)
    const cell = fc.oneof(fc.constant(null), fc.integer(), fc.maxSafeInteger(), fc.nat(9))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...fields), cell), { maxLength: 60 }),
        (patch) => {
          const cells = { ...report.cells, ...Object.fromEntries(patch) }
          const found = validate({ ...report, cells })
          expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length)
        }
      ),
      { numRuns: 60 }
    )
  })

  it('never throws, whatever stands in the text', () => {
    const report = validReport(3)
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, text, (overview, leadIn) => {
        validate({ ...report, text: { ...report.text, overview, leadIn } })
      }),
      { numRuns: 60 }
    )
  })
})
