import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { newReport as blankReport } from '../../src/core/report/new-report.ts'
import { expect, test } from './app.ts'
import { cell, goTo, newReport, openSection, paste } from './steps.ts'

const text = readFileSync('tests/fixtures/reports/one-column-lost.txt', 'utf8')
const json = JSON.stringify(blankReport('白石县民政局', 2025))
const review = (page: Page) => page.locator('[data-action="import-accept"]')

/** Drops a file on an element; whether the browser was kept from opening it. */
const drop = (page: Page, onto: string, name: string, content: string): Promise<boolean> =>
  page
    .locator(onto)
    .first()
    .evaluate(
      (element, [name = '', content = '']) => {
        const data = new DataTransfer()
        data.items.add(new File([content], name))
        const event = { dataTransfer: data, bubbles: true, cancelable: true }
        const over = element.dispatchEvent(new DragEvent('dragover', event))
        return !over && !element.dispatchEvent(new DragEvent('drop', event))
      },
      [name, content]
    )

test('a file dropped on the library is read', async ({ page }) => {
  await expect(page.getByRole('button', { name: '导入' }).first()).toBeVisible()
  expect(await drop(page, 'main', '年报.txt', text)).toBe(true)
  await expect(review(page)).toBeVisible()
  expect(page.url()).toContain('#/import')
})

test('a file dropped on the import screen is read, one more beside the first', async ({ page }) => {
  await goTo(page, '导入')
  expect(await drop(page, 'main', '会议.txt', '今天下午三点开会。')).toBe(true)
  const items = page.getByRole('list', { name: '已选的文件' }).getByRole('listitem')
  await expect(items).toContainText('没有识别出三张表')
  expect(await drop(page, 'main', '年报.txt', text)).toBe(true)
  await expect(items).toHaveCount(2)
})

test('a file dropped on a field of the editor is imported, and what was typed is kept', async ({
  page
}) => {
  await newReport(page, '青石县水利局', 2025)
  await cell(page, 'requests.received.natural').fill('37')
  const onto = '[data-field="requests.received.natural"]'
  expect(await drop(page, onto, 'b.nianbao.json', json)).toBe(true)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('白石县民政局')
  await page.getByRole('button', { name: '报告库' }).click()
  await page.getByRole('button', { name: '继续填写 青石县水利局 2025 年度' }).click()
  await openSection(page, '收到和处理申请')
  await expect(cell(page, 'requests.received.natural')).toHaveValue('37')
})

test('a report pasted in the library, where no field has the focus, is read', async ({ page }) => {
  await expect(page.getByRole('button', { name: '导入' }).first()).toBeVisible()
  await paste(page, text)
  await expect(review(page)).toBeVisible()
})

test('a word pasted in the library, and a text pasted into a field, stay there', async ({
  page
}) => {
  await newReport(page, '青石县水利局', 2025)
  await cell(page, 'requests.received.natural').focus()
  await paste(page, text)
  await goTo(page, '报告库')
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await paste(page, '水利')
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().focus()
  await paste(page, text)
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  expect(page.url()).not.toContain('#/import')
})
