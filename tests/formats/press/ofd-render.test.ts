import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { compose } from '../../../src/core/compose/compose.ts'
import { renderOfd } from '../../../src/formats/press/ofd-render.ts'
import { pageSetter, type SetDocument, type SetPages } from '../../../src/formats/press/pages.ts'
import { renderPdf } from '../../../src/formats/press/pdf-render.ts'
import type { FileProgress } from '../../../src/formats/press/render.ts'
import { lookOf } from '../../../src/typeset/page/look.ts'
import type { Look } from '../../../src/typeset/page/page.ts'
import { anyReport } from '../../fixtures/random-reports.ts'
import { times } from '../../run.ts'
import { diskLibrary } from '../fonts/disk.ts'
import { ofdTexts } from '../ofd/read-ofd.ts'
import { faultsIn } from '../ofd/standard.ts'
import { longReport } from './long-reports.ts'
import { pageTexts, readBack } from './read-back.ts'
import { sampleBlocks, sampleMeta } from './sample.ts'

const library = await diskLibrary()
const look: Look = { style: 'official', digits: 'own', draft: false }
const paragraph = (text: string): Block => ({
  type: 'paragraph',
  text,
  from: { kind: 'text', section: 'overview', from: 0, to: text.length }
})
const both = (blocks: readonly Block[], set: SetPages = pageSetter(library, look)) =>
  Promise.all([
    renderOfd(blocks, sampleMeta, set, library),
    renderPdf(blocks, sampleMeta, set, library)
  ])

describe('a character that no font has', () => {
  const inChart = sampleBlocks.map((block) =>
    block.type === 'chart' ? { ...block, spec: { ...block.spec, labels: ['\u{1F600}'] } } : block
  )
  const places: readonly [string, readonly Block[]][] = [
    ['the text', [paragraph('正常\u{1F600}正常')]],
    ['a chart', inChart]
  ]
  test.each(places)('in %s stops the file, its place named as for a PDF', async (_, blocks) => {
    const [ofd, pdf] = await both(blocks)
    expect(ofd).toMatchObject({ ok: false, reason: 'missing' })
    expect(ofd).toEqual(pdf)
  })
})

test('progress is told page by page, as of a PDF', async () => {
  const told: Record<string, FileProgress[]> = { ofd: [], pdf: [] }
  const set = pageSetter(library, look)
  await renderOfd(sampleBlocks, sampleMeta, set, library, (step) => told['ofd']?.push(step))
  await renderPdf(sampleBlocks, sampleMeta, set, library, (step) => told['pdf']?.push(step))
  const pages = (steps: FileProgress[] = []) => steps.filter(({ step }) => step !== 'fonts')
  expect(pages(told['ofd'])).toEqual(pages(told['pdf']))
  expect(told['ofd']?.at(-1)).toEqual({ step: 'file', done: 0, total: 1 })
})

const withoutBlanks = (text: string): string => text.replace(/\s/g, '')

/**
 * An OFD and a PDF of blocks: as valid, as long, with the same text; a reader of PDF makes blanks of
 * its own. False where both refuse for the same reason.
 */
async function agree(blocks: readonly Block[], set: SetPages): Promise<boolean> {
  const pages = await set(blocks)
  const [ofd, pdf] = await both(blocks, set)
  if (!pages.ok || !ofd.ok || !pdf.ok) {
    expect(ofd).toEqual(pdf)
    return false
  }
  expect(faultsIn(ofd.bytes)).toEqual([])
  const read = ofdTexts(ofd.bytes)
  expect(read).toEqual(lettersOf(pages))
  const other = await pageTexts(await readBack(pdf.bytes))
  expect(read.map(withoutBlanks)).toEqual(other.map(withoutBlanks))
  return true
}

/** The characters of each page in the order of its items. */
const lettersOf = ({ document, drawings }: SetDocument): string[] =>
  document.pages.map(({ items }) => {
    const glyphs = items.flatMap((item) => {
      if (item.kind !== 'chart') return item.kind === 'run' ? item.glyphs : []
      const marks = drawings.get(item.spec.id)?.marks ?? []
      return marks.flatMap((mark) => (mark.kind === 'text' ? mark.glyphs : []))
    })
    return glyphs.map(({ code }) => String.fromCodePoint(code)).join('')
  })

test('any report that a PDF can be made of has an OFD with the same text', async () => {
  const sets = new Map<string, SetPages>()
  let files = 0
  await fc.assert(
    fc.asyncProperty(anyReport, fc.boolean(), async (report, draft) => {
      const of = lookOf(report, draft)
      const key = JSON.stringify(of)
      const set = sets.get(key) ?? pageSetter(library, of)
      sets.set(key, set)
      if (await agree(compose(report), set)) files++
    }),
    { numRuns: times(60, 8) }
  )
  expect(files).toBeGreaterThan(0)
}, 120_000)

describe('long and odd reports', () => {
  const known = (code: number) => library.set().metric('body', code) !== undefined
  const chart = sampleBlocks.find(({ type }) => type === 'chart')
  const charts = Array.from({ length: 40 }, (_, i) =>
    chart?.type === 'chart'
      ? [{ ...chart, spec: { ...chart.spec, id: `c${i}`, title: `第${i + 1}幅` } }]
      : []
  ).flat()
  const long: readonly [string, readonly Block[]][] = [
    ['of about sixty pages', longReport(times(102, 9), 20260183, known)],
    ['with forty charts', charts],
    [
      'with a title of eighty characters',
      [
        {
          type: 'title',
          unit: '',
          text: '清川市青石镇'.repeat(14).slice(0, 80),
          from: { kind: 'title' }
        }
      ]
    ]
  ]
  test.each(long)(
    '%s',
    async (_, blocks) => {
      expect(await agree(blocks, pageSetter(library, look))).toBe(true)
    },
    120_000
  )
})
