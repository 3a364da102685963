import { expect, test } from './app.ts'
import { cell, newReport, openSection } from './steps.ts'

const requests = '收到和处理申请'

test.describe('an edit is there after leaving at once', () => {
  // A write begun while the page goes may be lost once in a few times: one success proves little.
  for (let times = 1; times <= 8; times++) {
    test(`reload, ${times} of 8`, async ({ page }) => {
      await newReport(page, '青石县水利局', 2025)
      const received = cell(page, 'requests.received.natural')
      await received.focus()
      await page.keyboard.type(String(100 + times))
      await page.reload()
      await openSection(page, requests)
      await expect(received).toHaveValue(String(100 + times))
      await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
    })
  }

  test('going to another page and back', async ({ page }) => {
    await newReport(page, '青石县水利局', 2025)
    await cell(page, 'requests.received.natural').focus()
    await page.keyboard.type('31')
    const address = page.url()
    await page.goto('about:blank')
    await page.goto(address)
    await openSection(page, requests)
    await expect(cell(page, 'requests.received.natural')).toHaveValue('31')
  })

  test('closing the tab', async ({ page, context }) => {
    await newReport(page, '青石县水利局', 2025)
    await cell(page, 'requests.received.natural').focus()
    await page.keyboard.type('47')
    const address = page.url()
    const other = await context.newPage()
    await page.close({ runBeforeUnload: true })
    await other.goto(address)
    await openSection(other, requests)
    await expect(cell(other, 'requests.received.natural')).toHaveValue('47')
  })
})

test('two windows: what the other saved is never written over', async ({ page, context }) => {
  await newReport(page, '青石县水利局', 2025)
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await openSection(other, requests)
  await cell(other, 'requests.received.natural').fill('5')
  // Going to the library saves.
  await other.getByRole('button', { name: '报告库' }).click()
  await expect(other.getByRole('heading', { name: '报告库' })).toBeVisible()
  await cell(page, 'requests.carriedIn.natural').fill('6')
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'conflict')
  await other.goto(page.url())
  await openSection(other, requests)
  await expect(cell(other, 'requests.received.natural')).toHaveValue('5')
})
