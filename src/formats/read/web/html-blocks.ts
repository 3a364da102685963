import type { RawBlock, RawCell } from '../../../core/intake/source/raw.ts'
import { tableBlocks } from '../sheet/blocks.ts'
import { listNumber } from '../../source/list-numbers.ts'
import { shown, type ShownText } from '../../source/shown.ts'
import {
  attributeOf,
  isElement,
  textWithin,
  within,
  wordsOf,
  type PageElement
} from './page-tree.ts'

/** The paragraphs and grids of a page that was taken apart. */
export function htmlBlocks(root: PageElement): { blocks: RawBlock[]; shownText: string } {
  const page: Page = { blocks: [], source: shown(), line: '', counts: new Map() }
  walk(root, page, 0)
  flush(page)
  return { blocks: page.blocks, shownText: page.source.text() }
}

interface Page {
  readonly blocks: RawBlock[]
  readonly source: ShownText
  /** The paragraph that is being gathered. */
  line: string
  /** How many items of each numbered list went before. */
  readonly counts: Map<PageElement, number>
}

/** Elements whose content is not text of the page. */
const mute =
  /^(?:script|style|noscript|template|iframe|object|embed|svg|math|canvas|select|datalist|button|textarea|audio|video|head|title|meta|link|xml|rt|rp|del)$|^(?:w|x|v|m|st1):/
/** Elements that go on within a line. */
const inline =
  /^(?:a|abbr|b|big|cite|code|em|font|i|ins|kbd|label|mark|o:p|q|ruby|rb|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr|strike|nobr|bdo|bdi)$/
/** Enough of an item to tell whether it says its number. */
const longestStart = 200
/** Text that a page carries for machines and screen readers only. */
const hidden =
  /display\s*:\s*none|mso-element\s*:\s*comment|mso-special-character\s*:\s*comment|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}|opacity\s*:\s*0(?![.\d])|clip\s*:\s*rect\(0/i
/** Browsers nest no deeper either. */
const deepest = 500
const han = '[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]'
const wrapped = new RegExp(String.raw`(${han}) *\r[ \r]*(?=${han})`, 'g')

const nameOf = (element: PageElement) => element.tagName.toLowerCase()

const isHidden = (element: PageElement) =>
  attributeOf(element, 'hidden') !== undefined || hidden.test(attributeOf(element, 'style') ?? '')

/** Runs of white space as one space, or as `\r` where the source breaks its line there. */
const collapsed = (text: string) =>
  text.replace(/[\s\u00a0]+/g, (space) => (/[\n\r]/.test(space) ? '\r' : ' '))

/** A line break of the source is a space, but nothing between Chinese characters. */
const unwrapped = (text: string) => text.replace(wrapped, '$1').replace(/[ \r]+/g, ' ')

function flush(page: Page): void {
  const text = unwrapped(page.line).trim()
  page.line = ''
  if (text) page.blocks.push({ type: 'text', text, at: page.source.line(text) })
}

function walk(element: PageElement, page: Page, depth: number): void {
  if (depth > deepest) {
    page.line += collapsed(textWithin(element))
    return
  }
  for (const node of element.childNodes) {
    if (node.nodeName === '#text') {
      if (nameOf(element) === 'pre') preformatted(wordsOf(node), page)
      else page.line += collapsed(wordsOf(node))
    } else if (isElement(node)) {
      const name = nameOf(node)
      if (mute.test(name) || isHidden(node)) continue
      if (name === 'table') table(node, page, depth)
      else if (name === 'br' || name === 'hr') flush(page)
      else if (inline.test(name)) walk(node, page, depth + 1)
      else {
        flush(page)
        if (name === 'li') page.line += numberOf(node, page)
        walk(node, page, depth + 1)
        flush(page)
      }
    }
  }
}

/** A paragraph that says its number itself, though it stands in a list. */
const saysNumber =
  /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}\s*[）).、．]|第[一二三四五六七八九十]{1,3}[章节条])/

/** What a browser writes before an item of a numbered list; empty where it writes nothing. */
function numberOf(item: PageElement, page: Page): string {
  const list = item.parentNode
  if (!list || !isElement(list) || nameOf(list) !== 'ol') return ''
  const before = page.counts.get(list) ?? 0
  page.counts.set(list, before + 1)
  if (saysNumber.test(textWithin(item, longestStart))) return ''
  const style = `${attributeOf(list, 'style') ?? ''};${attributeOf(item, 'style') ?? ''}`
  if (/list-style(?:-type)?\s*:[^;]*none/i.test(style)) return ''
  const given = attributeOf(item, 'value')
  const start = Number.parseInt(attributeOf(list, 'start') ?? '1', 10) || 1
  const number = given ? Number.parseInt(given, 10) || 1 : start + before
  const format = `${style} ${types[attributeOf(list, 'type') ?? ''] ?? ''}`
  const count = listNumber(
    number,
    format.replace(/alpha|latin/i, 'letter').replace(/cjk/i, 'chinese')
  )
  return /^[一二三四五六七八九十]/.test(count) ? `${count}、` : `${count}. `
}

/** The formats of `<ol type>`. */
const types: Readonly<Record<string, string>> = {
  a: 'letter',
  A: 'upperLetter',
  i: 'roman',
  I: 'upperRoman'
}

function preformatted(text: string, page: Page): void {
  for (const line of text.split('\n')) {
    page.line += line
    flush(page)
  }
}

const childrenOf = (element: PageElement, names: RegExp) =>
  element.childNodes
    .filter(isElement)
    .filter((child) => names.test(nameOf(child)) && !isHidden(child))

/** The rows that are shown, in the order of the source. */
const rowsOf = (element: PageElement): PageElement[] =>
  childrenOf(element, /^(?:thead|tbody|tfoot|tr)$/).flatMap((part) =>
    nameOf(part) === 'tr' ? [part] : childrenOf(part, /^tr$/)
  )

function table(element: PageElement, page: Page, depth: number): void {
  flush(page)
  for (const caption of childrenOf(element, /^caption$/)) {
    walk(caption, page, depth + 1)
    flush(page)
  }
  const rows = rowsOf(element).map((row) => childrenOf(row, /^t[dh]$/))
  const filled = rows.filter((cells) => cells.length)
  // Pages are laid out by tables too: then the cells hold paragraphs, or tables of their own.
  const layout =
    countWithin(element, /^table$/, 1) > 0 ||
    filled.every((cells) => cells.length === 1) ||
    filled.some((cells) => cells.some(isArticle))
  if (layout) {
    for (const cell of rows.flat()) {
      walk(cell, page, depth + 1)
      flush(page)
    }
    return
  }
  const grid = rows.map((cells, index) => cells.map((cell) => cellOf(cell, rows.length - index)))
  if (grid.some((row) => row.some(({ text }) => text))) {
    page.blocks.push(...tableBlocks(grid, page.source))
  }
}

/** No cell of a form has several paragraphs of this length together. */
const isArticle = (cell: PageElement) =>
  textWithin(cell, 301).length > 300 && countWithin(cell, /^(?:p|div|br)$/, 3) > 2

/** How many elements of these names are within one; `most` are enough. */
function countWithin(element: PageElement, names: RegExp, most: number): number {
  let count = 0
  for (const node of within(element)) {
    if (isElement(node) && names.test(nameOf(node)) && ++count === most) break
  }
  return count
}

/** `below`: how many rows there are from this one on; no span reaches further. */
function cellOf(cell: PageElement, below: number): RawCell {
  const cols = span(cell, 'colspan', 100)
  // A rowspan of 0 reaches to the end.
  const rows = attributeOf(cell, 'rowspan')?.trim() === '0' ? below : span(cell, 'rowspan', below)
  return {
    text: unwrapped(cellText(cell, 0))
      .replace(/ *\n */g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim(),
    ...(cols > 1 && { cols }),
    ...(rows > 1 && { rows })
  }
}

function span(cell: PageElement, name: string, most: number): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10)
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), most) : 1
}

/** The text of a cell; paragraphs and breaks stay apart, so that 1 over 2 does not become 12. */
function cellText(element: PageElement, depth: number): string {
  if (depth > deepest) return collapsed(textWithin(element))
  let text = ''
  for (const node of element.childNodes) {
    if (node.nodeName === '#text') text += collapsed(wordsOf(node))
    else if (isElement(node)) {
      const name = nameOf(node)
      if (mute.test(name) || isHidden(node)) continue
      if (name === 'br') text += '\n'
      else if (inline.test(name)) text += cellText(node, depth + 1)
      else text += `\n${cellText(node, depth + 1)}\n`
    }
  }
  return text
}
