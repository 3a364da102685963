import type { Page } from '@playwright/test'
import { times } from '../run.ts'
import { expect, test } from './app.ts'
import { cell, leave, newReport, openSection, paste } from './steps.ts'
import { makeTrouble, storedCells, troubledStore, withoutLocks } from './troubled-store.ts'

const requests = '收到和处理申请'

test.describe('an edit is there after leaving at once', () => {
  // A write begun while the page goes may be lost once in a few times: one success proves little.
  const rounds = times(8, 2)
  for (let round = 1; round <= rounds; round++) {
    test(`reload, ${round} of ${rounds}`, async ({ page }) => {
      await newReport(page, '青石县水利局', 2025)
      const received = cell(page, 'requests.received.natural')
      await received.focus()
      await page.keyboard.type(String(100 + round))
      await page.reload()
      await openSection(page, requests)
      await expect(received).toHaveValue(String(100 + round))
      await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
    })
  }

  test('going to another page and back', async ({ page }) => {
    await newReport(page, '青石县水利局', 2025)
    await cell(page, 'requests.received.natural').focus()
    await page.keyboard.type('31')
    const address = page.url()
    await page.goto('about:blank')
    await page.goto(address)
    await openSection(page, requests)
    await expect(cell(page, 'requests.received.natural')).toHaveValue('31')
  })

  test('closing the tab', async ({ page, context }) => {
    await newReport(page, '青石县水利局', 2025)
    await cell(page, 'requests.received.natural').focus()
    await page.keyboard.type('47')
    const address = page.url()
    const other = await context.newPage()
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
    await other.goto(address)
    await openSection(other, requests)
    await expect(cell(other, 'requests.received.natural')).toHaveValue('47')
  })
})

test('two windows without locks: what the other saved is never written over', async ({
  page,
  context
}) => {
  await context.addInitScript(withoutLocks)
  await page.addInitScript(troubledStore)
  await page.reload()
  await newReport(page, '青石县水利局', 2025)
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await openSection(other, requests)
  await makeTrouble(page, 'full')
  await cell(page, 'requests.carriedIn.natural').fill('6')
  await expect(page.locator('[data-save="failed"]')).toBeVisible()
  await cell(other, 'requests.received.natural').fill('5')
  // Going to the library saves.
  await leave(other)
  await makeTrouble(page, 'none')
  // Changed in different places, both are kept.
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
  await expect
    .poll(() => storedCells(page))
    .toMatchObject({ 'requests.received.natural': 5, 'requests.carriedIn.natural': 6 })
})

/** Every way out of the editor that stays in the app, and some that do not. */
const waysOut: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the button': leave,
  Back: async (page) => {
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: '报告库' })).toBeVisible()
  },
  'another report by its address': (page) =>
    page.evaluate(() => {
      window.location.hash = '#/report/6f9619ff-8b86-4d01-b42d-00c04fc964ff'
    }),
  'an import': async (page) => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await paste(page, '一、总体情况　本年度主动公开政府信息。'.repeat(20))
    await expect(page).toHaveURL(/import/)
  },
  'a reload': (page) => page.reload(),
  'an address outside': (page) => page.goto('about:blank')
}

test.describe('what could not be stored is there after', () => {
  test.beforeEach(async ({ page, context }) => {
    await context.addInitScript(withoutLocks)
    await page.addInitScript(troubledStore)
    await page.reload()
    await newReport(page, '青石县水利局', 2025)
    await expect(page.locator('[data-save="saved"]')).toBeVisible()
  })

  test('a conflict, by every way out, and is offered in the library', async ({ page, context }) => {
    const address = page.url()
    const other = await context.newPage()
    await other.goto(address)
    await openSection(other, requests)
    await makeTrouble(page, 'full')
    await cell(page, 'requests.carriedIn.natural').fill('6')
    await expect(page.locator('[data-save="failed"]')).toBeVisible()
    await cell(other, 'requests.carriedIn.natural').fill('5')
    await expect(other.locator('[data-save="saved"]')).toBeVisible()
    await leave(other)
    await makeTrouble(page, 'none')
    const mark = page.locator('[data-save]')
    await expect(mark).toHaveAttribute('data-save', 'conflict')
    await expect(mark).toContainText('没有保存')

    let edits = 10
    for (const [name, leave] of Object.entries(waysOut)) {
      await test.step(name, async () => {
        const received = cell(page, 'requests.received.natural')
        await received.fill(String(++edits))
        await leave(page)
        if (name === 'the button') {
          const notice = page.locator('[data-unsaved]')
          await expect(notice).toContainText('青石县水利局 2025 年度报告：有改动没有保存')
          await notice.getByRole('button', { name: '继续填写' }).click()
        } else if (name !== 'a reload') await page.goto(address)
        await openSection(page, requests)
        await expect(received).toHaveValue(String(edits))
        await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'conflict')
      })
    }
    expect(await storedCells(page)).toMatchObject({ 'requests.carriedIn.natural': 5 })
  })

  test('a full disk, and is stored when there is room', async ({ page }) => {
    const address = page.url()
    let edits = 10
    for (const name of ['the button', 'a reload']) {
      await test.step(name, async () => {
        await makeTrouble(page, 'full')
        const received = cell(page, 'requests.received.natural')
        await received.fill(String(++edits))
        await expect(page.getByRole('alert').filter({ hasText: '存储已满' })).toBeVisible()
        await expect(page.locator('[data-save="failed"]')).toContainText('没有保存')
        await received.fill(String(++edits))
        await waysOut[name]?.(page)
        if (name !== 'a reload') await page.goto(address)
        await openSection(page, requests)
        await expect(received).toHaveValue(String(edits))
        await makeTrouble(page, 'none')
        await expect(page.locator('[data-save="saved"]')).toBeVisible()
      })
    }
    await page.reload()
    await openSection(page, requests)
    await expect(cell(page, 'requests.received.natural')).toHaveValue(String(edits))
  })

  test('a write without an answer: a failure within five seconds, then tried again', async ({
    page
  }) => {
    const address = page.url()
    const received = cell(page, 'requests.received.natural')
    await makeTrouble(page, 'silent')
    await received.fill('7')
    await expect(page.locator('[data-save="saving"]')).toBeVisible()
    await expect(page.locator('[data-save="failed"]')).toContainText('没有保存')
    await received.fill('8')
    await makeTrouble(page, 'none')
    await expect(page.locator('[data-save="saved"]')).toBeVisible()
    await leave(page)
    await page.goto(address)
    await openSection(page, requests)
    await expect(received).toHaveValue('8')
    await expect(page.locator('[data-save="saved"]')).toBeVisible()
  })

  test('its report was deleted in another window: told at once, and put back when asked', async ({
    page,
    context
  }) => {
    const other = await context.newPage()
    await other.goto('./')
    await other.getByRole('button', { name: /更多/ }).click()
    await other.getByRole('menuitem', { name: '删除' }).click()
    await expect(other.getByText('已删除 青石县水利局')).toBeVisible()
    await expect(page.locator('[data-save="conflict"]')).toContainText('另一窗口已删除')
    await cell(page, 'requests.received.natural').fill('7')
    await expect(page.getByRole('alert').filter({ hasText: '删除了“青石县水利局”' })).toBeVisible()
    await page.getByRole('button', { name: '存回报告库' }).click()
    await expect(page.locator('[data-save="saved"]')).toBeVisible()
    await page.reload()
    await openSection(page, requests)
    await expect(cell(page, 'requests.received.natural')).toHaveValue('7')
  })
})
