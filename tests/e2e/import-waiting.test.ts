import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { pasteReport } from './clerks-job.ts'
import { goTo } from './steps.ts'

const unit = (page: Page) => page.getByLabel('单位全称')
const review = (page: Page) => page.getByRole('heading', { name: '导入核对' })

/** A review with an answer given, kept. */
async function begunReview(page: Page): Promise<void> {
  await pasteReport(page)
  await unit(page).fill('青石镇人民政府')
  await page.waitForTimeout(800)
}

/** Ways out of a review, and what brings back to it. */
const waysOut: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the library and back': async (page) => {
    await goTo(page, '报告库')
    await expect(page.locator('[data-waiting]')).toContainText('尚未核对完')
    await page.locator('[data-waiting]').getByRole('button', { name: '继续核对' }).click()
  },
  'Back and forward': async (page) => {
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: '报告库' })).toBeVisible()
    await page.goForward()
  },
  'a reload': (page) => page.reload(),
  'another site, and the library later': async (page) => {
    await page.goto('about:blank')
    await page.goto('./')
    await page.locator('[data-waiting]').getByRole('button', { name: '继续核对' }).click()
  }
}

for (const [name, leaveAndReturn] of Object.entries(waysOut)) {
  test(`an import under review is there again, with its answers, after ${name}`, async ({
    page
  }) => {
    await begunReview(page)
    await leaveAndReturn(page)
    await expect(review(page)).toBeVisible()
    await expect(unit(page)).toHaveValue('青石镇人民政府')
    await page.locator('[data-action="import-accept"]').click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('青石镇人民政府')
    await goTo(page, '报告库')
    await expect(page.locator('[data-waiting]')).toBeHidden()
    await goTo(page, '导入')
    await expect(page.getByRole('list', { name: /文件/ })).toBeHidden()
  })
}

test('a review that is in hand in one window is not offered in another', async ({
  page,
  context
}) => {
  await begunReview(page)
  const other = await context.newPage()
  await other.goto('./#/import')
  await expect(other.getByRole('heading', { level: 1, name: '导入' })).toBeVisible()
  await other.waitForTimeout(500)
  await expect(review(other)).toBeHidden()
  const closed = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true })
  await closed
  await other.goto('./')
  await other.locator('[data-waiting]').getByRole('button', { name: '继续核对' }).click()
  await expect(unit(other)).toHaveValue('青石镇人民政府')
})
