import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { built, kept, nextVersion, versionOf } from './site.ts'
import { cell, exportFile, leave, newReport, openSection } from './steps.ts'

test.use({ serviceWorkers: 'allow' })

const older = built()
const newer = nextVersion(older, '9.9.9')
const notice = (page: Page) => page.locator('[data-newer]')
const received = 'requests.received.natural'

test('a new version comes when the user agrees, and never while one edits', async ({
  context,
  serveSite
}) => {
  const site = await serveSite(older, { path: '/nianbao/' })
  const address = `http://127.0.0.1:${site.port}${site.path}`
  const editing = await context.newPage()
  await editing.goto(address)
  await kept(editing)
  await newReport(editing, '清川市水务局', 2025)
  await cell(editing, received).fill('17')
  await expect(editing.locator('[data-save="saved"]')).toBeVisible()

  site.show(newer)
  const library = await context.newPage()
  await library.goto(address)
  await test.step('it is fetched and offered in the library', async () => {
    await expect(notice(library)).toContainText('新版本 9.9.9', { timeout: 60_000 })
    expect(await versionOf(library)).toContain('0.1.0')
    await expect(notice(editing)).toHaveCount(0)
  })

  await test.step('without a word it stays away, in windows opened later too', async () => {
    await library.reload()
    await expect(notice(library)).toBeVisible()
    expect(await versionOf(library)).toContain('0.1.0')
  })

  await test.step('once agreed to it runs in this window', async () => {
    await notice(library).getByRole('button', { name: '更新' }).click()
    await expect(library.locator('[data-offline]')).toContainText('9.9.9')
    await expect(notice(library)).toHaveCount(0)
    await expect(library.getByText('清川市水务局').first()).toBeVisible()
  })

  await test.step('the window that edits goes on with its own code', async () => {
    await cell(editing, received).fill('18')
    expect((await exportFile(editing, 'export-pdf')).length).toBeGreaterThan(10_000)
    expect((await exportFile(editing, 'export-docx')).length).toBeGreaterThan(1000)
    await leave(editing)
    await expect(notice(editing)).toBeVisible()
  })

  await test.step('and takes the new version when it agrees, with all that was written', async () => {
    await notice(editing).getByRole('button', { name: '更新' }).click()
    await expect(editing.locator('[data-offline]')).toContainText('9.9.9')
    await editing.getByRole('button', { name: /继续填写/ }).click()
    await openSection(editing, '收到和处理申请')
    await expect(cell(editing, received)).toHaveValue('18')
  })

  await test.step('what nobody runs any more is dropped', async () => {
    await library.close()
    const address = editing.url()
    await editing.close()
    /** As the first window after all others sees them; a closed one may count a moment longer. */
    const versions = async () => {
      const alone = await context.newPage()
      await alone.goto(address)
      const names = await alone.evaluate(() => caches.keys())
      await alone.close()
      return names.filter((name) => !name.endsWith('chosen'))
    }
    await expect.poll(versions).toHaveLength(1)
  })
})

test('a version refused by closing all windows is offered again', async ({
  context,
  serveSite
}) => {
  const site = await serveSite(older)
  const address = `http://127.0.0.1:${site.port}/`
  const first = await context.newPage()
  await first.goto(address)
  await kept(first)
  site.show(newer)
  await first.reload()
  await expect(notice(first)).toBeVisible({ timeout: 60_000 })
  await first.close()
  const second = await context.newPage()
  await second.goto(address)
  await expect(notice(second)).toBeVisible()
  expect(await versionOf(second)).toContain('0.1.0')
})

test('what broke off goes on where it was', async ({ context, serveSite }) => {
  const site = await serveSite(older)
  const address = `http://127.0.0.1:${site.port}/`
  // A server that lacks a font for a while.
  site.show(new Map([...older].filter(([path]) => path !== 'fonts/song-1.ttf.gz')))
  const page = await context.newPage()
  await page.goto(address)
  await expect.poll(() => site.asked).toContain('/fonts/song-1.ttf.gz')
  await expect(page.locator('[data-offline="fetching"]')).toBeVisible()
  site.show(older)
  site.asked.length = 0
  await page.reload()
  await kept(page)
  expect(site.asked).toContain('/fonts/song-1.ttf.gz')
  expect(site.asked).not.toContain('/fonts/tinos-1.ttf.gz')
})
