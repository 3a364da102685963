import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { dumpIn, type DatabaseDump } from '../storage/dump.ts'
import { expect, test } from './app.ts'
import { blank, databaseOfSchema1, layDown } from './laid-database.ts'
import { contentOf, newReport } from './steps.ts'

/** The recovery page: what is stored comes out though the app does not start, and nothing changes. */

const fixture = (name: string): string => readFileSync(`tests/fixtures/${name}`, 'utf8')

const dumps = { 1: databaseOfSchema1(), 2: dumpIn(fixture('schema-2/database.json')) } as const

const valuesIn = ({ stores }: DatabaseDump, name: string): readonly unknown[] =>
  stores.find((store) => store.name === name)?.values ?? []

const reportsLaidAside = ({ localStorage }: DatabaseDump): unknown[] =>
  Object.values(localStorage).map((text) => JSON.parse(text).report)

const reportsPending = (dump: DatabaseDump): unknown[] =>
  valuesIn(dump, 'pending').map((value) => (value as { report: unknown }).report)

/** The databases of this address as they are now: version, and all values of all stores. */
async function stored(page: Page): Promise<unknown> {
  await blank(page)
  return page.evaluate(async () => {
    const answered = <Answer>(request: IDBRequest<Answer>) =>
      new Promise<Answer>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const all = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name))
      const values: Record<string, unknown> = {}
      for (const store of database.objectStoreNames) {
        values[store] = await answered(database.transaction(store).objectStore(store).getAll())
      }
      all.push({ name, version: database.version, values })
      database.close()
    }
    return JSON.stringify([all, { ...localStorage }])
  })
}

const rows = (page: Page) => page.locator('tbody tr')

async function saved(page: Page, button: string, within = page.locator('main')) {
  const download = page.waitForEvent('download')
  await within.getByRole('button', { name: button }).click()
  const made = await download
  return { name: made.suggestedFilename(), text: (await contentOf(made)).toString('utf8') }
}

/** Restores a file in the app; what it says of the file before, and of the restored after. */
async function restore(page: Page, text: string): Promise<string> {
  await page.goto('#/')
  const file = { name: '取出.json', mimeType: 'application/json', buffer: Buffer.from(text) }
  await page.locator('aside input[type="file"]').setInputFiles(file)
  const dialog = page.getByRole('dialog', { name: '从备份恢复' })
  const button = dialog.getByRole('button', { name: '恢复所选' })
  await expect(button).toBeEnabled()
  const before = (await dialog.textContent()) ?? ''
  await button.click()
  const said = page.locator('aside [role="status"]').filter({ hasText: /已恢复/ })
  await expect(said).toBeVisible()
  return before + (await said.textContent())
}

for (const schema of [1, 2] as const) {
  const dump = dumps[schema]
  test(`a database of schema ${schema}: all comes out as it is stored, and the app reads it back`, async ({
    page,
    browser
  }) => {
    await layDown(page, dump)
    const before = await stored(page)
    await page.goto('./recovery.html')
    const reports = valuesIn(dump, 'reports')
    const unsaved = [...reportsLaidAside(dump), ...reportsPending(dump)]
    await expect(rows(page)).toHaveCount(reports.length + unsaved.length)
    await expect(page.getByText('没有保存的改动')).toHaveCount(unsaved.length)

    const all = await saved(page, '全部导出为一个文件')
    expect(all.name).toMatch(/^年报台备份-\d{4}-\d\d-\d\d\.json$/)
    const backup = JSON.parse(all.text)
    const byText = (values: readonly unknown[]) => values.map((each) => JSON.stringify(each)).sort()
    expect(byText(backup.reports)).toEqual(byText([...reports, ...unsaved]))

    const versions = page.getByRole('button', { name: /^历史版本/ })
    expect(await versions.count()).toBe(1)
    const copies = JSON.parse((await saved(page, '历史版本')).text)
    expect(copies.reports).toHaveLength(valuesIn(dump, 'snapshots').length)
    expect(await stored(page)).toBe(before)

    const other = await browser.newContext()
    const said = await restore(await other.newPage(), all.text)
    await other.close()
    const refused = schema === 1 ? 0 : 2
    expect(said).toContain(`已恢复 ${reports.length + unsaved.length - refused} 份`)
    if (refused) expect(said).toMatch(new RegExp(`无法打开的\\s*${refused} 份`))
  })
}

test('one report alone, and a damaged one as it lies there', async ({ page, browser }) => {
  await layDown(page, dumps[2])
  await page.goto('./recovery.html')
  const first = rows(page).filter({ hasText: '清川市科学技术局' }).filter({ hasText: '2026 年度' })
  const one = await saved(page, '导出文件', first)
  expect(one.name).toBe('清川市科学技术局-2026-取出.nianbao.json')
  const damaged = await saved(page, '导出文件', rows(page).filter({ hasText: '二〇二五' }))
  expect(JSON.parse(damaged.text).year).toBe('二〇二五')
  const other = await browser.newContext()
  expect(await restore(await other.newPage(), one.text)).toContain('已恢复 1 份')
  await other.close()
})

test('what lies in the bin, and in the other edition, comes out too', async ({ page }) => {
  const report = (name: string) => ({ format: 'zfxxgk-annual-report', unit: { name }, year: 2025 })
  const at = '2026-01-20T08:00:00.000Z'
  const store = (name: string, value: unknown) => {
    return { name, keyPath: 'id', autoIncrement: false, indexes: [], values: [value] }
  }
  await layDown(page, {
    version: 20,
    localStorage: { 'nianbao-single.aside.a.b': '{"report":' },
    stores: [store('bin', { id: 'a', at, report: report('青石镇人民政府') })]
  })
  const own = {
    version: 20,
    localStorage: {},
    stores: [store('reports', { id: 'b', ...report('清川市财政局') })]
  }
  await layDown(page, own, 'nianbao-single')
  await page.goto('./recovery.html')
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).filter({ hasText: '青石镇人民政府' })).toContainText('回收站')
  const { reports } = JSON.parse((await saved(page, '全部导出为一个文件')).text)
  expect(reports).toHaveLength(3)
  expect(reports).toContain('{"report":')
})

test('a browser that has none is told so, and gets no database by it', async ({ context }) => {
  const page = await context.newPage()
  await page.goto('./recovery.html')
  await expect(page.getByText('这个浏览器中没有年报台的报告')).toBeVisible()
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
})

test('the app does not start: what it says leads there, and what was typed comes out', async ({
  page,
  context,
  silence
}) => {
  silence.except(/^error: Failed to load resource: net::ERR_FAILED/)
  await newReport(page, '青石县水利局', 2025)
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await page.close()
  const broken = await context.newPage()
  await broken.route('**/assets/*.js', (route) => route.abort())
  await broken.goto('./')
  await broken.getByRole('link', { name: '取出报告' }).click()
  const { text } = await saved(broken, '导出文件')
  expect(JSON.parse(text).unit.name).toBe('青石县水利局')
})

test('it holds up no other version of the app', async ({ page, context }) => {
  await layDown(page, dumps[2])
  await page.goto('./recovery.html')
  await expect(rows(page).first()).toBeVisible()
  const app = await context.newPage()
  await app.goto('#/')
  await expect(app.getByRole('rowheader', { name: '青石县人民政府办公室' })).toBeVisible()
  const { text } = await saved(page, '全部导出为一个文件')
  expect(JSON.parse(text).reports).toContainEqual(expect.objectContaining({ year: '二〇二五' }))
})
