import { expect, test } from './app.ts'
import { databaseOfSchema1, layDown } from './laid-database.ts'
import { cell, goTo, openSection } from './steps.ts'

/** What the version before schema 2 left in a browser, database and localStorage, opens whole. */

const fee = 'disclosure.fees.amount'

test('a browser full of reports of schema 1 goes on with schema 2', async ({ page }) => {
  const old = databaseOfSchema1()
  await layDown(page, old)

  await page.goto('./')
  const openings = page.getByRole('row').getByRole('button', { name: /填写|查看/ })
  const reports = old.stores.find(({ name }) => name === 'reports')?.values.length
  await expect(openings).toHaveCount(reports ?? 0)
  const open = async (n: number) => {
    await goTo(page, '报告库')
    await page.goto(`./#/report/6b0d8f2e-1c4a-4e7b-9a10-${String(n).padStart(12, '0')}`)
    await openSection(page, '主动公开')
  }
  for (const [n, amount] of [
    [3, '1.2345'],
    [4, '2.3456'],
    [2, '50700'],
    [1, '9.1234']
  ] as const) {
    await open(n)
    await expect(cell(page, fee)).toHaveValue(amount)
    await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
  }
  // What was accepted of this fee stays accepted, the comparison with the years before among it.
  await expect(page.getByText('已核对（T2-FEEDP）')).toBeAttached()
  await expect(page.getByText('已核对（Y-UNUSUAL）')).toBeAttached()
  await expect(page.locator('[data-rule="T2-FEEDP"]')).toHaveCount(0)

  await cell(page, fee).fill('4166.2416195')
  await page.keyboard.press('Enter')
  await expect(page.getByText('细于 1 分，金额最多六位小数').first()).toBeVisible()
  await cell(page, fee).fill('4166.241619')
  await page.keyboard.press('Enter')
  await expect
    .poll(() =>
      page.evaluate(async (field) => {
        const opening = indexedDB.open('nianbao')
        await new Promise((resolve) => (opening.onsuccess = resolve))
        const asked = opening.result
          .transaction('reports')
          .objectStore('reports')
          .get('6b0d8f2e-1c4a-4e7b-9a10-000000000001')
        await new Promise((resolve) => (asked.onsuccess = resolve))
        opening.result.close()
        return [asked.result.schema, asked.result.cells[field], asked.result.colour]
      }, fee)
    )
    .toEqual([2, 4_166_241_619, '靛'])
})
