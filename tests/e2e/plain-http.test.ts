import { browserArgs } from '../../scripts/browser.mjs'
import { expect, test } from './app.ts'
import { clerksJob } from './clerks-job.ts'
import { nextVersion, zipped } from './site.ts'
import { cell, newReport, openExport, openSection } from './steps.ts'

/** A server in an office network: plain http and a name of its own, which is no secure context. */
const host = 'nianbao.test'
const { CHROME_PATH } = process.env
test.use({
  serviceWorkers: 'allow',
  launchOptions: {
    args: [...browserArgs, `--host-resolver-rules=MAP ${host} 127.0.0.1`],
    ...(CHROME_PATH && { executablePath: CHROME_PATH })
  }
})

const received = 'requests.received.natural'

test('the zip under a path, over plain http: the whole job', async ({ context, serveSite }) => {
  // A server whose master has read nothing.
  const site = await serveSite(zipped(), { path: '/xxgk/nb/' })
  const page = await context.newPage()
  await page.goto(`http://${host}:${site.port}${site.path}`)
  expect(
    await page.evaluate(() => [
      window.isSecureContext,
      'serviceWorker' in navigator,
      'locks' in navigator,
      'subtle' in crypto
    ])
  ).toEqual([false, false, false, false])
  await expect(page.locator('[data-offline="plain"]')).toContainText('断网时')
  await clerksJob(page)
  expect(site.asked.filter((path) => !path.startsWith(site.path))).toEqual([])
})

test.describe('a part of the app that does not come', () => {
  test.beforeEach(({ silence }) => silence.except(/^error: Failed to load resource/))

  test('from a server with a new version: said, and the work is there after', async ({
    context,
    serveSite
  }) => {
    const files = zipped()
    const site = await serveSite(files)
    const page = await context.newPage()
    await page.goto(`http://${host}:${site.port}/`)
    await newReport(page, '清川市水务局', 2025)
    // The last part that comes by itself.
    await expect(page.getByRole('region', { name: '第一次填报' })).toBeVisible()
    site.show(nextVersion(files, '9.9.9'))
    await cell(page, received).fill('23')
    await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
    const dialog = page.getByRole('dialog', { name: '新版本已发布' })
    await expect(dialog).toContainText('已填内容没有变动')
    await dialog.getByRole('button', { name: '刷新本页' }).click()
    await openSection(page, '收到和处理申请')
    await expect(cell(page, received)).toHaveValue('23')
    await openExport(page)
  })

  test('without a connection: said, and one goes on', async ({ context, serveSite }) => {
    const site = await serveSite(zipped())
    const page = await context.newPage()
    await page.goto(`http://${host}:${site.port}/`)
    // The editor has come before anybody asks for it.
    const editor = /\/Editor-[^/]*\.js$/
    await expect.poll(() => site.asked.some((path) => editor.test(path))).toBe(true)
    await newReport(page, '清川市水务局', 2025)
    await site.stop()
    await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
    const dialog = page.getByRole('dialog', { name: '网络已断开' })
    await dialog.getByRole('button', { name: '刷新本页' }).click()
    await expect(dialog).toContainText('网络尚未连接')
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await cell(page, received).fill('23')
    await expect(page.locator('[data-save="saved"]')).toBeVisible()
    await site.start()
    await page.reload()
    await openSection(page, '收到和处理申请')
    await expect(cell(page, received)).toHaveValue('23')
    await openExport(page)
  })

  test('of a thread: said as well', async ({ context, serveSite }) => {
    const files = zipped()
    const site = await serveSite(files)
    const page = await context.newPage()
    await page.goto(`http://${host}:${site.port}/`)
    await newReport(page, '清川市水务局', 2025)
    site.show(new Map([...files].filter(([path]) => !path.startsWith('assets/worker-'))))
    await openExport(page)
    await expect(page.getByRole('dialog', { name: '服务器没有提供' })).toBeVisible()
  })
})
