/** Workbooks (ISO/IEC 29500-1, SpreadsheetML), small and plain: sheets of text and numbers. */
import { place, type Placed } from '../../core/form/layout.ts'
import type { Sheet, SheetCell } from '../../core/form/sheet.ts'
import { escaped } from '../source/xml.ts'
import { zipped } from '../source/zip.ts'

/**
 * The sheets as an .xlsx file. Every row has its height, since no program knows how high a merged
 * cell is. A text that begins like a formula stays a text, and is marked so: `quotePrefix`.
 */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const names = sheetNames(sheets)
  const files: Record<string, string> = {
    '[Content_Types].xml': xml(
      `<Types xmlns="${ns}/package/2006/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>`,
      `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>`,
      ...sheets.map(
        (_, i) =>
          `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`
      ),
      '</Types>'
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${ns}/package/2006/relationships">`,
      `<Relationship Id="r1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>`,
      '</Relationships>'
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${ns}/officeDocument/2006/relationships"><sheets>`,
      ...names.map(
        (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`
      ),
      '</sheets></workbook>'
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${ns}/package/2006/relationships">`,
      ...sheets.map(
        (_, i) =>
          `<Relationship Id="r${i + 1}" Type="${ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`
      ),
      `<Relationship Id="styles" Type="${ns}/officeDocument/2006/relationships/styles" Target="styles.xml"/>`,
      '</Relationships>'
    ),
    'xl/styles.xml': styles
  }
  sheets.forEach((sheet, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet)
  })
  return zipped(files)
}

const ns = 'http://schemas.openxmlformats.org'
const main = `${ns}/spreadsheetml/2006/main`
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const xml = (...parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${parts.join('')}`

/** At most 31 characters, none of which Excel refuses, and no name twice. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, i) => {
    const plain = name.replace(/[[\]:*?/\\']/g, '').slice(0, 28) || `表${i + 1}`
    let free = plain
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain}${n}`
    taken.add(free.toLowerCase())
    return free
  })
}

/** Styles by number: 0 plain, 1 title, 2 head, 3 text, 4 number, 5 text that looks like a formula. */
const border =
  '<border>' +
  ['left', 'right', 'top', 'bottom']
    .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
    .join('') +
  '<diagonal/></border>'
const align = (horizontal: string) =>
  `<alignment horizontal="${horizontal}" vertical="center" wrapText="1"/>`
const cellStyle = (font: number, edge: number, how: string, quote = '') =>
  `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="${edge}" xfId="0" applyAlignment="1"${quote}>${align(how)}</xf>`
const styles = xml(
  `<styleSheet xmlns="${main}">`,
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font>',
  '<font><b/><sz val="14"/><name val="黑体"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="6">',
  cellStyle(0, 0, 'left'),
  cellStyle(1, 0, 'center'),
  cellStyle(0, 1, 'center'),
  cellStyle(0, 1, 'left'),
  cellStyle(0, 1, 'right'),
  cellStyle(0, 1, 'left', ' quotePrefix="1"'),
  '</cellXfs></styleSheet>'
)

const formulaLike = /^[=+\-@\t\r]/

function sheetXml({ title, widths, rows, landscape }: Sheet): string {
  const placed = place(rows)
  const merges = placed
    .filter(({ rows: depth, cols }) => depth > 1 || cols > 1)
    .map(
      ({ row, column, rows: depth, cols }) =>
        `${at(row + 1, column)}:${at(row + depth, column + cols - 1)}`
    )
  const last = Math.max(0, widths.length - 1)
  // Cells under a span get the border too, or the merged cell shows only one side of it.
  const covers = rows.map((): Placed<SheetCell>[] => [])
  for (const one of placed) {
    for (let row = one.row; row < one.row + one.rows; row++) covers[row]?.push(one)
  }
  const lines = covers.map((list, row) => {
    const cells = list
      .sort((a, b) => a.column - b.column)
      .flatMap((one) =>
        Array.from({ length: one.cols }, (_, i) =>
          one.row === row && i === 0
            ? cellXml(one.cell, at(row + 1, one.column))
            : `<c r="${at(row + 1, one.column + i)}" s="3"/>`
        )
      )
    const high = list.filter((one) => one.row === row).map((one) => linesIn(one, widths))
    const height = Math.max(20, Math.max(1, ...high) * 15 + 6)
    return `<row r="${row + 2}" ht="${height}" customHeight="1">${cells.join('')}</row>`
  })
  const all = last > 0 ? [`A1:${at(0, last)}`, ...merges] : merges
  return xml(
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width * 2 + 2}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData><row r="1" ht="30" customHeight="1">${textXml(title, 'A1', 1)}</row>`,
    ...lines,
    '</sheetData>',
    all.length > 0
      ? `<mergeCells count="${all.length}">${all.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '',
    `<pageSetup paperSize="9"${landscape ? ' orientation="landscape"' : ''} fitToHeight="0"/></worksheet>`
  )
}

/** The name of a cell; row 0 is the title's. */
function at(row: number, column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}

/** How many lines a text takes in each of the rows it covers. */
function linesIn(
  { cell, column, cols, rows }: Placed<SheetCell>,
  widths: readonly number[]
): number {
  const room = widths.slice(column, column + cols).reduce((sum, width) => sum + width, 0)
  return Math.ceil(cell.text.length / Math.max(1, room) / rows)
}

function cellXml(cell: SheetCell, ref: string): string {
  const { text, value, head } = cell
  if (value !== undefined && Number.isFinite(value))
    return `<c r="${ref}" s="4"><v>${value}</v></c>`
  return textXml(text, ref, head === 'column' ? 2 : formulaLike.test(text) ? 5 : 3)
}

const textXml = (text: string, ref: string, style: number): string =>
  text === ''
    ? `<c r="${ref}" s="${style}"/>`
    : `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
