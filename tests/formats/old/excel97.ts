import { place } from '../../../src/core/layout.ts'
import { sections } from '../../../src/core/sections.ts'
import { rectangle, writtenRows } from '../../core/recognise/shapes.ts'
import type { Page } from '../html-shapes.ts'
import { compoundFile, joined, packed, utf16 } from './compound.ts'

/** Workbooks of Excel 97 written by hand ([MS-XLS]), in the ways that LibreOffice does not write. */

export const record = (type: number, ...pieces: readonly Uint8Array[]): Uint8Array => {
  const body = joined(...pieces)
  return joined(packed([2, type], [2, body.length]), body)
}

/** A text with its length in front, of one or two bytes a character. */
export const xlsText = (text: string): Uint8Array => {
  const wide = /[^\p{ASCII}\u0080-\u00ff]/u.test(text)
  const chars = wide ? utf16(text) : Uint8Array.from(text, (char) => char.charCodeAt(0))
  return joined(packed([2, text.length], [1, wide ? 1 : 0]), chars)
}

/**
 * The shared texts in records of at most `most` bytes: a text that does not fit goes on in the next,
 * behind a byte that says how wide its characters are there. Every third has runs and a guide to
 * its reading behind it.
 */
export function sharedTexts(texts: readonly string[], most: number): Uint8Array {
  const records: Uint8Array[][] = [[packed([4, texts.length], [4, texts.length])]]
  let room = most - 8
  const open = () => {
    records.push([])
    room = most
  }
  const put = (bytes: Uint8Array) => {
    records.at(-1)?.push(bytes)
    room -= bytes.length
  }
  texts.forEach((text, i) => {
    const rich = i % 3 === 2
    const head = packed([2, text.length], [1, 1 + (rich ? 12 : 0)])
    const more = rich ? packed([2, 2], [4, 6]) : new Uint8Array()
    if (room < head.length + more.length + 2) open()
    put(joined(head, more))
    let chars = text
    let narrow = false
    while (chars) {
      const fits = Math.floor(room / (narrow ? 1 : 2))
      const piece = chars.slice(0, fits)
      put(narrow ? Uint8Array.from(piece, (char) => char.charCodeAt(0)) : utf16(piece))
      chars = chars.slice(fits)
      if (!chars) break
      open()
      narrow = /^[\p{ASCII}\u0080-\u00ff]*$/u.test(chars)
      put(Uint8Array.of(narrow ? 0 : 1))
    }
    if (!rich) return
    for (const byte of [1, 0, 2, 0, 3, 0, 4, 0, 9, 9, 9, 9, 9, 9]) {
      if (room < 1) open()
      put(Uint8Array.of(byte))
    }
  })
  return joined(...records.map((pieces, i) => record(i ? 0x3c : 0xfc, ...pieces)))
}

const begin = (kind: number) => record(0x809, packed([2, 0x600], [2, kind], [4, 0], [4, 0], [4, 0]))
const end = record(0x0a)

interface Sheet {
  readonly rows: readonly Uint8Array[]
  /** 0 shown, 1 hidden; and what kind of sheet it is, 0 one of cells. */
  readonly state?: number
  readonly kind?: number
}

/** The stream of a workbook. */
export function bookStream(sheets: readonly Sheet[], globals: readonly Uint8Array[] = []) {
  const head = joined(begin(5), ...globals)
  const named = sheets.map((_, i) => joined(packed([1, 2], [1, 0]), Uint8Array.of(65 + i, 65 + i)))
  const headLength =
    head.length + named.reduce((sum, name) => sum + 10 + name.length, 0) + end.length
  const bodies = sheets.map(({ rows }) => joined(begin(0x10), ...rows, end))
  const places = bodies.map((_, i) =>
    bodies.slice(0, i).reduce((sum, { length }) => sum + length, headLength)
  )
  const list = sheets.map(({ state = 0, kind = 0 }, i) =>
    record(0x85, packed([4, places[i] ?? 0], [1, state], [1, kind]), named[i] ?? new Uint8Array())
  )
  return joined(head, ...list, end, ...bodies)
}

export const workbook97 = (...[sheets, globals]: Parameters<typeof bookStream>) =>
  compoundFile({ Workbook: bookStream(sheets, globals) })

export const at = (row: number, column: number, format = 0) =>
  packed([2, row], [2, column], [2, format])
export const floating = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, value, true)
  return bytes
}
/** A number in 30 bits: whole, or of hundredths. */
export const short = (value: number): Uint8Array =>
  packed([
    4,
    ((Number.isInteger(value) ? value << 2 : Math.round(value * 100) << 2) |
      (Number.isInteger(value) ? 2 : 3)) >>>
      0
  ])

/** A whole report in one sheet below one title, its texts shared in records of `most` bytes. */
export function xls(page: Page, most = 8224): Uint8Array<ArrayBuffer> {
  const texts: string[] = []
  const rows: Uint8Array[] = []
  const merges: Uint8Array[] = []
  let row = 0
  const cell = (text: string, column: number): Uint8Array => {
    if (text === '') return record(0x201, at(row, column))
    const value = Number(text)
    if (!/^[\d.]+$/.test(text)) {
      return record(0xfd, at(row, column), packed([4, texts.push(text) - 1]))
    }
    return Number.isInteger(value) && value < 2 ** 28
      ? record(0x27e, at(row, column), short(value))
      : record(0x203, at(row, column), floating(value))
  }
  const line = (cells: readonly string[]) => {
    rows.push(record(0x208, packed([2, row], [2, 0], [2, 20], [2, 300], [4, 0], [4, 0x100])))
    // Numbers side by side stand in one record.
    const numbers = cells.slice(-7)
    const together = numbers.length === 7 && numbers.every((text) => /^\d{1,8}$/.test(text))
    const single = together ? cells.slice(0, -7) : cells
    single.forEach((text, column) => rows.push(cell(text, column)))
    if (together) {
      const first = cells.length - 7
      rows.push(
        record(
          0xbd,
          packed([2, row], [2, first]),
          ...numbers.flatMap((text) => [packed([2, 0]), short(Number(text))]),
          packed([2, first + 6])
        )
      )
    }
    row++
  }
  line([`${page.unit}${page.year}年政府信息公开工作年度报告`])
  for (const { id, numeral, title, kind } of sections) {
    line([`${numeral}、${title}`])
    if (kind !== 'table') {
      line([id === 'other' ? '本年度没有收取信息处理费。' : '全年在网站发布各类信息。'])
      continue
    }
    for (const { row: r, column, cols, rows: depth } of place(writtenRows(id, page.cells))) {
      if (cols * depth === 1) continue
      merges.push(
        packed([2, row + r], [2, row + r + depth - 1], [2, column], [2, column + cols - 1])
      )
    }
    for (const words of rectangle(id, page.cells)) line(words)
  }
  rows.push(record(0xe5, packed([2, merges.length]), ...merges))
  return workbook97([{ rows }], [sharedTexts(texts, most)])
}
