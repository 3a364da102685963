import { integerOf, numeralAt } from '../../numbers/numeral.ts'
import type { Spotter, Spotted } from '../../findings/spotting.ts'

/** Numbering that skips or repeats: 一是…三是…三是, （一）…（二）…（二）. */

/** A number that does not go on from the one before it. */
export interface WrongOrdinal {
  readonly problem: 'order'
  readonly found: string
  readonly after: number
  readonly number: number
}

interface Way {
  /** What may stand before it, the number, and what tells it from other words. */
  readonly pattern: RegExp
  /** Whether paragraphs that begin with it are numbered on through the section. */
  readonly across: boolean
}

const han = '([一二三四五六七八九十]{1,3})'
const opened = '(?:^|[\\n。；;：:，,])[ \\t\\u3000]*'
/** 按照（一）项 and （一）、（三）款 name a clause of something else. */
const cited = '(?![ \\t]?(?:项(?!目)|款(?!项)|[、至（(]|和[（(]))'

const way = (words: string, across: boolean): Way => ({ pattern: new RegExp(words, 'g'), across })
const ways: readonly Way[] = [
  way(`(?:^|[\\n。；;：:，,、])[ \\t\\u3000]*${han}(?:是(?!否|非)|要(?![求素点件务闻么]))`, false),
  way(`${opened}[第其]${han}[，、：](?!第)`, false),
  way(`${opened}[（(]${han}[）)]${cited}`, true),
  way(`${opened}[（(](\\d{1,2})[）)]${cited}`, true),
  way('(?:^|[\\n。；;：:])[ \\t\\u3000]*(\\d{1,2})[.．、](?!\\d)', true),
  way(`${opened}([①-⑳])`, true),
  way(`(?:^|\\n)[ \\t\\u3000]*${han}、(?![一二三四五六七八九十])`, true)
]

export const ordinals: Spotter<WrongOrdinal> = (text) =>
  ways.flatMap((one) => outOfOrder(text, one))

/** The first number that neither goes on nor begins again. */
function outOfOrder(text: string, { pattern, across }: Way): Spotted<WrongOrdinal>[] {
  /** Of the last paragraph that began with one, of the last one, and where that ended. */
  let paragraph: number | undefined
  let last: number | undefined
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const [words, figure = ''] = match
    const number = numberOf(figure)
    if (number === undefined) continue
    const found = words.replace(/^[\n。；;：:，,、\s]+/, '')
    const from = match.index + words.length - found.length
    const begins = match.index === 0 ? from === 0 || /^\s/.test(words) : words.startsWith('\n')
    const another = begins || text.slice(end, from).includes('\n')
    const before = begins ? (across ? [paragraph, last] : []) : another ? [] : [last]
    const known = before.filter((one) => one !== undefined)
    if (number !== 1 && known.length > 0 && !known.includes(number - 1)) {
      const params = { problem: 'order', found, after: known[0] ?? 0, number } as const
      return [{ from, to: from + found.length, params }]
    }
    if (begins) paragraph = number
    last = number
    end = from
  }
  return []
}

function numberOf(figure: string): number | undefined {
  const circled = figure.charCodeAt(0) - 0x245f
  if (circled > 0 && circled <= 20) return circled
  const value = numeralAt(figure, 0)?.value
  const number = value && integerOf(value)
  return typeof number === 'number' ? number : undefined
}
