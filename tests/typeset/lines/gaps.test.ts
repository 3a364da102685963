import { expect, test } from 'vitest'
import { gapBetween } from '../../../src/typeset/lines/gaps.ts'
import { shape } from '../../../src/typeset/lines/shape.ts'
import { fakeFonts } from './fake-fonts.ts'

const gapOf = (pair: string) => {
  const [a, b] = shape(pair, 0, pair.length, 'body', false, fakeFonts).chars
  if (!a || !b) throw new Error('two characters, please')
  return gapBetween(a, b)
}

test.each([
  ['）。', 'before', 'a closer before a closer'],
  ['》、', 'before', 'a closer before a closer'],
  ['》《', 'before', 'a closer before an opener'],
  ['”“', 'before', 'a closer before an opener'],
  ['（“', 'after', 'an opener before an opener']
])('%s share one body: the one %s the gap is cut (%s)', (pair, cut) => {
  expect(gapOf(pair)).toMatchObject({ natural: -0.5, shrink: 0, cut })
})

test.each([
  ['，中', 'after a closer'],
  ['中（', 'before an opener'],
  ['）2', 'after a closer, before a digit'],
  ['a（', 'before an opener, after a letter']
])('%s may give up a quarter em (%s)', (pair) => {
  expect(gapOf(pair)).toMatchObject({ natural: 0, shrink: 0.25 })
})

test.each(['中2', '2中', '中a', 'Z中'])('%s have an eighth of an em between them', (pair) => {
  expect(gapOf(pair).natural).toBe(0.125)
})

test.each(['中，', '（中', '中)', '(中', '中中', '？”', '2，', '中·'])(
  '%s have nothing added',
  (pair) => {
    expect(gapOf(pair).natural).toBe(0)
  }
)

test.each(['——', '……'])('%s is one mark: nothing comes between', (pair) => {
  expect(gapOf(pair)).toEqual({ natural: 0, shrink: 0, stretch: 0 })
})

test('a word is hardly stretched, Han text is', () => {
  expect(gapOf('ab').stretch).toBeLessThan(0.05)
  expect(gapOf('中文').stretch).toBe(1)
})

test.each(['”—', '—“', '》—', '—（'])('%s: the blank half beside a dash is halved', (pair) => {
  expect(gapOf(pair).natural).toBe(-0.25)
})

test.each(['—”', '“—'])('%s: where ink meets the dash nothing is taken', (pair) => {
  expect(gapOf(pair).natural).toBe(0)
})
