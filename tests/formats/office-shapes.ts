import { strToU8, zipSync } from 'fflate'
import { place } from '../../src/core/layout.ts'
import { sections } from '../../src/core/sections.ts'
import type { TableId } from '../../src/core/table.ts'
import { rectangle, writtenRows, type Written } from '../core/recognise/shapes.ts'
import type { Page } from './html-shapes.ts'

/** A report as office programs save it, with no more in the files than a reader needs. */

const prose: Readonly<Record<string, string>> = {
  overview: '（一）主动公开。全年在网站发布各类信息。',
  problems: '公开的内容还不够细，下一年逐月核对目录。',
  other: '本年度没有收取信息处理费。'
}
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const title = ({ unit, year }: Page) => `${unit}${year}年政府信息公开工作年度报告`

const run = (text: string) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
export const wordParagraph = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${[...text.matchAll(/.{1,5}/gu)].map(([piece]) => run(piece)).join('')}</w:p>`

/** A table as Word writes it: a cell that goes on downward is there again in every row. */
export function wordTable(rows: readonly (readonly Written[])[], sized = false): string {
  const columns = rows[0]?.reduce((sum, { cols = 1 }) => sum + cols, 0) ?? 0
  const grid = sized
    ? `<w:tblPr><w:tblW w:w="${columns * 800}" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="800"/>'.repeat(columns)}</w:tblGrid>`
    : ''

  const placed = place(rows)
  const lines = rows.map((_, r) => {
    const cells = placed
      .filter(({ row, rows: depth }) => row <= r && r < row + depth)
      .sort((a, b) => a.column - b.column)
      .map(({ cell, row, cols, rows: depth }) => {
        const merge = depth > 1 ? (row === r ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : ''
        const width = sized ? `<w:tcW w:w="${cols * 800}" w:type="dxa"/>` : ''
        return `<w:tc><w:tcPr>${width}<w:gridSpan w:val="${cols}"/>${merge}</w:tcPr>${wordParagraph(row === r ? cell.text : '')}</w:tc>`
      })
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return `<w:tbl>${grid}${lines.join('')}</w:tbl>`
}

const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
export const wordFile = (body: string, more: Readonly<Record<string, string>> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'word/document.xml': `<?xml version="1.0"?><w:document ${wordNamespace}><w:body>${body}</w:body></w:document>`,
        ...more
      }).map(([name, text]) => [name, strToU8(text)])
    )
  )

export const docx = (page: Page): Uint8Array =>
  wordFile(
    [
      wordParagraph(title(page)),
      ...sections.flatMap(({ id, numeral, title: heading, kind }) => [
        wordParagraph(`${numeral}、${heading}`),
        kind === 'table'
          ? wordTable(writtenRows(id as TableId, page.cells))
          : wordParagraph(prose[id] ?? '')
      ])
    ].join('')
  )

const columnName = (column: number) => String.fromCharCode(65 + column)

/** One sheet below one title, merges listed at its end, texts shared as Excel does. */
export function xlsx(page: Page): Uint8Array {
  const strings: string[] = []
  const rows: string[] = []
  const merges: string[] = []
  const cell = (text: string, row: number, column: number) => {
    const at = `r="${columnName(column)}${row + 1}"`
    if (text === '') return `<c ${at} s="1"/>`
    if (/^[\d.]+$/.test(text)) return `<c ${at}><v>${text}</v></c>`
    return `<c ${at} t="s"><v>${strings.push(text) - 1}</v></c>`
  }
  const line = (cells: string) => rows.push(`<row r="${rows.length + 1}">${cells}</row>`)
  line(cell(title(page), rows.length, 0))
  for (const { id, numeral, title: heading, kind } of sections) {
    line(cell(`${numeral}、${heading}`, rows.length, 0))
    if (kind !== 'table') {
      line(cell(prose[id] ?? '', rows.length, 0))
      continue
    }
    const written = writtenRows(id, page.cells)
    for (const { row, column, cols, rows: depth } of place(written)) {
      if (cols * depth === 1) continue
      const top = rows.length + row
      merges.push(
        `<mergeCell ref="${columnName(column)}${top + 1}:${columnName(column + cols - 1)}${top + depth}"/>`
      )
    }
    for (const texts of rectangle(id, page.cells)) {
      line(texts.map((text, column) => cell(text, rows.length, column)).join(''))
    }
  }
  const files = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells></worksheet>`
  }
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))
  )
}

/** The same sheet as values separated by commas. */
export function csv(page: Page): Uint8Array {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
  const lines = [
    [title(page)],
    ...sections.flatMap(({ id, numeral, title: heading, kind }) => [
      [`${numeral}、${heading}`],
      ...(kind === 'table' ? rectangle(id, page.cells) : [[prose[id] ?? '']])
    ])
  ].map((row) => row.map(quoted).join(','))
  return strToU8(`\ufeff${lines.join('\r\n')}`)
}
