import { integerOf, numeralAt } from '../../numbers/numeral.ts'
import { matchesOf, type PieceMatch } from '../../prose/pieces.ts'
import type { Spotter, Spotted } from '../../findings/spotting.ts'

/** Numbering that skips or repeats: 一是…三是…三是, （一）…（二）…（二）. */

/** A number that does not go on from the one before it; `meant`, where only one number can. */
export interface WrongOrdinal {
  readonly problem: 'order'
  readonly found: string
  readonly after: number
  readonly number: number
  readonly meant?: string
}

interface Way {
  /** Its places: what may stand before it, the number, and what tells it from other words. */
  readonly matches: (text: string) => readonly PieceMatch[]
  /** Whether paragraphs that begin with it are numbered on through the section. */
  readonly across: boolean
}

const han = '([一二三四五六七八九十]{1,3})'
const opened = '(?:^|[\\n。；;：:，,])[ \\t\\u3000]*'
/** 按照（一）项 and （一）、（三）款 name a clause of something else. */
const cited = '(?![ \\t]?(?:项(?!目)|款(?!项)|[、至（(]|和[（(]))'

const way = (words: string, across: boolean): Way => ({
  matches: matchesOf(new RegExp(words, 'g')),
  across
})
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

interface Ordinal {
  readonly words: string
  readonly figure: string
  readonly number: number
  readonly from: number
  /** It begins its paragraph. */
  readonly begins: boolean
  /** In another paragraph than the one before. */
  readonly another: boolean
}

function ordinalsIn(text: string, matches: Way['matches']): Ordinal[] {
  let end: number | undefined
  return matches(text).flatMap(({ from: start, match }): Ordinal[] => {
    const [whole, figure = ''] = match
    const number = numberOf(figure)
    if (number === undefined) return []
    const words = whole.replace(/^[\n。；;：:，,、\s]+/, '')
    const from = start + whole.length - words.length
    const begins =
      (start === 0 || text[start - 1] === '\n') && text.slice(start, from).trim() === ''
    const another = begins || end === undefined || text.slice(end, from).includes('\n')
    end = from
    return [{ words, figure, number, from, begins, another }]
  })
}

/** What can stand for the first of a list whose second is 二是. */
const firsts = /首先|一方面|一(?:是|要)|第一|其一|①|（一）|1[.．、]/

/** A heading between two paragraphs: behind it a list of its own begins. */
const heading = /\n[ \t\u3000]*[（(][一二三四五六七八九十]+[）)]/

/** The numbers that neither go on nor begin again; of one list the first. */
function outOfOrder(text: string, { matches, across }: Way): Spotted<WrongOrdinal>[] {
  const all = ordinalsIn(text, matches)
  /** Of the last paragraph that began with one. */
  let paragraph: number | undefined
  /** This list has been told of. */
  let told = false
  const wrongs: Spotted<WrongOrdinal>[] = []
  const tell = (one: Spotted<WrongOrdinal>): void => {
    if (!told) wrongs.push(one)
    told = true
  }
  for (const [i, one] of all.entries()) {
    const last = all[i - 1]
    if (one.number === 1) told = false
    if (!across && last && one.begins && heading.test(text.slice(last.from, one.from))) {
      paragraph = undefined
    } else {
      const before = one.begins ? [paragraph, last?.number] : one.another ? [] : [last?.number]
      const known = before.filter((number) => number !== undefined)
      if (one.number !== 1 && known.length > 0 && !known.includes(one.number - 1)) {
        tell(wrong(one, known[0] ?? 0, all[i - 2], last, all[i + 1]))
      }
    }
    if (!across && isUnopened(text, one, all[i + 1])) tell(found(one, 0))
    if (one.begins) paragraph = one.number
  }
  return wrongs
}

/** 二是 and 三是 in a paragraph that has no first. */
function isUnopened(text: string, one: Ordinal, next: Ordinal | undefined): boolean {
  if (one.number !== 2 || one.begins || !one.another || next?.number !== 3 || next.another) {
    return false
  }
  return !firsts.test(text.slice(text.lastIndexOf('\n', one.from - 1) + 1, one.from))
}

/** Whether two numbers are of one list: in a paragraph, or each at the beginning of one. */
const together = (one: Ordinal, next: Ordinal | undefined): next is Ordinal =>
  next !== undefined && (one.begins && next.begins ? true : !next.another)

/**
 * The number that is wrong where one does not go on, and what it must be: 一是 一是 三是 has its first
 * two alike, 一是 三是 三是 lacks its second, and the last of 二是 二是 is a third.
 */
function wrong(
  one: Ordinal,
  after: number,
  twice: Ordinal | undefined,
  last: Ordinal | undefined,
  next: Ordinal | undefined
): Spotted<WrongOrdinal> {
  if (!last || !together(last, one) || after !== last.number) return found(one, after)
  if (twice?.number === last.number && together(twice, last) && one.number === after + 2) {
    return found(last, after, after + 1)
  }
  const follows = together(one, next) ? next.number : undefined
  const ends = follows === undefined || follows === 1
  const repeats = one.number === after && (ends || follows === after + 2)
  const skips = one.number === after + 2 && follows === after + 2
  return found(one, after, repeats || skips ? after + 1 : undefined)
}

const found = (
  { words, figure, number, from }: Ordinal,
  after: number,
  due?: number
): Spotted<WrongOrdinal> => {
  const meant = due !== undefined && words.replace(figure, writtenAs(figure, due))
  return {
    from,
    to: from + words.length,
    params: { problem: 'order', found: words, after, number, ...(meant && { meant }) }
  }
}

const figures = '一二三四五六七八九十'
const circledFrom = 0x245f

function numberOf(figure: string): number | undefined {
  const circled = figure.charCodeAt(0) - circledFrom
  if (circled > 0 && circled <= 20) return circled
  const value = numeralAt(figure, 0)?.value
  const number = value && integerOf(value)
  return typeof number === 'number' ? number : undefined
}

/** A number up to ten as the other one is written, in figures, characters or circles. */
function writtenAs(other: string, number: number): string {
  if (/\d/.test(other)) return String(number)
  return figures.includes(other.charAt(0))
    ? figures.charAt(number - 1) || other
    : String.fromCharCode(circledFrom + number)
}
