import { violations } from './axe.ts'
import { expect, test } from './app.ts'
import { cell, exportDialog, newReport, openSection } from './steps.ts'

test('what is to be done is found by its name, from the library to the file and to a first report', async ({
  page
}) => {
  const palette = page.getByRole('dialog', { name: '搜索' })
  const field = palette.getByRole('combobox')
  const options = palette.getByRole('option')

  await expect(page.getByRole('button', { name: '打开样例' })).toBeVisible()
  await page.keyboard.press('Control+K')
  await expect(field).toBeFocused()
  await field.fill('样例')
  await expect(options).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('清川市科学技术局')

  await openSection(page, '收到和处理申请')
  await cell(page, 'requests.received.natural').focus()
  await page.keyboard.press('Control+K')
  await expect(field).toBeFocused()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Control+K')
  await expect(palette).toBeHidden()
  await expect(cell(page, 'requests.received.natural')).toBeFocused()

  await page.keyboard.press('Control+K')
  await field.fill('其他处理 3 总计')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'requests.other.other.total')).toBeFocused()

  await page.getByRole('banner').getByRole('button', { name: '搜索' }).click()
  await field.fill('快捷键')
  await page.keyboard.press('Enter')
  const keys = page.getByRole('dialog', { name: '快捷键' })
  await expect(keys.getByRole('region', { name: '表格' })).toContainText('F2')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+K')
  await field.fill('交换文件')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toContain('.nianbao.json')
  await exportDialog(page).getByRole('button', { name: '关闭' }).click()

  // The report that is open cannot be gone to; the library can.
  await page.keyboard.press('Control+K')
  await field.fill('科学技术局')
  await expect(options.filter({ hasText: '正在编辑' })).toHaveAttribute('aria-disabled', 'true')
  await field.fill('报告库')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '报告库' })).toBeVisible()

  // Beside the first report that is begun stand the steps of one, until they are not wanted.
  await newReport(page, '清川市水利局', 2025)
  const guide = page.getByRole('region', { name: '第一次填报' })
  await expect(guide).toContainText('第 1 步，共 6 步')
  expect(await violations(page)).toEqual([])
  await guide.getByRole('button', { name: '不再显示' }).click()
  await expect(guide).toBeHidden()
  await expect(page.locator('body')).not.toBeFocused()
  await page.reload()
  await expect(page.getByRole('list', { name: '检查结果' })).toBeVisible()
  await expect(guide).toBeHidden()
})
