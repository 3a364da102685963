import { carriedJson } from '../../src/formats/source/carried.ts'
import { unzip } from '../../src/formats/source/zip.ts'
import { expect, test } from './app.ts'
import { openSample } from './platform-steps.ts'
import { exportFile } from './steps.ts'

/** What only a browser can do for a Word document: paint its charts, and load the library late. */

test('a chart is painted for old programs, and nothing of Word is loaded before it is asked for', async ({
  page
}) => {
  const loaded: string[] = []
  page.on('response', (response) => loaded.push(response.url()))
  await openSample(page)
  const early = loaded.filter((url) => /docx/.test(url))
  const bytes = await exportFile(page, 'export-docx')
  expect(early).toEqual([])
  expect(loaded.filter((url) => /docx/.test(url))).toHaveLength(1)

  const archive = unzip(bytes, () => true)
  if (!archive.ok) throw new Error(archive.reason)
  const part = (path: string) => Buffer.from(archive.files.get(path) ?? [])
  const carried = part('customXml/item1.xml').toString('utf8')
  expect(carriedJson(carried)).toContain('zfxxgk-annual-report')
  const png = part('word/media/image1.png')
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  expect(png.length).toBeGreaterThan(5_000)
})
