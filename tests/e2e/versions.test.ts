import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cell, leave, newReport, openSection, prose, undoFrom } from './steps.ts'

const unit = '青石镇人民政府'
const received = 'requests.received.natural'
const upheld = 'remedies.review.upheld'

/** The earlier versions, opened from the editor. */
async function openVersions(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '历史版本' }).click()
  const dialog = page.getByRole('dialog', { name: '历史版本' })
  await expect(dialog.getByRole('radiogroup', { name: '版本列表' })).toBeVisible()
  return dialog
}
const saved = (page: Page) => expect(page.locator('[data-save="saved"]')).toBeVisible()

/** A report with 56 in table 三, 2 in table 四 and a text, opened again, and all of it changed. */
async function changedReport(page: Page): Promise<void> {
  await newReport(page, unit, 2025)
  await cell(page, received).fill('56')
  await openSection(page, '复议、诉讼')
  await cell(page, upheld).fill('2')
  await openSection(page, '其他事项')
  await prose(page).click()
  await page.keyboard.type('没有收取信息处理费。')
  await saved(page)
  await leave(page)
  await page.getByRole('button', { name: new RegExp(`填写 ${unit}`) }).click()
  await openSection(page, '收到和处理申请')
  // The state is kept in a quiet moment after the report was opened.
  await expect
    .poll(() =>
      openVersions(page).then(async (dialog) => {
        const count = await dialog.getByRole('radio', { name: '打开时' }).count()
        await page.keyboard.press('Escape')
        await expect(dialog).toBeHidden()
        return count
      })
    )
    .toBe(2)
  await cell(page, received).fill('7')
  await openSection(page, '复议、诉讼')
  await cell(page, upheld).fill('9')
  await openSection(page, '其他事项')
  await prose(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('已按规定收取。')
  await saved(page)
}

async function expectNow(page: Page, now: { received: string; upheld: string; other: string }) {
  await openSection(page, '其他事项')
  await expect(prose(page)).toContainText(now.other)
  await openSection(page, '复议、诉讼')
  await expect(cell(page, upheld)).toHaveValue(now.upheld)
  await openSection(page, '收到和处理申请')
  await expect(cell(page, received)).toHaveValue(now.received)
}
const before = { received: '56', upheld: '2', other: '没有收取信息处理费。' }
const after = { received: '7', upheld: '9', other: '已按规定收取。' }

test('an earlier version is shown beside today; a cell, a section and all come back', async ({
  page
}) => {
  await changedReport(page)

  await test.step('a cell', async () => {
    const dialog = await openVersions(page)
    await expect(dialog.getByRole('radio', { checked: true }).first()).toBeFocused()
    await dialog
      .getByRole('radio', { name: /复议.*维持.*：这一版/ })
      .first()
      .check()
    await dialog.getByRole('button', { name: '恢复所选' }).click()
    await expect(dialog).toBeHidden()
    await expectNow(page, { ...after, upheld: '2' })
    await page.getByRole('button', { name: '撤销', exact: true }).first().click()
    await expectNow(page, after)
  })

  await test.step('a section', async () => {
    const dialog = await openVersions(page)
    await dialog.getByRole('button', { name: /^收到和处理申请 \d+ 处$/ }).click()
    await dialog.getByRole('button', { name: '恢复所选' }).click()
    await expectNow(page, { ...after, received: '56' })
  })

  await test.step('all, and it can be taken back', async () => {
    const dialog = await openVersions(page)
    await dialog
      .getByRole('radio', { name: /打开时/ })
      .first()
      .check()
    await dialog.getByRole('button', { name: '全部恢复' }).click()
    await undoFrom(page, '已恢复')
    await expectNow(page, { ...after, received: '56' })
    await page.locator('[data-action="redo"]').click()
    await expectNow(page, before)
  })

  await test.step('what was there before is a version, too, after a reload', async () => {
    await saved(page)
    await page.reload()
    const dialog = await openVersions(page)
    await expect(dialog.getByRole('radio', { name: /恢复前/ })).toHaveCount(2)
    await dialog
      .getByRole('radio', { name: /恢复前/ })
      .last()
      .check()
    await dialog.getByRole('button', { name: '全部恢复' }).click()
    await expectNow(page, after)
  })
})

test('the versions have an address: Back closes them, and closing leaves no way into them', async ({
  page
}) => {
  await newReport(page, unit, 2025)
  const dialog = await openVersions(page)
  await expect(page).toHaveURL(/\/versions$/)
  await page.goBack()
  await expect(dialog).toBeHidden()
  await openVersions(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page).not.toHaveURL(/versions/)
  await expect(page.getByRole('button', { name: '更多' })).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: '报告库' })).toBeVisible()
})

test('a new report is made of an earlier version; the old one stays as it is', async ({ page }) => {
  await changedReport(page)
  const address = page.url()
  const dialog = await openVersions(page)
  await dialog
    .getByRole('radio', { name: /打开时/ })
    .first()
    .check()
  await dialog.getByRole('button', { name: '另存为新报告' }).click()
  await expect(page).not.toHaveURL(address)
  await expect(dialog).toBeHidden()
  await expectNow(page, before)
  await page.goto(address)
  await expectNow(page, after)
})

test('before many cells are filled at once, the state is kept', async ({ page }) => {
  await newReport(page, unit, 2025)
  await cell(page, received).fill('56')
  await page.getByRole('button', { name: '未填格填 0' }).click()
  await expect(page.getByText('格已填 0。')).toBeVisible()
  const dialog = await openVersions(page)
  await dialog.getByRole('radio', { name: /批量填写前/ }).check()
  await dialog.getByRole('button', { name: '全部恢复' }).click()
  await expect(cell(page, received)).toHaveValue('56')
  await expect(cell(page, 'requests.carriedIn.natural')).toHaveValue('')
})
