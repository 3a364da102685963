import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { blank } from './laid-database.ts'
import { cell, exportFile, newReport, openSection } from './steps.ts'

/** A new page of the app, in a browser changed by `before`. */
async function reopened(page: Page, before: () => void): Promise<void> {
  await page.addInitScript(before)
  await page.reload()
}
const notice = (page: Page, keeping: string) => page.locator(`[data-keeping="${keeping}"]`)

const blockLocalStorage = (): void => {
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
  })
}

for (const [name, block] of [
  [
    'opening the database throws',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Access is denied.', 'SecurityError')
      }
    }
  ],
  ['there is no database', () => Object.defineProperty(window, 'indexedDB', { value: undefined })]
] as const) {
  test(`all site data blocked, ${name}: the app works in memory, says so, and exports`, async ({
    page
  }) => {
    await page.addInitScript(blockLocalStorage)
    await reopened(page, block)
    await expect(notice(page, 'memory')).toContainText('内容不会保存')
    await newReport(page, '青石县水利局', 2025)
    await cell(page, 'requests.received.natural').fill('7')
    await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'failed')
    await page.getByRole('button', { name: '深色' }).click()
    const file = JSON.parse((await exportFile(page, 'export-json')).toString('utf8'))
    expect(file.cells['requests.received.natural']).toBe(7)
    await page.getByRole('button', { name: '报告库' }).click()
    await expect(page.getByRole('rowheader', { name: '青石县水利局' })).toBeVisible()
    await expect(notice(page, 'memory')).toBeVisible()
  })
}

test('only localStorage blocked: reports are saved, the rest is said', async ({ page }) => {
  await reopened(page, blockLocalStorage)
  await expect(page.getByRole('alert')).toContainText('显示设置')
  await newReport(page, '青石县水利局', 2025)
  await cell(page, 'requests.received.natural').fill('7')
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('青石县水利局')
})

test('a full localStorage: the dark switch does what it says', async ({ page }) => {
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
  })
  await newReport(page, '青石县水利局', 2025)
  await page.getByRole('button', { name: '深色' }).click()
  await expect(page.locator('html.dark')).toBeAttached()
  await expect(page.getByText('这部分页面出错')).toBeHidden()
})

test('an old tab that holds the database is named, and closing it is enough', async ({
  page,
  context,
  silence
}) => {
  silence.except(/Upgrade 'nianbao' blocked by other connection/)
  await newReport(page, '青石县水利局', 2025)
  await page.goto('about:blank')
  // The tab of an older version: it made the database, and does not give it up.
  const old = await context.newPage()
  await blank(old)
  await old.evaluate(async () => {
    const request = (version?: number) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('nianbao', version)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
    await new Promise((resolve) => (indexedDB.deleteDatabase('nianbao').onsuccess = resolve))
    await request(1)
  })
  await page.goto('./')
  await expect(notice(page, 'blocked')).toContainText('关闭该窗口')
  await expect(page.getByRole('button', { name: /^全部\s*\d/ })).toHaveCount(0)
  await expect(page.getByText('没有报告')).toHaveCount(0)
  await old.close()
  await expect(page.getByText('没有报告')).toBeVisible()
  await expect(notice(page, 'blocked')).toHaveCount(0)
})

test('a newer version in another tab: this one stops, keeps the work, and asks to be reloaded', async ({
  page,
  context
}) => {
  await newReport(page, '青石县水利局', 2025)
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  const newer = await context.newPage()
  await blank(newer)
  await newer.evaluate(async () => {
    const opening = indexedDB.open('nianbao', 10_000)
    await new Promise((resolve) => (opening.onsuccess = resolve))
    opening.result.close()
  })
  await expect(notice(page, 'outdated')).toContainText('本页不再保存')
  await cell(page, 'requests.received.natural').fill('7')
  await expect(page.locator('[data-save="failed"]')).toContainText('没有保存')
  await notice(page, 'outdated').getByRole('button', { name: '刷新本页' }).click()
  await page.getByRole('navigation').getByRole('button', { name: '收到和处理申请' }).click()
  await expect(cell(page, 'requests.received.natural')).toHaveValue('7')
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
})

test('a database that does not answer: after five seconds one can work without it, and export', async ({
  page
}) => {
  await reopened(page, () => {
    // A request that never gets an answer.
    IDBFactory.prototype.open = () => new EventTarget() as unknown as IDBOpenDBRequest
  })
  await notice(page, 'silent').getByRole('button', { name: '不等待，临时填写' }).click()
  await expect(notice(page, 'memory')).toContainText('没有响应')
  await newReport(page, '青石县水利局', 2025)
  await cell(page, 'requests.received.natural').fill('7')
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'failed')
  const file = JSON.parse((await exportFile(page, 'export-json')).toString('utf8'))
  expect(file.cells['requests.received.natural']).toBe(7)
})

test('a database that the browser cannot read is named as that, and the app works in memory', async ({
  page,
  silence
}) => {
  silence.except(/Dexie: Workaround for Chrome UnknownError on open/)
  await reopened(page, () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget()
      Object.assign(request, { error: new DOMException('Internal error.', 'UnknownError') })
      const opening = request as unknown as IDBOpenDBRequest
      request.addEventListener('error', (event) => opening.onerror?.(event))
      setTimeout(() => request.dispatchEvent(new Event('error', { cancelable: true })))
      return opening
    }
  })
  await expect(notice(page, 'memory')).toContainText('无法读取已保存的数据')
  await newReport(page, '青石县水利局', 2025)
  await cell(page, 'requests.received.natural').fill('7')
  const file = JSON.parse((await exportFile(page, 'export-json')).toString('utf8'))
  expect(file.cells['requests.received.natural']).toBe(7)
})

test('without locks, channels, session storage and a manager of storage reports are kept', async ({
  page
}) => {
  await reopened(page, () => {
    for (const name of ['locks', 'storage'])
      Object.defineProperty(Navigator.prototype, name, { get: () => undefined })
    Reflect.deleteProperty(Navigator.prototype, 'locks')
    Reflect.deleteProperty(window, 'BroadcastChannel')
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      }
    })
  })
  await newReport(page, '青石县水利局', 2025)
  await cell(page, 'requests.received.natural').fill('7')
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await page.reload()
  await openSection(page, '收到和处理申请')
  await expect(cell(page, 'requests.received.natural')).toHaveValue('7')
  await page.getByRole('button', { name: '报告库' }).click()
  await page.getByRole('button', { name: '存放与备份' }).click()
  await expect(page.getByRole('dialog')).toContainText('没有说明是否自行清理')
  await expect(page.getByRole('dialog')).toContainText('没有提供占用情况')
})
