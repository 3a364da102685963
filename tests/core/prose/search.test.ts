import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quotesIn, type Quote } from '../../../src/core/prose/quotes.ts'
import { placesOf, replacedAt, wordsAround } from '../../../src/core/prose/search.ts'

const received = '{{requests.received.total}}'
const chart = '{{chart:a}}'
/** Cells print 56; a chart prints no words. */
const printed = (quote: Quote) => (quote.kind === 'cell' ? '56' : undefined)
const found = (text: string, words: string) =>
  placesOf(text, words, printed).map(({ from, to }) => text.slice(from, to))

describe('words are found', () => {
  it.each([
    { of: 'as they stand', text: '公开信息，信息公开。', words: '信息', at: ['信息', '信息'] },
    { of: 'none over another', text: '的的的', words: '的的', at: ['的的'] },
    { of: 'in either case', text: 'PDF和pdf', words: 'Pdf', at: ['PDF', 'pdf'] },
    { of: 'in full and half width', text: '１２件，12件', words: '12件', at: ['１２件', '12件'] },
    { of: 'brackets of either kind', text: '（一）和(一)', words: '(一）', at: ['（一）', '(一)'] },
    { of: 'quotation marks of either kind', text: '“甲”', words: '"甲"', at: ['“甲”'] },
    { of: 'with their blanks', text: '公 开，公开', words: '公　开', at: ['公 开'] },
    { of: 'across lines not', text: '公\n开', words: '公开', at: [] },
    { of: 'not for nothing', text: '公开', words: '', at: [] },
    { of: 'letters that grow in lower case', text: 'İstanbul甲', words: '甲', at: ['甲'] },
    {
      of: 'the number of a quote',
      text: `收到${received}件`,
      words: '56件',
      at: [`${received}件`]
    },
    { of: 'part of such a number', text: `收到${received}件`, words: '到5', at: [`到${received}`] },
    { of: 'across two quotes', text: received + received, words: '6565', at: [] },
    {
      of: 'one quote and the next',
      text: received + received,
      words: '65',
      at: [received + received]
    },
    { of: 'never in the name of a quote', text: received, words: 'requests', at: [] },
    { of: 'never in a chart', text: `甲\n${chart}\n乙`, words: 'chart', at: [] },
    { of: 'never across a chart', text: `甲${chart}乙`, words: '甲乙', at: [] }
  ])('$of', ({ text, words, at }) => {
    expect(found(text, words)).toEqual(at)
  })
})

const piece = fc.constantFrom(
  '公开',
  '信息',
  'Ａ',
  'a',
  '56',
  received,
  chart,
  '\n',
  '{{',
  '}}',
  '。'
)
const texts = fc.array(piece).map((pieces) => pieces.join(''))
const words = fc.constantFrom('公开', 'A', '56', '信息公开', '开信', '。', '6')

describe('replacing', () => {
  it('leaves every quote as it is', () => {
    fc.assert(
      fc.property(texts, words, (text, wanted) => {
        const after = replacedAt(text, placesOf(text, wanted, printed), '改')
        expect(quotesIn(after).map((one) => one.text)).toEqual(
          quotesIn(text).map((one) => one.text)
        )
      })
    )
  })

  it('leaves nothing to be found but what a quote is part of', () => {
    fc.assert(
      fc.property(texts, words, (text, wanted) => {
        const after = replacedAt(text, placesOf(text, wanted, printed), '改')
        expect(placesOf(after, wanted, printed).every(({ quoted }) => quoted)).toBe(true)
      })
    )
  })

  it('by the same words changes nothing but case and width', () => {
    fc.assert(
      fc.property(texts, words, (text, wanted) => {
        const places = placesOf(text, wanted, printed)
        const after = replacedAt(text, places, wanted)
        expect(placesOf(after, wanted, printed)).toEqual(places)
      })
    )
  })
})

it.each([
  {
    text: `（二）依申请公开\n本年收到${received}件，办结${received}件。\n别的`,
    words: '办结',
    around: { before: '本年收到56件，', found: '办结', after: '56件。' }
  },
  {
    text: `甲${'乙'.repeat(50)}公开${'丙'.repeat(50)}`,
    words: '公开',
    around: { before: '乙'.repeat(20), found: '公开', after: '丙'.repeat(20) }
  },
  { text: '公开', words: '公开', around: { before: '', found: '公开', after: '' } }
])('beside $words stands what is printed there', ({ text, words, around }) => {
  const [place] = placesOf(text, words, printed)
  expect(place && wordsAround(text, place, printed, 20)).toEqual(around)
})
