import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../../../src/core/compose/compose.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { readFile, recogniseFile } from '../../../../src/formats/index.ts'
import { pageSetter } from '../../../../src/formats/press/pages.ts'
import { renderPdf } from '../../../../src/formats/press/pdf-render.ts'
import { read } from '../../../../src/formats/read/pdf/read-pdf.ts'
import { score } from '../../../core/intake/score.ts'
import { sizes, validReport } from '../../../core/report/reports.ts'
import { diskLibrary } from '../../fonts/disk.ts'

const library = await diskLibrary()
const set = pageSetter(library, { style: 'official', digits: 'own', draft: false })

async function exported(report: Report): Promise<Uint8Array> {
  const made = await renderPdf(compose(report), { title: '', author: '', date: '' }, set, library)
  if (!made.ok) throw new Error(made.reason)
  return made.bytes
}
const file = (bytes: Uint8Array) => read({ name: '年报.pdf', bytes })

describe.each(Object.entries(sizes))('our own export of an office that is a %s', (_name, size) => {
  const report = validReport(size, size)
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await exported(report)
  })

  it('reads back to the same cells and words', async () => {
    const result = await file(bytes)
    if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
    const { right, unflagged, recognised } = score(result.blocks, report.cells)
    expect([right, unflagged]).toEqual([200, []])
    const { patch } = recognised
    expect(patch).toMatchObject({ unitName: report.unit.name, year: report.year, leftovers: [] })
    expect(patch.text).toEqual(report.text)
  })
})

it('tells page by page how far it is', async () => {
  const bytes = readFileSync('tests/fixtures/corpus/town-pdf-of-libreoffice.pdf')
  const told: [number, number][] = []
  await recogniseFile(new File([bytes], '年报.pdf'), {
    onProgress: (done, total) => told.push([done, total])
  })
  const total = told.length
  expect(total).toBeGreaterThan(1)
  expect(told).toEqual(Array.from({ length: total }, (_, i) => [i + 1, total]))
})

describe('files that give nothing', () => {
  const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/pdf/${name}.pdf`))
  const head = new TextEncoder().encode('%PDF-1.7\n')

  it.each<[string, Uint8Array, string]>([
    ['that ask for a password', fixture('password'), 'password'],
    ['with pictures or areas only', fixture('scan'), 'noText'],
    ['that end after their first line', head, 'damaged']
  ])('%s', async (_name, bytes, reason) => {
    expect(await file(bytes)).toMatchObject({ ok: false, reason })
  })

  it('are told by their size before they are read', async () => {
    const unreadable = { name: 'a.pdf', size: 200 * 1024 * 1024 } as File
    expect(await readFile(unreadable)).toMatchObject({ ok: false, reason: 'tooLarge' })
  })
})
