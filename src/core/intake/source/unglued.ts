import type { RawCell } from './raw.ts'
import type { Labels } from './labels.ts'
import { remediesWidth } from './segments.ts'

/**
 * Lines in which numbers stand right behind the labels of their rows, as in a page that lost its
 * separators: 一、本年新收政府信息公开申请数量21710000218.
 */

/** No label, and no row of heads, has more characters. */
const reach = 150
/** Digits that follow words at once; a lone one before a point is the number of the next label. */
const run = /\d+(?:\.\d+)?(?:万?元|[件条个份])?/g
const numbering = /^[.．、]\s*\p{Script=Han}/u

/**
 * The cells of a line in which numbers stand right behind the labels of their rows; null where it has
 * no such row.
 */
export function unglued({ text, at }: RawCell, labels: Labels): RawCell[] | null {
  const cells: RawCell[] = []
  const push = (from: number, to: number) => {
    const body = text.slice(from, to).trim()
    const start = from + text.slice(from, to).indexOf(body)
    const span = at && { from: at.from + start, to: at.from + start + body.length }
    if (body) cells.push({ text: body, ...(span && { at: span }) })
  }
  let from = 0
  for (const match of text.matchAll(run)) {
    const behind = match.index + match[0].length
    const end = numbering.test(text.slice(behind, behind + 3)) ? behind - 1 : behind
    if (end === match.index) continue
    const words = text.slice(Math.max(from, match.index - reach), match.index)
    // The numbers of table 四 have heads before them.
    const heads = match[0].length >= remediesWidth && labels.isPiece(words)
    const label = heads ? '' : rowAtEnd(words, labels)
    if (label === null) continue
    push(from, match.index - label.length)
    push(match.index - label.length, match.index)
    push(match.index, end)
    from = end
  }
  push(from, text.length)
  return from > 0 ? cells : null
}

/**
 * The words of a line that goes over several rows, without the label of a row at their end: heads and
 * the label behind them, where all stand one space apart.
 */
export function parted(cell: RawCell, labels: Labels): RawCell[] {
  const { text, at } = cell
  if (!/\s/.test(text) || labels.find(text).length) return [cell]
  const label = rowAtEnd(text, labels)
  const from = text.trimEnd().length - (label?.length ?? 0)
  if (!label || from === 0) return [cell]
  return [
    { text: text.slice(0, from).trim(), ...(at && { at: { from: at.from, to: at.from + from } }) },
    { text: label, ...(at && { at: { from: at.from + from, to: at.to } }) }
  ]
}

/** Where the number of a label may stand. */
const marks = /[一二三四]、|[（(][一二三四五六七][）)]|\d[.．、]/g

/** The label of a row that ends a text, with its number; null where there is none. */
function rowAtEnd(text: string, labels: Labels): string | null {
  const body = text.trimEnd().slice(-reach)
  if (!/[\p{Script=Han}）”]$/u.test(body)) return null
  const starts = [...body.matchAll(marks)].map(({ index }) => index)
  for (const start of [0, ...starts]) {
    const known = labels.find(body.slice(start))
    if (known.some(({ row, match }) => row && match !== 'like')) return body.slice(start)
  }
  const [longest] = labels.rows
    .filter((row) => body.endsWith(row.text))
    .sort((a, b) => b.text.length - a.text.length)
  return longest ? body.slice(-longest.text.length) : null
}
