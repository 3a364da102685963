import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { newReport as blankReport } from '../../src/core/report/new-report.ts'
import { compoundFile } from '../fixtures/writers/old/compound.ts'
import { expect, test } from './app.ts'
import { goTo, importFiles, newReport } from './steps.ts'

const outcomes = (page: Page) =>
  page.getByRole('list', { name: '已选的文件' }).getByRole('listitem')

/** What is stored, by the list of the library. */
async function stored(page: Page): Promise<string[]> {
  await goTo(page, '报告库')
  const rows = page.getByRole('rowheader')
  await expect(rows.first()).toBeVisible()
  return rows.allTextContents()
}

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content)
})
const report = blankReport('白石县民政局', 2025)

const files = [
  {
    of: 'JSON of something else',
    file: file('a.json', '{"name":"x"}'),
    says: '不是年报台的交换文件'
  },
  {
    of: 'a report of a newer schema',
    file: file('b.nianbao.json', JSON.stringify({ ...report, schema: report.schema + 1 })),
    says: '较新版本的年报台'
  },
  {
    of: 'another schema',
    file: file('c.json', JSON.stringify({ ...report, format: 'something-else' })),
    says: '不是年报台的交换文件'
  },
  {
    of: 'a report cut off in the middle',
    file: file('d.nianbao.json', JSON.stringify(report).slice(0, 3000)),
    says: '没有导入'
  },
  { of: 'an empty file', file: file('e.txt', ''), says: '没有文字' },
  {
    of: 'a picture',
    file: file('f.png', Buffer.from('89504e470d0a1a0a0000', 'hex')),
    says: '不支持这种文件'
  },
  {
    of: 'an old Word file that is cut off',
    file: file('g.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
    says: '文件已损坏'
  },
  {
    of: 'a text without tables',
    file: file('h.txt', '今天下午三点开会。\n请带材料。'),
    says: '没有识别出三张表'
  }
]

for (const { of, file, says } of files) {
  test(`${of} gets a sentence and changes nothing`, async ({ page }) => {
    await newReport(page, '青石县水利局', 2025)
    const before = await stored(page)
    await importFiles(page, file)
    await expect(outcomes(page)).toHaveCount(1)
    await expect(outcomes(page)).toContainText(says)
    expect(await stored(page)).toEqual(before)
  })
}

/** An archive of some 80 kB of which one part unpacks to 80 MB, and says that it does not. */
function bomb(): Buffer {
  const name = Buffer.from('word/document.xml')
  const data = deflateRawSync(Buffer.alloc(80 * 1024 * 1024))
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt32LE(1000, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name, data])
}

const word = (document: string) => Buffer.from(zipSync({ 'word/document.xml': strToU8(document) }))
const corpus = (name: string) => readFileSync(`tests/fixtures/corpus/${name}`)

/** A container as Word and Excel write it around what a password protects. */
const locked = Buffer.from(compoundFile({ EncryptedPackage: new Uint8Array(600) }))

const hostile: readonly (readonly [string, Buffer, string])[] = [
  ['炸弹.docx', bomb(), '展开后过大'],
  ['截断.docx', corpus('town-docx.docx').subarray(0, 1500), '文件已损坏'],
  ['截断.xlsx', corpus('town-xlsx.xlsx').subarray(0, 1500), '文件已损坏'],
  ['截断.pdf', corpus('town-pdf-of-libreoffice.pdf').subarray(0, 900), '文件已损坏'],
  [
    '实体.docx',
    word('<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;&x;&x;">]><w:document>&y;</w:document>'),
    '文件已损坏'
  ],
  ['加密.docx', locked, '有密码'],
  ['加密.pdf', readFileSync('tests/fixtures/pdf/password.pdf'), '有密码'],
  ['扫描.pdf', readFileSync('tests/fixtures/pdf/scan.pdf'), '没有文字'],
  ['空壳.docx', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), '没有 Word 文档']
]

test('hostile and damaged files get a sentence each and change nothing', async ({ page }) => {
  test.setTimeout(120_000)
  await newReport(page, '青石县水利局', 2025)
  const before = await stored(page)
  await importFiles(page, ...hostile.map(([name, content]) => file(name, content)))
  for (const [name, , says] of hostile) {
    await expect(outcomes(page).filter({ hasText: name })).toContainText(says, { timeout: 30_000 })
  }
  expect(await stored(page)).toEqual(before)
})

test('nothing of a page that is read is run or fetched', async ({ page, silence }) => {
  // Chromium tells of each handler that it keeps from running.
  silence.except(/^error: .*Content Security Policy/)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const attack = "window.attacked=1;document.title='x'"
  const markup =
    `<script>${attack}</script><img src="https://attack.invalid/a.png" onerror="${attack}">` +
    `<svg onload="${attack}"></svg><iframe srcdoc="<script>parent.attacked=1</script>"></iframe>` +
    `<link rel="stylesheet" href="https://attack.invalid/a.css"><a href="javascript:${attack}">甲</a>`
  const saved = corpus('town-html-a-plain-page.html').toString('utf8')
  await importFiles(
    page,
    file(
      '网页.html',
      saved.replace(/<body[^>]*>/, (body) => body + markup)
    )
  )
  await expect(page.locator('[data-action="import-accept"]')).toBeVisible()
  const own = new URL(page.url()).origin
  expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('blob:'))).toEqual([])
  expect(await page.evaluate(() => 'attacked' in window)).toBe(false)
  await expect(
    page.locator('iframe, img[onerror], svg[onload], a[href^="javascript"]')
  ).toHaveCount(0)
})

test('a file of 200 MB is not read at all', async ({ page }, testInfo) => {
  await newReport(page, '青石县水利局', 2025)
  const before = await stored(page)
  const path = testInfo.outputPath('年报.pdf')
  writeFileSync(path, '%PDF-1.7')
  truncateSync(path, 200 * 1024 * 1024)
  await goTo(page, '导入')
  await page.locator('input[type="file"]').setInputFiles(path)
  await expect(outcomes(page)).toContainText('200 MB，超过 50 MB')
  expect(await stored(page)).toEqual(before)
})

test('an empty paste says what to do', async ({ page }) => {
  await goTo(page, '导入')
  const read = page.getByRole('button', { name: '识别文字' })
  await page.getByLabel('报告全文').fill('  \n ')
  if (await read.isEnabled()) {
    await read.click()
    await expect(outcomes(page)).toContainText('没有文字')
  } else await expect(page.getByText('全选、复制，粘贴到这里').first()).toBeVisible()
})

test('bad files between good ones cost nothing but themselves', async ({ page }) => {
  await newReport(page, '青石县水利局', 2025)
  await importFiles(
    page,
    file('bad.json', '{"name":"x"}'),
    file('good.nianbao.json', JSON.stringify(report)),
    file('empty.txt', '')
  )
  await expect(outcomes(page)).toHaveCount(3)
  await expect(outcomes(page).filter({ hasText: '已存为新报告' })).toHaveCount(1)
  await goTo(page, '报告库')
  for (const name of ['白石县民政局', '青石县水利局']) {
    await expect(page.getByRole('rowheader', { name })).toHaveCount(1)
  }
})
