import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { compose } from '../../../src/core/compose/compose.ts'
import { tiles } from '../../../src/core/form/layout.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'

const blank = newReport('清川市科学技术局', 2025)
const report: Report = {
  ...setCells(blank, {
    'disclosure.fees.amount': 5_070_000,
    'disclosure.normative.inForce': 19,
    'requests.received.natural': 12
  }),
  notes: { 'disclosure.normative.inForce': '含自然失效2件' },
  text: {
    ...blank.text,
    overview:
      '（一）主动公开\n收到申请{{requests.received.total}}件，访问{{metric:v}}人次，{{metric:gone}}。\n{{chart:c}}\n{{chart:gone}}'
  },
  metrics: [
    {
      id: 'v',
      channel: 'w',
      key: 'visits',
      name: '访问量',
      year: 2025,
      period: 'year',
      value: 300000,
      qualifier: '约',
      shown: '30万',
      unit: '人次',
      source: '',
      date: '',
      note: ''
    }
  ],
  charts: [{ id: 'c', title: '访问量', type: 'bar', metrics: ['v'], scale: 'linear', alt: '' }]
}
const blocks = compose(report)
const ofType = <T extends Block['type']>(type: T) =>
  blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type)

describe('compose', () => {
  it('gives the title and the six sections in the order of the law', () => {
    expect(ofType('title')[0]?.text).toBe('清川市科学技术局2025年政府信息公开工作年度报告')
    expect(
      ofType('heading')
        .filter(({ level }) => level === 1)
        .map(({ text }) => text)
    ).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项'
    ])
  })

  it('gives three tables that cover their rectangles', () => {
    expect(ofType('table').map(({ widths }) => widths.length)).toEqual([4, 10, 15])
    for (const { rows, widths } of ofType('table')) expect(tiles(rows, widths.length)).toBe(true)
  })

  const cell = (field: string) =>
    ofType('table')
      .flatMap(({ rows }) => rows.flat())
      .find((one) => one.field === field)?.text
  it.each([
    ['disclosure.fees.amount', '5.07'],
    ['disclosure.normative.inForce', '19（含自然失效2件）'],
    ['requests.received.total', '12'],
    ['requests.carriedIn.total', '']
  ])('prints %s as “%s”', (field, text) => expect(cell(field)).toBe(text))

  it('puts quoted figures in, and leaves standing what it does not know', () => {
    expect(ofType('paragraph').map(({ text }) => text)).toEqual([
      '收到申请12件，访问约30万人次，{{metric:gone}}。',
      '{{chart:gone}}'
    ])
  })

  it('puts a chart where it is called, with its words', () => {
    expect(ofType('chart').map(({ spec }) => [spec.labels, spec.series, spec.alt])).toEqual([
      [['访问量'], [{ name: '2025年', values: [30] }], '访问量：2025年访问量约30万人次。']
    ])
  })

  it('says where in the text each paragraph comes from', () => {
    for (const block of blocks) {
      if (block.from.kind !== 'text' || block.type !== 'heading') continue
      expect(report.text[block.from.section].slice(block.from.from, block.from.to)).toBe(block.text)
    }
  })

  it.each([
    ['none', undefined, '2026-01-23', []],
    ['at the end', 'end', '2026-01-23', ['end', '2026年1月23日']],
    ['below the title', 'title', '2026-12-03', ['title', '2026年12月3日']],
    ['without a day', 'end', '', ['end', '']],
    ['without a day that there is', 'end', '2026-02-30', ['end', '']]
  ] as const)('signs %s', (_, signature, signedOn, expected) => {
    const { settings } = report
    const signed = compose({
      ...report,
      settings: { ...settings, signedOn, ...(signature && { signature }) }
    })
    const at = signed.findIndex(({ type }) => type === 'signature')
    const block = signed[at]
    expect(block?.type === 'signature' ? [block.place, block.date] : []).toEqual(expected)
    if (block?.type === 'signature') expect(block.unit).toBe('清川市科学技术局')
    if (signature) expect(at).toBe(signature === 'title' ? 1 : signed.length - 1)
  })
})
