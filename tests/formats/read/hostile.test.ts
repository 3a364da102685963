import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fields } from '../../../src/core/form/form.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { recogniseFile } from '../../../src/formats/index.ts'
import { importing } from '../../../src/i18n/zh/import.ts'
import { hostileReport, vectors } from '../../fixtures/hostile-reports.ts'

/**
 * Files made to hang, to fill the memory, to reach outside or to be believed. Each is refused with a
 * sentence that is true of it, or read as what it is; none works for longer than two seconds.
 */

const hang = 2000
const worked = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** What becomes of a file, and the sentence where it is refused. */
async function handed(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const began = worked()
  const result = await recogniseFile(new File([content], name))
  expect(worked() - began, 'milliseconds of work').toBeLessThan(hang)
  return result.ok
    ? { result, says: '' }
    : { result, says: importing.failed[result.reason](result.detail) }
}

const many = 100_000
const head = '清川市水务局2025年政府信息公开工作年度报告\n一、总体情况\n公开信息十条。\n'
const report = newReport('清川市水务局', 2025)
const json = (changes: object) => JSON.stringify({ ...report, ...changes })
const nested = (open: string, close: string, depth: number) =>
  open.repeat(depth) + close.repeat(depth)
const office = (parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])))
  )
const document = (body: string, before = '') =>
  office({ 'word/document.xml': `${before}<w:document><w:body>${body}</w:body></w:document>` })
const workbook = (sheet: string) =>
  office({
    'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`
  })
const pdf = (objects: string) => `%PDF-1.7\n${objects}\ntrailer << /Root 1 0 R >>\n%%EOF`
const mht = (rest: string) => `MIME-Version: 1.0\nContent-Type: a/b; boundary="x"\n\n--x\n${rest}`
const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from(
  { length: 20 },
  (_, i) => `<!ENTITY a${i} "${`&a${i ? i - 1 : ''};`.repeat(10)}">`
).join('')}]>`

/** Refused: the name, what is in it, and what of the sentence is told of it alone. */
const refused: readonly [string, string | Uint8Array<ArrayBuffer>, RegExp][] = [
  ['空白.mht', mht(' '.repeat(300_000) + 'x'), /没有文字/],
  ['换行.mht', mht('A: b' + '\n x\r'.repeat(many)), /没有文字/],
  ['没有网页.mht', mht('Content-Type: image/png\n\nabc'), /没有文字/],
  ['字体.html', Array.from({ length: 3000 }, (_, i) => `<font color=${i}><p>`).join(''), /标签/],
  ['行.txt', 'a\n'.repeat(1_900_000), /行数/],
  ['竖线.txt', '|\n'.repeat(1_900_000), /行数/],
  ['列表.html', `<ol>${'<li>甲'.repeat(30_000)}</ol>`, /行数/],
  ['表.csv', 'a,b\n'.repeat(200_000), /表格有 200000 行/],
  ['长.txt', '字'.repeat(4_000_001), /有 4000001 个字符/],
  ['长.html', `<p>${'a'.repeat(20_000_000)}`, /有 20000003 个字符/],
  ['跨行.html', `<table>${'<tr><td colspan=100 rowspan=9999>甲<td>乙'.repeat(3000)}`, /格数/],
  [
    '深.nianbao.json',
    `{"format":"${report.format}","schema":2,"x":${nested('[', ']', 10_000)}}`,
    /层数/
  ],
  [
    '深对象.json',
    `{"format":"${report.format}","schema":2,"x":${'{"a":'.repeat(many)}1${'}'.repeat(many)}}`,
    /层数/
  ],
  ['别的.json', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), /不是年报台的交换文件/],
  ['格是字.json', json({ cells: { 'requests.received.natural': '5' } }), /位置 cells/],
  ['格太大.json', json({ cells: { 'requests.received.natural': 1e300 } }), /位置 cells/],
  ['修订号.json', json({ rev: 2 ** 53 }), /位置 rev/],
  ['修订号大.json', json({ rev: 1e300 }), /位置 rev/],
  ['编号.json', json({ id: '../../etc/passwd' }), /位置 id/],
  [
    '正文长.json',
    json({ text: { ...report.text, overview: '字'.repeat(1_500_001) } }),
    /正文|文字/
  ],
  [
    '平台多.json',
    json({ sources: Array(5001).fill({ id: 'a', name: '', year: 2024, rev: 1 }) }),
    /远多于/
  ],
  ['较新.json', json({ schema: 99 }), /较新版本的年报台/],
  ['半截.json', json({}).slice(0, 900), /文件已损坏/],
  ['笑.docx', document('', laughs), /文件已损坏/],
  [
    '外部实体.docx',
    document('&x;', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    /文件已损坏/
  ],
  ['嵌套.docx', document(nested('<w:p>', '</w:p>', 10_000)), /文件已损坏/],
  [
    '穿越.docx',
    office({ '../word/document.xml': '<w:document/>', '/etc/passwd': 'x' }),
    /没有 Word 文档|不支持这种文件/
  ],
  ['套.docx', office({ 'word/a.docx': 'PK', 'a.zip': 'PK' }), /没有 Word 文档|不支持这种文件/],
  [
    '宽.xlsx',
    workbook('<cols><col min="-1e15" max="1e15" hidden="1"/></cols><sheetData/>'),
    /没有文字/
  ],
  [
    '空.pdf',
    pdf('1 0 obj << /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >> endobj'),
    /文件已损坏|没有文字/
  ],
  [
    '动作.pdf',
    pdf('1 0 obj << /Type /Catalog /OpenAction << /S /JavaScript /JS (attacked=1) >> >> endobj'),
    /文件已损坏|没有文字/
  ],
  ['括号.rtf', '{\\rtf1 ' + '{'.repeat(many), /文件已损坏|没有文字/],
  ['照片.png', '\x89PNG', /不支持这种文件/]
]

/** Read as what it is: the words that come of it. */
const read: readonly [string, string | Uint8Array<ArrayBuffer>, RegExp][] = [
  ['粗.html', `<body>${'<b>'.repeat(many)}${head}`, /公开信息十条/],
  ['块.html', `<body>${'<div>'.repeat(many)}${head}`, /公开信息十条/],
  ['表中表.html', `<body>${'<table><tr><td>'.repeat(many)}${head}`, /公开信息十条/],
  [
    '属性.html',
    `<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(' ')}>${head}`,
    /公开信息十条/
  ],
  [
    '脚本.html',
    `<script>attacked=1</script><img src=x onerror=attacked=1><p>${head}`,
    /公开信息十条/
  ],
  ['空白.html', `<p>公开${' '.repeat(300_000)}信息`, /公开 信息/],
  [
    '链接.docx',
    document('<w:p><w:hyperlink r:id="a"><w:r><w:t>公开信息</w:t></w:r></w:hyperlink></w:p>'),
    /公开信息/
  ],
  [
    '公式.xlsx',
    workbook(
      '<sheetData><row r="1"><c r="A1"><f>cmd|\' /C calc\'!A0</f></c><c r="B1"><v>7</v></c></row></sheetData>'
    ),
    /=cmd\|.*7/s
  ],
  [
    '远.xlsx',
    workbook(
      '<sheetData><row r="1048576"><c r="XFD1048576"><v>7</v></c><c r="A1048576"><v>8</v></c></row></sheetData>'
    ),
    /8/
  ],
  ['引号.csv', '"' + '"",'.repeat(many), /,/]
]

describe('a file that is refused', () => {
  it.each(refused)('%s', async (name, content, says) => {
    expect((await handed(name, content)).says).toMatch(says)
  })
})

describe('a file that is read', () => {
  it.each(read)('%s', async (name, content, words) => {
    const { result, says } = await handed(name, content)
    expect(says).toBe('')
    expect('blocks' in result && JSON.stringify(result.blocks)).toMatch(words)
  })
})

describe('a report of our own', () => {
  const identity = '5f0c1d7e-0000-4000-8000-000000000001'
  const opened = async (text: string) => {
    const { result } = await handed('a.json', text)
    return 'report' in result ? result : undefined
  }

  it.each(vectors.map((vector) => [vector.slice(0, 40), vector] as const))(
    'with %j in every place opens, and gives nothing to other objects',
    async (_, vector) => {
      const text = hostileReport(identity, vector)
      const result = await opened(text)
      expect(result?.report.unit.name).toBe((JSON.parse(text) as typeof report).unit.name)
      expect(Object.keys(Object.prototype)).toEqual([])
      expect('attacked' in {}).toBe(false)
      for (const field of fields) expect([null, 3]).toContain(result?.report.cells[field])
    }
  )

  it('of which a key stands twice says what the last one says', async () => {
    const result = await opened(json({}).replace('"year":2025', '"year":2024,"year":2025'))
    expect(result?.report.year).toBe(2025)
  })

  it('whose identity is in capitals opens; platforms that share one are told apart', async () => {
    const channel = { kind: 'website', accountId: '', sponsor: '', status: 'active' }
    const days = { openedOn: '', closedOn: '', closeReason: '' }
    const twice = ['甲', '乙'].map((name) => ({ id: 'a', name, ...channel, ...days }))
    const result = await opened(json({ id: identity.toUpperCase(), channels: twice }))
    expect(result?.report.id.toLowerCase()).toBe(identity)
    expect(new Set(result?.report.channels.map(({ id }) => id)).size).toBe(2)
    expect(result?.mended).toEqual(['channels'])
  })
})
