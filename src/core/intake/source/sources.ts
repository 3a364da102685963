import { parseNumber } from '../../numbers/chinese.ts'
import type { RawBlock, RawCell } from './raw.ts'
import { sections } from '../../form/sections.ts'
import type { TableId } from '../../form/table.ts'
import type { Labels } from './labels.ts'
import { isSentence, isTable, type Home } from './prose.ts'
import type { RowSource } from './segments.ts'
import { parted, unglued } from './unglued.ts'

/** What of a source is a table of the form: its grids, and lines laid out as one. */

/** The different rows of the form that a grid names, with their tables; a few may be chance. */
function rowsNamed(cells: readonly RawCell[], labels: Labels): ReadonlyMap<string, TableId> {
  const named = new Map<string, TableId>()
  for (const { text } of cells) {
    for (const { row, match } of labels.find(text))
      if (row && match === 'exact') named.set(row.text, row.table)
  }
  return named
}

/**
 * The grids that may be tables of the form: those of sections 二 to 四, and of other places when
 * they name rows of the form. Where a table section has no grid, its lines are laid out as one.
 */
export function sourcesOf(blocks: readonly RawBlock[], home: readonly Home[], labels: Labels) {
  const sources: RowSource[] = []
  const used = new Set<number>()
  const headed = home.some(isTable)
  /** The tables that stand in a section that is a table; one elsewhere is none of the form's. */
  const own = new Set<TableId>()
  blocks.forEach((block, index) => {
    const section = home[index]
    if (block.type !== 'grid' || !isTable(section)) return
    sources.push({ rows: block.rows, spans: block.spans, section })
    used.add(index)
    own.add(section)
    for (const table of rowsNamed(block.rows.flat(), labels).values()) own.add(table)
  })
  const lines = (wanted: (home: Home | undefined) => boolean, section?: TableId) => {
    const row: RawCell[] = []
    blocks.forEach((block, index) => {
      if (block.type !== 'text' || !wanted(home[index])) return
      const cells = cellsIn(block, labels)
      if (cells.length === 0) return
      row.push(...cells)
      used.add(index)
    })
    if (row.length) sources.push({ rows: [row], spans: 'lost', ...(section && { section }) })
  }
  for (const { id } of sections) {
    const grid = blocks.some((block, i) => block.type === 'grid' && home[i] === id)
    if (!isTable(id) || !home.includes(id) || grid) continue
    lines((one) => one === id, id)
    for (const { rows } of sources.slice(-1)) {
      for (const table of rowsNamed(rows.flat(), labels).values()) own.add(table)
    }
  }
  // A row that the break of a page has cut off from its table.
  blocks.forEach((block, index) => {
    const section = home[index]
    if (block.type !== 'text' || !isTable(section) || !own.has(section)) return
    if (used.has(index) || block.text.length > 200 || isSentence(block.text)) return
    const [label, ...numbers] = cellsOfLine(block.text, block.at?.from)
    const whole = numbers.length > 2 && numbers.every(({ text }) => isFigure(text))
    if (!label || !whole || !labels.find(label.text).some(({ row }) => row)) return
    sources.push({ rows: [[label, ...numbers]], spans: 'lost', section })
    used.add(index)
  })
  blocks.forEach((block, index) => {
    if (block.type !== 'grid' || used.has(index)) return
    const loose = !headed && (home[index] === 'leadIn' || home[index] === 'before')
    const tables = [...rowsNamed(block.rows.flat(), labels).values()]
    const strange = tables.filter((table) => !own.has(table)).length
    if (tables.length === 0 || (!loose && (tables.length < 5 || strange < 3))) return
    sources.push({ rows: block.rows, spans: block.spans })
    used.add(index)
  })
  if (!headed && !sources.length) {
    const texts = blocks.flatMap((block) => (block.type === 'text' ? [block] : []))
    if (
      rowsNamed(
        texts.flatMap((text) => cellsIn(text, labels)),
        labels
      ).size > 0
    )
      lines(() => true)
  }
  return { sources, used }
}

/** More characters than a line of a table has, unless it is all of the table. */
const longestLine = 200

/** The cells of a line of a table; none of a line that is prose. */
function cellsIn(line: RawCell, labels: Labels): RawCell[] {
  if (isSentence(line.text)) return []
  const cells = cellsOfLine(line.text, line.at?.from).flatMap((cell) =>
    parted(cell, labels).flatMap((part) => unglued(part, labels) ?? part)
  )
  return line.text.length <= longestLine || rowsNamed(cells, labels).size > 2 ? cells : []
}

const isFigure = (text: string): boolean => parseNumber(text).kind !== 'text'

/** A line as cells: its words up to the first number, then number by number. */
function cellsOfLine(text: string, from?: number): RawCell[] {
  const cells: { text: string; start: number; end: number; number: boolean }[] = []
  for (const match of text.matchAll(/\S+/g)) {
    const [piece] = match
    const kind = parseNumber(piece).kind
    const number = kind === 'number' || kind === 'na' || /^\d+\.\d+$/.test(piece)
    const last = cells.at(-1)
    const end = match.index + piece.length
    // Columns stand two spaces apart or more; a single space may be part of a label. A number at the
    // beginning, with words right behind it, is a numbering.
    const near = last !== undefined && match.index - last.end === 1
    const numbering = cells.length === 1 && /^\d{1,2}$/.test(last?.text ?? '')
    if (near && !number && (!last.number || numbering)) {
      cells[cells.length - 1] = { ...last, text: `${last.text} ${piece}`, end, number: false }
    } else cells.push({ text: piece, start: match.index, end, number })
  }
  return cells.map(({ text: cell, start, end }) => ({
    text: cell,
    ...(from !== undefined && { at: { from: from + start, to: from + end } })
  }))
}
