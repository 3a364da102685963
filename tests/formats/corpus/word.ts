import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate'
import { form2021 } from '../../../src/core/form.ts'
import { place } from '../../../src/core/layout.ts'
import { reportTitle, sections, type TextKey } from '../../../src/core/sections.ts'
import type { TableId } from '../../../src/core/table.ts'
import { writtenRows } from '../../core/recognise/shapes.ts'
import type { Whole } from './whole.ts'

/** A whole report in WordprocessingML, with what Word and WPS put around the words of real files. */

const esc = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const run = (text: string, properties = '') =>
  `<w:r w:rsidR="00A31">${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${esc(text)}</w:t></w:r>`
/** Word begins another run wherever somebody typed again. */
const runs = (text: string) =>
  (text.match(/.{1,7}/gu) ?? [])
    .map((piece) => run(piece, '<w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:eastAsia="仿宋"/>'))
    .join('<w:proofErr w:type="spellStart"/>')
const para = (content: string, properties = '') =>
  `<w:p w:rsidR="00A31">${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`

/** What a variant makes of each part of the report. */
interface Habits {
  /** The words of a paragraph as its content. */
  readonly words?: (text: string, index: number) => string
  readonly heading?: (numeral: string, title: string) => string
  readonly paragraph?: (text: string, index: number) => string
  readonly tableRow?: (row: string, index: number) => string
  readonly cell?: (content: string, text: string) => string
  /** Cells that go on downward are named without a value, as WPS does. */
  readonly bareMerges?: true
  /** Cells that go on to the right are there, one by one, as old converters write them. */
  readonly acrossMerges?: true
  readonly afterTable?: string
  readonly body?: (body: string) => string
}

function table(whole: Whole, id: TableId, habits: Habits): string {
  const rows = writtenRows(id, whole.cells)
  const placed = place(rows)
  const lines = rows.map((_, r) => {
    const cells = placed
      .filter(({ row, rows: deep }) => row <= r && r < row + deep)
      .sort((a, b) => a.column - b.column)
      .map(({ cell, row, column, cols, rows: deep }) => {
        const first = row === r
        const goesOn = habits.bareMerges ? '<w:vMerge/>' : '<w:vMerge w:val="continue"/>'
        const down = deep > 1 ? (first ? '<w:vMerge w:val="restart"/>' : goesOn) : ''
        const words = first ? cell.text : ''
        const content = para(words ? runs(words) : '', '<w:jc w:val="center"/>')
        const held = habits.cell ? habits.cell(content, words) : content
        const width = form2021.tables[id].widths
          .slice(column, column + cols)
          .reduce((sum, share) => sum + share, 0)
        const one = (across: string) =>
          `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${across}${down}</w:tcPr>`
        if (habits.acrossMerges && cols > 1) {
          const more = `${one('<w:hMerge/>')}<w:p/></w:tc>`.repeat(cols - 1)
          return `${one('<w:hMerge w:val="restart"/>')}${held}</w:tc>${more}`
        }
        return `${one(cols > 1 ? `<w:gridSpan w:val="${cols}"/>` : '')}${held}</w:tc>`
      })
    const row = `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
    return habits.tableRow ? habits.tableRow(row, r) : row
  })
  const grid = form2021.tables[id].widths.map((width) => `<w:gridCol w:w="${width}"/>`)
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${lines.join('')}</w:tbl>`
}

const borders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')}</w:tblBorders>`

function body(whole: Whole, habits: Habits): string {
  const words = habits.words ?? runs
  const heading = habits.heading ?? ((numeral, title) => para(runs(`${numeral}、${title}`)))
  const paragraph =
    habits.paragraph ?? ((text, i) => para(words(text, i), '<w:ind w:firstLineChars="200"/>'))
  const prose = (id: TextKey) => whole.prose[id].map(paragraph).join('')
  const parts = [
    para(runs(reportTitle(whole.unit, whole.year))),
    prose('leadIn'),
    ...sections.flatMap(({ id, numeral, title, kind }) => [
      heading(numeral, title),
      kind === 'table'
        ? table(whole, id as TableId, habits) + (habits.afterTable ?? para(''))
        : prose(id as TextKey)
    ])
  ].join('')
  return habits.body ? habits.body(parts) : parts
}

const names = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['v', 'urn:schemas-microsoft-com:vml']
]
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ')
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const part = (root: string, content: string) => `${head}<w:${root} ${names}>${content}</w:${root}>`

/** The parts of a file that Word and LibreOffice open. */
function parts(document: string, more: Readonly<Record<string, string>> = {}) {
  const kinds = Object.keys(more).filter((name) => /^word\/\w+\.xml$/.test(name))
  const nameOf = (name: string) => name.slice('word/'.length, -'.xml'.length)
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/>${kinds.map((name) => `<Override PartName="/${name}" ContentType="${main}.${nameOf(name)}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${kinds.map((name, i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${nameOf(name)}" Target="${nameOf(name)}.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': part(
      'document',
      `<w:body>${document}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1080" w:bottom="1440" w:left="1080"/></w:sectPr></w:body>`
    ),
    ...more
  }
}

const zipped = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2024-01-15'
  })

/** Sizes stand behind each entry, as programs write that do not know them beforehand. */
export function streamed(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [name, content] of Object.entries(files)) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = '2024-01-15'
    zip.add(entry)
    entry.push(typeof content === 'string' ? strToU8(content) : content, true)
  }
  zip.end()
  return new Uint8Array(Buffer.concat(chunks))
}

/** A text box, once for new programs and once more for old ones. */
const boxed = (content: string) =>
  para(
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  )

/** The first and the second half of a text, as two runs with something between. */
const around = (text: string, between: string) => {
  const middle = text.length >> 1
  return runs(text.slice(0, middle)) + between + runs(text.slice(middle))
}

const changed = (kind: 'ins' | 'del', content: string) =>
  `<w:${kind} w:id="7" w:author="甲" w:date="2024-01-02T00:00:00Z">${content}</w:${kind}>`
const deletedRun = '<w:r><w:delText>原来写的是另一句话，已经删去999件。</w:delText></w:r>'
const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

const numberingPart = part(
  'numbering',
  `<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>`
)
const stylesPart = part(
  'styles',
  `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="10"><w:name w:val="单位标题"/><w:basedOn w:val="1"/></w:style>`
)
/** Marks may hang into the margin, as Word is set when it comes. */
const hanging = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="FandolHei" w:hAnsi="FandolHei" w:eastAsia="FandolHei"/><w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:overflowPunct/><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>`
/** What the note at the foot of a page says. */
export const footnote = '口径与上一年度相同。'
const note = (id: number, text: string) =>
  `<w:footnote w:id="${id}">${para(`<w:r><w:footnoteRef/></w:r>${runs(text)}`)}</w:footnote>`

export const wordFiles: Readonly<Record<string, (whole: Whole) => Uint8Array>> = {
  'as WPS saves': (whole) =>
    streamed(parts(body(whole, { bareMerges: true, words: (text) => runs(text) }))),
  'set by Word': (whole) =>
    zipped(
      parts(
        body(whole, {
          words: (text) => run(text),
          heading: (numeral, title) => para(run(`${numeral}、${title}`)),
          cell: (_, text) => para(run(text, '<w:sz w:val="16"/>'), '<w:ind w:firstLineChars="0"/>')
        }),
        { 'word/styles.xml': part('styles', hanging) }
      )
    ),
  'text boxes': (whole) =>
    zipped(
      parts(
        body(whole, {
          paragraph: (text, i) => (i % 2 ? boxed(para(runs(text))) : para(runs(text))),
          cell: (content, text) =>
            /^\d+$/.test(text) && text.length > 2 ? boxed(content) : content
        })
      )
    ),
  'tracked changes': (whole) =>
    zipped(
      parts(
        body(whole, {
          words: (text, i) =>
            i % 2
              ? around(text, changed('del', deletedRun))
              : runs(text.slice(0, 6)) + changed('ins', runs(text.slice(6))),
          tableRow: (row, i) =>
            i === 4
              ? row +
                row
                  .replace('<w:trPr>', '<w:trPr><w:del w:id="9" w:author="甲"/>')
                  .replace(/<w:vMerge[^>]*>/g, '')
              : row,
          paragraph: (text, i) =>
            para(runs(text)) +
            (i === 0
              ? para(`<w:moveFrom w:id="8" w:author="甲">${runs('移走的一句。')}</w:moveFrom>`)
              : '')
        })
      )
    ),
  'content controls and fields': (whole) =>
    zipped(
      parts(
        body(whole, {
          words: (text, i) =>
            i % 2
              ? `<w:bookmarkStart w:id="1" w:name="甲"/><w:smartTag w:element="date">${runs(text.slice(0, 9))}</w:smartTag><w:hyperlink w:anchor="甲">${runs(text.slice(9, 15))}</w:hyperlink>${field('REF 甲 \\h', runs(text.slice(15)))}<w:bookmarkEnd w:id="1"/>`
              : `<w:sdt><w:sdtPr><w:alias w:val="正文"/></w:sdtPr><w:sdtContent>${runs(text.slice(0, 8))}</w:sdtContent></w:sdt><w:fldSimple w:instr=" DOCPROPERTY 甲 ">${runs(text.slice(8))}</w:fldSimple>`,
          tableRow: (row, i) =>
            i % 3 === 1 ? `<w:sdt><w:sdtPr/><w:sdtContent>${row}</w:sdtContent></w:sdt>` : row,
          cell: (content, text) =>
            /^\d+$/.test(text)
              ? `<w:sdt><w:sdtPr/><w:sdtContent>${para(field('=SUM(LEFT)', run(text)))}</w:sdtContent></w:sdt>`
              : content
        })
      )
    ),
  'numbered by a style': (whole) =>
    zipped(
      parts(body(whole, { heading: (_, title) => para(runs(title), '<w:pStyle w:val="10"/>') }), {
        'word/numbering.xml': numberingPart,
        'word/styles.xml': stylesPart
      })
    ),
  'tables within a table': (whole) =>
    zipped(
      parts(
        body(whole, {
          paragraph: (text, i) =>
            i % 2
              ? `<w:tbl><w:tr><w:tc>${para(runs(text))}</w:tc></w:tr></w:tbl>`
              : para(runs(text)),
          body: (content) => `<w:tbl><w:tr><w:tc>${content}</w:tc></w:tr></w:tbl>`
        })
      )
    ),
  'footnotes, soft breaks': (whole) =>
    zipped(
      parts(
        body(whole, {
          paragraph: (text, i) => {
            if (i > 0)
              return para(
                text
                  .split(/(?<=。)/)
                  .map(runs)
                  .join('<w:r><w:br/></w:r>')
              )
            const mark =
              '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
            return para(`<w:r><w:tab/></w:r>${around(text, mark)}`)
          }
        }),
        {
          'word/footnotes.xml': part(
            'footnotes',
            `<w:footnote w:type="separator" w:id="0">${para('')}</w:footnote>${note(2, footnote)}`
          )
        }
      )
    ),
  'cells merged the old way': (whole) =>
    zipped(
      parts(
        body(whole, {
          acrossMerges: true,
          tableRow: (row) =>
            row.replace(
              '<w:cantSplit/>',
              '<w:gridAfter w:val="1"/><w:wAfter w:w="20" w:type="dxa"/>'
            )
        })
      )
    ),
  'prose beside a margin': (whole) =>
    zipped(
      parts(
        body(whole, {
          paragraph: (text) =>
            `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${para('')}</w:tc><w:tc>${para(runs(text))}</w:tc></w:tr></w:tbl>`
        })
      )
    )
}
