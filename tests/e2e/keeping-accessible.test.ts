import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { violations } from './axe.ts'
import { fakeDisk } from './fake-disk.ts'
import { cell, contentOf, leave, newReport, openSection } from './steps.ts'

/** What keeps reports safe, as axe sees it: each screen of it, in both lights. */

const unit = '青石县水利局'
const received = 'requests.received.natural'
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

async function fromEditor(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name }).click()
  await expect(dialog(page, name)).toBeVisible()
}
async function shut(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test.beforeEach(async ({ page }) => {
      await page.addInitScript(fakeDisk)
      await page.reload()
      await newReport(page, unit, 2025)
      await cell(page, received).fill('56')
      await expect(page.locator('[data-save="saved"]')).toBeVisible()
      await leave(page)
    })

    test('where reports lie, with a folder and what is to be settled there', async ({ page }) => {
      await page.getByRole('button', { name: '存放与备份' }).click()
      const storage = dialog(page, '存放与备份')
      await storage.getByRole('button', { name: '查看明细' }).click()
      await expect(storage.getByRole('row', { name: /^报告 1/ })).toBeVisible()
      expect(await violations(page), 'before').toEqual([])
      await storage.getByRole('button', { name: '选择文件夹' }).click()
      await expect(storage.getByText('已检查，全部写入')).toBeVisible()
      expect(await violations(page), 'with a folder').toEqual([])
    })

    test('earlier versions, and the bin', async ({ page }) => {
      await page.getByRole('button', { name: new RegExp(`填写 ${unit}`) }).click()
      await openSection(page, '收到和处理申请')
      await cell(page, received).fill('7')
      await expect(page.locator('[data-save="saved"]')).toBeVisible()
      await expect(async () => {
        await fromEditor(page, '历史版本')
        await expect(page.getByRole('button', { name: '恢复所选' })).toBeVisible({ timeout: 2_000 })
      }).toPass()
      expect(await violations(page), 'versions').toEqual([])
      await shut(page)
      await leave(page)
      await page.getByRole('button', { name: `${unit} 2025 年度，更多` }).click()
      await page.getByRole('menuitem', { name: '删除' }).click()
      await page.getByRole('button', { name: '回收站' }).click()
      await expect(dialog(page, '回收站').getByRole('row', { name: unit })).toBeVisible()
      expect(await violations(page), 'bin').toEqual([])
      await dialog(page, '回收站').getByRole('button', { name: '清空' }).click()
      expect(await violations(page), 'question').toEqual([])
    })

    test('what a backup would bring', async ({ page, browser }) => {
      const saved = page.waitForEvent('download')
      await page.locator('[data-action="backup"]').click()
      const download = await saved
      const buffer = await contentOf(download)
      const elsewhere = await (await browser.newContext({ colorScheme })).newPage()
      await elsewhere.goto('./')
      const file = { name: download.suggestedFilename(), mimeType: 'application/zip', buffer }
      await elsewhere.locator('input[type=file]').first().setInputFiles(file)
      await expect(dialog(elsewhere, '从备份恢复')).toContainText('1 份报告')
      expect(await violations(elsewhere)).toEqual([])
      await elsewhere.context().close()
    })

    test('a report that another window edits', async ({ page }) => {
      await page.getByRole('button', { name: new RegExp(`填写 ${unit}`) }).click()
      await openSection(page, '收到和处理申请')
      const other = await page.context().newPage()
      await other.goto(page.url())
      await openSection(other, '收到和处理申请')
      await expect(other.locator('[data-reading]')).toBeVisible()
      expect(await violations(other)).toEqual([])
      await other.getByRole('button', { name: '在这里编辑' }).click()
      await expect(page.locator('[data-reading]')).toBeVisible()
      expect(await violations(page)).toEqual([])
    })

    test('the page of what is stored, without the app', async ({ page }) => {
      await page.goto('./recovery.html')
      await expect(page.getByRole('row', { name: new RegExp(`${unit}.*已保存`) })).toBeVisible()
      expect(await violations(page)).toEqual([])
    })
  })
}
