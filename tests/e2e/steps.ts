import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import type { FieldId } from '../../src/core/form/table.ts'
import type { WriterId } from '../../src/formats/index.ts'
import { expect } from './app.ts'

/** What a clerk does, by the words on the screen. */

/** The parts of a report, as the outline of the editor calls them. */
export const sections = [
  '引言',
  '总体情况',
  '主动公开',
  '收到和处理申请',
  '复议、诉讼',
  '问题及改进',
  '其他事项',
  '平台数据'
]

/** A new report in the editor, opened at table 三. */
export async function newReport(page: Page, unit: string, year: number): Promise<void> {
  await page.getByRole('button', { name: '新建' }).click()
  const dialog = page.getByRole('dialog', { name: '新建报告' })
  await dialog.getByLabel('单位全称').fill(unit)
  await dialog.getByLabel('报告年度').fill(String(year))
  await dialog.getByRole('button', { name: '新建' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(unit)
  await openSection(page, '收到和处理申请')
}

/** Turns to a section by its name in the outline, and waits until it is the one in hand. */
export async function openSection(page: Page, name: string): Promise<void> {
  // Beside it the headings of the section in hand have names like those of sections.
  const spots = page.getByRole('navigation').locator('[data-spot]')
  const line = spots.and(page.getByRole('button', { name }))
  await line.click()
  await expect(line).toHaveAttribute('aria-current', 'page')
}

/** Leaves the editor for the library, and waits for it: the editor saves before it goes. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: '报告库' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '报告库', exact: true })).toBeVisible()
}

export const cell = (page: Page, field: FieldId): Locator => page.locator(`[data-field="${field}"]`)

export const findings = (page: Page, rule: string): Locator => page.locator(`[data-rule="${rule}"]`)

/** Pastes into what has the focus, as text and, where given, as HTML. */
export async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    ([text = '', html = '']) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      if (html) data.setData('text/html', html)
      const event = { clipboardData: data, bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', event))
    },
    [text, html]
  )
}

/** The notice of what was just done; its 撤销 is pressed. */
export const undoFrom = (page: Page, says: string): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: says })
    .getByRole('button', { name: '撤销', exact: true })
    .click()

export const exportDialog = (page: Page): Locator => page.getByRole('dialog', { name: '导出' })

/** Opens the dialog with all ways out of the app. */
export async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  const dialog = exportDialog(page)
  await expect(dialog).toBeVisible()
  return dialog
}

/** Presses what makes a file, in a dialog that is open, and waits for the file. */
export async function downloadBy(
  page: Page,
  action: `export-${WriterId | 'package'}` | 'save-again'
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent('download')
  await exportDialog(page).locator(`[data-action="${action}"]`).click()
  const made = await download
  return { name: made.suggestedFilename(), bytes: await contentOf(made) }
}

/** Exports from the editor and closes the dialog again. */
export async function exportFile(page: Page, action: `export-${WriterId}`): Promise<Buffer> {
  const dialog = await openExport(page)
  const { bytes } = await downloadBy(page, action)
  await dialog.getByRole('button', { name: '关闭' }).click()
  return bytes
}

export const contentOf = async (download: Download): Promise<Buffer> =>
  readFile(await download.path())

/**
 * Turns to a screen by its address. Waits for its heading: an address changes before the screen
 * does, and what is then done to the old one is lost.
 */
export async function goTo(page: Page, screen: '导入' | '报告库'): Promise<void> {
  await page.goto(screen === '导入' ? '#/import' : '#/')
  await expect(page.getByRole('heading', { level: 1, name: screen, exact: true })).toBeVisible()
}

/** Hands files to the import screen. */
export async function importFiles(
  page: Page,
  ...files: { name: string; mimeType: string; buffer: Buffer }[]
): Promise<void> {
  await goTo(page, '导入')
  await page.locator('input[type="file"]').setInputFiles(files)
}

/** The editor of the written section that is open. */
export const prose = (page: Page): Locator => page.getByRole('main').locator('[data-section]')

/** What an editor shows, a line each, with quotes as they are written in the file. */
export const textIn = (editor: Locator): Promise<string> => editor.evaluate(asWritten, false)

/** The same up to the caret. */
export const textBeforeCaret = (editor: Locator): Promise<string> =>
  editor.evaluate(asWritten, true)

function asWritten(editor: Element, untilCaret: boolean): string {
  const range = document.createRange()
  range.selectNodeContents(editor)
  const selection = document.getSelection()
  if (untilCaret && selection?.focusNode) range.setEnd(selection.focusNode, selection.focusOffset)
  const shown = document.createElement('div')
  shown.append(range.cloneContents())
  for (const quote of shown.querySelectorAll<HTMLElement>('[data-quote]'))
    quote.replaceWith(quote.dataset['quote'] ?? '')
  for (const hint of shown.querySelectorAll('.cm-placeholder')) hint.remove()
  return Array.from(shown.children, (line) => line.textContent).join('\n')
}
