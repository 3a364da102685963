import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cell, leave, newReport, openSection } from './steps.ts'
import { makeTrouble, troubledStore } from './troubled-store.ts'

const [first, second] = ['青石镇人民政府', '清川市水务局']
const received = 'requests.received.natural'

async function stored(page: Page, unit: string, value: string): Promise<void> {
  await newReport(page, unit, 2025)
  await cell(page, received).fill(value)
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await leave(page)
}
const more = (page: Page, unit: string) =>
  page.getByRole('button', { name: `${unit} 2025 年度，更多` })

async function remove(page: Page, unit: string): Promise<void> {
  await more(page, unit).click()
  await page.getByRole('menuitem', { name: '删除' }).click()
  await expect(more(page, unit)).toBeHidden()
}
async function openBin(page: Page) {
  await page.getByRole('button', { name: '回收站' }).click()
  const dialog = page.getByRole('dialog', { name: '回收站' })
  await expect(dialog).toBeVisible()
  return dialog
}

test('two deleted reports are in the bin after a reload, and both come back', async ({ page }) => {
  await stored(page, first, '56')
  await stored(page, second, '7')
  await remove(page, first)
  await remove(page, second)
  await page.reload()
  const bin = await openBin(page)
  await expect(bin.getByRole('row')).toHaveCount(3)
  await expect(bin.getByRole('row', { name: first })).toContainText('30 天')
  for (const unit of [first, second]) {
    await bin.getByRole('button', { name: `恢复 ${unit} 2025 年度` }).click()
    await expect(bin.getByRole('status')).toContainText(`已恢复 ${unit}`)
  }
  await expect(bin).toContainText('回收站为空')
  await page.keyboard.press('Escape')
  await expect(more(page, second)).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`填写 ${first}`) }).click()
  await openSection(page, '收到和处理申请')
  await expect(cell(page, received)).toHaveValue('56')
})

test('a deletion is taken back with the notice; the bin asks before it deletes for good', async ({
  page
}) => {
  await stored(page, first, '56')
  await stored(page, second, '7')
  await remove(page, first)
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(more(page, first)).toBeVisible()
  await remove(page, first)
  await remove(page, second)
  const bin = await openBin(page)
  await bin.getByRole('button', { name: `彻底删除 ${first} 2025 年度` }).click()
  await expect(bin.getByRole('alert')).toContainText('不能恢复')
  await expect(bin.getByRole('button', { name: '取消' })).toBeFocused()
  await bin.getByRole('button', { name: '取消' }).click()
  await expect(bin.getByRole('row')).toHaveCount(3)
  await bin.getByRole('button', { name: `彻底删除 ${first} 2025 年度` }).click()
  await bin.getByRole('button', { name: '彻底删除', exact: true }).click()
  await expect(bin.getByRole('row')).toHaveCount(2)
  await bin.getByRole('button', { name: '清空回收站' }).click()
  await bin.getByRole('button', { name: '彻底删除', exact: true }).click()
  await expect(bin).toContainText('回收站为空')
})

test('a deletion that the browser does not do is said, and the report is still there', async ({
  page
}) => {
  await page.addInitScript(troubledStore)
  await page.reload()
  await stored(page, first, '56')
  await makeTrouble(page, 'full')
  await more(page, first).click()
  await page.getByRole('menuitem', { name: '删除' }).click()
  await expect(page.getByRole('alert')).toContainText('没有删除')
  await makeTrouble(page, 'none')
  await page.reload()
  await expect(more(page, first)).toBeVisible()
})
