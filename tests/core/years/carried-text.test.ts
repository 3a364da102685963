import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasFigure, inYear, standingIn, untouched } from '../../../src/core/years/carried-text.ts'

const last = '（一）主动公开\n2024年发布动态信息312条。培训工作按计划开展两次。好。'
const [published, trained] = ['2024年发布动态信息312条。', '培训工作按计划开展两次。']

describe('last year’s sentences in this year’s text', () => {
  it.each([
    ['word for word; headings and short ones are the same every year', last, [published, trained]],
    [
      'but for the year',
      last.replace('2024', '2025'),
      [published.replace('2024', '2025'), trained]
    ],
    ['in another order', `${trained}新的一句话在这里。${published}`, [trained, published]],
    ['with blanks in them', '培训工作按 计划开展两次。', ['培训工作按 计划开展两次。']],
    ['twice', trained + trained, [trained, trained]],
    ['not where a figure is another', last.replace('312', '350'), [trained]],
    ['not where a number that looks like a year is another', '2025发布动态信息312条。', []],
    ['not where a word is another', last.replace('动态', '各类'), [trained]],
    ['none among the short', '（一）主动公开\n好。', []],
    ['none in nothing', '', []]
  ])('%s', (_, now, expected) => {
    expect(untouched(now, last).map(({ text }) => text)).toEqual(expected)
  })

  it.each(['', ' \n'])('are none where last year’s text is %j', (nothing) => {
    expect(untouched(last, nothing)).toEqual([])
  })

  it('are all of a text that is last year’s, wherever new ones stand between them', () => {
    const piece = fc.constantFrom(
      published,
      trained,
      '（一）概述\n',
      '另有一句话与去年不相同。',
      '\n'
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const now = pieces.join('')
        const found = untouched(now, last)
        expect(found.map(({ text }) => text)).toEqual(
          pieces.filter((one) => one === published || one === trained)
        )
        for (const { text, from, to } of found) expect(now.slice(from, to)).toBe(text)
      })
    )
  })
})

it.each([
  ['2024年推送190条。', '2025年推送190条。', 'same'],
  ['2024年推送190条。', '2024年 推送\n190条。', undefined],
  ['自2023年起推送190条。', '自2024年起推送190条。', 'same'],
  ['2024年推送190条。', '2024年推送191条。', 'figures'],
  ['推送2024条。', '推送2025条。', 'figures'],
  ['推送190余条，访问约30万人次。', '推送{{metric:a}}条，访问31.5万人次。', 'figures'],
  ['推送近1.2亿次。', '推送3次。', 'figures'],
  ['推送 190条。', '推送210 条。', 'figures'],
  ['办结9件，占64.3%。', '办结9件，占{{share:a/b}}。', 'figures'],
  ['推送190条。', '发布190条。', undefined],
  ['推送190条。', '推送条。', undefined],
  ['推送190条，转发3条。', '推送190条。', undefined]
])('%j stands in %j: %s', (last, now, kind) => {
  const found = standingIn(`别的一句话。${now}再一句。`)(last)
  expect(found?.kind).toBe(kind)
  expect(found?.sentence.from).toBe(kind && 6)
})

it.each([
  ['发布312条。', true],
  ['2024年发布312条。', true],
  ['占98.5%。', true],
  ['2024年开展培训。', false],
  ['按国办公开办函〔2021〕30号编制。', false],
  ['依据《规定（2019修订）》办理。', false],
  ['收到{{requests.received.total}}件。', false],
  ['开展培训两次。', false]
])('%j states a figure of its own: %s', (sentence, expected) => {
  expect(hasFigure(sentence)).toBe(expected)
})

it.each([
  ['2024年3月比2023年多，共2024件。', '2025年3月比2024年多，共2024件。'],
  ['与2023年相比，较2022年', '与2024年相比，较2022年'],
  ['2023年制定的办法，2025年继续执行。', '2023年制定的办法，2026年继续执行。'],
  ['〔2024〕3号，12024年', '〔2024〕3号，12024年'],
  ['2024年，2024年度。', '2025年，2025年度。'],
  ['没有年份。', '没有年份。']
])('%j goes over from 2024 to 2025 as %j', (before, after) => {
  expect(inYear(before, 2024, 2025)).toBe(after)
})
