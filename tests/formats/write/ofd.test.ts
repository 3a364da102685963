import { describe, expect, test, vi } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { writeFile, type Press } from '../../../src/formats/index.ts'
import { renderOfd } from '../../../src/formats/press/ofd-render.ts'
import { pageSetter } from '../../../src/formats/press/pages.ts'
import { renderPdf } from '../../../src/formats/press/pdf-render.ts'
import { diskLibrary } from '../fonts/disk.ts'
import { ofdFiles, ofdTexts, readOfd } from '../ofd/read-ofd.ts'

vi.mock(import('../../../src/formats/pdf/container.ts'), () => {
  throw new Error('jsPDF is loaded')
})

const library = await diskLibrary()
const report = {
  ...newReport('清川市水务局', 2025),
  text: { ...newReport('', 2025).text, other: '无。' }
}

/** A press that makes files on the spot. */
const press: Press = {
  set: () => Promise.reject(new Error('nobody asked for pages')),
  file: (kind, { blocks, look }, meta, options) => {
    const render = kind === 'ofd' ? renderOfd : renderPdf
    return render(blocks, meta, pageSetter(library, look), library, options?.onProgress)
  }
}
const job = (draft: boolean) => ({
  draft,
  means: { press: () => Promise.resolve(press), fonts: { chosen: [] } },
  signal: new AbortController().signal,
  onProgress: () => undefined
})

test('the report under its title, of today, without jsPDF', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 0, 5, 23, 59) })
  const written = await writeFile('ofd', report, job(false))
  vi.useRealTimers()
  if (!written.ok) throw new Error(written.reason)
  expect(written.file).toMatchObject({ name: '清川市水务局-2025.ofd', mime: 'application/ofd' })
  expect(readOfd(ofdFiles(written.file.bytes)).info).toMatchObject({
    Title: '清川市水务局2025年政府信息公开工作年度报告',
    Author: '清川市水务局',
    CreationDate: '2026-01-05'
  })
  await expect(writeFile('pdf', report, job(false)), 'the guard of this test').rejects.toThrow()
})

describe('a draft', () => {
  test('says so on every page and in its name', async () => {
    const written = await writeFile('ofd', report, job(true))
    if (!written.ok) throw new Error(written.reason)
    expect(written.file.name).toBe('清川市水务局-2025-草稿.ofd')
    for (const text of ofdTexts(written.file.bytes)) expect(text).toContain('草稿')
  })
})

test('a character without a font is named with the words around it, and there is no file', async () => {
  const odd = { ...report, text: { ...report.text, other: '无\u{1F600}其他事项。' } }
  expect(await writeFile('ofd', odd, job(false))).toEqual({
    ok: false,
    reason: 'missing',
    near: [expect.stringContaining('\u{1F600}')]
  })
})
