import { expect, test } from './app.ts'
import { cell, newReport } from './steps.ts'

test.use({
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
    'Chrome/107.0.0.0 Safari/537.36 MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI'
})

test('in WeChat nothing is said to be exported that is not; the text can be copied and read in', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await newReport(page, '青石县水利局', 2025)
  await cell(page, 'requests.received.natural').fill('7')
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog', { name: '导出' })
  await dialog.locator('[data-action="export-json"]').click()
  const undelivered = page.getByRole('dialog', { name: '微信中不能下载文件' })
  await expect(undelivered).toContainText('没有导出')
  await expect(page.getByText('已导出')).toHaveCount(0)
  await undelivered.getByRole('button', { name: '复制全部文字' }).click()
  await expect(undelivered).toContainText('已复制')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(JSON.parse(copied)).toMatchObject({ cells: { 'requests.received.natural': 7 } })
  await undelivered.getByRole('button', { name: '关闭' }).first().click()
  await expect(undelivered).toHaveCount(0)

  await dialog.locator('[data-action="export-pdf"]').click()
  await expect(undelivered).toContainText('在浏览器中打开年报台再导出')
  await expect(page.getByText('已导出')).toHaveCount(0)
})
