import type { Page } from '@playwright/test'
import { fields, tableOf } from '../../src/core/form/form.ts'
import type { Report } from '../../src/core/report/report.ts'
import { setCells } from '../../src/core/report/edit.ts'
import { exampleReport } from '../../src/core/checks/examples/examples.ts'
import { expect, test } from './app.ts'
import { linesOfPdf } from './placed-glyphs.ts'
import { cell, exportFile, importFiles, openExport, openSection, prose, textIn } from './steps.ts'

/** What may leave the house as it is, what leaves as a draft, and who is accused of a broken sum. */

const right = exampleReport({ note: '' })
const blankTable: Report = {
  ...right,
  id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  cells: {
    ...right.cells,
    ...Object.fromEntries(
      fields.filter((field) => tableOf(field) === 'remedies').map((field) => [field, null])
    )
  }
}

async function open(page: Page, report: Report): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(report))
  await importFiles(page, { name: 'a.nianbao.json', mimeType: 'application/json', buffer })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(report.unit.name)
}

/** For each page whether its foot says 草稿. */
const marked = (pages: readonly (readonly string[])[]): boolean[] =>
  pages.map((lines) =>
    lines.some((line) => /^草稿$|^草稿—|—草稿$/.test(line.normalize('NFKC').replace(/\s/g, '')))
  )

const pdfOf = async (page: Page) => linesOfPdf(await exportFile(page, 'export-pdf'))
const fromMenu = async (page: Page) => linesOfPdf(await page.pdf({ preferCSSPageSize: true }))

test('a report that is right leaves as it is; with a blank table, as a draft on every way out', async ({
  page
}) => {
  await open(page, right)
  expect(new Set(marked(await pdfOf(page)))).toEqual(new Set([false]))
  expect(new Set(marked(await fromMenu(page)))).toEqual(new Set([false]))

  await open(page, blankTable)
  expect(new Set(marked(await pdfOf(page)))).toEqual(new Set([true]))
  expect(new Set(marked(await fromMenu(page))), 'plain text').toEqual(new Set([true]))
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible()
  expect(new Set(marked(await fromMenu(page))), 'pages').toEqual(new Set([true]))

  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog', { name: '导出' })
  await expect(dialog).not.toContainText('四的数字已填齐')
  await expect(dialog).toContainText('有未填格，没有核对')
  await dialog.getByRole('button', { name: '先填未填格' }).click()
  await expect(cell(page, 'remedies.review.upheld')).toBeVisible()
})

test('the print menu of the browser prints a draft as one, whatever is open', async ({ page }) => {
  await open(page, { ...right, cells: { ...right.cells, 'remedies.review.total': 9 } })
  const more = (item: string) => async () => {
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const openings = {
    'the editor': async () => undefined,
    'the export': async () => openExport(page).then(() => undefined),
    'the settings': more('检查设置'),
    'the platforms': async () => openSection(page, '平台数据')
  }
  for (const preview of [false, true]) {
    if (preview) await page.getByRole('button', { name: '预览', exact: true }).click()
    for (const [what, show] of Object.entries(openings)) {
      await show()
      if (preview && what === 'the editor')
        await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible()
      const paper = await fromMenu(page)
      expect(paper.length, what).toBeGreaterThan(1)
      expect(new Set(marked(paper)), `${what}, preview ${preview}`).toEqual(new Set([true]))
      expect(paper.flat().join(''), what).not.toContain('文件名')
      await page.keyboard.press('Escape')
    }
    await openSection(page, '其他事项')
  }
})

test('one Backspace inside a quote is an error, and the whole quote is one press away', async ({
  page
}) => {
  const text = '新收{{requests.received.total}}件，没有收取信息处理费。'
  await open(page, { ...right, text: { ...right.text, other: text } })
  await openSection(page, '其他事项')
  const area = prose(page)
  await area.fill(text.replace('}}', '}'))
  const broken = page.locator('[data-rule="P-QUOTE"]')
  await expect(broken).toHaveCount(1)
  await expect(page.getByRole('banner')).toContainText('有错误')
  expect(new Set(marked(await fromMenu(page)))).toEqual(new Set([true]))
  await broken.getByRole('heading').getByRole('button').click()
  await broken.getByRole('button', { name: '补全引用' }).click()
  await expect.poll(() => textIn(area)).toBe(text)
  await expect(broken).toHaveCount(0)
})

test('one case moved to another column: the cells typed come first, and no number is offered', async ({
  page
}) => {
  const report = setCells(right, {
    'requests.received.welfare': 2,
    'requests.granted.welfare': 2,
    'requests.received.legal': 1,
    'requests.granted.legal': 1
  })
  await open(page, report)
  await openSection(page, '收到和处理申请')
  await cell(page, 'requests.granted.welfare').fill('1')
  await cell(page, 'requests.granted.legal').fill('2')
  const card = page.locator('[data-rule="T3-BAL"]')
  await card.getByRole('heading').getByRole('button').click()
  const candidates = card.getByRole('listitem').getByRole('button')
  await expect(candidates.first()).toContainText('予以公开')
  await expect(candidates.nth(1)).toContainText('新收')
  await expect(card.getByRole('button', { name: /改为|改 \d/ })).toHaveCount(0)
  await expect(cell(page, 'requests.received.welfare')).toHaveAttribute('aria-invalid', 'false')
  await candidates.first().click()
  await expect(cell(page, 'requests.granted.welfare')).toBeFocused()
})
