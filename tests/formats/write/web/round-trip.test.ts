// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newReport } from '../../../../src/core/report/new-report.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { copyable } from '../../../../src/formats/index.ts'
import { read } from '../../../../src/formats/read/web/read-html.ts'
import { read as readText } from '../../../../src/formats/read/text/read-text.ts'
import { writeHtml } from '../../../../src/formats/write/web/page.ts'
import { balancedCells, gappyCells } from '../../../core/intake/arbitrary.ts'
import { score } from '../../../core/intake/score.ts'
import { anyReport } from '../../../fixtures/random-reports.ts'
import { times } from '../../../run.ts'
import { filtered, filters } from './filters.ts'
import { saidBy, saidIn, type Said } from './said.ts'

async function blocksIn(html: string) {
  const result = await read({ name: '', bytes: new Uint8Array(), text: html })
  if (!result.ok || !('blocks' in result)) throw new Error('not read')
  return result.blocks
}

const pageOf = async (report: Report): Promise<string> => {
  const made = await writeHtml(report, { draft: false })
  if (!made.ok) throw new Error(made.reason)
  return new TextDecoder().decode(made.bytes)
}
const fragmentOf = async (report: Report): Promise<string> => (await copyable(report)).html

describe.each([
  ['the fragment', fragmentOf],
  ['the page', pageOf]
])('%s, read back', (_name, write) => {
  it('says every word and every number in its place, of any report', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        expect(saidIn(await blocksIn(await write(report)))).toEqual(saidBy(report))
      }),
      { numRuns: times(12, 5), endOnFailure: true }
    )
  })

  it('gives the same 200 numbers, unit and year', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(balancedCells, gappyCells), async (cells) => {
        const report = { ...newReport('清河县水务局', 2023), cells }
        const { right, unflagged, recognised } = score(await blocksIn(await write(report)), cells)
        expect([right, unflagged]).toEqual([200, []])
        expect(recognised.patch).toMatchObject({ unitName: '清河县水务局', year: 2023 })
        expect(recognised.patch.leftovers).toEqual([])
      }),
      { numRuns: times(4, 2), endOnFailure: true }
    )
  })
})

/** Paragraphs that an editor may add: captions that were for screen readers. */
const captions = new Set([
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况'
])
const withoutCaptions = (said: readonly Said[]): Said[] =>
  said.filter((one) => typeof one !== 'string' || !(captions.has(one) || one.startsWith('图')))

describe.each(Object.entries(filters))('pasted into %s', (_name, filter) => {
  it('the fragment keeps its words, its tables and their merged cells', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const left = await blocksIn(filtered(await fragmentOf(report), filter))
        expect(withoutCaptions(saidIn(left))).toEqual(withoutCaptions(saidBy(report)))
      }),
      { numRuns: times(4, 2), endOnFailure: true }
    )
  })
})

describe('the text beside it', () => {
  it('is read back with the same 200 numbers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(balancedCells, gappyCells), async (cells) => {
        const { text } = await copyable({ ...newReport('清河县水务局', 2023), cells })
        const result = await readText({ name: '', bytes: new Uint8Array(), text })
        if (!result.ok || !('blocks' in result)) throw new Error('not read')
        const { right, unflagged } = score(result.blocks, cells)
        expect([right, unflagged]).toEqual([200, []])
      }),
      { numRuns: times(6, 3), endOnFailure: true }
    )
  })
})
