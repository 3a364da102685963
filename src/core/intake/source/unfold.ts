import type { RawBlock, RawCell, SourceSpan } from './raw.ts'
import { sections, type SectionId } from '../../form/sections.ts'
import { isHeading, sectionOf } from './headings.ts'
import { titleAt } from './title.ts'

/**
 * Headings out of what they were run together with: a line that goes on with prose or holds all six
 * (一、总体情况 2025年，…), and a row of a grid that is filled up with blank cells.
 */
export function unfolded(blocks: readonly RawBlock[]): RawBlock[] {
  const rows = blocks.flatMap((block) => (block.type === 'grid' ? withoutLines(block) : [block]))
  const own = new Set(
    rows.flatMap((block) => (block.type === 'text' ? (sectionOf(block.text) ?? []) : []))
  )
  const inner = rows.flatMap((block) =>
    block.type === 'text'
      ? innerHeadings(block.text).filter(({ section }) => !own.has(section))
      : []
  )
  const enough = new Set([...own, ...inner.map(({ section }) => section)]).size >= manySections
  return rows.flatMap((block) => (block.type === 'text' ? cut(block, own, enough) : [block]))
}

type Grid = Extract<RawBlock, { readonly type: 'grid' }>
type Text = Extract<RawBlock, { readonly type: 'text' }>

/** More characters than any label has that stands alone in its row. */
const longestLabel = 60
/** From so many sections on, words right behind a title are the beginning of its prose. */
const manySections = 3

const filled = (row: readonly RawCell[]) => row.filter(({ text }) => text.trim())

/** A grid parted at its rows that are headings or prose, each of which has one cell with words. */
function withoutLines({ rows, lines, ...grid }: Grid): RawBlock[] {
  const parts: RawBlock[] = []
  let from = 0
  const close = (to: number) => {
    const part = rows.slice(from, to)
    const parted = parts.length > 0 || to < rows.length
    const single = parted && part.every((row) => filled(row).length < 2)
    if (single) parts.push(...part.flatMap(filled).map(paragraph))
    else if (part.length) {
      parts.push({ ...grid, rows: part, ...(lines && { lines: lines.slice(from, to) }) })
    }
    from = to + 1
  }
  /** The first row that no cell from above reaches into. */
  let free = 0
  for (const [index, row] of rows.entries()) {
    const [only, ...others] = filled(row)
    if (only && !others.length && free <= index && isLine(only)) {
      close(index)
      parts.push(paragraph(only))
    }
    for (const cell of row) free = Math.max(free, index + (cell.rows ?? 1))
  }
  close(rows.length)
  return parts
}

const isLine = (cell: RawCell): boolean =>
  isHeading(cell.text) || cell.text.length > longestLabel || titleAt([paragraph(cell)], 0) !== null

const paragraph = ({ text, at }: RawCell): Text => ({
  type: 'text',
  text: text.trim(),
  ...(at && { at })
})

interface Inner {
  readonly section: SectionId
  readonly from: number
  readonly to: number
  /** Words follow without a space or a mark. */
  readonly open: boolean
}

const wordings: Readonly<Record<SectionId, string>> = {
  leadIn: '(?!)',
  overview: '(?:总体|基本)情况',
  disclosure: '(?:行政机关)?主动公开政府信息的?情况',
  requests: '(?:行政机关)?收到和处理政府信息公开申请的?情况',
  remedies:
    '(?:因)?政府信息公开(?:工作)?(?:被)?(?:申请|提起)?行政复议[、和]?(?:被)?(?:提起)?行政诉讼的?情况',
  problems: '(?:政府信息公开工作)?(?:存在的?)?(?:主要)?问题[及和](?:改进|整改)(?:情况|措施)',
  other: '其他需要报告的?事项'
}
const heading = new RegExp(
  `(^|[。；！？：:”\\s\\d）)])[#*\\s]{0,8}(?:第[一二三四五六]部分[\\s、.：:]{0,4}|[一二三四五六]\\s?[、.．,，]\\s{0,4}|[（(][一二三四五六][)）]\\s{0,4})(?:${sections
    .map(({ id }) => `(?<${id}>${wordings[id]})`)
    .join('|')})\\**`,
  'g'
)

function innerHeadings(text: string): Inner[] {
  return [...text.matchAll(heading)].flatMap((match) => {
    const section = sections.find(({ id }) => match.groups?.[id] !== undefined)?.id
    const from = match.index + (match[1]?.length ?? 0)
    const to = match.index + match[0].length
    const open = /^[\p{L}、“]/u.test(text.slice(to, to + 1))
    return section ? [{ section, from, to, open }] : []
  })
}

const titled =
  /^(?:[^\s：:]{2,5}[：:]\s{0,3})?\S{4,70}?信息公开(?:工作)?年度报告(?:\s+(?=\S)|(?=\p{Script=Han}))/u

/** A line parted before and behind each heading in it, and behind the title it begins with. */
function cut(block: Text, own: ReadonlySet<SectionId>, enough: boolean): RawBlock[] {
  const { text, at } = block
  const marks = isHeading(text)
    ? []
    : innerHeadings(text).filter(({ section, open }) => !own.has(section) && (!open || enough))
  const begins = titled.exec(text)?.[0]
  // Without a space behind it, a title is one only where headings follow in the same line.
  const title = begins && (/\s$/.test(begins) || marks.length >= manySections) ? begins : ''
  if (!marks.length && !title) return [block]
  const edges = [title.length, ...marks.flatMap(({ from, to }) => [from, to])]
  return edges
    .map((edge, i) => [edge, edges[i + 1] ?? text.length] as const)
    .concat(title ? [[0, title.length]] : [])
    .sort(([a], [b]) => a - b)
    .flatMap(([from, to]) => piece(text, at, from, to))
}

/** The words between two places, without the colon that a heading had behind it. */
function piece(text: string, at: SourceSpan | undefined, from: number, to: number): Text[] {
  const words = text.slice(from, to)
  const body = words.replace(/^[\s：:]+/, '').trimEnd()
  const start = from + words.indexOf(body)
  const span = at && { from: at.from + start, to: at.from + start + body.length }
  return body ? [{ type: 'text', text: body, ...(span && { at: span }) }] : []
}
