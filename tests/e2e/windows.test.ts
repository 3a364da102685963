import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cell, exportFile, leave, newReport, openSection } from './steps.ts'
import { makeTrouble, storedCells, troubledStore, withoutLocks } from './troubled-store.ts'

const requests = '收到和处理申请'
const received = 'requests.received.natural'
const carried = 'requests.carriedIn.natural'

const reading = (page: Page) => page.locator('[data-reading]')
const mark = (page: Page) => page.locator('[data-save]')
const takeOver = (page: Page) => page.getByRole('button', { name: '在这里编辑' }).click()

/** Another window of the report in `page`, at its table 三. */
async function anotherWindow(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await openSection(other, requests)
  return other
}

test.describe('a report that another window edits', () => {
  test.beforeEach(async ({ page }) => {
    await newReport(page, '青石县水利局', 2025)
    await cell(page, received).fill('5')
    await expect(mark(page)).toHaveAttribute('data-save', 'saved')
  })

  test('is read along live, and taken over from one that saves first', async ({ page }) => {
    const other = await anotherWindow(page)
    await expect(mark(other)).toContainText('只读')
    await expect(reading(other)).toContainText('正在另一窗口编辑')
    await expect(cell(other, received)).toHaveValue('5')
    await cell(page, carried).fill('6')
    await expect(cell(other, carried)).toHaveValue('6')

    await cell(page, received).fill('7')
    await takeOver(other)
    await expect(mark(other)).toHaveAttribute('data-save', 'saved')
    await expect(cell(other, received)).toHaveValue('7')
    await expect(reading(page)).toContainText('已转到另一窗口编辑')
    await cell(other, received).fill('8')
    await expect(cell(page, received)).toHaveValue('8')

    await takeOver(page)
    await cell(page, received).fill('9')
    await expect(cell(other, received)).toHaveValue('9')
    await expect(reading(other)).toBeVisible()
  })

  test('cannot be changed by any way in, and can be looked at and exported', async ({ page }) => {
    const other = await anotherWindow(page)
    await expect(reading(other)).toBeVisible()
    const field = cell(other, received)
    await field.click()
    await other.keyboard.type('9')
    await other.keyboard.press('Delete')
    await other.keyboard.press('Control+z')
    await field.evaluate((input) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '1\t2\n3\t4')
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    })
    for (const name of ['清空', '空白填 0']) {
      const button = other.getByRole('main').getByRole('button', { name })
      if (await button.count()) await expect(button).toBeDisabled()
    }
    await expect(other.getByRole('button', { name: '撤销' })).toBeDisabled()
    for (const section of ['总体情况', '平台数据']) {
      await openSection(other, section)
      const text = other.locator('.cm-content')
      if (section === '总体情况') {
        await text.click()
        await other.keyboard.type('不该写进去')
        await text.evaluate((content) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/plain', '也不该粘进去')
          content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
        })
        await expect(text).not.toContainText('不该')
        await expect(text).toHaveAttribute('aria-readonly', 'true')
      } else
        await expect(
          other.getByRole('main').getByRole('button', { name: '平台', exact: true })
        ).toBeDisabled()
    }
    const before = JSON.parse((await exportFile(other, 'export-json')).toString('utf8'))
    expect(before.cells[received]).toBe(5)
    expect(before.text.overview).not.toContain('不该')
    await other.keyboard.press('Escape')
    await openSection(page, requests)
    await expect(cell(page, received)).toHaveValue('5')
  })

  test('is edited here once the other has left it', async ({ page }) => {
    const other = await anotherWindow(page)
    await expect(reading(other)).toBeVisible()
    await leave(page)
    await expect(reading(other)).toHaveCount(0)
    await cell(other, received).fill('8')
    await expect(mark(other)).toHaveAttribute('data-save', 'saved')
  })

  test('is taken from a window that does not answer, and its work is kept', async ({ page }) => {
    await page.addInitScript(troubledStore)
    await page.reload()
    await openSection(page, requests)
    const other = await anotherWindow(page)
    await expect(reading(other)).toBeVisible()
    const asleep = await page.context().newCDPSession(page)
    await asleep.send('Debugger.enable')
    await makeTrouble(page, 'full')
    await cell(page, carried).fill('6')
    await expect(mark(page)).toHaveAttribute('data-save', 'failed')
    await asleep.send('Debugger.pause')
    await takeOver(other)
    await expect(mark(other)).toHaveAttribute('data-save', 'saved')
    await cell(other, received).fill('8')
    await expect(mark(other)).toHaveAttribute('data-save', 'saved')
    await asleep.send('Debugger.disable')
    await expect(reading(page)).toContainText('没有保存的改动已暂存')
    await expect(cell(page, received)).toHaveValue('8')
    await takeOver(page)
    await expect(reading(other)).toContainText('已转到另一窗口编辑')
    await expect(cell(other, received)).toHaveValue('8')
    // What the two changed in different cells is joined; there is still no room for it.
    await expect(cell(page, carried)).toHaveValue('6')
    await expect(cell(page, received)).toHaveValue('8')
    await expect(mark(page)).toContainText('没有保存')
    await makeTrouble(page, 'none')
    await cell(page, carried).fill('7')
    await expect(mark(page)).toHaveAttribute('data-save', 'saved')
    expect(await storedCells(page)).toMatchObject({ [received]: 8, [carried]: 7 })
  })

  test('was deleted there: told at once, and brought back is edited on', async ({ page }) => {
    const other = await page.context().newPage()
    await other.goto('./')
    const reader = await anotherWindow(page)
    await expect(reading(reader)).toBeVisible()
    await other.getByRole('button', { name: /更多/ }).click()
    await other.getByRole('menuitem', { name: '删除' }).click()
    await expect(mark(page)).toContainText('另一窗口已删除')
    await expect(reading(reader)).toContainText('删除了')
    await page.getByRole('button', { name: '存回报告库' }).click()
    await expect(mark(page)).toHaveAttribute('data-save', 'saved')
    await expect(reading(reader)).toContainText('正在另一窗口编辑')
  })
})

test('without locks a window takes in at once what another saved', async ({ page, context }) => {
  await context.addInitScript(withoutLocks)
  await page.reload()
  await newReport(page, '青石县水利局', 2025)
  await expect(mark(page)).toHaveAttribute('data-save', 'saved')
  const other = await anotherWindow(page)
  await cell(other, received).fill('5')
  await expect(cell(page, received)).toHaveValue('5')
  await expect(page.locator('[data-renewed]')).toContainText('这里已更新')
  await cell(page, carried).fill('6')
  await expect(cell(other, carried)).toHaveValue('6')
  await expect(cell(page, received)).toHaveValue('5')
  for (const one of [page, other]) await expect(mark(one)).toHaveAttribute('data-save', 'saved')
})
