import { parseNumber } from '../core/chinese.ts'
import { isHeading } from '../core/recognise/headings.ts'
import type { RawBlock, RawCell } from '../core/raw.ts'
import { decode, mend } from './decode.ts'
import { failure, largestFile, largestText, type ReadInput, type ReadResult } from './reader.ts'

/**
 * Plain text: pasted, or a .txt or .md file. Tables survive in it as lines with tabs, as rows
 * between bars, or as one cell a line with lone bars between; merged cells are lost in all three.
 */
export async function read({ bytes, text }: ReadInput): Promise<ReadResult> {
  if (bytes.length > largestFile) return failure('tooLarge', String(bytes.length))
  const decoded = text === undefined ? decode(bytes) : mend(text)
  if (!decoded) return failure('encoding')
  if (decoded.garbled) return failure('encoding', 'mojibake')
  if (decoded.text.length > largestText) return failure('tooLarge', String(decoded.text.length))
  const shownText = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?|[\u2028\u2029\f]/g, '\n')
  if (!shownText.trim()) return failure('empty')
  return {
    ok: true,
    blocks: textBlocks(shownText),
    shownText,
    ...(decoded.mended && { mended: decoded.mended })
  }
}

interface Line {
  readonly text: string
  readonly from: number
}

type Kind = 'blank' | 'bar' | 'pipes' | 'tabs' | 'rule' | 'words'

const bars = /[|｜│┃]/
const rule = /^[\s|｜│┃:+=\-─━┄┈┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═]+$/

function kindOf({ text }: Line): Kind {
  const body = text.trim()
  if (!body) return text.includes('\t') ? 'tabs' : 'blank'
  if (/^[|｜│┃]$/.test(body)) return 'bar'
  if (rule.test(body) && /[-─━═=]{2}|[┼├└┌]/.test(body)) return 'rule'
  const pieces = body.split(bars)
  // One bar may stand in a sentence; between two short pieces it parts cells.
  const short = pieces.every((piece) => piece.trim() && piece.trim().length <= 40)
  if (pieces.length > 2 || (pieces.length === 2 && (short || isNumber(pieces[1])))) return 'pipes'
  // The tabs behind a lone cell are what is left of the cells it was merged with.
  if (body.includes('\t') || /\S\t\s*\t\s*$/.test(text)) return 'tabs'
  return 'words'
}

const isNumber = (text = '') => parseNumber(text).kind !== 'text'

/** The paragraphs and grids of a text whose lines end in `\n`, with their places in it. */
export function textBlocks(text: string): RawBlock[] {
  const lines = linesOf(text)
  const kinds = lines.map(kindOf)
  const blocks: RawBlock[] = []
  let at = 0
  while (at < lines.length) {
    const kind = kinds[at]
    if (kind === 'bar') {
      at = laneAt(lines, kinds, at, blocks)
    } else if (kind === 'tabs' || kind === 'pipes' || kind === 'rule') {
      const end = endOfGrid(kinds, at)
      const rows = gridRows(
        lines.slice(at, end).filter((line) => !['blank', 'rule'].includes(kindOf(line)))
      )
      if (rows.length) blocks.push({ type: 'grid', rows, spans: 'lost' })
      at = end
    } else {
      const line = lines[at]
      if (line && kind === 'words') blocks.push(paragraph(line))
      at++
    }
  }
  return blocks
}

/** Lines, with those joined that a quoted cell of a spreadsheet runs over. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const part of text.split('\n')) {
    const last = lines.at(-1)
    const open = last !== undefined && /(?:^|\t)"[^"\t]*$/.test(last.text)
    if (open && oddQuotes(last.text) && /^[^"\t]*"(?:\t|$)/.test(part)) {
      lines[lines.length - 1] = { text: `${last.text}\n${part}`, from: last.from }
    } else lines.push({ text: part, from })
    from += part.length + 1
  }
  return lines
}

const oddQuotes = (text: string) => (text.split('"').length - 1) % 2 === 1

function trimmed(text: string, from: number): RawCell {
  const body = text.trim()
  const start = from + text.length - text.trimStart().length
  return { text: body, at: { from: start, to: start + body.length } }
}

function paragraph({ text, from }: Line): RawBlock {
  const { text: body, at } = trimmed(text, from)
  return { type: 'text', text: body, ...(at && { at }) }
}

/** A grid goes on over blank lines as long as another of its rows follows. */
function endOfGrid(kinds: readonly Kind[], start: number): number {
  const own = (kind: Kind | undefined) => kind === 'tabs' || kind === 'pipes' || kind === 'rule'
  let end = start + 1
  for (let at = end; at < kinds.length; at++) {
    if (own(kinds[at])) end = at + 1
    else if (kinds[at] !== 'blank') break
  }
  return end
}

function split({ text, from }: Line, separator: RegExp): RawCell[] {
  const cells: RawCell[] = []
  let start = 0
  for (const match of text.matchAll(separator)) {
    // A bar behind a backslash is a character of the cell.
    if (match[0].startsWith('\\')) continue
    cells.push(trimmed(text.slice(start, match.index), from + start))
    start = match.index + match[0].length
  }
  cells.push(trimmed(text.slice(start), from + start))
  return cells
}

const tabCells = (line: Line): RawCell[] =>
  split(line, /\t/g).map((cell) =>
    /^"[^]*"$/.test(cell.text)
      ? { ...cell, text: cell.text.slice(1, -1).replace(/""/g, '"') }
      : cell
  )

function gridRows(lines: readonly Line[]): RawCell[][] {
  const piped = lines.filter((line) => kindOf(line) === 'pipes')
  // A bar at one end of every row is a frame; at the end of some, it closes a blank cell.
  const frame = {
    left: piped.every(({ text }) => /^\s*[|｜│┃]/.test(text)),
    right: piped.every(({ text }) => /[|｜│┃]\s*$/.test(text))
  }
  return lines
    .map((line) => (piped.includes(line) ? pipeCells(line, frame) : tabCells(line)))
    .filter((row) => row.some((cell) => cell.text))
}

/** The cells between bars, without the marks of Markdown in them. */
function pipeCells(line: Line, frame: { left: boolean; right: boolean }): RawCell[] {
  const cells = split(line, /\\\||[|｜│┃]/g)
  if (frame.left) cells.shift()
  if (frame.right) cells.pop()
  return cells.map((cell) => ({
    ...cell,
    text: cell.text
      .replace(/<br\s*\/?>/gi, '')
      .replace(/\*\*|__/g, '')
      .replace(/\\([|*_])/g, '$1')
      .replace(/&nbsp;/g, ' ')
      .trim()
  }))
}

/** More words than any label has stand between two tables, not in a cell. */
const longestCell = 80

/**
 * A run of lone bars with a cell between each two: `blank line` = blank cell, two bars on end = a
 * new row. Adds its blocks and returns the line behind it.
 */
function laneAt(
  lines: readonly Line[],
  kinds: readonly Kind[],
  start: number,
  blocks: RawBlock[]
): number {
  const rows: RawCell[][] = [[]]
  const push = (cell: RawCell) => rows.at(-1)?.push(cell)
  const before = blocks.at(-1)
  const lead = lines[start - 1]
  if (before?.type === 'text' && lead?.text.trim() && isCell(before.text)) {
    blocks.pop()
    push(trimmed(lead.text, lead.from))
  }
  let bar = start
  for (;;) {
    let next = bar + 1
    while (next < lines.length && kinds[next] !== 'bar') next++
    const between = lines.slice(bar + 1, next)
    const words = between.filter(({ text }) => text.trim())
    if (next === lines.length || words.length > 4 || !words.every(({ text }) => isCell(text))) {
      // The last cell has no bar behind it.
      const tail = lines[bar + 1]
      const last = tail?.text.trim() && isCell(tail.text) ? tail : undefined
      if (last) push(trimmed(last.text, last.from))
      blocks.push({ type: 'grid', rows: rows.filter((row) => row.length), spans: 'lost' })
      return bar + (last ? 2 : 1)
    }
    if (!between.length) rows.push([])
    else push(joined(words, between))
    bar = next
  }
}

const isCell = (text: string) => text.trim().length <= longestCell && !isHeading(text)

/** One cell from the lines between two bars; its place runs from the first to the last. */
function joined(words: readonly Line[], between: readonly Line[]): RawCell {
  const first = words[0] ?? between[0]
  const last = words.at(-1) ?? first
  if (!first || !last) return { text: '' }
  const head = trimmed(first.text, first.from)
  const to = last.from + last.text.trimEnd().length
  return {
    text: words.map(({ text }) => text.trim()).join(''),
    at: { from: head.at?.from ?? first.from, to: Math.max(to, head.at?.from ?? 0) }
  }
}
