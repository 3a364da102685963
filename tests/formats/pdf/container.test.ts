import { jsPDF } from 'jspdf'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { assemblePdf, fontResource } from '../../../src/formats/pdf/container.ts'
import type { PdfPlan } from '../../../src/formats/pdf/container.ts'
import { deflated } from '../../../src/formats/pdf/objects.ts'
import { readBack } from '../press/read-back.ts'

/**
 * The guard over jsPDF's internals. When one of these fails after an update of jsPDF, read what
 * changed there before touching anything else: container.ts is the only place that leans on it.
 */

const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined)
beforeEach(() => void errors.mockClear())
// jsPDF prints what its handlers throw and goes on; a file made that way is broken.
afterEach(() => expect(errors).not.toHaveBeenCalled())

const plan: PdfPlan = {
  title: '濮川市(科学)技术局2025年政府信息公开工作年度报告',
  author: '濮川市科学技术局',
  pages: [
    { width: 595.28, height: 841.89, content: '0 0 m 10 10 l S' },
    { width: 841.89, height: 595.28, content: '' }
  ],
  fonts: [],
  rest: () => ''
}

test('the version this was written for', () => {
  expect(jsPDF.version).toBe('4.2.1')
})

test('pages of both ways, title, author, language and how to show them', async () => {
  const pdf = await readBack(assemblePdf(plan))
  expect(pdf.numPages).toBe(2)
  const views = [await pdf.getPage(1), await pdf.getPage(2)].map(({ view }) => view.slice(2))
  expect(views.map((view) => view.map((side) => Math.round(side ?? 0)))).toEqual([
    [595, 842],
    [842, 595]
  ])
  const { info } = await pdf.getMetadata()
  expect(info).toMatchObject({
    Title: plan.title,
    Author: plan.author,
    Language: 'zh-CN',
    PDFFormatVersion: '1.7'
  })
  expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
})

test('fonts are written in place of the fourteen standard ones, and no others', () => {
  let written = 0
  const bytes = assemblePdf({
    ...plan,
    fonts: Array.from({ length: 12 }, () => (objects) => {
      written++
      return objects.write('<</Type /Font /Subtype /Type1 /BaseFont /Courier>>')
    })
  })
  const text = new TextDecoder('latin1').decode(bytes)
  expect(written).toBe(12)
  expect(text.match(/\/Type \/Font\b/g)).toHaveLength(12)
  for (let i = 0; i < 12; i++) expect(text).toMatch(new RegExp(`/${fontResource(i)} \\d+ 0 R`))
})

test('objects, streams and page numbers end up where they are referred to', async () => {
  let seen: number[] = []
  const packed = await deflated(new TextEncoder().encode('流'.repeat(500)))
  const bytes = assemblePdf({
    ...plan,
    rest: (objects) => {
      const later = objects.reserve()
      const stream = objects.stream(packed)
      objects.write(`[${stream} 0 R]`, later)
      seen = [objects.page(0), objects.page(1)]
      return `/Mine ${later} 0 R`
    }
  })
  const text = new TextDecoder('latin1').decode(bytes)
  expect(text).toMatch(/\/Mine \d+ 0 R/)
  for (const page of seen) expect(text).toMatch(new RegExp(`\n${page} 0 obj\n<</Type /Page\n`))
  // Every object is where the cross references say it is.
  const table = text.slice(text.lastIndexOf('\nxref') + 1)
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n /gm)].map(([, at]) => Number(at))
  offsets.forEach((at, i) => expect(text.startsWith(`${i + 1} 0 obj`, at)).toBe(true))
  expect((await readBack(bytes)).numPages).toBe(2)
})

test('what a handler throws comes out, and is not swallowed', () => {
  const broken = (): never => {
    throw new Error('no such glyph')
  }
  expect(() => assemblePdf({ ...plan, rest: broken })).toThrow('no such glyph')
  expect(() => assemblePdf({ ...plan, fonts: [broken] })).toThrow('no such glyph')
})

test.each(['putStream', 'newObjectDeferredBegin', 'newObject'])(
  'a jsPDF without internal.%s is refused before anything is written',
  (part) => {
    const plugins = (jsPDF.API as unknown as { events: [string, () => void][] }).events
    plugins.push([
      'initialized',
      function (this: { internal: Record<string, unknown> }) {
        this.internal[part] = undefined
      } as () => void
    ])
    try {
      expect(() => assemblePdf(plan)).toThrow('not built as expected')
    } finally {
      plugins.pop()
    }
  }
)

test('an empty document is a mistake of the caller', () => {
  expect(() => assemblePdf({ ...plan, pages: [] })).toThrow('nothing to write')
})

test('it claims no conformance that nobody has checked', () => {
  const text = new TextDecoder('latin1').decode(assemblePdf(plan))
  expect(text).not.toMatch(/pdfaid|pdfuaid|GTS_PDFA/)
})
