import type { RawBlock, RawCell } from '../../../core/intake/source/raw.ts'
import { isHeading } from '../../../core/intake/source/headings.ts'
import { titleAt } from '../../../core/intake/source/title.ts'
import { bare } from '../../../core/prose/likeness.ts'
import { sections } from '../../../core/form/sections.ts'
import { tableBlocks } from '../sheet/blocks.ts'
import type { ShownText } from '../../source/shown.ts'
import { clusteredTable, isNumberRow } from './clustered.ts'
import { inReadingOrder, marginsOf } from './columns.ts'
import { wholeRows, type Margins, type PlacedItem } from './items.ts'
import type { ReadGlyph, Painted } from './operators.ts'
import {
  glyphLines,
  isHung,
  joinedLines,
  median,
  piecesOf,
  textOfPieces,
  type PdfPiece
} from './pieces.ts'
import { ruledTables } from './ruled.ts'
import { withoutRunning } from './running.ts'
import { uprightPage, withRuns } from './turned.ts'

/** The paragraphs and tables of the pages of a PDF, in order. Long by the signs of a paragraph's end. */

/** A page, and what lies across it, such as a watermark. */
export interface PageItems {
  readonly items: readonly PlacedItem[]
  readonly across: readonly string[]
}

/** Gaps as wide as one letter part columns. */
const apart = 0.95

export function itemsOf(painted: Painted): PageItems {
  const { glyphs, rules } = uprightPage(painted)
  const { upright, runs } = withRuns(glyphs)
  const tables = ruledTables(rules, [...upright, ...runs])
  const isFree = (glyph: ReadGlyph) => !tables.some((table) => table.glyphs.has(glyph))
  const lines = glyphLines(upright.filter(isFree)).map((line): PlacedItem => ({
    kind: 'line',
    y: line[0]?.y ?? 0,
    pieces: piecesOf(line, apart)
  }))
  const grids = tables.map(({ top, rows, cut }): PlacedItem => ({
    kind: 'grid',
    y: top,
    rows,
    cut
  }))
  return {
    items: [...lines, ...grids].sort((a, b) => a.y - b.y),
    across: runs.filter(isFree).map(({ text }) => text)
  }
}

/** All pages as one text. */
export function pageBlocks(read: readonly PageItems[], source: ShownText): RawBlock[] {
  const { pages, running } = withoutRunning(read.map((page) => page.items))
  const items = wholeRows(inReadingOrder(pages))
  const blocks: RawBlock[] = []
  const lines = linesOf(items)
  const size = median(lines.flat().map((piece) => piece.size))
  const whole = marginsOf(lines) ?? {
    left: median(lines.map((pieces) => pieces[0]?.left ?? 0)),
    right: lines.flat().reduce((most, piece) => Math.max(most, piece.right), 0)
  }
  const step = median(
    lines.slice(1).flatMap(([piece], i) => {
      const down = (piece?.y ?? 0) - (lines[i]?.[0]?.y ?? 0)
      return down > 0 ? [down] : []
    })
  )
  /** Pages may lie across, or have their margins the other way round. */
  const margins = new Map<PlacedItem, Margins>()
  for (const page of pages) {
    const own = marginsOf(linesOf(page)) ?? whole
    for (const item of page) margins.set(item, own)
  }
  let paragraph: string[] = []
  let last: { end: PdfPiece; right: number } | undefined
  const text = (text: string) => {
    if (text) blocks.push({ type: 'text', text, at: source.line(text) })
  }
  const flush = () => {
    text(paragraphOf(paragraph).trim())
    paragraph = []
  }
  // Before all else, where it stands outside of the report.
  for (const line of new Set([...read.flatMap(({ across }) => across), ...running])) text(line)
  const grid = (rows: readonly (readonly RawCell[])[], spans: 'kept' | 'lost') => {
    flush()
    if (!rows.some((row) => row.some(({ text }) => text))) return
    if (spans === 'kept') blocks.push(...tableBlocks(rows, source))
    else blocks.push({ type: 'grid', rows: rows.map(source.cells), spans })
  }
  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    if (!item) continue
    if (item.kind === 'grid') {
      grid(item.rows, 'kept')
      continue
    }
    const region = regionAt(items, i)
    const table = region && clusteredTable(region)
    if (table) {
      grid(table.rows, 'lost')
      i += region.length - 1
      continue
    }
    const { pieces } = item
    // A row at the edge of a page, which lacks a line that would close it in.
    const beside = [items[i - 1], items[i + 1]].some((one) => one?.kind === 'grid')
    if (beside && isNumberRow(pieces)) {
      grid([pieces.map(({ text }) => ({ text }))], 'lost')
      continue
    }
    const [start] = pieces
    const end = pieces.at(-1)
    if (!start || !end) continue
    const words = textOfPieces(pieces)
    const own = item.margins ?? margins.get(item) ?? whole
    // A paragraph goes on where what begins the next line had no room in this one, and stands at the
    // margin below it.
    const goesOn =
      last !== undefined &&
      last.right - last.end.right < widthOfFirst(words, size) + size * 0.8 &&
      start.left < own.left + size * 1.2 &&
      Math.abs(start.size - last.end.size) < 1 &&
      item.y - last.end.y < step * 1.7 &&
      !parts(paragraph, words)
    if (!goesOn && !isHung(pieces) && !isTitle(paragraph, words)) flush()
    paragraph.push(words)
    last = { end, right: own.right }
  }
  flush()
  return blocks
}

/** Lines of a paragraph as one text: a number may go on at the beginning of the next. */
const paragraphOf = (lines: readonly string[]) => joinedLines(lines).replace(/\n/g, '')

/** No heading and no title runs over more lines. */
const longestHeading = 3

/** What cannot be broken at the beginning of a line: a word, a number, a letter and its marks. */
const first = /^[“‘（《「【]*(?:[\x21-\x7e]{1,24}|.)[。，、；：！？）》」】”’%]*/u

const widthOfFirst = (line: string, size: number): number =>
  Array.from(first.exec(line)?.[0] ?? '', (char) => (char < '\x7f' ? size / 2 : size)).reduce(
    (sum, width) => sum + width,
    0
  )

const titles = new Set(sections.map(({ title }) => bare(title)))

/**
 * Whether a heading parts two lines. In the middle of a sentence a line may begin with the words of a
 * heading, but not with its number.
 */
function parts(before: readonly string[], line: string): boolean {
  const above = joinedLines(before.slice(-longestHeading))
  if (isHeading(above)) return !titles.has(bare(above + line))
  if (/[。：]$/.test(above) && /^[（(][一二三四五六七八九十]{1,3}[）)]/.test(line)) return true
  const open = /[^。！？；：]$/.test(above) && !/^[第（(\s]*[一二三四五六七八九十\d]/.test(line)
  return isHeading(line) && !open
}

/** Whether a line ends a title that the lines above it have begun. */
const isTitle = (before: readonly string[], line: string): boolean => {
  if (before.length > longestHeading) return false
  const [above, whole] = [before, [...before, line]].map((lines): RawBlock[] => [
    { type: 'text', text: paragraphOf(lines) }
  ])
  return before.length > 0 && !titleAt(above ?? [], 0) && titleAt(whole ?? [], 0) !== null
}

const linesOf = (items: readonly PlacedItem[]) =>
  items.flatMap((item) => (item.kind === 'line' ? [item.pieces] : []))

/** The lines from here that may be one table: up to the next heading or drawn table. */
function regionAt(items: readonly PlacedItem[], from: number): (readonly PdfPiece[])[] | null {
  const lines: (readonly PdfPiece[])[] = []
  let behind = 0
  for (let i = from; i < items.length; i++) {
    const item = items[i]
    const before = items[i - 1]
    if (item?.kind !== 'line' || isHeading(textOfPieces(item.pieces))) break
    // The next page begins again at the top.
    if (i > from && before && item.y < before.y) break
    lines.push(item.pieces)
    if (isNumberRow(item.pieces)) behind = lines.length
  }
  const first = lines.findIndex(isNumberRow)
  if (first < 0 || first > 14 || isProse(lines[0] ?? [])) return null
  const tail = lines.slice(behind, behind + 3)
  const words = tail.findIndex((pieces) => textOfPieces(pieces).length > 24)
  return lines.slice(0, behind + (words < 0 ? tail.length : words))
}

/** A line as long as no head of a table is, in one piece. */
const isProse = (pieces: readonly PdfPiece[]) =>
  pieces.length === 1 && textOfPieces(pieces).length > 24
