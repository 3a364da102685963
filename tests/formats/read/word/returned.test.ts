import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import sampleJson from '../../../../public/sample.nianbao.json'
import { brokenProof } from '../../../../src/core/checks/proof.ts'
import { withDifferences } from '../../../../src/core/intake/returned/with-differences.ts'
import { openReport } from '../../../../src/core/report/migrate.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { recogniseFile } from '../../../../src/formats/index.ts'
import { carriedPart } from '../../../../src/formats/source/carried.ts'
import { unzip, zipped } from '../../../../src/formats/source/zip.ts'
import { exchangeFile, writeJson } from '../../../../src/formats/write/json.ts'
import { writeDocx } from '../../../../src/formats/write/word/docx.ts'
import { anyReport } from '../../../fixtures/random-reports.ts'
import { times } from '../../../run.ts'

/** A Word document of ours that comes back, as it was or with other words in it. */

const opened = openReport(sampleJson)
if (!opened.ok) throw new Error(opened.reason)
const sample = opened.report

async function written(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const made = await writeDocx(report, {
    draft: false,
    means: { press: () => Promise.reject(new Error('no page is set')), fonts: { chosen: [] } },
    signal: new AbortController().signal,
    onProgress: () => undefined
  })
  if (!made.ok) throw new Error(made.reason)
  return made.bytes
}

const readBack = (bytes: Uint8Array<ArrayBuffer>, name = '年报.docx') =>
  recogniseFile(new File([bytes], name))

/** The file with parts made otherwise; undefined leaves one as it is. */
function withParts(
  bytes: Uint8Array,
  change: (path: string, text: string) => Readonly<Record<string, string>> | undefined
): Uint8Array<ArrayBuffer> {
  const archive = unzip(bytes, () => true)
  if (!archive.ok) throw new Error(archive.reason)
  const parts = [...archive.files].flatMap(([path, file]): [string, string | Uint8Array][] => {
    const changed = change(path, new TextDecoder().decode(file))
    return changed ? Object.entries(changed) : [[path, file]]
  })
  return zipped(Object.fromEntries(parts))
}

const withBody = (bytes: Uint8Array, change: (body: string) => string) =>
  withParts(bytes, (path, text) =>
    path === 'word/document.xml' ? { [path]: change(text) } : undefined
  )
const withPart = (bytes: Uint8Array, part: string) =>
  withParts(bytes, (path) => (path === 'customXml/item1.xml' ? { [path]: part } : undefined))

/** What is asked about a file; none where it is a report as it stands. */
async function asked(bytes: Uint8Array<ArrayBuffer>) {
  const result = await readBack(bytes)
  if ('differences' in result) return result
  if (!('report' in result)) throw new Error(JSON.stringify(result).slice(0, 200))
  return { carried: result, differences: [] }
}

const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(`tests/fixtures/carried/${name}.docx`))

const bytes = await written(sample)
const sentence = ['均书面征求意见后答复', '一律书面征求第三方意见后答复'] as const

/** The two changes that were made, however a program writes them. */
const both = [
  { kind: 'cell', field: 'requests.received.natural', mine: '41', theirs: '42' },
  {
    kind: 'text',
    section: 'overview',
    mine: expect.stringContaining(sentence[0]) as string,
    theirs: expect.stringContaining(sentence[1]) as string
  }
]

describe('a document as it left', () => {
  it('is the report itself, whole and proved', async () => {
    const result = await readBack(bytes)
    if (!('report' in result)) throw new Error('no report')
    const { proof, ...content } = result.report
    expect(proof).toEqual((JSON.parse(exchangeFile(sample)) as Report).proof)
    expect(brokenProof(result.report)).toBeUndefined()
    expect(content).toEqual(sample)
  })

  it('is so for any report', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const { carried, differences } = await asked(await written(report))
        expect(differences).toEqual([])
        expect(writeJson({ ...carried.report, proof: undefined })).toBe(writeJson(report))
      }),
      { numRuns: times(20, 4) }
    )
  }, 30_000)

  it.each([
    ['LibreOffice has saved it', fixture('saved-by-writer')],
    [
      'its part has another name',
      withParts(bytes, (path, text) =>
        path === 'customXml/item1.xml' ? { 'customXml/item7.xml': text } : undefined
      )
    ],
    [
      'other parts stand beside it',
      withParts(bytes, (path, text) =>
        path === 'customXml/item1.xml'
          ? { 'customXml/item0.xml': '<b:Sources xmlns:b="urn:b"/>', 'customXml/item2.xml': text }
          : undefined
      )
    ],
    [
      'its runs are parted, as Word does on saving',
      withBody(bytes, (body) =>
        body.replace(
          /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t([^>]*)>([^<]{2})([^<]+)<\/w:t><\/w:r>/g,
          '<w:r w:rsidR="00B1">$1<w:t$2>$3</w:t></w:r><w:proofErr w:type="spellStart"/><w:r>$1<w:t xml:space="preserve">$4</w:t></w:r>'
        )
      )
    ],
    [
      'empty paragraphs and spaces came to its text',
      withBody(bytes, (body) =>
        body.replace(/<\/w:t>/g, ' </w:t>').replace(/<w:p>/g, '<w:p><w:r/></w:p><w:p>')
      )
    ]
  ])('is so when %s', async (_, file) => {
    const { carried, differences } = await asked(file)
    expect(differences).toEqual([])
    expect({ ...carried.report, proof: undefined }).toEqual({ ...sample, proof: undefined })
  })
})

describe('a cell and a sentence that were changed', () => {
  const inCell = (body: string, by: (run: string) => string) =>
    body.replace(/(<w:r>(?:(?!<w:r>).)*<w:t[^>]*>)41(<\/w:t><\/w:r>)/, (run) => by(run))
  it.each([
    ['in LibreOffice', fixture('changed-in-writer')],
    ['in LibreOffice, with the changes tracked', fixture('changes-tracked-in-writer')],
    [
      'in the XML',
      withBody(bytes, (body) =>
        inCell(body, (run) => run.replace('>41<', '>42<')).replace(...sentence)
      )
    ],
    [
      'as Word tracks it',
      withBody(bytes, (body) =>
        inCell(
          body,
          (run) =>
            `<w:del w:id="1" w:author="甲">${run.replace(/w:t\b/g, 'w:delText')}</w:del><w:ins w:id="2" w:author="甲">${run.replace('>41<', '>42<')}</w:ins>`
        ).replace(...sentence)
      )
    ]
  ])('are two differences: %s', async (_, file) => {
    const { carried, differences } = await asked(file)
    expect(differences).toMatchObject(both)
    expect(differences).toHaveLength(2)
    const taken = withDifferences(carried.report, differences)
    expect(taken.cells['requests.received.natural']).toBe(42)
    expect(taken.text.overview).toBe(sample.text.overview.replace(...sentence))
    const { cells: _cells, text: _text, ...others } = taken
    expect(others).toMatchObject({ ...others, charts: sample.charts, metrics: sample.metrics })
  })
})

describe('a part that is no report of this version', () => {
  const plain = async (part: string) => readBack(withPart(bytes, part))
  const json = exchangeFile(sample)

  it.each([
    ['cut off', carriedPart(json.slice(0, 900))],
    ['with a value that cannot be', carriedPart(json.replace('"schema": 2', '"schema": "x"'))],
    ['of something else', carriedPart('{"format": "else"}')]
  ])('%s: the document is read by its words, and that is said', async (_, part) => {
    const result = await plain(part)
    if (!('patch' in result)) throw new Error('not recognised')
    expect(result.carried).toBe('unreadable')
    expect(result.patch).toMatchObject({ unitName: sample.unit.name, year: sample.year })
    expect(result.patch.cells['requests.received.natural']?.value).toBe(41)
  })

  it('of another program: it is a document like any other', async () => {
    const result = await plain('<b:Sources xmlns:b="urn:b"/>')
    expect('patch' in result && result.carried).toBeUndefined()
  })

  it('of a later version: it is left to that version', async () => {
    const part = carriedPart(json.replace('"schema": 2', '"schema": 99'))
    expect(await plain(part)).toEqual({ ok: false, reason: 'newer', detail: '99' })
  })

  it('of an earlier version: it is opened as its file is', async () => {
    const old = readFileSync('tests/fixtures/schema-1.nianbao.json', 'utf8')
    const result = await plain(carriedPart(old))
    expect('differences' in result && result.carried).toMatchObject({ migratedFrom: 1 })
  })

  it('changed by other hands: its proof says so', async () => {
    const part = carriedPart(
      json.replace('"requests.received.natural": 41', '"requests.received.natural": 40')
    )
    const { carried, differences } = await asked(withPart(bytes, part))
    expect(brokenProof(carried.report)).toBeDefined()
    expect(differences).toMatchObject([{ kind: 'cell', mine: '40', theirs: '41' }])
  })
})
