import type { Page } from '@playwright/test'
import { exampleReport } from '../../src/core/checks/examples/examples.ts'
import type { Report } from '../../src/core/report/report.ts'
import { expect, test } from './app.ts'
import { textOfPdf } from './pdf-text.ts'
import { previewed, wordsOf } from './platform-steps.ts'
import { cell, exportFile, importFiles, openSection, paste, prose, textIn } from './steps.ts'

/** Numbers in the prose that follow the tables. */

const example = exampleReport({ note: '', last: {} })
const withText = (overview: string): Report => ({
  ...example,
  text: { ...example.text, overview }
})

async function open(page: Page, report: Report): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(report))
  await importFiles(page, { name: 'a.nianbao.json', mimeType: 'application/json', buffer })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(report.unit.name)
  await openSection(page, '总体情况')
  await expect(prose(page)).toBeVisible()
}

const menu = (page: Page) => page.getByRole('listbox', { name: '可引用的数' })
const option = (page: Page) => menu(page).getByRole('option')
const chip = (page: Page, token: string) => prose(page).locator(`[data-quote="{{${token}}}"]`)
const insert = (page: Page) => page.locator('[data-action="insert-quote"]')

/** The caret behind the last character of the text. */
async function toEnd(page: Page): Promise<void> {
  await prose(page).focus()
  await page.keyboard.press('Control+End')
}

/** What an export to a file holds of section 一. */
async function exportedText(page: Page): Promise<string> {
  const { text } = JSON.parse((await exportFile(page, 'export-json')).toString()) as Report
  return text.overview
}

test('a number put in with @ follows its cell in the editor, the preview, the PDF and the file', async ({
  page
}) => {
  await open(page, withText('（二）依申请公开。全年新收申请'))
  await toEnd(page)
  await page.keyboard.type('@')
  await expect(option(page).first()).toHaveText(/^14表三 · 本年新收 · 总计$/)
  await expect(prose(page)).toHaveAttribute('aria-activedescendant', /.+/)
  await page.keyboard.type('自然人 新收')
  await expect(option(page).first()).toHaveText(/^12表三 · 本年新收 · 自然人$/)
  for (let i = 0; i < 6; i++) await page.keyboard.press('Backspace')
  await expect(option(page).first()).toHaveText(/^14/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(menu(page)).toHaveCount(0)
  await page.keyboard.type('件，同比')
  await insert(page).click()
  await page.keyboard.type('同比新收')
  await page.keyboard.press('Enter')
  await page.keyboard.type('。')
  const [received, growth] = ['requests.received.total', 'growth:requests.received.total']
  await expect(chip(page, received)).toHaveText('14')
  await expect(chip(page, received)).toHaveAttribute('title', '表三 · 本年新收 · 总计')
  await expect(chip(page, growth)).toHaveText('增长16.7%')

  await chip(page, received).click()
  await expect(cell(page, 'requests.received.total')).toBeFocused()
  const natural = cell(page, 'requests.received.natural')
  await natural.fill('8')
  await natural.press('Enter')
  await openSection(page, '总体情况')
  await expect(chip(page, received)).toHaveText('10')
  await expect(chip(page, growth)).toHaveText('下降16.7%')
  const says = '全年新收申请10件，同比下降16.7%。'
  expect(await wordsOf(await previewed(page))).toContain(says)
  const pdf = await textOfPdf(await exportFile(page, 'export-pdf'))
  expect(pdf.text.replace(/\s/g, '')).toContain(says)
  expect(await exportedText(page)).toBe(
    `（二）依申请公开。全年新收申请{{${received}}}件，同比{{${growth}}}。`
  )
})

test('a chip goes whole, by Backspace and by Delete, and comes back with undo', async ({
  page
}) => {
  await open(page, withText('新收{{requests.received.total}}件'))
  const text = () => textIn(prose(page))
  await toEnd(page)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await expect.poll(text).toBe('新收件')
  await page.keyboard.press('Control+z')
  await expect.poll(text).toBe('新收{{requests.received.total}}件')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await expect.poll(text).toBe('新收件')
})

test('the menu closes without a trace when it was asked for, and an @ that was typed stays', async ({
  page
}) => {
  await open(page, withText('新收'))
  await toEnd(page)
  await insert(page).click()
  await page.keyboard.type('自然')
  await expect(option(page).first()).toContainText('自然人')
  await page.keyboard.press('Escape')
  await expect.poll(() => textIn(prose(page))).toBe('新收')
  await page.keyboard.type('@自然')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect.poll(() => textIn(prose(page))).toBe('新收@自然\n')
  await page.keyboard.type('gk@example.gov.cn')
  await expect(menu(page)).toHaveCount(0)
})

test('an input method writes what is looked for, and has its keys to itself', async ({ page }) => {
  await open(page, withText('办结'))
  await toEnd(page)
  await page.keyboard.type('@')
  await expect(option(page).first()).toBeVisible()
  const cdp = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length
    })
  for (const text of ['z', 'zi', 'zi r']) await compose(text)
  await page.keyboard.press('ArrowDown')
  await expect(menu(page)).toBeVisible()
  await cdp.send('Input.insertText', { text: '自然人' })
  await expect(option(page).first()).toContainText('自然人')
  await page.keyboard.press('Enter')
  await expect.poll(() => textIn(prose(page))).toBe('办结{{requests.received.natural}}')
})

test('a number that is selected is offered its source', async ({ page }) => {
  await open(page, withText('新收申请14件'))
  await prose(page)
    .getByText('新收申请14件')
    .dblclick({ position: { x: 10, y: 10 } })
  await toEnd(page)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  const offer = page.getByRole('listbox', { name: '改为随表变化' }).getByRole('option')
  await offer.filter({ hasText: '表三 · 本年新收 · 总计' }).click()
  await expect.poll(() => textIn(prose(page))).toBe('新收申请{{requests.received.total}}件')
})

test('twenty numbers of a text that was read in become chips at once, and one step takes them back', async ({
  page
}) => {
  const sentence =
    '新收政府信息公开申请14件，其中自然人申请12件，法人申请2件。政府信息公开申请上年结转3件，办结16件，予以公开11件，部分公开0件，不予公开0件，无法提供5件，结转下年度1件。'
  const overview = `（二）依申请公开\n${sentence}\n${sentence}`
  await open(page, withText(overview))
  await expect(page.getByText('有 20 个数字可改为随表变化')).toBeVisible()
  await page.getByRole('button', { name: '逐个查看' }).click()
  await page
    .getByRole('button', { name: '14 改为随表变化：表三 · 本年新收 · 总计' })
    .first()
    .click()
  await expect(prose(page).locator('[data-quote]')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(prose(page).locator('[data-quote]')).toHaveCount(0)
  await page.locator('[data-action="bind-quotes"]').click()
  await expect(prose(page).locator('[data-quote]')).toHaveCount(20)
  await expect(page.getByText('可改为随表变化')).toHaveCount(0)
  await expect(prose(page)).toHaveText(overview.replaceAll('\n', ''))
  await page.getByRole('button', { name: '撤销', exact: true }).first().click()
  await expect.poll(() => textIn(prose(page))).toBe(overview)
})

test('copied, a chip is its number; pasted back, it is the chip; in another report, the number', async ({
  page
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, withText('新收{{requests.received.total}}件。'))
  await prose(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('新收14件。')
  await page.keyboard.press('Control+x')
  await expect.poll(() => textIn(prose(page))).toBe('')
  await page.keyboard.press('Control+v')
  await expect.poll(() => textIn(prose(page))).toBe('新收{{requests.received.total}}件。')
  const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3302'
  await open(page, { ...withText(''), id, unit: { ...example.unit, name: '青石县档案局' } })
  await prose(page).click()
  await page.keyboard.press('Control+v')
  await expect.poll(() => textIn(prose(page))).toBe('新收14件。')
  await page.keyboard.press('Control+a')
  await paste(page, '甲14件', '<p>甲14件</p>')
  await expect.poll(() => textIn(prose(page))).toBe('甲14件')
})

test('what another version quotes is kept, shown as it is and exported unchanged; it stops a final PDF', async ({
  page
}) => {
  const overview = '中位数{{median:requests.received.total}}天，结转{{metric:gone}}条。'
  await open(page, withText(overview))
  await expect(chip(page, 'median:requests.received.total')).toHaveText(
    '{{median:requests.received.total}}'
  )
  await expect(chip(page, 'metric:gone')).toHaveText('已删除或未填')
  await expect(page.locator('[data-rule="P-QUOTE"]').first()).toBeVisible()
  expect(await exportedText(page)).toBe(overview)
  const { text } = await textOfPdf(await exportFile(page, 'export-pdf'))
  expect(text.replace(/\s/g, '')).toContain('草稿')
})
