import type { Browser, Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { makeOld } from './old-browser.ts'
import {
  cell,
  contentOf,
  exportFile,
  goTo,
  importFiles,
  leave,
  newReport,
  openSection,
  prose,
  textIn
} from './steps.ts'

/** Two people work on one report, each in a browser of their own, and exchange files. */

const unit = '青石县水利局'
const saved = (page: Page) => expect(page.locator('[data-save="saved"]')).toBeVisible()

/** Another person's browser. */
async function another(browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  await context.addInitScript(makeOld)
  const page = await context.newPage()
  await page.goto('./')
  return page
}

/** Writes the section of problems anew. */
async function write(page: Page, text: string): Promise<void> {
  await openSection(page, '问题及改进')
  await prose(page).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
  await saved(page)
}

async function fill(page: Page, section: string, numbers: Record<string, string>): Promise<void> {
  await openSection(page, section)
  for (const [field, value] of Object.entries(numbers)) {
    await page.locator(`[data-field="${field}"]`).fill(value)
  }
  await page.keyboard.press('Tab')
  await saved(page)
}

const tables = { disclosure: '主动公开', requests: '收到和处理申请', remedies: '复议、诉讼' }

const handIn = (page: Page, buffer: Buffer) =>
  importFiles(page, { name: '来件.nianbao.json', mimeType: 'application/json', buffer })
const openStored = async (page: Page) => {
  await goTo(page, '报告库')
  await page
    .getByRole('link', { name: unit })
    .or(page.getByRole('button', { name: unit }))
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(unit)
}
const radio = (dialog: Locator, place: string, side: string) =>
  dialog.getByRole('radio', { name: `${place}：${side}` })

test.setTimeout(60_000)

test('two people edit apart: each of the four kinds of change merges right', async ({
  page,
  browser
}) => {
  await newReport(page, unit, 2025)
  await fill(page, tables.requests, { 'requests.received.natural': '5' })
  await write(page, '公开的及时性不够。\n解读形式单一。')
  const file = await exportFile(page, 'export-json')

  const there = await another(browser)
  await handIn(there, file)
  await openStored(there)
  await fill(there, tables.remedies, { 'remedies.review.upheld': '2' })
  await fill(there, tables.requests, { 'requests.received.natural': '7' })
  await fill(there, tables.disclosure, { 'disclosure.normative.issued': '9' })
  await write(there, '公开的及时性不够。\n解读形式单一，互动不多。')
  const returned = await exportFile(there, 'export-json')

  await fill(page, tables.disclosure, { 'disclosure.rules.issued': '1' })
  await fill(page, tables.disclosure, { 'disclosure.normative.issued': '9' })
  await fill(page, tables.requests, { 'requests.received.natural': '6' })
  await write(page, '公开的及时性不够，有时逾期。\n解读形式单一。')
  await leave(page)

  await handIn(page, returned)
  await page.getByRole('button', { name: '逐项比较' }).click()
  const dialog = page.getByRole('dialog', { name: '同一份报告的两个版本' })
  await expect(dialog).toBeVisible()

  // Both changed: no side is chosen, and nothing is merged before one is.
  const merge = dialog.getByRole('button', { name: '按所选合并' })
  await expect(merge).toBeDisabled()
  await expect(dialog).toContainText('还有 2 处未选定')
  const asked = dialog.locator('tr.open')
  await expect(asked).toHaveCount(2)
  await asked.first().getByText('修改前').click()
  await expect(asked.first()).toContainText('5')
  // Only there, only here: chosen already. The same on both sides is no difference.
  const upheld = dialog.getByRole('row').filter({ hasText: '维持' }).first()
  await expect(upheld.getByRole('radio', { name: '文件版本' })).toBeChecked()
  await expect(dialog.getByRole('row', { name: '规章' })).toHaveCount(1)
  await expect(
    dialog.getByRole('row', { name: '规章' }).getByRole('radio', { name: '库中版本' })
  ).toBeChecked()
  await expect(dialog.getByRole('row', { name: '规范性文件' })).toHaveCount(0)

  // By the keyboard alone: from one open place to the next.
  const next = dialog.getByRole('button', { name: '下一处未选定的' })
  for (let left = 2; left > 0; left--) {
    await next.focus()
    await page.keyboard.press('Enter')
    await expect(dialog.locator('tr.open').first().getByRole('radio').first()).toBeFocused()
    await page.keyboard.press('ArrowRight')
  }
  await expect(merge).toBeEnabled()
  await merge.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: '已合并' })).toBeVisible()

  await openStored(page)
  await openSection(page, tables.requests)
  await expect(cell(page, 'requests.received.natural')).toHaveValue('7')
  await openSection(page, tables.remedies)
  await expect(cell(page, 'remedies.review.upheld')).toHaveValue('2')
  await openSection(page, tables.disclosure)
  await expect(cell(page, 'disclosure.rules.issued')).toHaveValue('1')
  await expect(cell(page, 'disclosure.normative.issued')).toHaveValue('9')
  await openSection(page, '问题及改进')
  expect(await textIn(prose(page))).toContain(
    '公开的及时性不够，有时逾期。\n解读形式单一，互动不多。'
  )

  // Sent back, it is what the other made of it and more: nothing is asked there.
  const merged = await exportFile(page, 'export-json')
  await handIn(there, merged)
  await expect(there.getByText('文件版本较新')).toBeVisible()
  await there.getByRole('button', { name: '逐项比较' }).click()
  const theirs = there.getByRole('dialog', { name: '同一份报告的两个版本' })
  await expect(theirs.locator('tr.open')).toHaveCount(0)
  await theirs.getByRole('button', { name: '按所选合并' }).click()
  await there.getByRole('button', { name: '撤销合并' }).click()
  await expect(there.getByText('文件版本较新')).toBeVisible()
  await there.context().close()
})

test('a report of a backup that differs from the one here is merged into it', async ({ page }) => {
  await newReport(page, unit, 2025)
  await fill(page, tables.requests, { 'requests.received.natural': '5' })
  await leave(page)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '备份全部' }).click()
  const backup = await saving
  const file = {
    name: backup.suggestedFilename(),
    mimeType: 'application/zip',
    buffer: await contentOf(backup)
  }
  await openStored(page)
  await fill(page, tables.requests, { 'requests.received.natural': '6' })
  await fill(page, tables.remedies, { 'remedies.review.upheld': '2' })
  await leave(page)

  await page.locator('input[type=file]').first().setInputFiles(file)
  const preview = page.getByRole('dialog', { name: '从备份恢复' })
  await expect(preview.locator('[data-fate="differs"]')).toContainText('1 份')
  await preview.getByText('逐份选择').click()
  await preview.getByRole('button', { name: `逐项比较 ${unit}` }).click()
  const dialog = page.getByRole('dialog', { name: '同一份报告的两个版本' })
  await expect(dialog.getByRole('button', { name: '按所选合并' })).toBeDisabled()
  await dialog.getByRole('button', { name: '全用文件版本' }).click()
  await radio(dialog, '表四 行政复议 · 结果维持', '库中版本').check()
  await dialog.getByRole('button', { name: '按所选合并' }).click()
  await expect(preview).toContainText('已合并到库中版本')
  await expect(preview.getByRole('button', { name: '恢复所选' })).toBeDisabled()
  await page.keyboard.press('Escape')

  await openStored(page)
  await openSection(page, tables.requests)
  await expect(cell(page, 'requests.received.natural')).toHaveValue('5')
  await openSection(page, tables.remedies)
  await expect(cell(page, 'remedies.review.upheld')).toHaveValue('2')
})

test('a file of which nobody knows what it was made of asks for every place', async ({ page }) => {
  await newReport(page, unit, 2025)
  await fill(page, tables.requests, { 'requests.received.natural': '5' })
  const text = (await exportFile(page, 'export-json')).toString('utf8')
  const { lineage: _lineage, proof: _proof, ...report } = JSON.parse(text)
  report.cells['remedies.review.upheld'] = 3
  await leave(page)
  await handIn(page, Buffer.from(JSON.stringify(report)))
  await expect(page.getByText('没有两份相同时的记录')).toBeVisible()
  await page.getByRole('button', { name: '逐项比较' }).click()
  const dialog = page.getByRole('dialog', { name: '同一份报告的两个版本' })
  await expect(radio(dialog, '', '文件版本')).toHaveCount(1)
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: '按所选合并' })).toBeDisabled()
  await dialog.getByRole('button', { name: '未选的全用文件版本' }).click()
  await dialog.getByRole('button', { name: '按所选合并' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '已合并' })).toBeVisible()
})

test('two thousand differences are chosen as a few are', async ({ page }) => {
  await newReport(page, unit, 2025)
  const text = (await exportFile(page, 'export-json')).toString('utf8')
  const { lineage: _lineage, proof: _proof, ...report } = JSON.parse(text)
  report.sources = Array.from({ length: 2000 }, (_, i) => ({
    id: `s${i}`,
    name: `青石县第${i}局`,
    year: 2025,
    rev: 1
  }))
  await leave(page)
  await handIn(page, Buffer.from(JSON.stringify(report)))
  await page.getByRole('button', { name: '逐项比较' }).click()
  const dialog = page.getByRole('dialog', { name: '同一份报告的两个版本' })
  await expect(dialog.getByRole('radio')).toHaveCount(200)
  await dialog.getByRole('button', { name: '再显示 100 处' }).click()
  await expect(dialog.getByRole('radio')).toHaveCount(400)
  await dialog.getByRole('button', { name: '未选的全用文件版本' }).click()
  await expect(dialog).toContainText('2000 处不同，2000 处用文件版本')
  await dialog.getByRole('button', { name: '按所选合并' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '已合并，2000 处' })).toBeVisible()
})
