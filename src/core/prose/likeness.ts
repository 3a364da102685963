import { halfWidth } from '../numbers/numeral.ts'

/** How alike words and texts are, spaces, brackets, punctuation and numbering aside. */

const numbering =
  /^\s*(?:[(]\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2})\s*[)]|(?:[一二三四五六七八九十]{1,2}|\d{1,2})\s*[、.)．,:]|[\u2460-\u2473])\s*/

/** Longer texts are paragraphs: nothing is looked up in them. */
const longest = 120

/** The letters and digits of a label without its numbering: 1. 属于 国家秘密 → 属于国家秘密. */
export function bare(text: string): string {
  if (text.length > longest) return text
  let rest = halfWidth(text).replace(/[\u200b-\u200f\ufeff]/g, '')
  for (let i = 0; i < 3; i++) {
    const shorter = rest.replace(/\s+/g, '').replace(numbering, '')
    if (!shorter || shorter === rest) break
    rest = shorter
  }
  return rest.replace(/[^\p{L}\p{N}]/gu, '').replace(/其它/g, '其他')
}

/** A line without the marks of Markdown around it. */
export const withoutMarks = (text: string): string =>
  text.replace(/^[#>*\s]+|[*\s]+$/g, '').replace(/\*\*/g, '')

/** Number of characters to insert, delete or replace to make one text of the other. */
export function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[b.length] ?? 0
}

/** How alike two texts are. */
export interface Likeness {
  /** Share of pairs of characters that both have (Dice), without white space and digits: 0 to 1. */
  readonly share: number
  /** Whether nothing but figures was changed. */
  readonly onlyNumbers: boolean
}

/**
 * Compares two texts, and remembers the answers for the last eight pairs: while one section is
 * written the others do not change, and comparing them again on every key would cost time.
 */
export function likeness(a: string, b: string): Likeness {
  const known = answers.find((answer) => answer.a === a && answer.b === b)
  if (known) return known.is
  const [left, right] = [a, b].map((text) => text.replace(/[\s\d]/g, ''))
  const is = { share: dice(left ?? '', right ?? ''), onlyNumbers: a !== b && left === right }
  answers.unshift({ a, b, is })
  answers.length = Math.min(answers.length, 8)
  return is
}

const answers: { a: string; b: string; is: Likeness }[] = []

function dice(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0
  const counts = new Map<string, number>()
  for (let i = 1; i < a.length; i++) {
    const pair = a.slice(i - 1, i + 1)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let i = 1; i < b.length; i++) {
    const pair = b.slice(i - 1, i + 1)
    const left = counts.get(pair) ?? 0
    if (left > 0) {
      shared++
      counts.set(pair, left - 1)
    }
  }
  return (2 * shared) / (a.length + b.length - 2)
}
