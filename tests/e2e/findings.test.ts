import { expect, test } from './app.ts'
import { cell, findings, newReport, openSection } from './steps.ts'

test('the sample shows what a finding is: one slip, two sums, one button', async ({ page }) => {
  await page.getByRole('button', { name: '打开样例' }).click()
  await expect(page.getByText('有错误')).toBeVisible()
  const slip = page.locator('[data-rule^="T3-"]').filter({ hasText: '两处合计都差 3' })
  await expect(slip).toHaveCount(1)

  await slip.getByRole('heading').getByRole('button').click()
  const wrong = cell(page, 'requests.unavailable.notHeld.natural')
  await expect(wrong).toHaveAttribute('aria-invalid', 'true')
  await expect(wrong).toBeInViewport()
  await slip.getByRole('button', { name: '改为 6' }).click()
  await expect(wrong).toHaveValue('6')
  await expect(slip).toHaveCount(0)
  await expect(page.getByText('有错误')).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect(wrong).toHaveValue('9')
  await expect(slip).toHaveCount(1)
})

test('every finding opens and offers a way on', async ({ page }) => {
  await page.getByRole('button', { name: '打开样例' }).click()
  const titles = page.locator('[data-rule]').getByRole('heading').getByRole('button')
  // The wrong cell is looked for last; with it the list is whole.
  await expect(titles.filter({ hasText: '两处合计都差 3' })).toBeVisible()
  for (let i = 0; i < (await titles.count()); i++) {
    const title = titles.nth(i)
    await title.click()
    await expect(title).toHaveAttribute('aria-expanded', 'true')
    const others = page.locator('[data-rule]').nth(i).getByRole('button').nth(1)
    await expect(others).toBeVisible()
  }
})

test('a finding follows every key', async ({ page }) => {
  await newReport(page, '青石县水利局', 2025)
  await openSection(page, '复议、诉讼')
  for (const outcome of ['corrected', 'other', 'pending'] as const) {
    await cell(page, `remedies.review.${outcome}`).fill('0')
  }
  await cell(page, 'remedies.review.upheld').fill('2')
  const total = cell(page, 'remedies.review.total')
  await expect(total).toHaveValue('2')
  await total.focus()
  await page.keyboard.type('1')
  const wrong = findings(page, 'T4-SUM')
  await expect(wrong).toHaveCount(1)
  await expect(wrong).toContainText('差 1')
  await page.keyboard.type('4')
  await expect(wrong).toContainText('差 12')
  await page.keyboard.press('Escape')
  await expect(wrong).toHaveCount(0)
})

test('errors never block saving', async ({ page }) => {
  await newReport(page, '青石县水利局', 2025)
  await cell(page, 'requests.handled.natural').fill('4')
  await expect(page.getByRole('button', { name: /^错误：/ }).first()).toBeVisible()
  await page.getByRole('button', { name: '报告库' }).click()
  await page.getByRole('rowheader', { name: '青石县水利局' }).click()
  await expect(cell(page, 'requests.handled.natural')).toHaveValue('4')
})
