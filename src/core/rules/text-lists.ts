import { endOf, longest, startOf } from '../clauses.ts'
import { plainFigures } from '../numeral.ts'
import { byPiece } from '../pieces.ts'
import { at, checked } from './stated.ts'
import type { Facts, Hit } from './rule.ts'

/** Lists of parts behind a whole: 共 N 条，其中 a、b、c. */

interface List {
  readonly from: number
  /** The clause of the whole, up to the words that open the list. */
  readonly words: string
  readonly whole: number
  readonly parts: readonly number[]
  /** The list says that it is all: 包括, 分别为, a colon, or 其余 at its end. */
  readonly closed: boolean
  /** Every part is named after an office or a place. */
  readonly offices: boolean
}

const units = '条件篇期次个份场部项元'
const opening = new RegExp(
  `(?<!\\d)(\\d{1,3}(?:[,，]\\d{3})+|\\d{1,12})\\s{0,3}([${units}])\\s*(?:([（(])|[，,：:])\\s*(其中|包括|分别[为是]|分为|(?<=：))[：:，,]?`,
  'g'
)
const item = new RegExp(`^([^\\d约近超逾]*)(\\d+)\\s*([${units}])?\\s*$`)
const separator = new RegExp(`([、，,]|以及|(?<=[${units}])[和及])`)
/** The list is over: what comes next is another matter, or is compared with the tables itself. */
const otherMatter =
  /自然人|法人|予以|部分公开|不予|无法提供|其他处理|结转|办结|答复|维持|纠正|收到|受理|召开|举办|培训|办理|同比|增|减|浏览|阅读|访问|关注|回复|整改|开展/
const office = /(?:[省市州盟区县旗镇乡局委办厅所]|街道|中心|政府|部门|机关|开发区|园区|本级|单位)$/
const partial = /等|主要|较多|居前|部分|包括但/

const listsIn = byPiece((source): readonly List[] => {
  const text = plainFigures(source)
  return Array.from(text.matchAll(opening)).flatMap((match) => listAt(text, source, match))
})

function listAt(text: string, source: string, match: RegExpExecArray): List[] {
  const [words, figure = '', unit = '', bracket, opener = ''] = match
  const from = startOf(text, match.index, '，。；：\n（(')
  const clause = text.slice(from, match.index)
  const sentence = text.slice(startOf(text, match.index, '。；\n'), from)
  const total = /共|合计|总/.test(clause)
  if (/[约近超逾]\s*$/.test(clause) || (!opener && !total)) return []
  // 网站 300 条，微信 112 条，其中…: of which of the two?
  if (!total && new RegExp(`\\d\\s*${unit}`).test(sentence)) return []
  const to = match.index + words.length
  const rest = withoutBrackets(
    bracket ? inside(text.slice(to, to + 2 * longest)) : lineOf(text.slice(to))
  )
  const { parts, names, last, ended } = partsOf(rest, unit)
  if (parts.length === 0) return []
  const open = partial.test(rest) || !ended
  const offices = names.length >= 3 && names.every((name) => office.test(name))
  const closed = !open && parts.length >= 2 && (opener !== '其中' || /其余|其他/.test(last))
  const whole = Number(figure.replace(/[,，]/g, ''))
  return [{ from, words: source.slice(from, to), whole, parts, closed, offices: offices && !open }]
}

const lineOf = (text: string): string => text.slice(0, endOf(text, 0, '。；\n'))

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
  const pieces = rest.split(separator)
  for (let i = 0; i < pieces.length; i += 2) {
    const mark = pieces[i - 1]
    const [, name = '', figure, measure] = item.exec(pieces[i]?.trim() ?? '') ?? []
    const bare = name.replace(/(?:收到|受理|办结|发布|推送|申请|[共有为：:])+$/, '')
    const alien =
      figure === undefined ||
      (measure !== undefined && measure !== unit) ||
      (otherMatter.test(name) && !office.test(bare))
    const over = listed && /[，,]/.test(mark ?? '')
    if (over || alien) return { parts, names, last: names.at(-1) ?? '', ended: over }
    listed ||= mark !== undefined && !/[，,]/.test(mark)
    parts.push(Number(figure))
    names.push(bare)
  }
  return { parts, names, last: names.at(-1) ?? '', ended: true }
}

const finding =
  (wrong: (list: List, sum: number) => boolean) =>
  ({ report: { text } }: Facts): Hit[] =>
    checked.flatMap((section) =>
      listsIn(text[section]).flatMap((list): Hit[] => {
        const sum = list.parts.reduce((total, part) => total + part, 0)
        if (!wrong(list, sum)) return []
        const { from, words, whole, parts, closed } = list
        return [at(section, from, words, { whole, parts, sum, closed: Number(closed) })]
      })
    )

/** The parts are more than the whole, or not the whole although they say so. */
export const splits = finding(
  ({ whole, closed, offices }, sum) => !offices && (sum > whole || (closed && sum !== whole))
)

/** What the offices have, one by one, is not what they are said to have together. */
export const officeSums = finding(({ whole, offices }, sum) => offices && sum !== whole)
