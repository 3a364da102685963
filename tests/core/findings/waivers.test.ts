import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import {
  lapsedWaivers,
  openFindings,
  unwaive,
  waive,
  waivedFindings
} from '../../../src/core/findings/waivers.ts'

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
    const waived = waive(report, [warning], ' 本机关不收费 ', '核稿人', now)
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

  it('accept several for one reason, and leave errors among them', () => {
    const broken = { ...report, cells: { ...report.cells, 'remedies.review.total': 9 } }
    const all = validate(broken)
    const waived = waive(broken, all, '已核对台账', '', now)
    expect(openFindings(waived, all).map(({ severity }) => severity)).toEqual(['error'])
    expect(new Set(waived.waivers.map(({ reason }) => reason))).toEqual(new Set(['已核对台账']))
  })

  it('want a reason', () => {
    if (!warning) throw new Error('no warning')
    expect(waive(report, [warning], '  ', '核稿人', now)).toBe(report)
  })

  it('lapse when the values change', () => {
    const jump = findings.find(({ rule }) => rule === 'Y-JUMP')
    if (!jump) throw new Error('no jump')
    const waived = waive(report, [jump], '口径改变', '', now)
    const changed = { ...waived, cells: { ...waived.cells, 'disclosure.licensing.decisions': 131 } }
    expect(openFindings(changed, validate(changed)).map(({ rule }) => rule)).toContain('Y-JUMP')
    expect(lapsedWaivers(waived, validate(waived))).toEqual([])
    expect(lapsedWaivers(changed, validate(changed))).toEqual(waived.waivers)
  })

  it('of rules that are gone are kept and count as lapsed', () => {
    const gone = { fingerprint: 'x', rule: 'OLD-1', reason: '已核', by: '', at: now }
    const file = { ...report, waivers: [gone] }
    expect(openFindings(file, findings)).toEqual(findings)
    expect(lapsedWaivers(file, findings)).toEqual([gone])
  })

  describe('of what is said about a whole section', () => {
    const government = { name: '清川市人民政府', kind: 'government', level: 'city' } as const
    const cases = [
      ['D-S5', 'problems', { last: { text: { problems: '专栏检索不便，需要改进。' } } }],
      ['D-FIVE', 'overview', {}],
      ['D-GOV', 'overview', { unit: government }]
    ] as const
    const before = {
      problems: '存在的问题是解读形式单一，下一步增加图解3件。',
      overview: '主动公开信息312条，平台改版，依申请公开按期答复，开展自查。'
    }

    it.each(cases)('%s lapse when its text becomes another', (rule, section, example) => {
      const at = (text: string) =>
        exampleReport({ note: '', ...example, text: { [section]: text } })
      const first = at(before[section])
      const finding = validate(first).find((one) => one.rule === rule)
      if (!finding) throw new Error(`no ${rule}`)
      const { waivers } = waive(first, [finding], '已经核对', '核稿人', now)
      const open = (text: string) => {
        const later = { ...at(text), waivers }
        return openFindings(later, validate(later)).map((one) => one.rule)
      }
      expect(open(before[section])).not.toContain(rule)
      // Figures, punctuation and white space make no other text of it.
      expect(open(before[section].replace('，', '； ').replace(/3/g, '4'))).not.toContain(rule)
      expect(open(`${before[section]}另有一段完全不同的话。`)).toContain(rule)
    })
  })

  it('tell a slip made twice from the same slip made once', () => {
    const report = exampleReport({
      note: '',
      text: { other: '公式公开信息处理费0元。公式公开收费标准。' }
    })
    const [first, second] = validate(report)
    expect([first?.rule, second?.rule]).toEqual(['D-TYPO', 'D-TYPO'])
    expect(first?.fingerprint).not.toBe(second?.fingerprint)
  })

  it('do not cover errors, even when a file says so', () => {
    const broken = exampleReport({ note: '', cells: { 'remedies.review.total': 9 } })
    const [error] = validate(broken)
    if (!error) throw new Error('no error')
    expect(waive(broken, [error], '数字无误', '', now)).toBe(broken)
    const forged = {
      ...broken,
      waivers: [{ fingerprint: error.fingerprint, rule: error.rule, reason: 'x', by: '', at: now }]
    }
    expect(openFindings(forged, [error])).toEqual([error])
  })
})
