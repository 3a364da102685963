import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cell, importFiles, openSection, prose, textIn } from './steps.ts'

/** A Word document that went round for signature and comes back with a cell and a sentence changed. */

const file = (name: string) => ({
  name: `${name}.docx`,
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: readFileSync(`tests/fixtures/carried/${name}.docx`)
})
const questions = (page: Page) => page.getByRole('list', { name: '不同之处' }).getByRole('group')

test('what Word changed is asked about, one by one, and the quotes are kept', async ({ page }) => {
  await importFiles(page, file('changed-in-writer'))
  await expect(page.getByRole('heading', { level: 1, name: '核对 Word 中的改动' })).toBeVisible()
  await expect(questions(page)).toHaveCount(2)
  const [number, sentence] = [questions(page).nth(0), questions(page).nth(1)]
  await expect(number).toContainText('自然人')
  await expect(sentence).toContainText('一（二）依申请公开')
  await expect(number.getByRole('radio', { name: '交换数据：41' })).not.toBeChecked()
  await number.getByRole('radio', { name: 'Word：42' }).check()
  await expect(page.getByRole('status').filter({ hasText: '还有 1 处存疑' })).toBeVisible()
  await sentence.getByRole('radio', { name: /^Word：.*一律书面征求第三方意见/ }).check()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await openSection(page, '总体情况')
  const text = await textIn(prose(page))
  expect(text).toContain('一律书面征求第三方意见后答复')
  expect(text).toContain('新收政府信息公开申请{{requests.received.total}}件')
  await openSection(page, '收到和处理申请')
  await expect(cell(page, 'requests.received.natural')).toHaveValue('42')
})

test('a document that nobody changed opens as the report it is', async ({ page }) => {
  await importFiles(page, file('saved-by-writer'))
  await openSection(page, '总体情况')
  expect(await textIn(prose(page))).toContain('{{requests.received.total}}')
})
