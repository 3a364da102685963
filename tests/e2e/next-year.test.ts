import { readFile } from 'node:fs/promises'
import type { Report } from '../../src/core/report/report.ts'
import { applicants } from '../../src/core/form/requests.ts'
import { expect, test } from './app.ts'
import {
  cell,
  exportFile,
  findings,
  importFiles,
  leave,
  newReport,
  openSection,
  textIn
} from './steps.ts'

const lost = await readFile('tests/fixtures/reports/one-column-lost.txt', 'utf8')
const tableFour = lost.indexOf('四、政府信息公开行政复议')
/** Last year's page with its column put back, and with requests of which some are carried over. */
const text =
  lost
    .slice(0, tableFour)
    .replace(/((?:\t0){6})\t?$/gm, '$1\t0')
    .replace(/(本年新收政府信息公开申请数量)\t.*/, '$1\t5\t1\t0\t0\t0\t0\t6')
    .replace(/( 予以公开)\t.*/, '$1\t2\t0\t0\t0\t0\t0\t2')
    .replace(/(\(七\) 总计)\t.*/, '$1\t2\t0\t0\t0\t0\t0\t2')
    .replace(/(结转下年度继续办理)\t.*/, '$1\t3\t1\t0\t0\t0\t0\t4') + lost.slice(tableFour)
const carried = [3, 1, 0, 0, 0, 0, 4]

test('a pasted report becomes next year’s draft, and contradictions to it are found', async ({
  page
}) => {
  await page.getByRole('button', { name: '导入' }).first().click()
  await page.getByLabel('报告全文').fill(text)
  await page.getByRole('button', { name: '识别文字' }).click()
  await page.locator('[data-action="import-accept"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2022')

  await page.getByRole('button', { name: '更多' }).click()
  await page.locator('[data-action="next-year"]').click()
  await page.getByRole('dialog').getByRole('button', { name: '建立 2023 年度报告' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2023')

  await openSection(page, '收到和处理申请')
  for (const [i, { id }] of applicants.entries()) {
    await expect(cell(page, `requests.carriedIn.${id}`)).toHaveValue(String(carried[i]))
  }
  await expect(cell(page, 'requests.received.natural')).toHaveValue('')
  await expect(page.getByText('7/200')).toBeVisible()

  const contradiction = findings(page, 'Y-CARRY')
  await expect(contradiction).toHaveCount(0)
  await cell(page, 'requests.carriedIn.natural').fill('2')
  await expect(contradiction).toHaveCount(1)
  await expect(contradiction).toContainText('2022 年报告结转下年度')
  await contradiction.getByRole('heading').getByRole('button').click()
  await contradiction.getByRole('button', { name: '改为 3，总计一并修改' }).click()
  await expect(cell(page, 'requests.carriedIn.natural')).toHaveValue('3')
  await expect(contradiction).toHaveCount(0)
})

test('last year’s sentences stand beside, and are old until they are changed', async ({ page }) => {
  await page.getByRole('button', { name: '打开样例' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2025')
  await leave(page)
  await page.getByRole('button', { name: /更多/ }).click()
  await page.locator('[data-action="next-year"]').click()
  await page.locator('[data-action="next-year-create"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026')

  await openSection(page, '问题及改进')
  const area = page.getByRole('textbox', { name: /存在的主要问题/ })
  await expect
    .poll(() => textIn(area))
    .toBe('（一）上年问题改进情况\n（二）存在的主要问题\n（三）改进措施')
  await page.getByRole('button', { name: '已改进' }).first().click()
  await expect
    .poll(() => textIn(area))
    .toMatch(/（一）上年问题改进情况\n上年提出的“答复的说理还不够充分”/)

  await openSection(page, '总体情况')
  await page.getByRole('button', { name: /^取用：.*培训2次/ }).click()
  const old = findings(page, 'Y-TEXTOLD')
  await expect(old).toContainText('1 句带数字的话')
  await expect(page.getByText('4 句与上年相同')).toBeVisible()
  const overview = page.getByRole('textbox', { name: /总体情况/ })
  await overview.fill((await textIn(overview)).replace('培训2次', '培训3次'))
  await expect(page.getByText('3 句与上年相同')).toBeVisible()
  await expect(old).not.toContainText('带数字')
})

test('another state of a report is compared, never put in silently', async ({ page }) => {
  await newReport(page, '青石县水利局', 2025)
  await cell(page, 'requests.received.natural').fill('3')
  const file = JSON.parse((await exportFile(page, 'export-json')).toString('utf8')) as Report
  const stateOf = (change: Partial<Report>) => ({
    name: 'b.nianbao.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...file, ...change }))
  })

  const cells = { ...file.cells, 'requests.received.natural': 8 }
  const text = { ...file.text, other: '没有其他事项。' }
  const item = page.getByRole('list', { name: '已选的文件' }).getByRole('listitem')
  // Neither clock nor revision says who has changed what: what the file was made of does.
  for (const [rev, updatedAt] of [
    [1, '2020-01-01T00:00:00.000Z'],
    [file.rev, '2099-01-01T00:00:00.000Z']
  ] as const) {
    await importFiles(page, stateOf({ cells, text, rev, updatedAt }))
    await expect(item).toContainText('文件版本较新')
    await item.getByRole('button', { name: /^移除/ }).click()
  }
  await importFiles(page, stateOf({ cells, text, rev: 50, updatedAt: '2099-01-01T00:00:00.000Z' }))
  await item.getByRole('button', { name: '逐项比较' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: '其他事项 第 1 段：文件版本' })).toBeChecked()
  await dialog.getByRole('radio', { name: '其他事项 第 1 段：库中版本' }).check()
  await dialog.getByRole('button', { name: '按所选合并' }).click()
  await expect(item).toContainText('已合并')
  await item.getByRole('button', { name: '打开库中版本' }).click()
  await openSection(page, '收到和处理申请')
  await expect(cell(page, 'requests.received.natural')).toHaveValue('8')
  await openSection(page, '其他事项')
  await expect.poll(() => textIn(page.getByRole('textbox', { name: /其他需要/ }))).toBe('')
  const merged = JSON.parse((await exportFile(page, 'export-json')).toString('utf8')) as Report
  expect(merged.rev).toBeGreaterThan(50)
})
