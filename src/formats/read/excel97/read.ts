import { failure, type ReadResult } from '../../source/reader.ts'
import { builtIn, formatOfCode, type CellFormat } from '../sheet/number-formats.ts'
import { blocksOfSheet } from '../sheet/layout.ts'
import { shown } from '../../source/shown.ts'
import { partFrom, recordType, type XlsRecord } from './records.ts'
import { readSheet, type Book } from './sheet.ts'
import { codedTexts, unicodeTexts, type Texts } from './strings.ts'

/**
 * A workbook of Excel 95 to 2003 or of WPS ([MS-XLS]): every sheet that is shown, with its merged
 * cells, read like one of today (`read-xlsx.ts`). Macros, charts and notes are not looked at. Throws
 * a RangeError where it is damaged.
 */
export function readWorkbook(bytes: Uint8Array): ReadResult {
  const version = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint16(4, true)
  if (version !== excel97 && version !== excel95) return failure('legacy')
  const book = { ...emptyBook, texts: textsOf(version, '') }
  const codes = new Map<number, CellFormat | undefined>()
  const formats: (CellFormat | undefined)[] = []
  const strings: string[] = []
  const sheets: number[] = []
  for (const record of partFrom(bytes, 0)) {
    const { type, view } = record
    if (type === recordType.locked) return failure('password')
    if (type === recordType.codePage) book.texts = textsOf(version, encodingOf(view))
    else if (type === recordType.date1904) book.from1904 = view.getUint16(0, true) === 1
    else if (type === recordType.sheet && isShown(view)) sheets.push(view.getUint32(0, true))
    else if (type === recordType.format) {
      const code = book.texts(record, 2).next(version === excel97 ? 2 : 1)
      codes.set(view.getUint16(0, true), formatOfCode(code))
    } else if (type === recordType.cellFormat) {
      const id = view.getUint16(2, true)
      formats.push(codes.has(id) ? codes.get(id) : builtIn(id))
    } else if (type === recordType.strings) {
      const texts = book.texts(record, 8)
      while (!texts.done()) strings.push(texts.next(2).trim())
    }
  }
  const source = shown()
  const blocks = []
  let cells = 0
  for (const place of sheets) {
    const sheet = readSheet(
      partFrom(bytes, place),
      { ...book, strings, formats },
      mostCells - cells
    )
    if (!sheet) return failure('excess', 'workbook')
    cells += sheet.cells
    blocks.push(...(blocksOfSheet(sheet.rows, sheet, source) ?? []))
  }
  return blocks.length ? { ok: true, blocks, shownText: source.text() } : failure('empty')
}

const excel97 = 0x600
const excel95 = 0x500
/** More cells than any office's workbook has; a sheet has 65,536 rows at most. */
const mostCells = 1_000_000

const emptyBook: Omit<Book, 'texts'> & { from1904: boolean } = {
  strings: [],
  formats: [],
  from1904: false
}

const textsOf =
  (version: number, encoding: string) =>
  ({ pieces }: XlsRecord, start: number): Texts =>
    version === excel97 ? unicodeTexts(pieces, start) : codedTexts(pieces, start, encoding || 'gbk')

/** Code pages of Windows by the names that decoders know them by. */
const encodings: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1252: 'windows-1252'
}
const encodingOf = (view: DataView) => encodings[view.getUint16(0, true)] ?? ''

/** Whether it is a sheet of cells, and neither hidden nor very much so. */
const isShown = (view: DataView): boolean => (view.getUint8(4) & 3) === 0 && view.getUint8(5) === 0
