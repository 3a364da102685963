import type { RawBlock } from '../core/raw.ts'
import { decode } from './decode.ts'
import { failure, largestFile, type ReadInput, type ReadResult } from './reader.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import { laidOut, mostColumns, mostRows, placeOf, type Cell } from './sheet-layout.ts'
import { cellFormats, formatted, type CellFormat } from './sheet-formats.ts'
import { shown, type Shown } from './shown.ts'
import { childrenNamed, descend, parseXml, type XmlElement } from './xml.ts'
import { unzip } from './zip.ts'

/**
 * A workbook: every sheet that is shown, with its merged cells. Formulas count with the value that
 * was stored with them, and stand as formulas where there is none; of formats only percentages and days; macros and links are not looked at.
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
    if (rows.size > mostRows) return failure('tooManyRows', String(rows.size))
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
  // Saved without its value, as programs do that do not count: not blank, but not known.
  if (formula && !value && type !== 'str') return `=${formula}`
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
  return sheetBlocks(laidOut(rows, sheet), 'kept', source, numbers)
}
