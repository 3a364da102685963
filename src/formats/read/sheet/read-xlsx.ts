import type { RawBlock } from '../../../core/intake/source/raw.ts'
import { decode } from '../../source/decode.ts'
import { failure, type ReadInput, type ReadResult } from '../../source/reader.ts'
import { cellFormats, formattedNumber, type CellFormat } from './number-formats.ts'
import { blocksOfSheet, mostColumns, mostRows, type Cell, type Merge } from './layout.ts'
import { shown } from '../../source/shown.ts'
import { childrenNamed, descend, parseXml, type XmlElement } from '../../source/xml.ts'
import { unzip } from '../../source/zip.ts'

/**
 * A workbook: every sheet that is shown, with its merged cells. Formulas count with the value that
 * was stored with them, and stand as formulas where there is none; of formats only percentages and days; macros and links are not looked at.
 */
export async function read({ bytes }: ReadInput): Promise<ReadResult> {
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
    const { rows, hiddenRows } = rowsOf(sheet, book)
    const layout = { merges: mergesOf(sheet), hidden: hiddenColumns(sheet), hiddenRows }
    const found = blocksOfSheet(rows, layout, source)
    if (!found) return failure('tooManyRows', String(rows.size))
    blocks.push(...found)
  }
  return blocks.length ? { ok: true, blocks, shownText: source.text() } : failure('empty')
}

/**
 * The runs of a text without its phonetic guides; what XML cannot hold stands in it as _x0007_
 * (ISO/IEC 29500-1, 22.9.2.19).
 */
function textOf(item: XmlElement): string {
  const runs = childrenNamed(item, 'r').flatMap((run) => childrenNamed(run, 't'))
  return [...childrenNamed(item, 't'), ...runs]
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('')
    .replace(/_x([\da-f]{4})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16))
    )
    .trim()
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
  const formula = childrenNamed(cell, 'f')[0]?.children.join('').trim()
  // Saved without its value, as programs do that do not count: not blank, but not known. One that is
  // shared is written down at the first of its cells only.
  if (formula !== undefined && !value && type !== 'str') return `=${formula || '…'}`
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'e') return value
  const number = Number(value)
  if (!value || !Number.isFinite(number) || (type !== undefined && type !== 'n')) return value
  const format = formats[Number(cell.attributes['s'] ?? 0)]
  return format || /[.e]/i.test(value) ? formattedNumber(number, format, from1904) : value
}

/** The rows by their place in the sheet, and which of them are hidden. */
function rowsOf(sheet: XmlElement, book: Book) {
  const rows = new Map<number, Cell[]>()
  const hiddenRows = new Set<number>()
  let next = 0
  for (const row of childrenNamed(descend(sheet, 'sheetData'), 'row')) {
    const index = row.attributes['r'] ? Number(row.attributes['r']) - 1 : next
    next = index + 1
    if (!(index >= 0)) continue
    if (/^(?:1|true)$/.test(row.attributes['hidden'] ?? '')) hiddenRows.add(index)
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
  return { rows, hiddenRows }
}

/** Column and row, from 0, of a reference like `AB12`. */
function placeOf(reference: string | undefined): { column: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '') ?? []
  if (!letters || !digits) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(digits) - 1 }
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

/** The columns that are hidden, from 0. */
function hiddenColumns(sheet: XmlElement): ReadonlySet<number> {
  const hidden = new Set<number>()
  for (const { attributes } of childrenNamed(descend(sheet, 'cols'), 'col')) {
    if (!/^(?:1|true)$/.test(attributes['hidden'] ?? '')) continue
    const last = Math.min(Number(attributes['max']), mostColumns)
    const first = Math.max(Number(attributes['min']), 1)
    for (let one = first; one <= last; one++) hidden.add(one - 1)
  }
  return hidden
}
