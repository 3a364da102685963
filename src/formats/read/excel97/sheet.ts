import { formattedNumber, type CellFormat } from '../sheet/number-formats.ts'
import { mostColumns, type Cell, type Merge, type SheetLayout } from '../sheet/layout.ts'
import { recordType, type XlsRecord } from './records.ts'
import type { Texts } from './strings.ts'

/** What the cells of all sheets refer to. */
export interface Book {
  readonly strings: readonly string[]
  readonly formats: readonly (CellFormat | undefined)[]
  readonly from1904: boolean
  /** The texts in a record, from a place in it on. */
  readonly texts: (record: XlsRecord, start: number) => Texts
}

export interface XlsSheet extends SheetLayout {
  /** Its rows by their place. */
  readonly rows: ReadonlyMap<number, readonly Cell[]>
  readonly cells: number
}

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A'
}

/** A sheet by its records; null where it has more cells than `most`. */
export function readSheet(records: Iterable<XlsRecord>, book: Book, most: number): XlsSheet | null {
  const rows = new Map<number, Cell[]>()
  const hiddenRows = new Set<number>()
  const hidden = new Set<number>()
  const merges: Merge[] = []
  let cells = 0
  /** A formula whose text stands in the record behind. */
  let waiting: { row: number; column: number } | undefined

  const put = (row: number, column: number, text: string): void => {
    cells++
    const line = rows.get(row) ?? []
    rows.set(row, line)
    if (column < mostColumns) line.push({ text, column })
  }
  const shown = (value: number, format: number): string =>
    formattedNumber(value, book.formats[format], book.from1904)
  const fact = (view: DataView, at: number, isError: boolean): string => {
    const value = view.getUint8(at)
    return isError ? (errors[value] ?? '#N/A') : String(value)
  }

  for (const record of records) {
    const { type, view } = record
    const word = (at: number) => view.getUint16(at, true)
    const here = (text: string) => put(word(0), word(2), text)
    switch (type) {
      case recordType.sharedLabel:
        here(book.strings[view.getUint32(6, true)] ?? '')
        break
      case recordType.label:
      case recordType.richLabel:
        here(book.texts(record, 6).next(2).trim())
        break
      case recordType.number:
        here(shown(view.getFloat64(6, true), word(4)))
        break
      case recordType.shortNumber:
        here(shown(shortNumber(view.getInt32(6, true)), word(4)))
        break
      case recordType.numbers:
        for (let at = 4; at + 8 <= view.byteLength; at += 6) {
          const text = shown(shortNumber(view.getInt32(at + 2, true)), word(at))
          put(word(0), word(2) + (at - 4) / 6, text)
        }
        break
      case recordType.fact:
        here(fact(view, 6, view.getUint8(7) === 1))
        break
      case recordType.formula:
        if (word(12) !== 0xffff) here(shown(view.getFloat64(6, true), word(4)))
        else if (view.getUint8(6) === 0) waiting = { row: word(0), column: word(2) }
        else here(view.getUint8(6) === 3 ? '' : fact(view, 8, view.getUint8(6) === 2))
        break
      case recordType.formulaText:
        if (waiting) put(waiting.row, waiting.column, book.texts(record, 0).next(2).trim())
        waiting = undefined
        break
      case recordType.blank:
      case recordType.blanks:
        if (!rows.has(word(0))) rows.set(word(0), [])
        break
      case recordType.row:
        if (!rows.has(word(0))) rows.set(word(0), [])
        if (word(12) & 0x20) hiddenRows.add(word(0))
        break
      case recordType.columns:
        if (word(8) & 1) {
          for (let one = word(0); one <= Math.min(word(2), mostColumns); one++) hidden.add(one)
        }
        break
      case recordType.merges:
        for (let at = 2; at + 8 <= view.byteLength; at += 8) {
          const [row, lastRow, column, lastColumn] = [
            word(at),
            word(at + 2),
            word(at + 4),
            word(at + 6)
          ]
          merges.push({
            row,
            column,
            rows: lastRow - row + 1,
            cols: lastColumn - column + 1
          })
        }
        break
    }
    if (cells > most) return null
  }
  return { rows, cells, merges, hidden, hiddenRows }
}

/** A number of 30 bits, whole or the upper half of a floating one, perhaps of hundredths. */
function shortNumber(bits: number): number {
  let value = bits >> 2
  if (!(bits & 2)) {
    const view = new DataView(new ArrayBuffer(8))
    view.setInt32(0, bits & ~3)
    value = view.getFloat64(0)
  }
  return bits & 1 ? value / 100 : value
}
