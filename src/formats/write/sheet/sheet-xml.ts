/** One sheet of a workbook (ISO/IEC 29500-1, 18.3), its elements in the order of the schema. */
import { place, type Placed } from '../../../core/form/layout.ts'
import type { Sheet, SheetCell } from '../../../core/form/sheet.ts'
import { isFormulaLike } from '../../source/formula-like.ts'
import { escaped } from '../../source/xml.ts'
import { cellRef, formulaText, type Addresses } from './formulas.ts'
import { headLook, textLook, titleLook, type CellLook, type StyleBook } from './styles.ts'

/** What a sheet needs to know of its workbook. */
export interface Workbook {
  readonly addresses: Addresses
  readonly styles: StyleBook
  /** What stands in the head and the foot of each printed page. */
  readonly running: string
}

/** How many lines stand above the table. */
export const linesAbove = ({ over }: Sheet): number => (over === undefined ? 1 : 2)

/**
 * Every row has its height, since no program knows how high a merged cell is. A text that begins like
 * a formula stays a text, and is marked so: `quotePrefix`.
 */
export function sheetXml(sheet: Sheet, index: number, book: Workbook): string {
  const { widths, rows, landscape, onePage } = sheet
  const last = Math.max(0, widths.length - 1)
  const merges = mergesOf(sheet, last)
  const columns = widths.map(
    (width, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${rounded(width * 2 + 2)}" customWidth="1"/>`
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${cellRef(rows.length + linesAbove(sheet) - 1, last)}"/>`,
    viewXml(sheet, index),
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${titleRows(sheet, book)}${tableRows(sheet, index, book)}</sheetData>`,
    merges.length ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>',
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToHeight="${onePage ? 1 : 0}"/>`,
    `<headerFooter>${book.running}</headerFooter></worksheet>`
  ].join('')
}

/** The merged cells: the lines above the table, and those of the table. */
function mergesOf(sheet: Sheet, last: number): string[] {
  const above = linesAbove(sheet)
  const merge = (row: number, column: number, rows: number, cols: number): string =>
    rows > 1 || cols > 1
      ? `<mergeCell ref="${cellRef(row, column)}:${cellRef(row + rows - 1, column + cols - 1)}"/>`
      : ''
  return [
    ...Array.from({ length: above }, (_, row) => merge(row, 0, 1, last + 1)),
    ...place(sheet.rows).map((one) => merge(one.row + above, one.column, one.rows, one.cols))
  ].filter(Boolean)
}

/** Rows that a table has below its heads before these stay in sight while it is scrolled. */
const manyRows = 12

/** What stays in sight: heads above a long table, labels beside a wide one. */
function viewXml(sheet: Sheet, index: number): string {
  const { rows, headRows, headColumns: right = 0 } = sheet
  const down = headRows > 0 && rows.length - headRows > manyRows ? headRows + linesAbove(sheet) : 0
  const pane = right ? (down ? 'bottomRight' : 'topRight') : 'bottomLeft'
  const frozen =
    down || right
      ? `<pane${right ? ` xSplit="${right}"` : ''}${down ? ` ySplit="${down}"` : ''} topLeftCell="${cellRef(down, right)}" activePane="${pane}" state="frozen"/>`
      : ''
  return `<sheetViews><sheetView${index === 0 ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews>`
}

function titleRows({ over, title, widths }: Sheet, { styles }: Workbook): string {
  const room = widths.reduce((sum, width) => sum + width, 0)
  const row = (text: string, look: CellLook, at: number) => {
    const lines = Math.max(1, Math.ceil((wideOf(text) * 1.4) / Math.max(1, room)))
    return rowXml(at, 9 + 21 * lines, textXml(text, cellRef(at, 0), styles.styleOf(look)))
  }
  return over === undefined
    ? row(title, titleLook, 0)
    : row(over, { ...titleLook, font: 'over' }, 0) + row(title, titleLook, 1)
}

function tableRows(sheet: Sheet, index: number, book: Workbook): string {
  const above = linesAbove(sheet)
  // Cells under a span get the border too, or the merged cell shows only one side of it.
  const covers = sheet.rows.map((): Placed<SheetCell>[] => [])
  for (const one of place(sheet.rows)) {
    for (let row = one.row; row < one.row + one.rows; row++) covers[row]?.push(one)
  }
  const under = book.styles.styleOf(textLook)
  const lines = covers.map((list, row) => {
    const cells = list
      .sort((a, b) => a.column - b.column)
      .flatMap((one) =>
        Array.from({ length: one.cols }, (_, i) => {
          const ref = cellRef(row + above, one.column + i)
          return one.row === row && i === 0
            ? cellXml(one.cell, ref, index, book)
            : `<c r="${ref}" s="${under}"/>`
        })
      )
    const high = list
      .filter((one) => one.row === row && !one.cell.vertical && one.cell.value === undefined)
      .map((one) => linesIn(one, sheet.widths))
    return rowXml(row + above, Math.max(20, Math.max(1, ...high) * 15 + 6), cells.join(''))
  })
  return lines.join('')
}

const rounded = (width: number): number => Math.round(width * 100) / 100

/** Programs know no higher row. */
const highest = 409
const rowXml = (row: number, height: number, cells: string): string =>
  `<row r="${row + 1}" ht="${Math.min(height, highest)}" customHeight="1">${cells}</row>`

/** How many lines a text takes in each of the rows it covers. */
function linesIn(
  { cell, column, cols, rows }: Placed<SheetCell>,
  widths: readonly number[]
): number {
  const room = widths.slice(column, column + cols).reduce((sum, width) => sum + width, 0)
  const lines = cell.text.split('\n').map((line) => Math.ceil(wideOf(line) / Math.max(1, room)))
  return Math.ceil(lines.reduce((sum, count) => sum + Math.max(1, count), 0) / rows)
}

/** How wide a text is, in Han characters. */
const wideOf = (text: string): number => {
  let wide = 0
  for (const char of text) wide += char < '\u0100' ? 0.55 : 1
  return wide
}

function cellXml(cell: SheetCell, ref: string, index: number, book: Workbook): string {
  const { text, value, head, align, format, vertical, flagged, formula } = cell
  const { styles, addresses } = book
  const number = value !== undefined && Number.isFinite(value)
  const computed = formula && formulaText(formula, index, addresses)
  const look: CellLook = {
    align: align ?? (number ? 'right' : head === 'column' ? headLook.align : textLook.align),
    edged: true,
    ...(number || format ? { number: true } : {}),
    ...(format !== undefined && { format }),
    ...(vertical && { vertical }),
    ...(flagged && { flagged }),
    ...(!number && !computed && isFormulaLike(text) && { quoted: true })
  }
  const style = styles.styleOf(look)
  const how = computed ? `<f>${escaped(computed)}</f>` : ''
  if (number) return `<c r="${ref}" s="${style}">${how}<v>${value}</v></c>`
  if (how) return `<c r="${ref}" s="${style}" t="str">${how}<v>${escaped(text)}</v></c>`
  return textXml(text, ref, style)
}

/** `_x0041_` stands for a character in these files: where a text has it, its first mark is written so. */
const textXml = (text: string, ref: string, style: number): string =>
  text === ''
    ? `<c r="${ref}" s="${style}"/>`
    : `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'))}</t></is></c>`
