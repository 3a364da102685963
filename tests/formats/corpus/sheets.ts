import { strToU8, zipSync } from 'fflate'
import { place } from '../../../src/core/layout.ts'
import { reportTitle, sections, type TextKey } from '../../../src/core/sections.ts'
import type { TableId } from '../../../src/core/table.ts'
import { writtenRows } from '../../core/recognise/shapes.ts'
import type { Whole } from './whole.ts'
import { streamed } from './word.ts'

/** A whole report as a workbook, with what Excel and WPS put into real ones. */

const esc = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const letter = (column: number) => String.fromCharCode(65 + column)

interface Habits {
  /** How a text is stored. */
  readonly text: 'shared' | 'rich' | 'inline'
  /** A sheet for every section. */
  readonly apart?: true
  /** Totals are formulas, with the value that was counted last. */
  readonly formulas?: true
  /** A row and a column that nobody sees, with numbers. */
  readonly hidden?: true
  /** Prose stands in one cell over all columns, its paragraphs on lines of their own. */
  readonly oneCell?: true
  readonly streamed?: true
}

const columns = 10

function workbook(whole: Whole, habits: Habits): Uint8Array {
  const strings: string[] = []
  const sheets: { name: string; rows: string[]; merges: string[] }[] = []
  const sheet = () => {
    const last = sheets.at(-1)
    if (!last) throw new Error('no sheet yet')
    return last
  }
  const open = (name: string) => sheets.push({ name, rows: [], merges: [] })
  const stored = (text: string, at: string) => {
    if (!text) return `<c r="${at}" s="1"/>`
    if (/^\d+(?:\.\d+)?$/.test(text)) {
      return habits.formulas && Number(text) > 9
        ? `<c r="${at}" s="1"><f>SUM(A1:A1)+0</f><v>${text}</v></c>`
        : `<c r="${at}" s="1"><v>${text}</v></c>`
    }
    if (habits.text === 'inline') {
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${esc(text)}</t></is></c>`
    }
    const half = text.length >> 1
    strings.push(
      habits.text === 'rich'
        ? `<si><r><rPr><b/><rFont val="宋体"/></rPr><t>${esc(text.slice(0, half))}</t></r><r><t xml:space="preserve">${esc(text.slice(half))}</t></r><rPh sb="0" eb="1"><t>ふりがな</t></rPh><phoneticPr fontId="1"/></si>`
        : `<si><t xml:space="preserve">${esc(text)}</t></si>`
    )
    return `<c r="${at}" t="s" s="1"><v>${strings.length - 1}</v></c>`
  }
  const row = (cells: readonly (readonly [column: number, text: string])[], more = '') => {
    const number = sheet().rows.length + 1
    sheet().rows.push(
      `<row r="${number}" spans="1:${columns}"${more || high(cells)}>${cells.map(([column, text]) => stored(text, letter(column) + String(number))).join('')}</row>`
    )
  }
  /** A merged cell does not grow with its words. */
  const high = (cells: readonly (readonly [number, string])[]) => {
    const lines = (cells.length === 1 ? (cells[0]?.[1] ?? '') : '').split('\n')
    const count = lines.reduce((sum, line) => sum + 1 + Math.floor(line.length / 40), 0)
    return count > 1 ? ` ht="${count * 16}" customHeight="1"` : ''
  }
  const words = (text: string) => {
    row([[0, text]])
    const number = sheet().rows.length
    sheet().merges.push(`A${number}:${letter(columns - 1)}${number}`)
  }
  const prose = (id: TextKey) => {
    if (habits.oneCell) words(whole.prose[id].join('\n'))
    else whole.prose[id].forEach(words)
  }
  open('年报')
  words(reportTitle(whole.unit, whole.year))
  prose('leadIn')
  for (const { id, numeral, title, kind } of sections) {
    if (habits.apart) open(`${numeral}、${title}`.slice(0, 31))
    words(`${numeral}、${title}`)
    if (kind !== 'table') {
      prose(id as TextKey)
      continue
    }
    const rows = writtenRows(id as TableId, whole.cells)
    const placed = place(rows)
    const top = sheet().rows.length
    for (const { row: r, column, cols, rows: deep } of placed) {
      if (cols * deep === 1) continue
      sheet().merges.push(
        `${letter(column)}${top + r + 1 + (habits.hidden && r > 3 ? 1 : 0)}:${letter(column + cols - 1)}${top + r + deep + (habits.hidden && r + deep > 4 ? 1 : 0)}`
      )
    }
    rows.forEach((_, r) => {
      if (habits.hidden && r === 4)
        row(
          [
            [3, '999'],
            [4, '888']
          ],
          ' hidden="true"'
        )
      row(placed.filter((one) => one.row === r).map(({ column, cell }) => [column, cell.text]))
    })
  }
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 4}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId98" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId99" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="10"/><name val="FandolHei"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('')}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" count="${strings.length}">${strings.join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, merges }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols><col min="1" max="1" width="20" customWidth="1"/><col min="2" max="2" width="22" customWidth="1"/><col min="3" max="3" width="90" customWidth="1"/><col min="4" max="18" width="18" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData>${merges.length ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}<pageSetup paperSize="9" fitToHeight="0"/></worksheet>`
      ])
    )
  }
  if (habits.streamed) return streamed(files)
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { mtime: '2024-01-15' }
  )
}

const kinds: Readonly<Record<string, Habits>> = {
  'as WPS saves': { text: 'shared', streamed: true, oneCell: true },
  'rich text with readings': { text: 'rich' },
  'texts in the cells': { text: 'inline', apart: true },
  'formulas, hidden rows': { text: 'shared', formulas: true, hidden: true }
}

export const workbooks: Readonly<Record<string, (whole: Whole) => Uint8Array>> = Object.fromEntries(
  Object.entries(kinds).map(([kind, habits]) => [kind, (whole: Whole) => workbook(whole, habits)])
)
