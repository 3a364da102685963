import { endOf, longest, startOf } from '../../prose/clauses.ts'
import { integerOf, numeralAt, plainFigures } from '../../numbers/numeral.ts'
import { byPiece } from '../../prose/pieces.ts'
import { replaced, type Replaced } from '../../prose/replaced.ts'
import {
  countOf,
  office,
  listOver,
  partsIn,
  rest,
  unit,
  withoutBrackets,
  type Count
} from './parts.ts'

/** Lists of parts as prose writes them: 共 N 条，其中 a、b、c; a、b，合计 N 条. */

/** A whole with what its list comes to. */
export interface PartList {
  /** From the whole to its last part. */
  readonly from: number
  readonly to: number
  /** The clause of the whole, up to the words that open the list. */
  readonly words: string
  readonly whole: Count
  /** What the list can be taken for: it may go on behind a semicolon, or end there. */
  readonly readings: readonly ListReading[]
}

export interface ListReading {
  readonly parts: readonly number[]
  /** The list says that it is all: 包括, 分别为, a colon, or 其余 at its end. */
  readonly closed: boolean
  /** Every part is named after an office or a place. */
  readonly offices: boolean
}

const number = '(?<![\\d.])(\\d{1,3}(?:[,，]\\d{3})+|\\d{1,12}(?:\\.\\d{1,4})?)(万?)\\s{0,3}'
const opener = '(其中|包括|包含|含|分别[为是]|分为|(?<=：))[：:，,]?'
const opening = new RegExp(
  `${number}(${unit})\\s*(?:(?:([（(])|[，,：:])\\s*${opener}|([（(])(?=[^（()）\\d]{1,12}\\d)|[^。；\\n\\d]{0,40}。(其中)[：:，,]?)`,
  'g'
)
const partial = /等|主要|较多|居前|部分(?!公开)|包括但/

const spelt = new RegExp(`[零〇一二两三四五六七八九十百千]{1,9}(?=万?${unit})`, 'g')

/** A text with its Chinese numerals in figures. */
function inFigures(source: string): Replaced {
  const places = Array.from(source.matchAll(spelt)).flatMap(({ 0: words, index }) => {
    const numeral = numeralAt(words, 0)
    const value = numeral?.to === words.length ? integerOf(numeral.value) : undefined
    return typeof value === 'number'
      ? [{ from: index, to: index + words.length, by: String(value) }]
      : []
  })
  return replaced(plainFigures(source), places)
}

/** The lists of a text. */
export const listsIn = byPiece((source): readonly PartList[] => {
  const { text, placeOf } = inFigures(source)
  return [
    ...Array.from(text.matchAll(opening)).flatMap((match) => listAt(text, match)),
    ...Array.from(text.matchAll(summing)).flatMap((match) => sumAt(text, match))
  ].map((list) => ({ ...list, ...placeOf(list.from, list.to) }))
})

function listAt(text: string, match: RegExpExecArray): PartList[] {
  const [words, figure = '', ten = '', measure = '', bracket, inSentence, plain, inNext] = match
  const word = inSentence ?? inNext ?? ''
  const from = startOf(text, match.index, '，。；：\n（(')
  const clause = text.slice(from, match.index)
  const sentence = text.slice(startOf(text, match.index, '。；\n'), from)
  const total = /共|合计|总/.test(clause)
  // 比上年增加 8 条 is a difference, and no whole.
  const rough = /[约近超逾]\s*$|(?:增加|减少|净增|净减|增长|下降|提高|[增减多少])了?\s*$/
  if (rough.test(clause)) return []
  // 258 条：甲…，乙…，其他…: without 共 three parts and more, and all only where the rest is named.
  const opened = word || plain || (total ? '' : '：')
  // 网站 300 条，微信 112 条，其中…: of which of the two?
  if (!plain && (!total || inNext) && new RegExp(`\\d\\s*${measure}`).test(sentence)) return []
  const to = match.index + words.length
  const near = text.slice(to, to + 2 * longest)
  const list = bracket || plain ? inside(near) : near.slice(0, endOf(near, 0, '。\n'))
  const { readings, length } = readingsOf(withoutBrackets(list), measure, opened, clause)
  // In brackets without a word for it, one number says something else of the whole: 上年为 360 条.
  const least = opened === '：' ? 3 : plain ? 2 : 1
  const bare = (readings[0]?.parts.length ?? 0) < least
  return readings.length === 0 || bare
    ? []
    : [
        {
          from: match.index,
          to: to + length,
          words: text.slice(from, to),
          whole: countOf(figure, ten),
          readings
        }
      ]
}

/** Parts with their sum behind: 甲 24 条、乙 36 条，两项共计 60 条. */
const summing = new RegExp(
  `[，,]\\s*(?:以上|上述)?(?:[两三四五六\\d](?:项|类|者|个(?:平台|渠道|方面|账号))|[两二三四五六]者)?(?:合计|共计|总计)(?:公开|发布|信息|[为达有]){0,3}\\s*${number}(${unit})(?=[，。；\\n]|$)`,
  'g'
)

function sumAt(text: string, match: RegExpExecArray): PartList[] {
  const [words, figure = '', ten = '', measure = ''] = match
  const from = startOf(text, match.index, '。；：\n')
  const before = text.slice(from, match.index)
  if (/共|总|合计|其中|包括|含|约|近|超/.test(before)) return []
  const { parts, names, whole } = partsIn(withoutBrackets(before), measure, () => false)
  // With less before it than all, the sum can be of the last ones alone.
  if (!whole || parts.length < 2 || new Set(names).size < names.length) return []
  const readings = parts
    .slice(0, -1)
    .map((_, i) => ({ parts: parts.slice(i), closed: true, offices: false }))
  const to = match.index + words.length
  return [
    { from, to, words: text.slice(match.index + 1, to), whole: countOf(figure, ten), readings }
  ]
}

/** The list up to its first semicolon, and as far as it goes on behind it in the same way. */
function readingsOf(list: string, measure: string, opened: string, clause: string) {
  const isOver = (name: string): boolean =>
    listOver.test(name) || (name.includes('培训') && !clause.includes('培训'))
  const readings: ListReading[] = []
  const parts: number[] = []
  const names: string[] = []
  let length = 0
  let at = 0
  const segments = list.split(/[；;]/)
  for (const segment of segments) {
    const more = partsIn(segment, measure, isOver, names[0])
    if (more.parts.length === 0 || (readings.length > 0 && !more.whole)) break
    parts.push(...more.parts)
    names.push(...more.names)
    length = at + more.length
    at += segment.length + 1
    const open = partial.test(segment) || !more.ended
    const ofOffices = names.length >= 3 && names.every((name) => office.test(name))
    const closed =
      !open &&
      parts.length >= 2 &&
      (!/^(?:其中|含|[（(：])$/.test(opened) || rest.test(names.at(-1) ?? ''))
    readings.push({ parts: [...parts], closed, offices: ofOffices && !open })
    if (!more.whole) break
  }
  // 动态 30 条；公告 50 条；其他 15 条: one to each semicolon is one list.
  const onePerSegment =
    readings.length >= 3 && readings.every((one, i) => one.parts.length === i + 1)
  return { readings: onePerSegment ? readings.slice(-1) : readings, length }
}

/** Up to the bracket that closes the one before. */
function inside(text: string): string {
  let depth = 1
  for (let i = 0; i < text.length; i++) {
    if (/[（(]/.test(text.charAt(i))) depth++
    else if (/[）)]/.test(text.charAt(i))) depth--
    if (depth === 0 || text[i] === '\n') return text.slice(0, i)
  }
  return text
}
