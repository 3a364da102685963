import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose } from '../../../../src/core/compose/compose.ts'
import { quoted } from '../../../../src/core/compose/quote.ts'
import { straysIn } from '../../../../src/core/prose/strays.ts'
import { repaired, repairs } from '../../../../src/core/checks/repair/repair.ts'
import { exampleReport } from '../../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../../src/core/checks/examples/example.ts'
import { isDraft, verdictOf } from '../../../../src/core/checks/state-of.ts'
import { validate } from '../../../../src/core/checks/validate.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { anyReport } from '../../../fixtures/random-reports.ts'
import { times } from '../../../run.ts'

const read = (other: string, more: Omit<Example, 'note' | 'text'> = {}) => {
  const report = exampleReport({ note: '', text: { other: `信息处理费0元。${other}` }, ...more })
  const all = validate(report)
  const found = all.filter(({ rule }) => rule === 'P-QUOTE')
  return { report, found, draft: isDraft(verdictOf(report, all)) }
}

const whole = '{{requests.received.total}}'

describe('marks of quoting that would be printed', () => {
  it.each([
    ['the last brace', '收到{{requests.received.total}件。'],
    ['both last braces', '收到{{requests.received.total件。'],
    ['the first brace', '收到{requests.received.total}}件。'],
    ['both first braces', '收到requests.received.total}}件。'],
    ['one brace on each side', '收到{requests.received.total}件。'],
    ['all braces', '收到requests.received.total件。'],
    ['a letter of the name', '收到{{requests.receied.total}}件。'],
    ['all of the name', '收到{{}}件。'],
    ['a space within', '收到{{ requests.received.total }}件。'],
    ['a brace more', '收到{{{requests.received.total}}件。'],
    ['braces of full width', '收到｛｛requests.received.total｝｝件。'],
    ['a beginning', '收到{{'],
    ['an end', '收到14件}}。'],
    ['a name that nothing has', '收到{{unknown.id}}件。'],
    ['a figure that is gone', '推送{{metric:gone}}条。'],
    ['half of a figure', '推送{{metric:gone}条。'],
    ['a chart that is gone', '\n{{chart:gone}}'],
    ['half of a chart', '\n{chart:gone}}']
  ])('%s: an error that leaves a draft only', (_, text) => {
    const { found, draft } = read(text)
    expect(found).toMatchObject([{ severity: 'error' }])
    expect(draft).toBe(true)
  })

  it.each([
    `收到${whole}件。`,
    `收到${whole}件，上年结转{{requests.carriedIn.total}}件。`,
    '格式写作{年度}的，换成年份。',
    '集合{1, 2, 3}。',
    '网址 http://example.gov.cn/metrics/charts 可用。',
    '意见（{一}）。'
  ])('nothing is said of %s', (text) => {
    const { found, draft } = read(text)
    expect(found).toEqual([])
    expect(draft).toBe(false)
  })

  it('no setting and no reason lets them through', () => {
    const { draft } = read('收到{{', { settings: { rules: { 'P-QUOTE': 'off' } } })
    expect(draft).toBe(true)
  })

  it('whatever single character is taken out of a quote, an error says so', () => {
    const text = `收到${whole}件。`
    for (let at = 2; at < 2 + whole.length; at++) {
      const { found } = read(text.slice(0, at) + text.slice(at + 1))
      expect(found, text.slice(0, at) + text.slice(at + 1)).toHaveLength(1)
    }
  })

  it('no mark is printed without an error', () => {
    const piece = fc.constantFrom('{', '}', '{{', '}}', whole, 'requests.received.total', '件', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const { report, found } = read(pieces.join(''))
        const printed = quoted(report, report.text.other)
        expect(found.length > 0).toBe(/\{\{|\}\}|requests\.|[{}]14|14[{}]/.test(printed))
      })
    )
  })

  it('a quote that lost a brace gets it back', () => {
    const { report, found } = read('收到{requests.received.total}}件。')
    const [repair] = found[0] ? repairs(report, found[0], []) : []
    expect(repair && repaired(report, repair).text.other).toBe(`信息处理费0元。收到${whole}件。`)
    const unknown = read('收到{{requests.received}件。')
    expect(unknown.found.flatMap((one) => repairs(unknown.report, one, []))).toEqual([])
  })

  it('a blank cell that is quoted is an error once its table is begun', () => {
    const text = '行政处罚{{disclosure.penalty.decisions}}件。'
    const blank = { 'disclosure.penalty.decisions': null } as const
    expect(read(text, { cells: blank }).found).toMatchObject([{ params: { what: 'blank' } }])
  })

  it.each<[string, Omit<Example, 'note' | 'text'>, string]>([
    ['sum:requests.refused.total', {}, ''],
    ['sum:requests.refused.total', { cells: { 'requests.refused.query.total': null } }, 'blank'],
    ['share:requests.granted.total/requests.handled.total', {}, ''],
    ['share:remedies.direct.upheld/remedies.direct.total', {}, 'whole'],
    ['growth:requests.received.total', { last: {} }, ''],
    ['growth:requests.received.total', {}, 'last'],
    [
      'growth:requests.carriedIn.total',
      { last: { cells: { 'requests.carriedIn.total': 0 } } },
      'whole'
    ],
    ['last:requests.received.total', { last: {} }, ''],
    ['last:requests.received.total', {}, 'last'],
    ['median:requests.received.total', {}, 'other']
  ])('{{%s}}, %j: %s', (name, more, what) => {
    const { found, draft } = read(`其中{{${name}}}。`, more)
    expect(found.map(({ params }) => params)).toMatchObject(what ? [{ what }] : [])
    expect(draft).toBe(what !== '')
  })

  it('names, remarks and titles cannot quote', () => {
    const { report } = read('')
    const named = { ...report, unit: { ...report.unit, name: `清川市档案局${whole}` } }
    expect(validate(named).map(({ rule }) => rule)).toContain('P-QUOTE')
    const noted = { ...report, notes: { 'requests.received.total': '其中{{' } }
    expect(validate(noted).map(({ rule }) => rule)).toContain('P-QUOTE')
  })

  it('whatever is printed: where a mark is, an error says so', () => {
    const textsIn = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(textsIn)
          : []
    const marked = (report: Report) =>
      textsIn(compose(report)).some((text) => /\{\{|\}\}/.test(text))
    let count = 0
    fc.assert(
      fc.property(anyReport, (report) => {
        if (!marked(report)) return
        count++
        const all = validate(report)
        expect(all.map(({ rule }) => rule)).toContain('P-QUOTE')
        expect(isDraft(verdictOf(report, all))).toBe(true)
      }),
      { numRuns: times(1000, 100) }
    )
    expect(count).toBeGreaterThan(10)
  })

  it('is found at its place, in time that grows with the text', () => {
    expect(straysIn('甲{{乙')).toEqual([{ from: 1, to: 3, text: '{{' }])
    for (const unit of ['{', '}', '{{a', 'requests.', 'requests.a+', 'sum:', '{ ', '\0{'])
      straysIn(unit.repeat(20_000))
  })
})
