import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { layReports } from '../../scripts/bench/lay-reports.mjs'
import type { Report } from '../../src/core/report/report.ts'
import { validReport } from '../core/report/reports.ts'
import { times } from '../run.ts'
import { expect, test } from './app.ts'
import { contentOf } from './steps.ts'

/** A library far larger than any office has, and one that holds what no office wrote. */

const many = times(2000, 500)
const years = 5
const id = (n: number): string => `7c1e9a30-5b2d-4f68-8a10-${String(n).padStart(12, '0')}`
const first = validReport(3)

/** Reports of many offices, of five years each; one of them has a word that no other has. */
const reportsOf = (count: number): Report[] =>
  Array.from({ length: count }, (_, n) => ({
    ...first,
    id: id(n),
    rev: 1,
    year: 2021 + (n % years),
    unit: { ...first.unit, name: `清川市第${Math.floor(n / years) + 1}局` },
    updatedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString(),
    ...(n === 77 && { text: { ...first.text, other: '另附蓝皮书一册。' } })
  }))

/** A page of the same origin without the app: nothing holds the database. */
async function leaveApp(page: Page): Promise<void> {
  const body = '<link rel="icon" href="data:,">'
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto('./blank')
}

/** All values of a table, read past the app, and the version that the browser counts. */
const stored = (page: Page, table: string) =>
  page.evaluate(async (table) => {
    const opening = indexedDB.open('nianbao')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const { result: database } = opening
    const { version } = database
    if (!database.objectStoreNames.contains(table)) return { version, values: [] }
    const asked = database.transaction(table).objectStore(table).getAll()
    await new Promise((resolve) => (asked.onsuccess = resolve))
    database.close()
    return { version, values: asked.result as unknown[] }
  }, table)

const rows = (page: Page) => page.locator('tr[data-report]')
const count = (page: Page) => page.getByRole('main').getByText(/^\d+ 份$/)
const opened = async (page: Page): Promise<void> => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1, name: '报告库', exact: true })).toBeVisible()
}

test('thousands of reports: listed, found, walked through, backed up and restored elsewhere', async ({
  page,
  browser
}) => {
  await page.locator('.empty').waitFor()
  await leaveApp(page)
  const reports = reportsOf(many)
  await page.evaluate(layReports, { reports })
  await opened(page)
  await expect(count(page)).toHaveText(`${many} 份`)
  // Only what can be seen stands in the page; the table says how long it is.
  const table = page.getByRole('table')
  await expect(table).toHaveAttribute('aria-rowcount', String(many + years + 1))
  expect(await rows(page).count()).toBeLessThan(60)
  await expect(rows(page).first()).toContainText(/可报送|待确认|有错误/)

  const search = page.getByRole('searchbox')
  await search.fill('第12局 2023')
  await expect(rows(page)).toHaveCount(1)
  await search.fill('蓝皮书')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toHaveAttribute('data-report', id(77))
  await search.fill('')

  // The last row comes when it is scrolled to, and what has the focus stays.
  const focused = rows(page).first().getByRole('button').first()
  await focused.focus()
  await page.locator('.sheet').evaluate((sheet) => (sheet.scrollTop = sheet.scrollHeight))
  await expect(page.locator(`tr[aria-rowindex="${many + years + 1}"]`)).toBeVisible()
  await expect(focused).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('tr[data-report] :focus')).toHaveCount(1)

  const saved = page.waitForEvent('download')
  await page.locator('[data-action="backup"]').click()
  const download = await saved
  const file = {
    name: download.suggestedFilename(),
    mimeType: 'application/zip',
    buffer: await contentOf(download)
  }
  await expect(page.getByText('上次备份', { exact: false })).toBeVisible()

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(page.url())
  await elsewhere.locator('.empty').waitFor()
  await elsewhere.locator('input[type=file]').first().setInputFiles(file)
  const dialog = elsewhere.getByRole('dialog', { name: '从备份恢复' })
  await expect(dialog).toContainText(`中有 ${many} 份报告`)
  await expect(dialog.getByText('库中没有的')).toBeVisible()
  expect((await stored(elsewhere, 'reports')).values).toEqual([])
  await dialog.getByRole('button', { name: '恢复所选' }).click()
  await expect(elsewhere.getByText(`已恢复 ${many} 份`)).toBeVisible()
  await expect(count(elsewhere)).toHaveText(`${many} 份`)
  const restored = (await stored(elsewhere, 'reports')).values
  expect(restored).toEqual((await stored(page, 'reports')).values)

  // A second time there is nothing to do; and all of it goes again.
  await elsewhere.locator('input[type=file]').first().setInputFiles(file)
  await expect(dialog.getByText('库中已有，内容相同')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '恢复所选' })).toBeDisabled()
  await dialog.getByRole('button', { name: '取消' }).click()
  await elsewhere.getByRole('button', { name: '撤销恢复' }).click()
  await expect(elsewhere.getByText('没有报告', { exact: true })).toBeVisible()
  await elsewhere.context().close()
})

test('a backup that was cut off brings what is whole in it, and says so', async ({ page }) => {
  await page.locator('.empty').waitFor()
  await leaveApp(page)
  await page.evaluate(layReports, { reports: reportsOf(40) })
  await opened(page)
  await expect(count(page)).toHaveText('40 份')
  const saved = page.waitForEvent('download')
  await page.locator('[data-action="backup"]').click()
  const whole = await contentOf(await saved)
  await leaveApp(page)
  await page.evaluate(layReports, { reports: [], version: 10 })
  await opened(page)
  await page.locator('.empty').waitFor()
  const picker = page.locator('input[type=file]').first()
  const hand = (name: string, buffer: Buffer) =>
    picker.setInputFiles({ name, mimeType: 'application/zip', buffer })
  await hand('备份.zip', whole.subarray(0, Math.floor(whole.length * 0.6)))
  const dialog = page.getByRole('dialog', { name: '从备份恢复' })
  await expect(dialog.getByRole('alert')).toContainText('备份文件不完整或已损坏')
  await dialog.getByRole('button', { name: '恢复所选' }).click()
  await expect(page.getByText(/^已恢复 \d+ 份。$/)).toBeVisible()
  const some = (await stored(page, 'reports')).values.length
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(40)
  await hand('备份.zip', whole)
  await dialog.getByRole('button', { name: '恢复所选' }).click()
  await expect(count(page)).toHaveText('40 份')
  await hand('别的.zip', Buffer.from('没有'))
  await expect(page.getByText('这不是年报台的备份', { exact: false })).toBeVisible()
})

test('reports that nobody wrote hold up neither the list nor the others', async ({ page }) => {
  await page.locator('.empty').waitFor()
  await leaveApp(page)
  const [good] = reportsOf(1)
  await page.evaluate(layReports, { reports: [good] })
  await page.evaluate(
    async ({ good, ids }) => {
      const [prose, figures, findings, heavy] = ids
      const figure = (n: number) => ({
        ...{ id: `m${n}`, channel: 'c', key: 'posts', name: '发布', year: 2025, period: 'year' },
        ...{ value: n, qualifier: '', shown: '', unit: '条', source: '', date: '', note: '' }
      })
      const finding = (n: number) => ({
        ...{ rule: 'D-LABEL', severity: 'warning', at: { kind: 'report' }, params: {} },
        fingerprint: `f${n}`
      })
      const list = <Item>(length: number, of: (n: number) => Item) =>
        Array.from({ length }, (_, n) => of(n))
      const text = (overview: string) => ({ leadIn: '', overview, problems: '', other: '' })
      const poisoned = [
        { ...good, id: prose, text: text('年报'.repeat(19_500_000)) },
        { ...good, id: figures, metrics: list(10_000, figure) },
        {
          ...good,
          id: findings,
          imported: { name: '', at: '2026-01-01T00:00:00.000Z', findings: list(10_000, finding) }
        },
        { ...good, id: heavy, year: 2030, text: text('1，其中2，'.repeat(250_000)) }
      ]
      const opening = indexedDB.open('nianbao')
      await new Promise((resolve) => (opening.onsuccess = resolve))
      const transaction = opening.result.transaction('reports', 'readwrite')
      for (const report of poisoned) transaction.objectStore('reports').put(report)
      await new Promise((resolve) => (transaction.oncomplete = resolve))
      opening.result.close()
    },
    { good, ids: [id(1), id(2), id(3), id(4)] }
  )
  await opened(page)
  const verdict = page.locator(`tr[data-report="${id(0)}"]`)
  await expect(verdict).toContainText(/可报送|待确认|有错误/)
  await expect(page.getByText('有 3 份已保存的报告，当前版本无法打开')).toBeVisible()
  await expect(page.getByText('内容远多于一份年报', { exact: false })).toHaveCount(3)
  await expect(page.locator(`tr[data-report="${id(4)}"]`)).toContainText(
    /检查用时过长|错误|待确认|没有问题/
  )
  // The next start knows all that, and reads none of them.
  await opened(page)
  await expect(page.getByText('有 3 份已保存的报告，当前版本无法打开')).toBeVisible()
})

test('a browser killed while it takes an old database to this version leaves it whole', async ({
  page,
  launchOptions,
  baseURL,
  silence
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
  const old = reportsOf(times(1000, 300)).map((report) => ({ ...report, schema: 1 }))
  const start = async (): Promise<{ context: BrowserContext; own: Page }> => {
    const context = await chromium.launchPersistentContext(folder, {
      ...launchOptions,
      baseURL: baseURL ?? '',
      locale: 'zh-CN'
    })
    silence.watch(context)
    return { context, own: context.pages()[0] ?? (await context.newPage()) }
  }
  await leaveApp(page)
  const { context, own } = await start()
  await leaveApp(own)
  await own.evaluate(layReports, { reports: old, version: 10 })
  await context.close()
  let cut = 0
  for (const after of [20, 150, 400]) {
    const { context, own } = await start()
    await leaveApp(own)
    await own.goto('./', { waitUntil: 'commit' })
    await own.waitForTimeout(after)
    const session = await context.newCDPSession(own)
    const gone = new Promise((resolve) => context.on('close', resolve))
    await session.send('Browser.crash').catch(() => undefined)
    await gone
    const again = await start()
    await leaveApp(again.own)
    const { version, values } = await stored(again.own, 'reports')
    const schemas = new Set(values.map((report) => (report as Report).schema))
    expect(values).toHaveLength(old.length)
    // All of them old, in the old database, or all of them new.
    expect([...schemas]).toEqual([version === 10 ? 1 : 2])
    if (version === 10) cut++
    await again.context.close()
  }
  const last = await start()
  await last.own.goto('./')
  await expect(count(last.own)).toHaveText(`${old.length} 份`)
  await leaveApp(last.own)
  expect((await stored(last.own, 'snapshots')).values).toHaveLength(old.length)
  expect((await stored(last.own, 'summaries')).values).toHaveLength(old.length)
  await last.context.close()
  rmSync(folder, { recursive: true, force: true })
  test.info().annotations.push({ type: 'cut off', description: `${cut} of 3` })
})
