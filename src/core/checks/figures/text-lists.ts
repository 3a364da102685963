import { endOf, longest, startOf } from '../../prose/clauses.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import { byPiece } from '../../prose/pieces.ts'
import { at, checked } from './stated.ts'
import type { Facts, Hit } from '../../findings/rule.ts'

/** Lists of parts behind a whole: 共 N 条，其中 a、b、c. */

/**
 * A list that does not come to its whole. `closed` 1: it says that it is all; `ten` 1: the whole is in
 * 万, as it is in the text.
 */
export interface WrongList {
  readonly found: string
  readonly whole: number
  readonly parts: readonly number[]
  readonly sum: number
  readonly closed: number
  readonly ten?: number
}

interface List {
  readonly from: number
  /** The clause of the whole, up to the words that open the list. */
  readonly words: string
  readonly whole: Count
  /** What the list can be taken for: it may go on behind a semicolon, or end there. */
  readonly readings: readonly Reading[]
}

interface Reading {
  readonly parts: readonly number[]
  /** The list says that it is all: 包括, 分别为, a colon, or 其余 at its end. */
  readonly closed: boolean
  /** Every part is named after an office or a place. */
  readonly offices: boolean
}

/** A number with what it was before its 万. */
interface Count {
  readonly value: number
  readonly digits: number
}

const units = '条件篇期次个份场部项元'
const number = '(?<!\\d)(\\d{1,3}(?:[,，]\\d{3})+|\\d{1,12}(?:\\.\\d{1,4})?)(万?)\\s{0,3}'
const opener = '(其中|包括|分别[为是]|分为|(?<=：))[：:，,]?'
const opening = new RegExp(
  `${number}([${units}])\\s*(?:(?:([（(])|[，,：:])\\s*${opener}|[^。；\\n\\d]{0,40}。(其中)[：:，,]?)`,
  'g'
)
const item = new RegExp(
  `^([^\\d约近超逾]*)(\\d+(?:\\.\\d+)?)(万?)\\s*([${units}])?\\s*(?:占[^、，]{0,10}%)?$`
)
const separator = new RegExp(`([、，,]|以及|(?<=[${units}])[和及])`)
/** The list is over: what comes next is another matter, or is compared with the tables itself. */
const otherMatter =
  /自然人|法人|予以|部分公开|不予|无法提供|其他处理|结转|办结|答复|维持|纠正|收到|受理|召开|举办|培训|办理|同比|增|减|浏览|阅读|访问|关注|回复|整改|开展/
const office =
  /(?:[省市州盟区县旗镇乡局委办厅所级]|街道|中心|政府|部门|机关|开发区|园区|本级|单位)$/
const partial = /等|主要|较多|居前|部分|包括但/

const listsIn = byPiece((source): readonly List[] => {
  const text = plainFigures(source)
  return Array.from(text.matchAll(opening)).flatMap((match) => listAt(text, source, match))
})

const countOf = (figure: string, ten: string): Count => {
  const digits = Number(figure.replace(/[,，]/g, ''))
  return { digits, value: ten ? Math.round(digits * 10_000) : digits }
}

function listAt(text: string, source: string, match: RegExpExecArray): List[] {
  const [words, figure = '', ten = '', unit = '', bracket, inSentence, inNext] = match
  const opened = inSentence ?? inNext ?? ''
  const from = startOf(text, match.index, '，。；：\n（(')
  const clause = text.slice(from, match.index)
  const sentence = text.slice(startOf(text, match.index, '。；\n'), from)
  const total = /共|合计|总/.test(clause)
  if (/[约近超逾]\s*$/.test(clause) || (!opened && !total)) return []
  // 网站 300 条，微信 112 条，其中…: of which of the two?
  if ((!total || inNext) && new RegExp(`\\d\\s*${unit}`).test(sentence)) return []
  const to = match.index + words.length
  const rest = bracket ? inside(text.slice(to, to + 2 * longest)) : untilStop(text.slice(to))
  const readings = readingsOf(withoutBrackets(rest), unit, opened)
  if (readings.length === 0) return []
  const whole = countOf(figure, ten)
  return [{ from, words: source.slice(from, to), whole, readings }]
}

const untilStop = (text: string): string => text.slice(0, endOf(text, 0, '。\n'))

/** The list up to its first semicolon, and as far as it goes on behind it in the same way. */
function readingsOf(rest: string, unit: string, opened: string): Reading[] {
  const readings: Reading[] = []
  const parts: number[] = []
  const names: string[] = []
  for (const segment of rest.split(/[；;]/)) {
    const more = partsOf(segment, unit)
    if (more.parts.length === 0 || (readings.length > 0 && !more.whole)) break
    parts.push(...more.parts)
    names.push(...more.names)
    const open = partial.test(segment) || !more.ended
    const ofOffices = names.length >= 3 && names.every((name) => office.test(name))
    const closed =
      !open && parts.length >= 2 && (opened !== '其中' || /其余|其他/.test(names.at(-1) ?? ''))
    readings.push({ parts: [...parts], closed, offices: ofOffices && !open })
    if (!more.whole) break
  }
  return readings
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

/** What stands in brackets says more of a part; it is none itself. Separators of thousands go, too. */
function withoutBrackets(text: string): string {
  const flat = text.replace(/[（(][^（()）]*[）)]/g, '')
  return flat === text ? flat.replace(/(\d)[,，](?=\d{3}(?!\d))/g, '$1') : withoutBrackets(flat)
}

function partsOf(rest: string, unit: string) {
  const parts: number[] = []
  const names: string[] = []
  let listed = false
  /** The beginning of a name that has a 、 in it: 政策、文件类30条. */
  let begun = ''
  let mark: string | undefined
  const pieces = rest.split(separator)
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i]?.trim() ?? ''
    const next = pieces[i + 1]
    // ，以及: the word that follows says that the list goes on.
    if (piece === '' && i > 0 && next) {
      mark = next
      continue
    }
    if (begun === '') mark = i === 0 ? undefined : (mark ?? pieces[i - 1])
    const over = listed && /[，,]/.test(mark ?? '')
    if (!over && next === '、' && piece !== '' && !/\d/.test(piece)) {
      begun += piece
      continue
    }
    const [, name = '', figure, ten = '', measure] = item.exec(begun + piece) ?? []
    const bare = name.replace(/(?:收到|受理|办结|发布|推送|申请|[共有为：:]){1,8}$/, '')
    const alien =
      figure === undefined ||
      (measure !== undefined && measure !== unit) ||
      (otherMatter.test(name) && !office.test(bare))
    if (over || alien) return { parts, names, ended: over, whole: false }
    listed ||= mark !== undefined && !/[，,]/.test(mark)
    parts.push(countOf(figure, ten).value)
    names.push(bare)
    begun = ''
    mark = undefined
  }
  return { parts, names, ended: begun === '', whole: begun === '' }
}

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)

/** Whether a reading of a list contradicts its whole; parts of 1737 万 that make 1737 do. */
function isWrong({ value, digits }: Count, { parts, closed, offices }: Reading): boolean {
  const sum = sumOf(parts)
  if (digits !== value) return sum > value || (parts.length > 1 && sum === digits)
  return sum > value || ((closed || offices) && sum !== value)
}

const finding =
  (ofOffices: boolean) =>
  ({ report: { text } }: Facts): Hit<WrongList>[] =>
    checked.flatMap((section) =>
      listsIn(text[section]).flatMap(({ from, words, whole, readings }): Hit<WrongList>[] => {
        const [first] = readings
        if (!first || !readings.every((reading) => isWrong(whole, reading))) return []
        if (first.offices !== ofOffices) return []
        const { parts, closed } = first
        const ten = Number(whole.digits !== whole.value)
        const params = { whole: whole.digits, parts, sum: sumOf(parts), closed: Number(closed) }
        return [at(section, from, words, ten ? { ...params, ten } : params)]
      })
    )

/** The parts are more than the whole, or not the whole although they say so. */
export const splits = finding(false)

/** What the offices have, one by one, is not what they are said to have together. */
export const officeSums = finding(true)
