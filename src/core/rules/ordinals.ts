import { integerOf, numeralAt } from '../numeral.ts'
import type { Look, Spotted } from './spotting.ts'

/** Numbering that skips or repeats: 一是…三是…三是. */

/** Each way of numbering with its numbers, looked at within a paragraph or within a section. */
const ways = [
  {
    pattern: /(?:^|[\n。；;：:，,、])\s*([一二三四五六七八九十]{1,3})是(?!否|非)/g,
    within: 'paragraph'
  },
  {
    pattern: /(?:^|[\n。；;：:，,])\s*第([一二三四五六七八九十]{1,3})[，、]/g,
    within: 'paragraph'
  },
  { pattern: /(?:^|\n)[ \t\u3000]*[（(]([一二三四五六七八九十]{1,3})[）)]/g, within: 'section' }
] as const

export const ordinals: Look = (text) =>
  ways.flatMap(({ pattern, within }): Spotted[] =>
    within === 'section'
      ? outOfOrder(text, 0, pattern)
      : Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: line, index }) =>
          outOfOrder(line, index, pattern)
        )
  )

/** The first number that neither goes on nor begins again. */
function outOfOrder(text: string, offset: number, pattern: RegExp): Spotted[] {
  let last: number | undefined
  for (const match of text.matchAll(pattern)) {
    const [words, han = ''] = match
    const value = numeralAt(han, 0)?.value
    const number = value ? integerOf(value) : undefined
    if (typeof number !== 'number') continue
    if (last !== undefined && number !== last + 1 && number !== 1) {
      const found = words.replace(/^[\n。；;：:，,、\s]+/, '')
      const from = offset + match.index + words.length - found.length
      return [
        { from, to: from + found.length, params: { problem: 'order', found, after: last, number } }
      ]
    }
    last = number
  }
  return []
}
