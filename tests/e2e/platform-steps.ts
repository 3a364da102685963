import type { Locator, Page } from '@playwright/test'
import { expect } from './app.ts'
import { newReport, openSection } from './steps.ts'

/** What a clerk does with platforms and charts, by the words on the screen. */

export async function newPlatforms(page: Page, unit = '濮川市科学技术局', year = 2025) {
  await newReport(page, unit, year)
  await openSection(page, '平台数据')
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开样例' }).click()
  await openSection(page, '平台数据')
}

export const view = (page: Page, name: string): Promise<void> =>
  page.getByRole('group', { name: '视图' }).getByRole('button', { name, exact: true }).click()

/** Opens the menu of something and takes one of its commands. */
export async function command(page: Page, of: string | RegExp, name: string): Promise<void> {
  await page.getByRole('button', { name: of, exact: typeof of === 'string' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

/** A platform more, with its name. */
export async function addChannel(page: Page, kind: string, name: string): Promise<void> {
  await page.getByRole('button', { name: '平台', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '新建平台' })
  await dialog.getByLabel('类别').selectOption(kind)
  await dialog.getByLabel('名称').fill(name)
  await dialog.getByRole('button', { name: '新建平台' }).click()
  await expect(dialog).toHaveCount(0)
}

/** The field of a figure, by its label and its year; whether it is filled in, and what is wrong with it. */
export const figure = (page: Page, label: string, year = 2025): Locator => {
  const named = `${label}，${year}年`.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const name = new RegExp(`^${named}(?:，未填)?(?:，(?:错误|待确认|提示))?$`)
  return page.getByRole('textbox', { name })
}

/** Calls a line by another name, and says over what it counts. */
export async function rename(
  page: Page,
  label: string,
  name: string,
  period?: '累计' | '年末'
): Promise<void> {
  const field = page.getByRole('textbox', { name: `${label}，指标`, exact: true })
  if (period) {
    const choice = page.getByRole('combobox', { name: `${label}，口径`, exact: true })
    await choice.selectOption(period)
    await page.getByRole('textbox', { name: `${label}（${period}），指标`, exact: true }).fill(name)
  } else await field.fill(name)
  await page.keyboard.press('Tab')
}

/** One more line of a platform. */
export const addLine = (page: Page, channel: string, kind: string): Promise<unknown> =>
  page.getByRole('combobox', { name: `${channel}，添加指标`, exact: true }).selectOption(kind)

/** The pane of charts beside the figures. */
export const charts = (page: Page): Locator => page.getByRole('complementary', { name: '图表' })

export const drawn = (page: Page): Locator => page.locator('[data-chart] canvas')

/** Turns to the preview; its pages, once the first is set. */
export async function previewed(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const sheets = page.getByRole('img', { name: /^第 \d+ 页$/ })
  await expect(sheets.first()).toBeVisible({ timeout: 30_000 })
  return sheets
}

/** The words of all pages, in the order in which they are painted; a page is made when in sight. */
export async function wordsOf(sheets: Locator): Promise<string> {
  let words = ''
  for (const sheet of await sheets.all()) {
    await sheet.scrollIntoViewIfNeeded()
    await expect(sheet.locator('> svg')).toBeAttached()
    words += await sheet.textContent()
  }
  return words
}

export const says = (page: Page, text: string | RegExp): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
