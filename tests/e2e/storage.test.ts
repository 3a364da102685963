import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cell, leave, newReport } from './steps.ts'

/** Where reports lie, how firmly, how much room there is, and when to back up. */

/** A browser that answers as it is told, counts how often it is asked, and moves its clock. */
async function openWith(
  page: Page,
  answers: { persist?: boolean; usage?: number; noDisk?: true } = {}
): Promise<void> {
  await page.addInitScript(({ persist = false, usage = 1_000_000, noDisk }) => {
    let firm = localStorage.getItem('test.firm') === 'yes'
    Object.assign(StorageManager.prototype, {
      persisted: async () => firm,
      persist: async () => {
        localStorage.setItem('test.asked', `${Number(localStorage.getItem('test.asked')) + 1}`)
        firm = persist
        if (firm) localStorage.setItem('test.firm', 'yes')
        return firm
      },
      estimate: async () => ({ usage, quota: 1_000_000_000 })
    })
    if (noDisk) Reflect.deleteProperty(window, 'showDirectoryPicker')
  }, answers)
  await page.reload()
}
const asked = (page: Page) => page.evaluate(() => Number(localStorage.getItem('test.asked')))
const notice = (page: Page) => page.locator('[data-care="told"]')

test('the browser is asked once to keep everything, when the first work was stored', async ({
  page
}) => {
  await openWith(page, { persist: true })
  expect(await asked(page)).toBe(0)
  await newReport(page, '青石县水利局', 2025)
  await expect.poll(() => asked(page)).toBe(1)
  await cell(page, 'requests.received.natural').fill('7')
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await page.reload()
  await leave(page)
  await page.getByRole('button', { name: '存放与备份' }).click()
  const dialog = page.getByRole('dialog', { name: '存放与备份' })
  await expect(dialog).toContainText('已允许长期保留')
  await expect(dialog).toContainText(new URL(page.url()).origin)
  await dialog.getByRole('button', { name: '查看明细' }).click()
  await expect(dialog.getByRole('row', { name: /^报告 1/ })).toBeVisible()
  expect(await asked(page)).toBe(1)
})

test('where it is refused the dialog says so; without files on the disk it names the backup', async ({
  page
}) => {
  await openWith(page, { noDisk: true })
  await newReport(page, '青石县水利局', 2025)
  await expect.poll(() => asked(page)).toBe(1)
  await leave(page)
  await page.getByRole('button', { name: '存放与备份' }).click()
  const dialog = page.getByRole('dialog', { name: '存放与备份' })
  await expect(dialog).toContainText('可能自行清理')
  await dialog.getByRole('button', { name: '申请长期保留' }).click()
  await expect(dialog).toContainText('浏览器没有允许')
  await expect(dialog).toContainText('不能直接读写磁盘文件，用下面的备份代替')
  await expect(dialog.getByRole('button', { name: '备份全部' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: '选择文件夹' })).toHaveCount(0)
})

test('a store that is nearly full is said before the first write fails', async ({ page }) => {
  await openWith(page, { usage: 970_000_000 })
  await expect(notice(page)).toContainText('剩余 30 MB')
  await notice(page).getByRole('button', { name: '查看' }).click()
  await expect(page.getByRole('dialog')).toContainText('已用 970 MB')
})

test('after a month of work without a backup there is a reminder, until it is made', async ({
  page
}) => {
  await page.clock.install({ time: new Date('2026-05-06T09:00:00') })
  await page.reload()
  await newReport(page, '青石县水利局', 2025)
  await cell(page, 'requests.received.natural').fill('7')
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await leave(page)
  await expect(notice(page)).toHaveCount(0)

  await page.clock.setSystemTime(new Date('2026-06-10T09:00:00'))
  await page.reload()
  await expect(notice(page)).toContainText('已有一个月没有备份')
  await notice(page).getByRole('button', { name: '一周后提示' }).click()
  await expect(notice(page)).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('rowheader', { name: '青石县水利局' })).toBeVisible()
  await expect(notice(page)).toHaveCount(0)

  await page.clock.setSystemTime(new Date('2026-06-18T09:00:00'))
  await page.reload()
  await notice(page).getByRole('button', { name: '备份' }).click()
  const dialog = page.getByRole('dialog', { name: '存放与备份' })
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '备份全部' }).click()
  await download
  await expect(dialog).toContainText('上次备份 今天')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(notice(page)).toHaveCount(0)
})
