import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Metric } from '../../../src/core/report/report.ts'
import { quoteToken } from '../../../src/core/prose/quotes.ts'
import { quoteOffers } from '../../../src/core/quoting/offers.ts'
import { sourcesIn } from '../../../src/core/quoting/sources.ts'
import { channel, figure } from '../platforms/figures.ts'

const report = exampleReport({ note: '', last: {} })
const offered = (query: string, before = '') =>
  quoteOffers(report, query, { before }).map(({ quote, printed = '', name }) => ({
    token: quoteToken(quote),
    printed,
    name
  }))

describe('what is offered first', () => {
  it.each<[string, string, string]>([
    ['新收', 'requests.received.total', '14'],
    ['收到', 'requests.received.total', '14'],
    ['新收总计', 'requests.received.total', '14'],
    ['自然人 新收', 'requests.received.natural', '12'],
    ['新收自然人', 'requests.received.natural', '12'],
    ['14', 'requests.received.total', '14'],
    ['14件', 'requests.received.total', '14'],
    ['１４', 'requests.received.total', '14'],
    ['130', 'disclosure.licensing.decisions', '130'],
    ['办结', 'requests.handled.total', '16'],
    ['不予公开合计', 'sum:requests.refused.total', '0'],
    ['无法提供合计', 'sum:requests.unavailable.total', '5'],
    ['新收 法人', 'sum:requests.received.organisations', '2'],
    ['行政诉讼', 'sum:remedies.litigation.total', '0'],
    ['规范性文件', 'disclosure.normative.issued', '2'],
    ['收费', 'disclosure.fees.amount', '5.07'],
    ['占比 予以公开', 'share:requests.granted.total/requests.handled.total', '68.8%'],
    ['68.8%', 'share:requests.granted.total/requests.handled.total', '68.8%'],
    ['同比', 'growth:requests.received.total', '增长16.7%'],
    ['去年收到', 'last:requests.received.total', '12'],
    ['上年新收', 'last:requests.received.total', '12']
  ])('%s: %s', (query, token, printed) => {
    expect(offered(query)[0]).toMatchObject({ token: `{{${token}}}`, printed })
  })

  it.each([
    ['全年共收到政府信息公开申请', 'requests.received.total'],
    ['（二）依申请公开\n其中予以公开', 'requests.granted.total'],
    ['全年依法作出行政处罚', 'disclosure.penalty.decisions'],
    ['其中予以公开', 'requests.granted.total'],
    ['现行有效的行政规范性文件', 'disclosure.normative.inForce'],
    ['注销备案的行政规范性文件', 'disclosure.normative.issued']
  ])('behind “%s” it is what these words speak of', (before, token) => {
    expect(offered('', before)[0]?.token).toBe(`{{${token}}}`)
  })

  it('says where it stands in the words of the form', () => {
    expect(offered('新收')[0]?.name).toBe('表三 · 本年新收 · 总计')
    expect(offered('国家秘密')[0]?.name).toBe('表三 · 不予公开 · 属于国家秘密 · 总计')
    expect(offered('占比 予以公开')[0]?.name).toBe(
      '占比 · 表三 · 予以公开 · 总计 ÷ 本年度办理结果 · 总计'
    )
  })

  it('is nothing where nothing matches', () => {
    expect(offered('无此一项')).toEqual([])
    expect(offered('987654')).toEqual([])
  })
})

describe('all that is offered', () => {
  it('has a name of its own', () => {
    const names = sourcesIn(report).map(({ name }) => name)
    const twice = names.filter((name, i) => names.indexOf(name) !== i)
    expect(twice).toEqual([])
  })

  it('is of last year only where last year is known', () => {
    const alone = exampleReport({ note: '' })
    const kinds = new Set(sourcesIn(alone).map(({ quote }) => quote.kind))
    expect(kinds).toEqual(new Set(['cell', 'sum', 'share']))
  })

  it('has the figures of platforms by their platform', () => {
    const account = channel('a', 'wechat', '清川档案')
    const posts = figure({ channel: 'a', key: 'posts', year: 2025, value: 190, qualifier: '余' })
    const [first] = quoteOffers({ ...report, channels: [account], metrics: [posts] }, '清川档案')
    expect(first).toMatchObject({ quote: { kind: 'figure', id: posts.id }, printed: '190余' })
  })

  it('has the growth of figures that are exact in both years', () => {
    const posts = (year: number, value: number) =>
      figure({ channel: 'a', key: 'posts', name: '推送', year, value })
    const channels = [channel('a', 'wechat', '清川档案')]
    const grown = (last: Metric) =>
      quoteOffers({ ...report, channels, metrics: [posts(2025, 190), last] }, '同比推送').map(
        ({ printed }) => printed
      )
    expect(grown(posts(2024, 152))).toEqual(['增长25%'])
    expect(grown({ ...posts(2024, 150), qualifier: '约' })).toEqual([])
  })

  it('is as many as were asked for', () => {
    expect(quoteOffers(report, '', { limit: 5 })).toHaveLength(5)
  })
})
