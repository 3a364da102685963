import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { textOfPdf } from './pdf-text.ts'
import { contentOf } from './steps.ts'

/**
 * The whole job, from the paste to the PDF, as those do it who have no mouse and do not see the screen:
 * with keys alone, and everything found by its role and its name.
 */

const text = await readFile('tests/fixtures/reports/one-column-lost.txt', 'utf8')

/** Goes on with Tab until what has this role and this name has the focus. */
async function tabTo(page: Page, role: 'button' | 'textbox', name: string | RegExp) {
  const wanted = page.getByRole(role, { name }).and(page.locator(':focus'))
  for (let presses = 0; presses < 120 && !(await wanted.count()); presses++) {
    await page.keyboard.press('Tab')
  }
  await expect(wanted, `${role} ${name} is reached by Tab`).toBeFocused()
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, 'button', name)
  await page.keyboard.press('Enter')
}

test('the whole job with the keyboard alone, by role and name', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((text) => navigator.clipboard.writeText(text), text)
  await press(page, '导入文件')
  await tabTo(page, 'textbox', '报告全文')
  await page.keyboard.press('Control+V')
  await press(page, '识别文字')
  await expect(page.getByRole('heading', { name: '导入核对' })).toBeVisible()
  await press(page, /^导入$|存疑的先留空|全部确认后导入/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('清河县水务局')

  await page.keyboard.press('Alt+3')
  for (const row of [/本年新收.*自然人|自然人.*本年新收/, /予以公开.*自然人|自然人.*予以公开/]) {
    await tabTo(page, 'textbox', row)
    await page.keyboard.type('3')
  }
  await page.keyboard.press('Tab')
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()

  // Out of the table, in which Tab goes from cell to cell.
  await page.keyboard.press('F6')
  await press(page, '导出')
  const dialog = page.getByRole('dialog', { name: '导出' })
  await expect(dialog).toBeVisible()
  const downloading = page.waitForEvent('download')
  await press(page, /^导出(草稿)? PDF$/)
  const pdf = await textOfPdf(await contentOf(await downloading))
  const printed = pdf.text.normalize('NFKC').replace(/\s/g, '')
  expect(printed).toContain('清河县水务局2022年政府信息公开工作年度报告')
  expect(printed).toContain('一、本年新收政府信息公开申请数量3000003')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})
