import type { RawBlock, RawCell } from '../core/raw.ts'
import { decode } from './decode.ts'
import { failure, largestFile, type ReadInput, type ReadResult } from './reader.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import { cellFormats, formatted, type CellFormat } from './sheet-formats.ts'
import { shown, type Shown } from './shown.ts'
import { childrenNamed, descend, parseXml, type XmlElement } from './xml.ts'
import { unzip } from './zip.ts'

/** Sheets with more rows are refused: figures added up of a part would be wrong unseen. */
const mostRows = 100_000
const mostColumns = 200

/**
 * A workbook: every sheet that is shown, with its merged cells. Formulas count with the value that
 * was stored with them; of formats only percentages and days; macros and links are not looked at.
 */
export async function read({ bytes }: ReadInput): Promise<ReadResult> {
  if (bytes.length > largestFile) return failure('tooLarge', String(bytes.length))
  const archive = unzip(bytes, (name) =>
    /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+|_rels\/workbook)\.xml(?:\.rels)?$/.test(
      name
    )
  )
  if (!archive.ok) return failure(archive.reason)
  const part = (name: string): XmlElement | undefined => {
    const file = archive.files.get(name)
    const text = file && decode(file, 'utf-8')?.text
    return (text && parseXml(text)) || undefined
  }
  const workbook = part('xl/workbook.xml')
  if (!workbook) return failure(archive.files.size ? 'damaged' : 'noDocument')
  const targets = new Map(
    childrenNamed(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      (attributes['Target'] ?? '').replace(/^(?:\/xl\/|\.\/)?/, 'xl/')
    ])
  )
  const from1904 = childrenNamed(workbook, 'workbookPr')[0]?.attributes['date1904'] ?? ''
  const book: Book = {
    strings: childrenNamed(part('xl/sharedStrings.xml'), 'si').map(textOf),
    formats: cellFormats(part('xl/styles.xml')),
    from1904: /^(?:1|true)$/.test(from1904)
  }
  const source = shown()
  const blocks: RawBlock[] = []
  for (const { attributes } of childrenNamed(descend(workbook, 'sheets'), 'sheet')) {
    const sheet = part(targets.get(attributes['id']) ?? '')
    if (!sheet || /hidden/i.test(attributes['state'] ?? '')) continue
    const rows = rowsOf(sheet, book)
    if (rows.size > mostRows) return failure('tooLarge', String(rows.size))
    blocks.push(...blocksOfSheet(sheet, rows, source))
  }
  return blocks.length ? { ok: true, blocks, shownText: source.text() } : failure('empty')
}

/** The runs of a text without its phonetic guides. */
function textOf(item: XmlElement): string {
  const runs = childrenNamed(item, 'r').flatMap((run) => childrenNamed(run, 't'))
  return [...childrenNamed(item, 't'), ...runs]
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('')
    .trim()
}

interface Cell {
  readonly text: string
  readonly column: number
}

/** Column and row, from 0, of a reference like `AB12`. */
function placeOf(reference: string | undefined): { column: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '') ?? []
  if (!letters || !digits) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(digits) - 1 }
}

/** What the cells of all sheets refer to. */
interface Book {
  readonly strings: readonly string[]
  readonly formats: readonly (CellFormat | undefined)[]
  readonly from1904: boolean
}

function cellText(cell: XmlElement, { strings, formats, from1904 }: Book): string {
  const type = cell.attributes['t']
  if (type === 'inlineStr') return textOf(descend(cell, 'is') ?? cell)
  const value = childrenNamed(cell, 'v')[0]?.children.join('').trim() ?? ''
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'e') return value
  // 0.1 + 0.2 is stored with 17 digits; 15 are what the sheet showed.
  const number = Number(value)
  if (!value || !Number.isFinite(number) || (type !== undefined && type !== 'n')) return value
  const format = formats[Number(cell.attributes['s'] ?? 0)]
  const text = format && formatted(number, format, from1904)
  if (text !== undefined) return text
  return /[.e]/i.test(value) ? String(Number(number.toPrecision(15))) : value
}

/** The rows that are shown and have something in them, by their place in the sheet. */
function rowsOf(sheet: XmlElement, book: Book): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>()
  let next = 0
  for (const row of childrenNamed(descend(sheet, 'sheetData'), 'row')) {
    const index = row.attributes['r'] ? Number(row.attributes['r']) - 1 : next
    next = index + 1
    if (!(index >= 0) || row.attributes['hidden'] === '1') continue
    let column = 0
    const cells: Cell[] = []
    for (const cell of childrenNamed(row, 'c')) {
      column = placeOf(cell.attributes['r'])?.column ?? column
      const text = cellText(cell, book)
      if (column < mostColumns) cells.push({ text, column })
      column++
    }
    rows.set(index, cells)
  }
  // A sheet that was formatted to its foot has a million rows without a word in them.
  const last = [...rows].reduce(
    (most, [index, cells]) => (cells.some(({ text }) => text) ? Math.max(most, index) : most),
    -1
  )
  for (const index of [...rows.keys()]) if (index > last) rows.delete(index)
  return rows
}

function blocksOfSheet(
  sheet: XmlElement,
  rows: ReadonlyMap<number, readonly Cell[]>,
  source: Shown
): RawBlock[] {
  const numbers = [...rows.keys()].sort((a, b) => a - b).map((index) => index + 1)
  return sheetBlocks(laidOut(rows, mergesOf(sheet)), 'kept', source, numbers)
}

interface Merge {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly cols: number
}

function mergesOf(sheet: XmlElement): Merge[] {
  return childrenNamed(descend(sheet, 'mergeCells'), 'mergeCell')
    .slice(0, mostRows)
    .flatMap(({ attributes }) => {
      const [from, to] = (attributes['ref'] ?? '').split(':').map(placeOf)
      if (!from || !to) return []
      const rows = Math.min(to.row - from.row + 1, mostRows)
      const cols = Math.min(to.column - from.column + 1, mostColumns)
      return rows > 0 && cols > 0 ? [{ ...from, rows, cols }] : []
    })
}

/** The rows as HTML writes them: what a merged cell covers is left out, what is blank is not. */
function laidOut(
  rows: ReadonlyMap<number, readonly Cell[]>,
  merges: readonly Merge[]
): RawCell[][] {
  const filled = [...rows.values()].flat().filter(({ text }) => text)
  const width = filled.reduce((most, { column }) => Math.max(most, column + 1), 0)
  const height = [...rows.keys()].reduce((most, row) => Math.max(most, row + 1), 0)
  const starts = new Map(merges.map((merge) => [`${merge.row} ${merge.column}`, merge]))
  const covered = new Set<string>()
  for (const { row, column, rows: depth, cols } of merges) {
    for (let r = row; r < Math.min(row + depth, height); r++) {
      for (let c = column; c < Math.min(column + cols, width); c++) covered.add(`${r} ${c}`)
    }
  }
  const shownRows = [...rows].sort(([a], [b]) => a - b)
  return shownRows.map(([index, cells]) => {
    const texts = new Map(cells.map(({ column, text }) => [column, text]))
    const row: RawCell[] = []
    for (let column = 0; column < width; column++) {
      const merge = starts.get(`${index} ${column}`)
      if (!merge && covered.has(`${index} ${column}`)) continue
      const cols = merge ? Math.min(merge.cols, width - column) : 1
      // Hidden rows are not there: a merged cell is as high as what is shown of it.
      const depth = merge
        ? shownRows.filter(([at]) => at >= index && at < index + merge.rows).length
        : 1
      row.push({
        text: texts.get(column) ?? '',
        ...(cols > 1 && { cols }),
        ...(depth > 1 && { rows: depth })
      })
    }
    return row
  })
}
