import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { fontLibrary } from '../../../src/formats/fonts/library.ts'
import { pageSetter } from '../../../src/formats/press/pages.ts'
import { renderPdf } from '../../../src/formats/press/pdf-render.ts'
import type { FileProgress } from '../../../src/formats/press/render.ts'
import type { Document, Look } from '../../../src/typeset/page/page.ts'
import { diskLibrary, diskManifest } from '../fonts/disk.ts'
import { pageTexts, paintedGlyphs, readBack } from './read-back.ts'
import { sampleBlocks, sampleMeta } from './sample.ts'

const look: Look = { style: 'official', digits: 'own', draft: false }
const library = await diskLibrary()
const paragraph = (text: string): Block => ({
  type: 'paragraph',
  text,
  from: { kind: 'text', section: 'overview', from: 0, to: text.length }
})
const bytesOf = async (blocks: readonly Block[], of: Look = look): Promise<Uint8Array> => {
  const result = await renderPdf(blocks, sampleMeta, pageSetter(library, of), library)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.bytes
}

describe('the sample report', () => {
  let pdf: PDFDocumentProxy
  let document: Document
  const progress: FileProgress[] = []
  const errors = vi.spyOn(console, 'error')

  beforeAll(async () => {
    const set = pageSetter(library, look)
    const result = await renderPdf(sampleBlocks, sampleMeta, set, library, (step) =>
      progress.push(step)
    )
    const pages = await set(sampleBlocks)
    if (!result.ok || !pages.ok) throw new Error('no pages')
    document = pages.document
    pdf = await readBack(result.bytes)
    expect(result.pages).toBe(document.pages.length)
    expect(pdf.numPages).toBe(document.pages.length)
  })

  test('jsPDF had nothing to complain of', () => {
    expect(errors).not.toHaveBeenCalled()
  })

  test('every paragraph is in it, to the letter', async () => {
    const text = (await pageTexts(pdf)).join('').replace(/— \d+ —/g, '')
    for (const block of sampleBlocks) {
      if ('text' in block) expect(text).toContain(block.text)
      if (block.type === 'table') {
        for (const cell of block.rows.flat()) expect(text).toContain(cell.text.replace(/\n/g, ''))
      }
    }
  })

  test('every glyph is where the page has it, within a tenth of a point', async () => {
    for (const [index, page] of document.pages.entries()) {
      if (page.items.some(({ kind }) => kind === 'chart')) continue
      const painted = await paintedGlyphs(await pdf.getPage(index + 1))
      const wanted = page.items.flatMap((item) =>
        item.kind === 'run'
          ? item.glyphs.map(({ code, x }) => ({
              text: String.fromCodePoint(code),
              x: item.x + x,
              y: page.height - item.y
            }))
          : []
      )
      expect(painted.map(({ text }) => text)).toEqual(wanted.map(({ text }) => text))
      painted.forEach(({ x, y }, i) => {
        expect(Math.abs(x - (wanted[i]?.x ?? NaN))).toBeLessThan(0.1)
        expect(Math.abs(y - (wanted[i]?.y ?? NaN))).toBeLessThan(0.01)
      })
    }
  })

  test('the outline leads to the places of the headings', async () => {
    const outline = await pdf.getOutline()
    expect(outline.map(({ title }) => title)).toEqual(
      document.outline.filter(({ level }) => level === 1).map(({ title }) => title)
    )
    expect(outline[0]?.items.map(({ title }) => title)).toEqual([
      '（一）组织领导',
      '（二）主动公开'
    ])
    for (const [i, entry] of document.outline.filter(({ level }) => level === 1).entries()) {
      const [page, , , top] = outline[i]?.dest as unknown as [
        Parameters<PDFDocumentProxy['getPageIndex']>[0],
        unknown,
        unknown,
        number
      ]
      expect(await pdf.getPageIndex(page)).toBe(entry.page)
      expect((document.pages[entry.page]?.height ?? 0) - top).toBeCloseTo(entry.y, 1)
    }
  })

  test('progress is told page by page', () => {
    const pages = progress.filter(({ step }) => step === 'pages')
    expect(pages.map(({ done }) => done)).toEqual(document.pages.map((_, i) => i + 1))
    expect(progress.at(-1)?.step).toBe('file')
  })
})

test('marks of half width, rare and non-BMP characters come back as text', async () => {
  const text = '《甲》（乙）“丙”《丁》《戊》，𬭊镕堃㎡é，1,234.5万元。𨱏'
  const pdf = await readBack(await bytesOf([paragraph(text.repeat(6))]))
  expect((await pageTexts(pdf)).join('').replace('— 1 —', '')).toBe(text.repeat(6))
})

test('digits in the manner of Times, and a draft that says so', async () => {
  const bytes = await bytesOf([paragraph('共12件。')], { ...look, digits: 'times', draft: true })
  expect((await pageTexts(await readBack(bytes))).join('')).toMatch(/共12件。.*草稿/)
  expect(new TextDecoder('latin1').decode(bytes)).toContain('+Tinos-Regular')
})

test('a character that no font has stops the export and is named with its place', async () => {
  const result = await renderPdf(
    [paragraph('正常\u{1F600}正常')],
    sampleMeta,
    pageSetter(library, look),
    library
  )
  expect(result).toMatchObject({
    ok: false,
    reason: 'missing',
    faults: [{ kind: 'missing', code: 0x1f600, page: 0, from: { kind: 'text' } }]
  })
})

test('so does one in a chart', async () => {
  const blocks = sampleBlocks.map((block) =>
    block.type === 'chart' ? { ...block, spec: { ...block.spec, labels: ['\u{1F600}'] } } : block
  )
  const result = await renderPdf(blocks, sampleMeta, pageSetter(library, look), library)
  expect(result).toMatchObject({
    ok: false,
    faults: expect.arrayContaining([expect.objectContaining({ code: 0x1f600 })]) as unknown
  })
})

test('a font that cannot be loaded stops the export', async () => {
  const failing = fontLibrary(await diskManifest(), (file) =>
    Promise.resolve({ ok: false, reason: 'font', file: file.file, why: 'absent' })
  )
  expect(
    await renderPdf([paragraph('正文')], sampleMeta, pageSetter(failing, look), failing)
  ).toEqual({
    ok: false,
    reason: 'font',
    file: 'fang-1.ttf.gz',
    why: 'absent'
  })
})
