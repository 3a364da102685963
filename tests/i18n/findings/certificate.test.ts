import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { proofOf } from '../../../src/core/checks/proof.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { tiles } from '../../../src/core/form/layout.ts'
import { waive } from '../../../src/core/findings/waivers.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { certificate } from '../../../src/i18n/findings/certificate.ts'
import { sentence } from '../../../src/i18n/findings/findings.ts'

const of = (report: Report) => {
  const findings = validate(report)
  const proof = proofOf(report, findings, { app: '1.2.3', sha256: () => 'abc' })
  const sheet = certificate(report, findings, proof)
  return { sheet, lines: sheet.rows.map((row) => row.map(({ text }) => text).join('|')) }
}

const right = exampleReport({ note: '' })
const broken = exampleReport({ note: '', cells: { 'remedies.review.total': 9 } })
const blank = exampleReport({ note: '', cells: { 'remedies.review.upheld': null } })

describe('the certificate of checks', () => {
  it.each<[string, Report, string[]]>([
    ['a report without a fault', right, ['结论|可报送', '法定数字|200 个，已填 200 个']],
    [
      'one with a broken sum',
      broken,
      ['结论|有错误', '四、政府信息公开行政复议、行政诉讼情况|有错误|15/15']
    ],
    ['one with a blank cell', blank, ['法定数字|200 个，已填 199 个']]
  ])('of %s says how it stands', (_, report, expected) => {
    expect(of(report).lines).toEqual(expect.arrayContaining(expected))
  })

  it('never calls a sum right that was not checked', () => {
    const [sums] = of(blank).lines.filter((line) => line.startsWith('合计'))
    expect(sums).toMatch(/处相符，1 处有未填格，没有核对$/)
  })

  it('lists what is open, and what was accepted with its reason', () => {
    const doubtful = exampleReport({ note: '', text: { problems: '公式公开的栏目更新较慢。' } })
    const [slip] = validate(doubtful).filter(({ rule }) => rule === 'D-TYPO')
    if (!slip) throw new Error('nothing to accept')
    const { title } = sentence(slip, doubtful)
    expect(of(doubtful).lines.filter((line) => line.includes(title))).toEqual([
      `待确认|${title}|五　存在的主要问题及改进情况`
    ])
    const accepted = waive(doubtful, [slip], '原文如此', '办公室', '2026-01-20T08:00:00.000Z')
    expect(of(accepted).lines.filter((line) => line.includes(title))).toEqual([
      `2026-01-20|${title}|原文如此（办公室）`
    ])
  })

  it('is a whole table, with the digest of the exchange file in it', () => {
    for (const report of [right, broken, blank]) {
      const { sheet, lines } = of(report)
      expect(tiles(sheet.rows, sheet.widths.length)).toBe(true)
      expect(lines).toContain('内容摘要|SHA-256 abc')
    }
  })
})
