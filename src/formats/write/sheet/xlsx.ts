/** Workbooks (ISO/IEC 29500-1, SpreadsheetML), small and plain: sheets of texts, numbers and formulas. */
import { place } from '../../../core/form/layout.ts'
import type { Sheet } from '../../../core/form/sheet.ts'
import { escaped } from '../../source/xml.ts'
import { zipped } from '../../source/zip.ts'
import { sheetPrefix, type Addresses, type CellAddress } from './formulas.ts'
import { linesAbove, sheetXml } from './sheet-xml.ts'
import { styleBook } from './styles.ts'

/** What a workbook says of itself, in its properties and on each printed page. */
export interface About {
  readonly title: string
  readonly author: string
  /** When it was last changed, as an ISO timestamp. */
  readonly at: string
  readonly draft: boolean
}

/** The sheets as an .xlsx file, the same bytes for the same sheets. */
export function writeXlsx(sheets: readonly Sheet[], about?: About): Uint8Array<ArrayBuffer> {
  const names = sheetNames(sheets)
  const styles = styleBook()
  const book = { addresses: addressesOf(sheets, names), styles, running: runningOf(about) }
  const pages = sheets.map((sheet, i) => sheetXml(sheet, i, book))
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`
  return zipped({
    '[Content_Types].xml': xml(
      `<Types xmlns="${ns}/package/2006/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      part('/xl/workbook.xml', `${type}.sheet.main+xml`),
      part('/xl/styles.xml', `${type}.styles+xml`),
      ...sheets.map((_, i) => part(`/xl/worksheets/sheet${i + 1}.xml`, `${type}.worksheet+xml`)),
      about
        ? part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')
        : '',
      '</Types>'
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${ns}/package/2006/relationships">`,
      relation('r1', `${office}/officeDocument`, 'xl/workbook.xml'),
      about
        ? relation(
            'r2',
            `${ns}/package/2006/relationships/metadata/core-properties`,
            'docProps/core.xml'
          )
        : '',
      '</Relationships>'
    ),
    ...(about && { 'docProps/core.xml': propertiesXml(about) }),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${office}">`,
      '<bookViews><workbookView/></bookViews><sheets>',
      ...names.map(
        (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`
      ),
      `</sheets>${repeatedXml(sheets, names)}<calcPr fullCalcOnLoad="1"/></workbook>`
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${ns}/package/2006/relationships">`,
      ...sheets.map((_, i) =>
        relation(`r${i + 1}`, `${office}/worksheet`, `worksheets/sheet${i + 1}.xml`)
      ),
      relation('styles', `${office}/styles`, 'styles.xml'),
      '</Relationships>'
    ),
    'xl/styles.xml': styles.xml(),
    ...Object.fromEntries(pages.map((page, i) => [`xl/worksheets/sheet${i + 1}.xml`, page]))
  })
}

const ns = 'http://schemas.openxmlformats.org'
const office = `${ns}/officeDocument/2006/relationships`
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const xml = (...parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${parts.join('')}`
const part = (name: string, kind: string): string =>
  `<Override PartName="${name}" ContentType="${kind}"/>`

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

/** Where the cells stand that formulas call by their ids. */
function addressesOf(sheets: readonly Sheet[], names: readonly string[]): Addresses {
  const cells = new Map<string, CellAddress>()
  sheets.forEach((sheet, index) => {
    for (const { cell, row, column } of place(sheet.rows)) {
      if (cell.id) cells.set(cell.id, { sheet: index, row: row + linesAbove(sheet), column })
    }
  })
  return { cells, names }
}

/** The rows that each printed page of a sheet begins with: its title and the heads of its table. */
function repeatedXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const repeated = sheets.flatMap((sheet, i) =>
    sheet.headRows > 0
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(`${sheetPrefix(names[i] ?? '')}$1:$${sheet.headRows + linesAbove(sheet)}`)}</definedName>`
      : []
  )
  return repeated.length ? `<definedNames>${repeated.join('')}</definedNames>` : ''
}

/** A head or foot has at most 255 characters; & begins a code in it (18.3.1.39). */
const longestRunning = 200
function runningOf(about: About | undefined): string {
  const mark = about?.draft ? '&L草稿' : ''
  const words = about?.title.replace(/\s+/g, ' ').replace(/&/g, '&&') ?? ''
  const title = words.length > longestRunning ? '' : words
  const head = mark + (title && `&R${title}`)
  return `${head && `<oddHeader>${escaped(head)}</oddHeader>`}<oddFooter>${escaped(`${mark}&C第 &P 页，共 &N 页`)}</oddFooter>`
}

/** The properties of the document (ISO/IEC 29500-2, 11). */
const propertiesXml = ({ title, author, at, draft }: About): string =>
  xml(
    `<cp:coreProperties xmlns:cp="${ns}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>zh-CN</dc:language>`,
    draft ? '<cp:contentStatus>草稿</cp:contentStatus>' : '',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${escaped(at)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${escaped(at)}</dcterms:modified>`,
    '</cp:coreProperties>'
  )
