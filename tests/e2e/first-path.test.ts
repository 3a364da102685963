import type { Page } from '@playwright/test'
import type { Report } from '../../src/core/report/report.ts'
import { expect, test } from './app.ts'
import { clerksJob, pastedCells, pasteReport, takeOver } from './clerks-job.ts'
import { textOfPdf } from './pdf-text.ts'
import { cell, exportFile, findings, importFiles, openSection } from './steps.ts'

const exported = async (page: Page): Promise<Report> =>
  JSON.parse((await exportFile(page, 'export-json')).toString('utf8')) as Report

/** A report without what an export writes anew each time. */
const lasting = ({ updatedAt: _u, createdAt: _c, ...rest }: Report) => rest

test('the whole job, from the paste to the PDF', async ({ page }) => clerksJob(page))

test('a pasted text gives 200 numbers, each in its place', async ({ page }) => {
  await takeOver(page)
  const report = await exported(page)
  expect(report.cells).toEqual(pastedCells)
  expect(report.text.overview).toContain('微信公众号“清河水务”推送信息190余条')
  await expect(page.getByText('200/200')).toBeVisible()
})

test('its faults are found', async ({ page }) => {
  await pasteReport(page)
  await expect(findings(page, 'T2-FEEDP'), '5.07 where 4 decimals are asked for').toHaveCount(1)
  await expect(findings(page, 'D-LABEL'), 'row 2 of （三） says 法律法规').toHaveCount(1)
  await page.locator('[data-action="import-accept"]').click()
  await expect(findings(page, 'D-LABEL')).toContainText('其他法律法规禁止公开')
  const other = findings(page, 'D-S6')
  await expect(other.getByRole('button', { name: /待确认.*信息处理费/ })).toBeVisible()
})

test('what was exported goes into a fresh profile and comes out the same', async ({
  page,
  browser
}) => {
  await takeOver(page)
  await openSection(page, '收到和处理申请')
  await cell(page, 'requests.received.natural').fill('3')
  await page.keyboard.press('Tab')
  const file = await exportFile(page, 'export-json')

  const fresh = await browser.newContext({ locale: 'zh-CN' })
  const other = await fresh.newPage()
  await other.goto(page.url().replace(/#.*/, ''))
  await importFiles(other, { name: 'a.nianbao.json', mimeType: 'application/json', buffer: file })
  await expect(other.getByRole('heading', { level: 1 })).toContainText('清河县水务局')
  await openSection(other, '收到和处理申请')
  await expect(cell(other, 'requests.received.natural')).toHaveValue('3')
  const first = JSON.parse(file.toString('utf8')) as Report
  expect(lasting(await exported(other))).toEqual(lasting(first))
  await fresh.close()
})

test('a file exported twice is the same, byte for byte', async ({ page }) => {
  await takeOver(page)
  const once = await exportFile(page, 'export-json')
  expect((await exportFile(page, 'export-json')).equals(once)).toBe(true)
})

test('the PDF holds every sentence and every number', async ({ page }) => {
  await takeOver(page)
  const { text: written } = await exported(page)
  const bytes = await exportFile(page, 'export-pdf')
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')

  const pdf = await textOfPdf(bytes)
  // Headings are printed with the brackets of the standard, （一） for (一).
  const bare = (words: string) => words.normalize('NFKC').replace(/\s/g, '')
  const printed = bare(pdf.text)
  for (const section of Object.values(written)) {
    for (const line of section.split('\n')) {
      // Running heads and page numbers may stand between two pages of one paragraph.
      for (const sentence of line.split(/(?<=[。；])/)) expect(printed).toContain(bare(sentence))
    }
  }
  for (const words of [
    '清河县水务局2022年政府信息公开工作年度报告',
    '行政规范性文件0019',
    '5.07'
  ]) {
    expect(printed).toContain(bare(words))
  }
})
