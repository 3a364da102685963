import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { clerksJob } from './clerks-job.ts'
import { textOfPdf } from './pdf-text.ts'
import { contentOf, exportFile, goTo } from './steps.ts'

/** The single file, opened as by a double click: every part that the site loads is inside it. */

const built = 'dist-single/年报台.html'
const folder = join(tmpdir(), `年报 单文件 ${process.pid}`)
const copy = join(folder, '年报台.html')

test.use({ baseURL: pathToFileURL(copy).href })
test.beforeAll(() => {
  if (!existsSync(built)) throw new Error(`There is no ${built}: run npm run build:single first.`)
  mkdirSync(folder, { recursive: true })
  copyFileSync(built, copy)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** All that the page and its threads have asked for since it was opened. */
function requestsOf(page: Page): string[] {
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(request.url()))
  return asked
}

/** The sample in the editor. */
async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开样例' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('清川市')
}

test('the whole job, from the paste to the PDF', async ({ page }) => {
  const asked = requestsOf(page)
  await clerksJob(page)
  expect(asked.filter((address) => !/^(?:blob:null\/|data:)/.test(address))).toEqual([])
})

test('what was done is there when the file is opened again', async ({ page }) => {
  await openSample(page)
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('清川市')
  await goTo(page, '报告库')
  await expect(page.getByRole('contentinfo')).toContainText('本文件可移动、改名')
  const databases = await page.evaluate(() => indexedDB.databases())
  expect(databases.map(({ name }) => name)).toEqual(['nianbao-single'])
})

test('preview with its fonts and charts, and every kind of export', async ({ page }) => {
  await openSample(page)
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const sheets = page.getByRole('img', { name: /^第 \d+ 页$/ })
  await expect(sheets.first()).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.fonts.size)).toBeGreaterThan(2)
  expect((await textOfPdf(await exportFile(page, 'export-pdf'))).text).toContain('清川市')
  for (const [action, start] of [
    ['export-docx', 'PK'],
    ['export-ofd', 'PK'],
    ['export-xlsx', 'PK'],
    ['export-json', '{']
  ] as const) {
    const file = await exportFile(page, action)
    expect(file.toString('latin1', 0, start.length), action).toBe(start)
  }
})

test('a file of every kind is read', async ({ page }) => {
  const corpus = 'tests/fixtures/corpus/'
  const names = readdirSync(corpus).sort()
  const endings = 'doc wps xls rtf txt html docx xlsx pdf json csv mht'.split(' ')
  const files = endings.flatMap((ending) => names.find((name) => name.endsWith(`.${ending}`)) ?? [])
  expect(files).toHaveLength(endings.length)
  await goTo(page, '导入')
  await page.locator('input[type="file"]').setInputFiles(files.map((name) => corpus + name))
  const list = page.getByRole('list', { name: '已选的文件' })
  await expect(list.getByRole('listitem')).toHaveCount(files.length)
  await expect(page.locator('[data-outcome="reading"]')).toHaveCount(0)
  for (const bad of ['failed', 'nothing', 'unstored']) {
    await expect(page.locator(`[data-outcome="${bad}"]`)).toHaveCount(0)
  }
})

test('no script runs but its own', async ({ context, silence }) => {
  silence.except(/Content Security Policy/)
  const page = await context.newPage()
  await page.goto('#/')
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content')
  const scripts = /script-src ([^;]*)/.exec(policy ?? '')?.[1] ?? ''
  expect(scripts.split(' ').every((source) => source.startsWith("'sha256-"))).toBe(true)
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          resolve([event.effectiveDirective, 'ran' in window])
        })
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.body.append(script)
      })
  )
  expect(refused).toEqual(['script-src-elem', false])
})

test('at #recovery it gives out what is stored, without the app', async ({ page, context }) => {
  await openSample(page)
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await page.close()
  const recovery = await context.newPage()
  await recovery.goto('#recovery')
  await expect(recovery.getByRole('heading', { name: '取出报告' })).toBeVisible()
  await expect(recovery.locator('tbody tr')).toHaveCount(1)
  const download = recovery.waitForEvent('download')
  await recovery.getByRole('button', { name: '导出文件' }).click()
  expect(JSON.parse((await contentOf(await download)).toString('utf8')).unit.name).toContain(
    '清川市'
  )
  await expect(recovery.locator('#app')).toHaveCount(0)
})
