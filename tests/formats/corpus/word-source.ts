import { strToU8, zipSync } from 'fflate'
import { sections } from '../../../src/core/sections.ts'
import type { TableId } from '../../../src/core/table.ts'
import { writtenRows } from '../../core/recognise/shapes.ts'
import type { Page } from '../html-shapes.ts'
import { wordParagraph, wordTable } from '../office-shapes.ts'

/**
 * A report with all that an office's template has besides text and tables: headings that Word
 * numbers, header and footer, a footnote, a text box, hidden and deleted words, fields, pages and
 * sections that are broken. Complete enough for LibreOffice to open and save it in older formats.
 */

/** What of the report's prose is printed. */
export const printedProse = {
  overview:
    '（一）主动公开。全年在网站发布信息1200条。\n截至12月31日。\n（二）依申请公开。按期答复。',
  problems: '公开的内容还不够细，下一年逐月核对目录。',
  other: '本年度没有收取信息处理费。\n清川市印刷所承印。'
} as const

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const names = `xmlns:w="${w}" xmlns:r="${r}" xmlns:v="urn:schemas-microsoft-com:vml"`

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`
const listed = (level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const turned =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
const upright = `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>`
const broken = (properties: string) => `<w:p><w:pPr>${properties}</w:pPr></w:p>`
const box = `<w:r><w:pict><v:shape id="b1" style="position:absolute;width:120pt;height:40pt" type="#_x0000_t202"><v:textbox><w:txbxContent>${paragraph(run('清川市印刷所承印。'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`

const prose: Readonly<Record<string, string>> = {
  overview:
    `<w:p><w:pPr>${listed(1)}</w:pPr>${run('主动公开。全年在网站发布')}${run('（此处核对）', '<w:vanish/>')}${run('信息')}${field('HYPERLINK &quot;https://a.example/&quot;', '1200')}${run('条。')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
    `<w:p><w:pPr>${listed(1)}</w:pPr>${run('依申请公开。')}<w:del w:id="9" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>没有</w:delText></w:r></w:del>${run('按期答复。')}</w:p>`,
  problems: wordParagraph('公开的内容还不够细，下一年逐月核对目录。'),
  other: paragraph(run('本年度没有收取信息处理费。'), box)
}

/** The document as .docx. */
export function wordSource(page: Page): Uint8Array {
  const { unit, year, cells } = page
  const parts = sections.map(({ id, title, kind }) => {
    const heading = `<w:p><w:pPr><w:pStyle w:val="Head"/>${id === 'remedies' ? '<w:pageBreakBefore/>' : ''}</w:pPr>${run(title)}</w:p>`
    const body = kind === 'table' ? wordTable(writtenRows(id as TableId, cells), true) : prose[id]
    // The widest table has pages of its own.
    const own = id === 'requests'
    return `${own ? broken(upright) : ''}${heading}${body ?? ''}${own ? broken(turned) : ''}`
  })
  const level = (index: number, text: string, style = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>${style}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${office}document.main+xml"/>${['numbering', 'styles', 'header', 'footer', 'footnotes'].map((name) => `<Override PartName="/word/${name}.xml" ContentType="${office}${name}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${r}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['numbering', 'styles', 'header', 'footer', 'footnotes'].map((name, i) => `<Relationship Id="rId${i + 1}" Type="${r}/${name}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': `<w:document ${names}><w:body>${paragraph(run(`${unit}${year}年政府信息公开工作年度报告`))}${parts.join('')}${upright}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${names}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, '%1、', '<w:pStyle w:val="Head"/>')}${level(1, '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/styles.xml': `<w:styles ${names}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="Head"><w:name w:val="Head"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
    'word/header.xml': `<w:hdr ${names}>${paragraph(run('内部资料'))}</w:hdr>`,
    'word/footer.xml': `<w:ftr ${names}>${paragraph(field('PAGE', '7'))}</w:ftr>`,
    'word/footnotes.xml': `<w:footnotes ${names}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">${paragraph(run('截至12月31日。'))}</w:footnote></w:footnotes>`
  }
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))
  )
}
