import type { RawBlock, RawCell } from '../../../core/intake/source/raw.ts'
import { tableBlocks } from '../sheet/blocks.ts'
import { listNumber } from '../../source/list-numbers.ts'
import { shown, type ShownText } from '../../source/shown.ts'

/**
 * The paragraphs and grids of a parsed page. The document is only read: it was made by DOMParser,
 * which runs no script and loads nothing, and no node of it is ever shown.
 */
export function htmlBlocks(root: Element): { blocks: RawBlock[]; shownText: string } {
  const page: Page = { blocks: [], source: shown(), line: '' }
  walk(root, page, 0)
  flush(page)
  return { blocks: page.blocks, shownText: page.source.text() }
}

interface Page {
  readonly blocks: RawBlock[]
  readonly source: ShownText
  /** The paragraph that is being gathered. */
  line: string
}

/** Elements whose content is not text of the page. */
const mute =
  /^(?:script|style|noscript|template|iframe|object|embed|svg|math|canvas|select|datalist|button|textarea|audio|video|head|title|meta|link|xml|rt|rp|del)$|^(?:w|x|v|m|st1):/
/** Elements that go on within a line. */
const inline =
  /^(?:a|abbr|b|big|cite|code|em|font|i|ins|kbd|label|mark|o:p|q|ruby|rb|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr|strike|nobr|bdo|bdi)$/
/** Text that a page carries for machines and screen readers only. */
const hidden =
  /display\s*:\s*none|mso-element\s*:\s*comment|mso-special-character\s*:\s*comment|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}|opacity\s*:\s*0(?![.\d])|clip\s*:\s*rect\(0/i
/** Browsers nest no deeper either. */
const deepest = 500
const han = '[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]'
const wrapped = new RegExp(String.raw`(${han}) *\r[ \r]*(?=${han})`, 'g')

const nameOf = (node: Element) => node.tagName.toLowerCase()
const isElement = (node: Node): node is Element => node.nodeType === 1
const isText = (node: Node) => node.nodeType === 3

const isHidden = (element: Element) =>
  element.hasAttribute('hidden') || hidden.test(element.getAttribute('style') ?? '')

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

function walk(element: Element, page: Page, depth: number): void {
  if (depth > deepest) {
    page.line += collapsed(element.textContent ?? '')
    return
  }
  for (const node of element.childNodes) {
    if (isText(node)) {
      if (nameOf(element) === 'pre') preformatted(node.textContent ?? '', page)
      else page.line += collapsed(node.textContent ?? '')
    } else if (isElement(node)) {
      const name = nameOf(node)
      if (mute.test(name) || isHidden(node)) continue
      if (name === 'table') table(node, page, depth)
      else if (name === 'br' || name === 'hr') flush(page)
      else if (inline.test(name)) walk(node, page, depth + 1)
      else {
        flush(page)
        if (name === 'li') page.line += numberOf(node)
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
function numberOf(item: Element): string {
  const list = item.parentElement
  if (!list || nameOf(list) !== 'ol' || saysNumber.test(item.textContent ?? '')) return ''
  const style = `${list.getAttribute('style') ?? ''};${item.getAttribute('style') ?? ''}`
  if (/list-style(?:-type)?\s*:[^;]*none/i.test(style)) return ''
  const items = childrenOf(list, /^li$/)
  const given = item.getAttribute('value')
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1
  const number = given ? Number.parseInt(given, 10) || 1 : start + items.indexOf(item)
  const format = `${style} ${types[list.getAttribute('type') ?? ''] ?? ''}`
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

const childrenOf = (element: Element, names: RegExp) =>
  [...element.children].filter((child) => names.test(nameOf(child)) && !isHidden(child))

/** The rows that are shown, in the order of the source. */
const rowsOf = (element: Element): Element[] =>
  childrenOf(element, /^(?:thead|tbody|tfoot|tr)$/).flatMap((part) =>
    nameOf(part) === 'tr' ? [part] : childrenOf(part, /^tr$/)
  )

function table(element: Element, page: Page, depth: number): void {
  flush(page)
  for (const caption of childrenOf(element, /^caption$/)) {
    walk(caption, page, depth + 1)
    flush(page)
  }
  const rows = rowsOf(element).map((row) => childrenOf(row, /^t[dh]$/))
  const filled = rows.filter((cells) => cells.length)
  // Pages are laid out by tables too: then the cells hold paragraphs, or tables of their own.
  const layout =
    element.querySelector('table') !== null ||
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
const isArticle = (cell: Element) =>
  (cell.textContent?.length ?? 0) > 300 && cell.querySelectorAll('p, div, br').length > 2

/** `below`: how many rows there are from this one on; no span reaches further. */
function cellOf(cell: Element, below: number): RawCell {
  const cols = span(cell, 'colspan', 100)
  // A rowspan of 0 reaches to the end.
  const rows = cell.getAttribute('rowspan')?.trim() === '0' ? below : span(cell, 'rowspan', below)
  return {
    text: unwrapped(cellText(cell, 0))
      .replace(/ *\n */g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim(),
    ...(cols > 1 && { cols }),
    ...(rows > 1 && { rows })
  }
}

function span(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), most) : 1
}

/** The text of a cell; paragraphs and breaks stay apart, so that 1 over 2 does not become 12. */
function cellText(element: Element, depth: number): string {
  if (depth > deepest) return collapsed(element.textContent ?? '')
  let text = ''
  for (const node of element.childNodes) {
    if (isText(node)) text += collapsed(node.textContent ?? '')
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
