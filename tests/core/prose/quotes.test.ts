import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields, isMoney } from '../../../src/core/form/form.ts'
import { cellGroups } from '../../../src/core/sums/groups.ts'
import {
  chartOf,
  firstInBraces,
  quoteOf,
  quotesIn,
  quoteToken,
  replaceQuotes,
  withoutQuotes,
  type Quote
} from '../../../src/core/prose/quotes.ts'
import { straysIn } from '../../../src/core/prose/strays.ts'

const cell: Quote = { kind: 'cell', field: 'requests.received.total' }
const figure = (id: string): Quote => ({ kind: 'figure', id })
const chart = (id: string): Quote => ({ kind: 'chart', id })
const unknown = (name: string): Quote => ({ kind: 'unknown', name })

describe('a quote', () => {
  it.each<[string, Quote]>([
    ['{{requests.received.total}}', cell],
    ['{{remedies.direct.total}}', { kind: 'cell', field: 'remedies.direct.total' }],
    ['{{metric:m-1}}', figure('m-1')],
    ['{{metric:a:b}}', figure('a:b')],
    ['{{chart:c1}}', chart('c1')],
    ['{{metric:}}', figure('')],
    ['{{requests.received}}', unknown('requests.received')],
    ['{{requests.received.total.}}', unknown('requests.received.total.')],
    ['{{metrics:m}}', unknown('metrics:m')],
    ['{{sum:requests.refused.total}}', { kind: 'sum', of: ['requests.refused.total'] }],
    [
      '{{sum:requests.granted.total+requests.partlyGranted.total}}',
      { kind: 'sum', of: ['requests.granted.total', 'requests.partlyGranted.total'] }
    ],
    [
      '{{share:requests.refused.total/requests.handled.total}}',
      { kind: 'share', part: ['requests.refused.total'], of: ['requests.handled.total'] }
    ],
    [
      '{{share:requests.granted.total/requests.handled.total:2}}',
      {
        kind: 'share',
        part: ['requests.granted.total'],
        of: ['requests.handled.total'],
        decimals: 2
      }
    ],
    [
      '{{growth:remedies.litigation.total:0}}',
      { kind: 'growth', of: ['remedies.litigation.total'], decimals: 0 }
    ],
    ['{{growth:metric:m-1}}', { kind: 'figureGrowth', id: 'm-1' }],
    ['{{last:disclosure.fees.amount}}', { kind: 'last', of: ['disclosure.fees.amount'] }],
    ['{{xchart:c}}', unknown('xchart:c')],
    ['{{Chart:c}}', unknown('Chart:c')]
  ])('%s', (text, quote) => {
    expect(quoteOf(text)).toEqual(quote)
    expect(quoteToken(quote)).toBe(text)
  })

  it.each([
    '',
    '{{}}',
    '{{ metric:m }}',
    '{{metric:m}',
    '{{metric:m}}。',
    '甲{{metric:m}}',
    '{{a}}{{b}}'
  ])('is not all of “%s”', (text) => expect(quoteOf(text)).toBeUndefined())

  it.each([
    'sum:',
    'sum:requests.received',
    'sum:requests.received.total+',
    'sum:requests.received.total+none',
    'sum:requests.received.total/requests.handled.total',
    'sum:requests.received.total:1',
    'sum:disclosure.fees.amount+requests.received.total',
    'share:requests.received.total',
    'share:requests.received.total/',
    'share:requests.received.total/requests.handled.total:9',
    'last:metric:m',
    'last:requests.received.total:1',
    'median:requests.received.total',
    'requests.refused.total',
    'Sum:requests.received.total'
  ])('{{%s}} is kept as what it is: of another version', (name) => {
    expect(quoteOf(`{{${name}}}`)).toEqual(unknown(name))
    expect(replaceQuotes(`甲{{${name}}}乙`, quoteToken)).toBe(`甲{{${name}}}乙`)
  })

  it('is read as it was written, whatever it quotes', () => {
    const id = fc.stringMatching(/^[^{}\s]{1,40}$/)
    const names = [...fields.filter((field) => !isMoney(field)), ...cellGroups.map(({ id }) => id)]
    const sum = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 })
    const decimals = fc.option(fc.nat({ max: 4 }), { nil: undefined })
    const places = (of: number | undefined) => (of === undefined ? {} : { decimals: of })
    const any = fc.oneof(
      sum.map((of): Quote => ({ kind: 'sum', of })),
      sum.map((of): Quote => ({ kind: 'last', of })),
      fc
        .tuple(sum, sum, decimals)
        .map(([part, of, more]): Quote => ({ kind: 'share', part, of, ...places(more) })),
      fc.tuple(sum, decimals).map(([of, more]): Quote => ({ kind: 'growth', of, ...places(more) })),
      fc.constantFrom(...fields).map((field): Quote => ({ kind: 'cell', field })),
      id.map(figure),
      id.map((id): Quote => ({ kind: 'figureGrowth', id })),
      id.map(chart)
    )
    fc.assert(
      fc.property(any, (quote) => {
        expect(quoteOf(quoteToken(quote))).toEqual(quote)
      })
    )
  })

  it('of a chart stands alone in its paragraph', () => {
    expect(chartOf('{{chart:c1}}')).toBe('c1')
    for (const text of [
      '见{{chart:c1}}',
      '{{chart:c1}}。',
      '{{metric:c1}}',
      '{{chart:}}',
      'chart:c1'
    ])
      expect(chartOf(text)).toBeUndefined()
  })
})

describe('the quotes of a text', () => {
  const text = '收到{{requests.received.total}}件，{{metric:m}}{{none}}次，{{ metric:m }}。'

  it('are found in order, with their places', () => {
    const found = quotesIn(text)
    expect(found.map(({ quote }) => quote)).toEqual([cell, figure('m'), unknown('none')])
    for (const { from, to, text: own } of found) expect(text.slice(from, to)).toBe(own)
  })

  it('are replaced, and nothing else is', () => {
    const kinds = replaceQuotes(text, ({ kind }) => `〈${kind}〉`)
    expect(kinds).toBe('收到〈cell〉件，〈figure〉〈unknown〉次，{{ metric:m }}。')
    expect(replaceQuotes(text, (_, whole) => whole)).toBe(text)
  })

  it('are left out together with what was meant as one', () => {
    expect(withoutQuotes(text)).toBe('收到#件，##次，#。')
    expect(firstInBraces(text)).toBe('{{requests.received.total}}')
    expect(firstInBraces('{a} {{b}')).toBeUndefined()
  })
})

describe('a quote that lost a brace', () => {
  it.each<[string, Quote]>([
    ['收到{{requests.received.total}件', cell],
    ['requests.received.total', cell],
    ['推送{metric:m}}条', figure('m')],
    ['｛｛chart:c｝｝', chart('c')],
    [
      '占{share:requests.granted.total/requests.handled.total:2}}',
      {
        kind: 'share',
        part: ['requests.granted.total'],
        of: ['requests.handled.total'],
        decimals: 2
      }
    ],
    [
      'sum:requests.granted.total+requests.partlyGranted.total}',
      {
        kind: 'sum',
        of: ['requests.granted.total', 'requests.partlyGranted.total']
      }
    ],
    ['收到{{requests.receied.total}件', unknown('requests.receied.total')]
  ])('%s: says what it quoted', (text, quote) => {
    expect(straysIn(text)).toMatchObject([{ quote }])
  })

  it.each(['收到{{', '{{}}', '{{a b}}'])('%s: quoted nothing known', (text) => {
    const [stray] = straysIn(text)
    expect(stray).toBeDefined()
    expect(stray).not.toHaveProperty('quote')
  })

  it('is none where it is whole', () => {
    expect(straysIn('{{requests.received.total}}件{{metric:m}}')).toEqual([])
  })
})
