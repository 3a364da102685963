import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import { printedQuote, quoted, unprinted } from '../../../src/core/compose/quote.ts'
import { quoteOf } from '../../../src/core/prose/quotes.ts'
import { channel, figure, reportOf } from '../platforms/figures.ts'

const read = (name: string, example: Omit<Example, 'note'>) => {
  const quote = quoteOf(`{{${name}}}`)
  if (!quote) throw new Error(name)
  const report = exampleReport({ note: '', ...example })
  return { printed: printedQuote(report, quote), lacking: unprinted(report, quote) }
}

describe('what is made of cells prints as prose has it', () => {
  it.each<[string, Omit<Example, 'note'>, string]>([
    ['sum:requests.unavailable.total', {}, '5'],
    ['sum:requests.refused.total', {}, '0'],
    ['sum:requests.received.organisations', {}, '2'],
    ['sum:requests.received.total+requests.carriedIn.total', {}, '17'],
    ['share:requests.granted.total/requests.handled.total', {}, '68.8%'],
    ['share:requests.granted.total/requests.handled.total:2', {}, '68.75%'],
    ['share:requests.granted.total/requests.handled.total:0', {}, '69%'],
    ['share:requests.received.natural/requests.received.total', {}, '85.7%'],
    ['share:requests.refused.total/requests.handled.total', {}, '0%'],
    ['growth:requests.received.total', { last: {} }, '增长16.7%'],
    ['growth:disclosure.penalty.decisions', { last: {} }, '下降20%'],
    ['growth:requests.partlyGranted.total', { last: {} }, '持平'],
    ['growth:disclosure.fees.amount', { last: {} }, '增长5.2%'],
    ['last:requests.received.total', { last: {} }, '12'],
    ['last:disclosure.fees.amount', { last: {} }, '4.82'],
    ['last:sum:none', { last: {} }, '']
  ])('%s', (name, example, printed) => {
    expect(read(name, example).printed ?? '').toBe(printed)
  })

  it('growth turns with its number', () => {
    const cells = (natural: number) => ({
      last: {},
      cells: { 'requests.received.total': natural } as const
    })
    expect(read('growth:requests.received.total', cells(15)).printed).toBe('增长25%')
    expect(read('growth:requests.received.total', cells(12)).printed).toBe('持平')
    expect(read('growth:requests.received.total', cells(9)).printed).toBe('下降25%')
  })
})

describe('the growth of a platform figure', () => {
  const posts = (year: number, value: number | null) =>
    figure({ channel: 'a', key: 'posts', year, value })
  it.each<[number | null, number | null, string]>([
    [190, 152, '增长25%'],
    [152, 190, '下降20%'],
    [98.5, 98.5, '持平'],
    [98.5, 97, '增长1.5%'],
    [190, null, 'last'],
    [null, 190, 'gone'],
    [190, 0, 'whole'],
    [190, -5, 'whole']
  ])('%s after %s: %s', (now, last, says) => {
    const report = reportOf([channel('a', 'wechat')], [posts(2025, now), posts(2024, last)])
    const quote = { kind: 'figureGrowth', id: posts(2025, now).id } as const
    expect(printedQuote(report, quote) ?? unprinted(report, quote)).toBe(says)
  })
})

describe('what is not known is not printed', () => {
  it.each<[string, Omit<Example, 'note'>, string | undefined]>([
    ['requests.received.total', {}, undefined],
    ['requests.received.total', { cells: { 'requests.received.total': null } }, 'blank'],
    ['sum:requests.refused.total', { cells: { 'requests.refused.query.total': null } }, 'blank'],
    [
      'share:requests.granted.total/requests.handled.total',
      { cells: { 'requests.handled.total': null } },
      'blank'
    ],
    ['share:remedies.direct.upheld/remedies.direct.total', {}, 'whole'],
    ['last:requests.received.total', {}, 'last'],
    [
      'last:requests.received.total',
      { last: { cells: { 'requests.received.total': null } } },
      'last'
    ],
    ['growth:requests.received.total', {}, 'last'],
    [
      'growth:requests.received.total',
      { last: {}, cells: { 'requests.received.total': null } },
      'blank'
    ],
    [
      'growth:requests.received.total',
      { last: { cells: { 'requests.received.total': 0 } } },
      'whole'
    ],
    ['metric:gone', {}, 'gone'],
    ['chart:gone', {}, 'gone'],
    ['median:requests.received.total', {}, 'unknown']
  ])('%s, %j: %s', (name, example, lacking) => {
    expect(read(name, example).lacking).toBe(lacking)
  })

  it('its mark stays in the text', () => {
    const text =
      '同比{{growth:requests.received.total}}，中位数{{median:requests.received.total}}。'
    expect(quoted(exampleReport({ note: '' }), text)).toBe(text)
  })
})
