import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { fields } from '../../src/core/form/form.ts'
import { expect } from './app.ts'
import { textOfPdf } from './pdf-text.ts'
import { cell, exportFile, openSection } from './steps.ts'

/** Last year's report as a page of a web site gives it, a cell of table 三 lost on the way. */
const text = await readFile('tests/fixtures/reports/one-column-lost.txt', 'utf8')

/** The numbers that it has. */
export const pastedCells: Record<string, number> = {
  ...Object.fromEntries(fields.map((field) => [field, 0])),
  'disclosure.normative.inForce': 19,
  'disclosure.fees.amount': 5_070_000
}

/** Pastes the text on the import screen, where what was read is reviewed. */
export async function pasteReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: '导入' }).first().click()
  await page.getByLabel('报告全文').fill(text)
  await page.getByRole('button', { name: '识别文字' }).click()
  await expect(page.getByRole('heading', { name: '导入核对' })).toBeVisible()
}

/** Takes over what was read: a draft in the editor. */
export async function takeOver(page: Page): Promise<void> {
  await pasteReport(page)
  await page.locator('[data-action="import-accept"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('清河县水务局')
}

/** The whole job, from the paste to a PDF that holds it: what every edition of the app can do. */
export async function clerksJob(page: Page): Promise<void> {
  await takeOver(page)
  await expect(page.getByText('200/200')).toBeVisible()
  await openSection(page, '收到和处理申请')
  for (const field of ['requests.received.natural', 'requests.granted.natural'] as const) {
    await cell(page, field).fill('3')
    await page.keyboard.press('Tab')
  }
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  const pdf = await textOfPdf(await exportFile(page, 'export-pdf'))
  const printed = pdf.text.normalize('NFKC').replace(/\s/g, '')
  expect(printed).toContain('清河县水务局2022年政府信息公开工作年度报告')
  expect(printed).toContain('一、本年新收政府信息公开申请数量3000003')
}
