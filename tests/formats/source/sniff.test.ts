import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile, recognisePasted } from '../../../src/formats/index.ts'
import { largestFile } from '../../../src/formats/source/reader.ts'
import { fileKindOf } from '../../../src/formats/source/sniff.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { writeJson } from '../../../src/formats/write/json.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (char) => char.charCodeAt(0))

describe('the kind of a file', () => {
  it.each([
    ['报告.txt', 'a', 'text'],
    ['报告', 'a', 'text'],
    ['报告.PDF', '%PDF-1.7', 'pdf'],
    ['其实是网页.doc', '<html xmlns:o="urn">', 'html'],
    ['报告.mht', 'MIME-Version: 1.0', 'html'],
    ['报告.docx', 'PK\x03\x04', 'docx'],
    ['报告.xlsx', 'PK\x03\x04', 'xlsx'],
    ['一包.zip', 'PK\x03\x04', 'unknown'],
    ['报告.doc', '\xd0\xcf\x11\xe0', 'ole'],
    ['报告.wps', '\xd0\xcf\x11\xe0', 'ole'],
    ['报告', '\xd0\xcf\x11\xe0', 'ole'],
    ['有密码.docx', '\xd0\xcf\x11\xe0', 'ole'],
    ['其实是富文本.doc', '{\\rtf1\\ansi', 'rtf'],
    ['其实是归档.doc', 'MIME-Version: 1.0', 'html'],
    ['其实是文字.doc', 'a', 'text'],
    ['其实是文字.docx', 'a', 'text'],
    ['其实是网页.xls', '\n<table border=1><tr><td>', 'html'],
    ['其实是网页.xls', '<?xml version="1.0"?>\n<!DOCTYPE html>', 'html'],
    ['半个网页.xls', '<style>td {}</style><div>', 'html'],
    ['宽字符网页.xls', '\xff\xfe<\0h\0t\0m\0l\0', 'html'],
    ['其实是逗号表.xls', 'a,b\r\n1,2', 'csv'],
    ['宽字符.xls', '\xff\xfea\0\t\0b\0', 'csv'],
    ['其实是逗号表.et', 'a,b', 'csv'],
    ['其实是逗号表.xlsx', 'a,b', 'csv'],
    ['Excel 4.xls', '\x09\x04\x06\0\0\0', 'legacy'],
    ['Word 2.doc', '\xdb\xa5-\0', 'legacy'],
    ['什么.doc', '\x01\x02', 'unknown'],
    [
      '2003 年的标记.xls',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
      'unknown'
    ],
    ['扫描.png', '\x89PNG', 'unknown'],
    ['扫描.jpg', 'x', 'unknown'],
    ['报告.json', '{}', 'json'],
    ['报告.txt', '\xef\xbb\xbf{ "format": "x" }', 'json'],
    ['表.csv', 'a,b', 'csv'],
    ['什么.bin', '\0\0', 'unknown']
  ])('%s beginning with %j is %s', (name, start, kind) => {
    expect(fileKindOf(name, bytes(start))).toBe(kind)
  })
})

describe('an archive', () => {
  const archive = (...names: string[]) =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))

  it.each<[string, readonly string[], string]>([
    ['报告', ['[Content_Types].xml', 'word/document.xml'], 'docx'],
    ['报告.wps', ['word/document.xml'], 'docx'],
    ['报告.zip', ['xl/worksheets/sheet1.xml', 'xl/workbook.xml'], 'xlsx'],
    ['其实是表格.docx', ['xl/workbook.xml'], 'xlsx'],
    ['几份报告.zip', ['甲/报告.docx', '乙/word/document.xml'], 'unknown'],
    ['幻灯片.pptx', ['ppt/presentation.xml'], 'unknown']
  ])('%s with %j in it is %s', (name, entries, kind) => {
    expect(fileKindOf(name, archive(...entries))).toBe(kind)
  })

  it('that is cut off is what its name says', () => {
    const bytes = archive('word/document.xml').subarray(0, 40)
    expect([fileKindOf('a.docx', bytes), fileKindOf('a', bytes)]).toEqual(['docx', 'unknown'])
  })

  it('never throws, whatever its list of entries says', () => {
    const whole = archive('a', 'b/c', 'word/other.xml')
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, value, cut) => {
        const bytes = whole.slice(0, cut)
        if (at < cut) bytes[at] = value
        expect(fileKindOf('a.docx', bytes)).toBeTruthy()
      }),
      { numRuns: 500 }
    )
  })
})

describe('reading a file', () => {
  const report = newReport('清川市科学技术局', 2025)

  it.each([
    ['not JSON', '{"format":', 'foreign'],
    ['another JSON', '{"format": "else"}', 'foreign'],
    ['a later schema', writeJson({ ...report, schema: 3 as 2 }), 'newer'],
    ['a value that cannot be', writeJson({ ...report, year: 1 }), 'damaged'],
    ['nothing', ' ', 'empty']
  ])('of ours that holds %s is refused as %s', async (_, json, reason) => {
    expect(await readFile(new File([json], 'x.json'))).toMatchObject({ ok: false, reason })
  })

  it('opens the exchange file, as a file and pasted', async () => {
    const json = writeJson(report)
    expect(await readFile(new File([json], 'x.json'))).toEqual({ ok: true, report })
    expect(await recognisePasted(json)).toEqual({ ok: true, report })
  })

  it('refuses a huge file without looking into it', async () => {
    const file = Object.defineProperty(new File([], 'x.json'), 'size', { value: largestFile + 1 })
    expect(await readFile(file)).toMatchObject({ ok: false, reason: 'tooLarge' })
  })

  it('never throws for truncated files of ours', async () => {
    const json = writeJson(report)
    await fc.assert(
      fc.asyncProperty(fc.nat(json.length - 3), async (length) => {
        expect(await readFile(new File([json.slice(0, length)], 'x.json'))).toHaveProperty(
          'ok',
          false
        )
      }),
      { numRuns: 40 }
    )
  })
})
