import { describe, expect, test } from 'vitest'
import { printedAt, sentenceAround, writtenAt } from '../../../src/core/compose/caret.ts'
import { passages } from '../../../src/core/prose/narrative.ts'
import { quoted } from '../../../src/core/compose/quote.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'

const report = setCells(newReport('甲县乙局', 2025), {
  'requests.received.total': 1234,
  'requests.received.natural': 7
})

/** The line, and what stands in print for each `|` put into it. */
const cases = [
  { of: 'plain words', line: '全年|公开', printed: '全年|公开' },
  {
    of: 'a heading numbered in narrow brackets',
    line: '( 一 ) 主动|公开',
    printed: '（一）主动|公开'
  },
  {
    of: 'after a quoted figure',
    line: '新收{{requests.received.total}}件，|办结',
    printed: '新收1234件，|办结'
  },
  {
    of: 'between two figures',
    line: '新收{{requests.received.total}}|{{requests.received.natural}}件',
    printed: '新收1234|7件'
  },
  { of: 'the end', line: '新收{{requests.received.total}}|', printed: '新收1234|' },
  { of: 'a figure that is not known', line: '约{{metric:x}}次|。', printed: '约{{metric:x}}次|。' }
]

describe.each(cases)('$of', ({ line, printed }) => {
  const bare = (text: string) => text.replace('|', '')
  test('the case is what is printed', () => {
    expect(quoted(report, passages(bare(line))[0]?.text ?? '')).toBe(bare(printed))
  })
  test('there and back', () => {
    expect(printedAt(report, bare(line), line.indexOf('|'))).toBe(printed.indexOf('|'))
    expect(writtenAt(report, bare(line), printed.indexOf('|'))).toBe(line.indexOf('|'))
  })
})

test('within a figure both lead to its beginning', () => {
  const line = '新收{{requests.received.total}}件'
  expect(printedAt(report, line, 9)).toBe(2)
  expect(writtenAt(report, line, 4)).toBe(2)
})

test.each([
  { text: '甲。乙，丙。丁', offset: 4, is: '乙，丙。' },
  { text: '甲。乙', offset: 3, is: '乙' },
  { text: '甲。乙', offset: 0, is: '甲。' },
  { text: '甲。乙。', offset: 4, is: '乙。' },
  { text: '', offset: 0, is: '' }
])('the sentence at $offset of $text', ({ text, offset, is }) => {
  const { from, to } = sentenceAround(text, offset)
  expect(text.slice(from, to)).toBe(is)
})
