import type { RawBlock, RawCell } from '../../core/raw.ts'
import { isHeading } from '../../core/recognise/headings.ts'
import type { Shown } from '../shown.ts'
import { clusteredTable, isNumberRow } from './clustered.ts'
import type { Painted } from './operators.ts'
import { glyphLines, joinedLines, median, piecesOf, type Piece } from './pieces.ts'
import { ruledTables } from './ruled.ts'

/** The paragraphs and tables of the pages of a PDF, in order. */

/** What a page has, from its top: lines of words, and tables. */
export type Item =
  | { readonly kind: 'line'; readonly y: number; readonly pieces: readonly Piece[] }
  | { readonly kind: 'grid'; readonly y: number; readonly rows: readonly (readonly RawCell[])[] }

/** Gaps as wide as one letter part columns. */
const apart = 0.95
/** Running numbers of pages: — 4 —, - 4 -, 4, 第4页, 4/12. */
const pageNumber =
  /^(?:[—–―－\-·~〜]*\s*\d{1,3}\s*[—–―－\-·~〜]*|第?\s*\d{1,3}\s*页?(?:\s*[/／,，共]+\s*\d{1,3}\s*页?)?)$/

export function itemsOf({ glyphs, rules }: Painted): Item[] {
  const tables = ruledTables(rules, glyphs)
  const free = glyphs.filter((glyph) => !tables.some((table) => table.glyphs.has(glyph)))
  const lines = glyphLines(free).map((line): Item => ({
    kind: 'line',
    y: line[0]?.y ?? 0,
    pieces: piecesOf(line, apart)
  }))
  const grids = tables.map(({ top, rows }): Item => ({ kind: 'grid', y: top, rows }))
  return withoutNumber([...lines, ...grids].sort((a, b) => a.y - b.y))
}

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join(' ')

/** The first and last line of a page, unless they number it. */
const withoutNumber = (items: readonly Item[]): Item[] =>
  items.filter((item, i) => {
    const edge = i === 0 || i === items.length - 1
    return !(edge && item.kind === 'line' && pageNumber.test(textOf(item.pieces).trim()))
  })

/** All pages as one text. */
export function pageBlocks(pages: readonly (readonly Item[])[], source: Shown): RawBlock[] {
  const items = pages.flat()
  const blocks: RawBlock[] = []
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item] : []))
  const size = median(lines.flatMap(({ pieces }) => pieces.map((piece) => piece.size)))
  const right = Math.max(0, ...lines.flatMap(({ pieces }) => pieces.map((piece) => piece.right)))
  const left = median(lines.map(({ pieces }) => pieces[0]?.left ?? 0))
  let paragraph: string[] = []
  let last: Piece | undefined
  const flush = () => {
    const text = joinedLines(paragraph).trim()
    paragraph = []
    if (text) blocks.push({ type: 'text', text, at: source.line(text) })
  }
  const grid = (rows: readonly (readonly RawCell[])[], spans: 'kept' | 'lost') => {
    flush()
    if (rows.some((row) => row.some(({ text }) => text))) {
      blocks.push({ type: 'grid', rows: rows.map(source.cells), spans })
    }
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
    const text = pieces.length > 2 ? pieces.map((piece) => piece.text).join('   ') : textOf(pieces)
    // A paragraph goes on where its line is full and the next begins at the margin.
    const goesOn =
      last !== undefined &&
      last.right > right - size * 2.5 &&
      start.left < left + size * 1.2 &&
      Math.abs(start.size - last.size) < 1 &&
      !isHeading(text)
    if (!goesOn) flush()
    paragraph.push(text)
    last = end
  }
  flush()
  return blocks
}

/** The lines from here that may be one table: up to the next heading or drawn table. */
function regionAt(items: readonly Item[], from: number): (readonly Piece[])[] | null {
  const lines: (readonly Piece[])[] = []
  let behind = 0
  for (let i = from; i < items.length; i++) {
    const item = items[i]
    const before = items[i - 1]
    if (item?.kind !== 'line' || isHeading(textOf(item.pieces))) break
    // The next page begins again at the top.
    if (i > from && before && item.y < before.y) break
    lines.push(item.pieces)
    if (isNumberRow(item.pieces)) behind = lines.length
  }
  const first = lines.findIndex(isNumberRow)
  if (first < 0 || first > 14) return null
  const tail = lines.slice(behind, behind + 3)
  const words = tail.findIndex((pieces) => textOf(pieces).length > 24)
  return lines.slice(0, behind + (words < 0 ? tail.length : words))
}
