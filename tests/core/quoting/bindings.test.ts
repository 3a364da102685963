import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { quoted } from '../../../src/core/compose/quote.ts'
import { bindable, bound } from '../../../src/core/quoting/bindings.ts'
import { channel, figure } from '../platforms/figures.ts'

const plain = exampleReport({ note: '', last: {} })
const report = {
  ...plain,
  channels: [channel('a', 'wechat', '清川档案')],
  metrics: [
    figure({ channel: 'a', key: 'posts', year: 2025, value: 190, qualifier: '余' }),
    figure({
      channel: 'a',
      key: 'followersEnd',
      year: 2025,
      value: 30_000,
      period: 'end',
      shown: '3万'
    })
  ]
}
const written = (text: string): string => bound(text, bindable(report, text))

describe('a number that states what the report has becomes its quote', () => {
  it.each([
    ['收到政府信息公开申请14件。', '收到政府信息公开申请{{requests.received.total}}件。'],
    [
      '政府信息公开申请上年结转3件，结转下年度1件。',
      '政府信息公开申请上年结转{{requests.carriedIn.total}}件，结转下年度{{requests.carriedOut.total}}件。'
    ],
    [
      '依申请公开：自然人申请12件，法人申请2件。',
      '依申请公开：自然人申请{{requests.received.natural}}件，法人申请{{sum:requests.received.organisations}}件。'
    ],
    [
      '办结政府信息公开申请16件，予以公开11件，不予公开0件，无法提供5件。',
      '办结政府信息公开申请{{requests.handled.total}}件，予以公开{{requests.granted.total}}件，不予公开{{sum:requests.refused.total}}件，无法提供{{sum:requests.unavailable.total}}件。'
    ],
    [
      '政府信息公开申请予以公开11件（68.8%）。',
      '政府信息公开申请予以公开{{requests.granted.total}}件（{{share:requests.granted.total/requests.handled.total}}）。'
    ],
    [
      '政府信息公开申请予以公开11件，占68.75%。',
      '政府信息公开申请予以公开{{requests.granted.total}}件，占{{share:requests.granted.total/requests.handled.total:2}}。'
    ],
    [
      '收到政府信息公开申请14件，同比增长16.7%。',
      '收到政府信息公开申请{{requests.received.total}}件，同比{{growth:requests.received.total}}。'
    ],
    [
      '收到政府信息公开申请17件（含上年结转3件）。',
      '收到政府信息公开申请{{sum:requests.received.total+requests.carriedIn.total}}件（含上年结转{{requests.carriedIn.total}}件）。'
    ],
    ['收取行政事业性收费5.07万元。', '收取行政事业性收费{{disclosure.fees.amount}}万元。'],
    ['制发行政规范性文件2件。', '制发行政规范性文件{{disclosure.normative.issued}}件。'],
    [
      '“清川档案”微信公众号推送信息190余条。',
      '“清川档案”微信公众号推送信息{{metric:a-posts-year-2025-}}条。'
    ],
    [
      '“清川档案”微信公众号关注用户3万人。',
      '“清川档案”微信公众号关注用户{{metric:a-followersEnd-end-2025-}}人。'
    ]
  ])('%s', (text, quote) => {
    expect(written(text)).toBe(quote)
    expect(quoted(report, written(text))).toBe(text)
  })
})

describe('a number that would read otherwise, or means something else, is left', () => {
  it.each([
    '收到政府信息公开申请15件。',
    '收到政府信息公开申请十四件。',
    '收到政府信息公开申请１４件。',
    '收到政府信息公开申请约14件。',
    '收到政府信息公开申请14余件。',
    '2024年收到政府信息公开申请14件。',
    '收到群众来信14件。',
    '收取行政事业性收费5.07元。',
    '全省收到政府信息公开申请14件。',
    '“清川档案”微信公众号推送信息190条。',
    '“清川水务”微博推送信息190余条。',
    '收到政府信息公开申请{{requests.received.total}}件。'
  ])('%s', (text) => {
    expect(bindable(report, text)).toEqual([])
  })

  it('a word for two numbers is bound only where they differ', () => {
    expect(written('办理政府信息公开申请16件。')).toBe(
      '办理政府信息公开申请{{requests.handled.total}}件。'
    )
    const both = exampleReport({
      note: '',
      cells: { 'requests.handled.total': 14, 'requests.received.total': 14 }
    })
    expect(bindable(both, '办理政府信息公开申请14件。')).toEqual([])
  })
})

it('nothing that is printed changes, whatever is bound', () => {
  const piece = fc.constantFrom(
    '收到政府信息公开申请',
    '14件',
    '16件',
    '，',
    '。',
    '予以公开',
    '11件（68.8%）',
    '，同比增长16.7%',
    '“清川档案”微信公众号推送信息190余条',
    '{{requests.received.total}}件',
    '{{',
    '\n'
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      expect(quoted(report, written(text))).toBe(quoted(report, text))
    })
  )
})
