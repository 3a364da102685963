import type { RawBlock, RawCell } from '../../../core/intake/source/raw.ts'
import { decodedText } from '../../source/decode.ts'
import { failure, type ReadInput, type ReadResult } from '../../source/reader.ts'
import { laneAt } from './lanes.ts'
import { lineKindOf, textLinesOf, trimmed, type Kind, type TextLine } from './lines.ts'

/**
 * Plain text: pasted, or a .txt or .md file. Tables survive in it as lines with tabs, as rows
 * between bars, or as one cell a line with lone bars between; merged cells are lost in all three.
 */
export async function read(input: ReadInput): Promise<ReadResult> {
  const decoded = decodedText(input)
  if ('reason' in decoded) return decoded
  const { text, ...arrived } = decoded
  const shownText = text.replace(/^\ufeff/, '').replace(/\r\n?|[\u2028\u2029\f]/g, '\n')
  if (!shownText.trim()) return failure('empty')
  if (hasMoreLines(shownText, mostLines)) return failure('excess', 'lines')
  return { ok: true, blocks: textBlocks(shownText), shownText, ...arrived }
}

/** As many rows as sheets may have. */
const mostLines = 100_000

function hasMoreLines(text: string, most: number): boolean {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (++lines > most) return true
  }
  return false
}

/** The paragraphs and grids of a text whose lines end in `\n`, with their places in it. */
export function textBlocks(text: string): RawBlock[] {
  const lines = textLinesOf(text)
  const kinds = lines.map(lineKindOf)
  const blocks: RawBlock[] = []
  let at = 0
  while (at < lines.length) {
    const kind = kinds[at]
    if (kind === 'bar') {
      at = laneAt(lines, kinds, at, blocks)
    } else if (kind === 'tabs' || kind === 'pipes' || kind === 'rule') {
      const end = endOfGrid(kinds, at)
      const rows = gridRows(
        lines.slice(at, end).filter((line) => !['blank', 'rule'].includes(lineKindOf(line)))
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

function paragraph({ text, from }: TextLine): RawBlock {
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

function split({ text, from }: TextLine, separator: RegExp): RawCell[] {
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

const tabCells = (line: TextLine): RawCell[] =>
  split(line, /\t/g).map((cell) =>
    /^"[^]*"$/.test(cell.text)
      ? { ...cell, text: cell.text.slice(1, -1).replace(/""/g, '"') }
      : cell
  )

function gridRows(lines: readonly TextLine[]): RawCell[][] {
  const piped = lines.filter((line) => lineKindOf(line) === 'pipes')
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
function pipeCells(line: TextLine, frame: { left: boolean; right: boolean }): RawCell[] {
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
