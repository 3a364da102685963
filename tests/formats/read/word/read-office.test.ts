import fc from 'fast-check'
import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Reader } from '../../../../src/formats/source/reader.ts'
import { readFile } from '../../../../src/formats/index.ts'
import { read as readCsv } from '../../../../src/formats/read/sheet/read-csv.ts'
import { read as readOle } from '../../../../src/formats/read/read-ole.ts'
import { read as readDocx } from '../../../../src/formats/read/word/read-docx.ts'
import { read as readXlsx } from '../../../../src/formats/read/sheet/read-xlsx.ts'
import { blankCells } from '../../../../src/core/form/cells.ts'
import { balancedCells, gappyCells } from '../../../core/intake/arbitrary.ts'
import { score } from '../../../core/intake/score.ts'
import type { Page } from '../../../fixtures/writers/html-shapes.ts'
import { xls } from '../../../fixtures/writers/old/excel97.ts'
import { doc } from '../../../fixtures/writers/old/word97.ts'
import {
  csv,
  docx,
  wordFile,
  wordParagraph,
  xlsx
} from '../../../fixtures/writers/office-shapes.ts'

const unit = '清河县水务局'
const year = 2023
const kinds = {
  docx: [docx, readDocx],
  xlsx: [xlsx, readXlsx],
  csv: [csv, readCsv],
  doc: [doc, readOle],
  'doc, saved fast, rows described apart': [
    (page: Page) => doc(page, { fast: true, apart: true, across: 'first is 1' }),
    readOle
  ],
  'doc, cells marked the newer way': [(page: Page) => doc(page, { across: 'first is 2' }), readOle],
  xls: [xls, readOle],
  'xls, texts in records of 50 bytes': [(page: Page) => xls(page, 50), readOle]
} as const

async function blocksOf(read: Reader, bytes: Uint8Array) {
  const result = await read({ name: '年报', bytes })
  if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
  return result
}
const texts = async (read: Reader, bytes: Uint8Array) =>
  (await blocksOf(read, bytes)).blocks.map((block) =>
    block.type === 'text' ? block.text : block.rows.map((row) => row.map(({ text }) => text))
  )

describe.each(Object.entries(kinds))('%s', (_kind, [write, read]) => {
  it('gives back every cell of any report', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(balancedCells, gappyCells), async (cells) => {
        const { blocks, shownText } = await blocksOf(read, write({ unit, year, cells }))
        const { right, unflagged, recognised } = score(blocks, cells)
        expect([right, unflagged]).toEqual([200, []])
        expect(recognised.patch).toMatchObject({ unitName: unit, year, leftovers: [] })
        expect(recognised.patch.text.other).toBe('本年度没有收取信息处理费。')
        const total = recognised.patch.cells['requests.handled.total']
        expect(shownText?.slice(total?.at?.from, total?.at?.to)).toBe(total?.raw)
      }),
      { numRuns: 15 }
    )
  })

  it('keeps a blank report blank', async () => {
    const cells = blankCells()
    const { blocks } = await blocksOf(read, write({ unit, year, cells }))
    expect(score(blocks, cells)).toMatchObject({ right: 200, unflagged: [] })
  })

  it('gives a reason for damaged files, without throwing', async () => {
    const whole = write({ unit, year, cells: blankCells() })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
        async (length, changes) => {
          const bytes = whole.slice(0, length)
          for (const [at, value] of changes) if (at < length) bytes[at] = value
          const result = await read({ name: '年报', bytes })
          expect(typeof result.ok).toBe('boolean')
        }
      ),
      { numRuns: 60 }
    )
  })
})

describe('documents of Word', () => {
  it('count on where Word numbers headings by itself', async () => {
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const body = ['总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况']
      .map((text) => wordParagraph(text, list))
      .join('')
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    expect(await texts(readDocx, wordFile(body, { 'word/numbering.xml': numbering }))).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况'
    ])
  })

  it('are read as printed: no deletions, no hidden runs, text boxes once', async () => {
    const body =
      '<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins><w:r><w:t>丙</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>丁</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>' +
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${wordParagraph('框')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:txbxContent>${wordParagraph('框')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(await texts(readDocx, wordFile(body))).toEqual(['甲丙', '框'])
  })
})

it('a heading takes its number from the style that its own is based on', async () => {
  const styles =
    '<w:styles><w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="2"><w:basedOn w:val="1"/></w:style><w:style w:styleId="3"><w:basedOn w:val="3"/></w:style></w:styles>'
  const numbering =
    '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
  const body = ['2', '2', '3'].map((style) => wordParagraph('概述', `<w:pStyle w:val="${style}"/>`))
  const parts = { 'word/styles.xml': styles, 'word/numbering.xml': numbering }
  expect(await texts(readDocx, wordFile(body.join(''), parts))).toEqual([
    '一、概述',
    '二、概述',
    '概述'
  ])
})

describe('archives whose sizes stand behind the entries', () => {
  it.each([ZipDeflate, ZipPassThrough])('%o', async (Entry) => {
    const chunks: Uint8Array[] = []
    const zip = new Zip((_error, chunk) => chunks.push(chunk))
    for (const [name, bytes] of Object.entries(unzipSync(wordFile(wordParagraph('甲事。'))))) {
      const entry = new Entry(name)
      zip.add(entry)
      entry.push(bytes, true)
    }
    zip.end()
    expect(await texts(readDocx, new Uint8Array(Buffer.concat(chunks)))).toEqual(['甲事。'])
  })
})

describe('documents that hold more than paragraphs', () => {
  const note = (id: number, content: string) =>
    `<w:footnotes><w:footnote w:id="${id}">${content}</w:footnote></w:footnotes>`
  const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
  const paragraph = (content: string) => `<w:p>${content}</w:p>`
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

  it('tell a note at the foot once, behind the first paragraph that refers to it', async () => {
    const body = paragraph(run('甲') + reference) + paragraph(run('乙') + reference)
    const notes = { 'word/footnotes.xml': note(2, paragraph(run('注') + reference)) }
    expect(await texts(readDocx, wordFile(body, notes))).toEqual(['甲', '注', '乙'])
  })

  it('tell a note in a table of numbers behind the table', async () => {
    const cell = (content: string) => `<w:tc>${paragraph(content)}</w:tc>`
    const table = `<w:tbl><w:tr>${cell(run('许可') + reference)}${cell(run('12'))}</w:tr></w:tbl>`
    const notes = { 'word/footnotes.xml': note(2, paragraph(run('注'))) }
    const expected = [[['许可', '12']], '注', '后']
    expect(await texts(readDocx, wordFile(table + paragraph(run('后')), notes))).toEqual(expected)
  })

  it('keep the words below their reading, and those of a box in a cell', async () => {
    const ruby =
      '<w:r><w:ruby><w:rt><w:r><w:t>du</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>度</w:t></w:r></w:rubyBase></w:ruby></w:r>'
    const box = `<w:p><w:r><w:pict><w:textbox><w:txbxContent>${paragraph(run('22'))}</w:txbxContent></w:textbox></w:pict></w:r></w:p>`
    const cells = [paragraph(run('许可')), box].map((content) => `<w:tc>${content}</w:tc>`).join('')
    const body = paragraph(run('年') + ruby) + `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`
    expect(await texts(readDocx, wordFile(body))).toEqual(['年度', [['许可', '22']]])
  })

  it('take the old way of merging cells for what it is', async () => {
    const cell = (merge: string, text: string) =>
      `<w:tc><w:tcPr>${merge}</w:tcPr>${paragraph(run(text))}</w:tc>`
    const row = `<w:tr>${cell('<w:hMerge w:val="restart"/>', '数量')}${cell('<w:hMerge/>', '')}${cell('', '5')}</w:tr>`
    const { blocks } = await blocksOf(readDocx, wordFile(`<w:tbl>${row}${row}</w:tbl>`))
    const [grid] = blocks
    expect(grid?.type === 'grid' && grid.rows[0]).toMatchObject([
      { text: '数量', cols: 2 },
      { text: '5' }
    ])
  })

  it('that are a frame around another file say so', async () => {
    const bytes = wordFile(`${paragraph(run('甲'))}<w:altChunk r:id="rId3"/>`)
    expect(await readDocx({ name: '年报', bytes })).toMatchObject({ reason: 'embedded' })
  })

  it('are taken apart where the whole report stands in one table', async () => {
    const row = (...cells: readonly string[]) =>
      `<w:tr>${cells.map((text) => `<w:tc><w:tcPr><w:gridSpan w:val="${cells.length === 1 ? 2 : 1}"/></w:tcPr>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`
    const body = `<w:tbl>${row('一、总体情况')}${row('全年发布信息12条。')}${row('二、主动公开政府信息情况')}${row('规章', '3')}</w:tbl>`
    expect(await texts(readDocx, wordFile(body))).toEqual([
      '一、总体情况',
      '全年发布信息12条。',
      '二、主动公开政府信息情况',
      [['规章', '3']]
    ])
  })
})

describe('sheets', () => {
  const sheet = (body: string, head = '') =>
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook><sheets><sheet name="s" sheetId="1" id="r1"/></sheets></workbook>'
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet>${head}<sheetData>${body}</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>`
      )
    })
  const row = (number: number, ...cells: readonly string[]) =>
    `<row r="${number}">${cells.map((cell, i) => `<c r="${'ABCDE'[i] ?? ''}${number}">${cell}</c>`).join('')}</row>`
  const rows = row(1, '<v>1</v>') + row(2, '<v>2</v>', '<v>3</v>', '<v>4</v>', '<v>5</v>')

  it('are read as they are seen: hidden columns left out, merged cells as wide as is shown', async () => {
    const hidden = '<cols><col min="2" max="2" hidden="1"/></cols>'
    expect(await texts(readXlsx, sheet(rows + row(3, '<v>6</v>', '', '<v>7</v>'), hidden))).toEqual(
      [
        '1',
        [
          ['2', '4', '5'],
          ['6', '7', '']
        ]
      ]
    )
  })

  it('show a formula that was saved without its value, instead of a blank', async () => {
    const cells = row(2, '<v>2</v>', '<f>SUM(A1:A2)</f>', '<f>A2*2</f><v>4</v>')
    expect(await texts(readXlsx, sheet(cells))).toEqual([[['2', '=SUM(A1:A2)', '4']]])
  })

  it('leave out hidden rows, however that is written, and tell a shared formula without value', async () => {
    const hidden = row(3, '<v>8</v>', '<v>9</v>').replace('<row ', '<row hidden="true" ')
    const cells = row(2, '<v>2</v>', '<f t="shared" si="0"/>')
    expect(await texts(readXlsx, sheet(cells + hidden))).toEqual([[['2', '=…']]])
  })

  it('with merged cells beyond all measure are read all the same', async () => {
    const merges = Array.from({ length: 3000 }, () => '<mergeCell ref="A1:CV99999"/>').join('')
    const wide = Array.from({ length: 2000 }, (_, i) => row(i + 1, '<v>1</v>', '<v>2</v>')).join('')
    const bytes = sheet(wide)
    const files = unzipSync(bytes)
    const name = 'xl/worksheets/sheet1.xml'
    const text = new TextDecoder()
      .decode(files[name])
      .replace('<mergeCells>', `<mergeCells>${merges}`)
    expect(
      await readXlsx({ name: 'a', bytes: zipSync({ ...files, [name]: strToU8(text) }) })
    ).toHaveProperty('ok')
  })
})

describe('files with macros', () => {
  it.each<[string, Uint8Array]>([
    ['a.docm', docx({ unit, year, cells: blankCells() })],
    ['a.xlsm', xlsx({ unit, year, cells: blankCells() })]
  ])('%s is read like one without', async (name, bytes) => {
    const macro = { [name.endsWith('docm') ? 'word/vbaProject.bin' : 'xl/vbaProject.bin']: bytes }
    const file = new File([zipSync({ ...unzipSync(bytes), ...macro }).slice()], name)
    expect(await readFile(file)).toMatchObject({ ok: true })
  })
})

describe('archives', () => {
  const bomb = (name: string) => zipSync({ [name]: new Uint8Array(65 * 1024 * 1024) }, { level: 1 })

  it('that unpack to far more than a report are refused', { timeout: 60_000 }, async () => {
    const name = '年报'
    expect(await readDocx({ name, bytes: bomb('word/document.xml') })).toMatchObject({
      reason: 'bomb'
    })
    const many = Object.fromEntries(Array.from({ length: 3100 }, (_, i) => [`a${i}`, strToU8('')]))
    expect(await readXlsx({ name, bytes: zipSync(many) })).toMatchObject({ reason: 'bomb' })
  })

  it('that are something else are refused', async () => {
    const bytes = zipSync({ 'readme.txt': strToU8('x') })
    expect(await readDocx({ name: '年报', bytes })).toMatchObject({ reason: 'noDocument' })
    expect(await readXlsx({ name: '年报', bytes })).toMatchObject({ reason: 'noDocument' })
  })

  it('with a document type are refused, so that no entity is expanded', async () => {
    const bytes = zipSync({
      'word/document.xml': strToU8(
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
      )
    })
    expect(await readDocx({ name: '年报', bytes })).toMatchObject({ reason: 'damaged' })
  })
})

describe('values separated by commas', () => {
  it.each<[string, string, unknown[]]>([
    [
      'commas and quotes',
      '规章,"1,234",""\n许可,"a ""b""",3',
      [
        [
          ['规章', '1,234', ''],
          ['许可', 'a "b"', '3']
        ]
      ]
    ],
    [
      'semicolons',
      '规章;1;2\n许可;3;4',
      [
        [
          ['规章', '1', '2'],
          ['许可', '3', '4']
        ]
      ]
    ],
    [
      'an open quote',
      '规章,"1\n许可,2',
      [
        [
          ['规章', '"1'],
          ['许可', '2']
        ]
      ]
    ],
    ['one column', '规章\n许可', ['规章', '许可']]
  ])('%s', async (_name, text, expected) => {
    expect(await texts(readCsv, strToU8(text))).toEqual(expected)
  })
})
