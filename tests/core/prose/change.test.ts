import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBetween, type TextChange } from '../../../src/core/prose/change.ts'

const done = (text: string, { from, to, insert }: TextChange): string =>
  text.slice(0, from) + insert + text.slice(to)

/** Texts that share much, with characters of two code units whose halves are shared too. */
const text = fc.string({ unit: fc.constantFrom('件', '1', '\n', '𠮷', '𠮸', '😀') })

/** Half of a character of two code units, without the other. */
const halves = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

describe('the change between two texts', () => {
  it.each([
    ['收到9件', '收到19件', { from: 2, to: 2, insert: '1' }],
    ['收到19件', '收到9件', { from: 2, to: 3, insert: '' }],
    ['甲乙丙', '甲丁丙', { from: 1, to: 2, insert: '丁' }],
    ['', '甲', { from: 0, to: 0, insert: '甲' }],
    ['甲甲', '甲', { from: 1, to: 2, insert: '' }]
  ])('%s → %s', (before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change)
  })

  it('makes the one of the other, and nothing where they are the same', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after)
        expect(change === undefined).toBe(before === after)
        if (change) expect(done(before, change)).toBe(after)
      })
    )
  })

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after)
        if (!change) return
        for (const part of [change.insert, before.slice(change.from, change.to)])
          expect(part).not.toMatch(halves)
      })
    )
  })
})
