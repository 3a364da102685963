import type { RawBlock, RawCell } from '../core/raw.ts'
import { decode } from './decode.ts'
import { failure, largestFile, type ReadInput, type ReadResult } from './reader.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import { shown, type Shown } from './shown.ts'
import { childrenNamed, descend, parseXml, type XmlElement } from './xml.ts'
import { unzip } from './zip.ts'

/** Larger sheets are no reports; what stands beyond is not read. */
const mostRows = 20_000
const mostColumns = 200

/**
 * A workbook: every sheet that is shown, with its merged cells. Formulas count with the value that
 * was stored with them; macros, links and formats are not looked at.
 */
export async function read({ bytes }: ReadInput): Promise<ReadResult> {
  if (bytes.length > largestFile) return failure('tooLarge', String(bytes.length))
  const archive = unzip(bytes, (name) =>
    /^xl\/(?:workbook|sharedStrings|worksheets\/[^/]+|_rels\/workbook)\.xml(?:\.rels)?$/.test(name)
  )
  if (!archive.ok) return failure(archive.reason)
  const part = (name: string): XmlElement | undefined => {
    const file = archive.files.get(name)
    const text = file && decode(file, 'utf-8')?.text
    return (text && parseXml(text)) || undefined
  }
  const workbook = part('xl/workbook.xml')
  if (!workbook) return failure(archive.files.size ? 'damaged' : 'foreign')
  const targets = new Map(
    childrenNamed(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      (attributes['Target'] ?? '').replace(/^(?:\/xl\/|\.\/)?/, 'xl/')
    ])
  )
  const strings = childrenNamed(part('xl/sharedStrings.xml'), 'si').map(textOf)
  const source = shown()
  const blocks = childrenNamed(descend(workbook, 'sheets'), 'sheet').flatMap(({ attributes }) => {
    const sheet = part(targets.get(attributes['id']) ?? '')
    return sheet && !/hidden/i.test(attributes['state'] ?? '')
      ? blocksOfSheet(sheet, strings, source)
      : []
  })
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

function cellText(cell: XmlElement, strings: readonly string[]): string {
  const type = cell.attributes['t']
  if (type === 'inlineStr') return textOf(descend(cell, 'is') ?? cell)
  const value = childrenNamed(cell, 'v')[0]?.children.join('').trim() ?? ''
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'e') return value
  // 0.1 + 0.2 is stored with 17 digits; 15 are what the sheet showed.
  const number = Number(value)
  return type === undefined && value && Number.isFinite(number) && /[.e]/i.test(value)
    ? String(Number(number.toPrecision(15)))
    : value
}

function blocksOfSheet(sheet: XmlElement, strings: readonly string[], source: Shown): RawBlock[] {
  const rows = new Map<number, Cell[]>()
  let next = 0
  for (const row of childrenNamed(descend(sheet, 'sheetData'), 'row').slice(0, mostRows)) {
    const index = row.attributes['r'] ? Number(row.attributes['r']) - 1 : next
    next = index + 1
    if (!(index >= 0) || row.attributes['hidden'] === '1') continue
    let column = 0
    const cells: Cell[] = []
    for (const cell of childrenNamed(row, 'c')) {
      column = placeOf(cell.attributes['r'])?.column ?? column
      const text = cellText(cell, strings)
      if (column < mostColumns) cells.push({ text, column })
      column++
    }
    rows.set(index, cells)
  }
  return sheetBlocks(laidOut(rows, mergesOf(sheet)), 'kept', source)
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
