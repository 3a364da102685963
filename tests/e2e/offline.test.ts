import { policyIn } from '../../scripts/site/offline.mjs'
import { expect, test } from './app.ts'
import { clerksJob } from './clerks-job.ts'
import { built, kept } from './site.ts'
import { exportFile, leave } from './steps.ts'

test.use({ serviceWorkers: 'allow' })

const files = built()
const policy = policyIn(new TextDecoder().decode(files.get('index.html')))

test('after one visit the whole job is done without the server', async ({ context, serveSite }) => {
  const site = await serveSite(files, { path: '/gk/nianbao/', policy })
  const address = `http://127.0.0.1:${site.port}${site.path}`
  const page = await context.newPage()
  await page.goto(address)
  await kept(page)
  await site.stop()
  await context.setOffline(true)

  await test.step('everything that was built is kept, threads with their policy', async () => {
    const keptFiles = await page.evaluate(async () => {
      const all: { path: string; policy: string | null }[] = []
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          const path = request.url.split('/gk/nianbao/')[1]
          const response = await cache.match(request)
          if (path)
            all.push({ path, policy: response?.headers.get('content-security-policy') ?? null })
        }
      }
      return all
    })
    const wanted = [...files.keys()].filter((path) => path !== 'sw.js')
    expect(keptFiles.map(({ path }) => path).sort()).toEqual(wanted.sort())
    for (const file of keptFiles) expect(file.policy, file.path).toContain("default-src 'self'")
  })

  await page.reload()
  await clerksJob(page)
  for (const kind of ['export-docx', 'export-ofd', 'export-xlsx', 'export-html'] as const) {
    await test.step(kind, async () => {
      expect((await exportFile(page, kind)).length).toBeGreaterThan(1000)
    })
  }

  await leave(page)
  await test.step('PDF and Word files are read', async () => {
    const names = ['bureau-pdf-of-libreoffice.pdf', 'bureau-docx.docx']
    await page.getByRole('button', { name: '导入' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: '导入', exact: true })).toBeVisible()
    const paths = names.map((name) => `tests/fixtures/corpus/${name}`)
    await page.locator('input[type="file"]').setInputFiles(paths)
    for (const name of names)
      await expect(page.getByRole('paragraph').filter({ hasText: name })).toContainText(
        '200 个数字'
      )
  })
})

test('it can be installed', async ({ context, serveSite }) => {
  const site = await serveSite(files)
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${site.port}/`)
  const browser = await context.newCDPSession(page)
  const { data, errors } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '')).toMatchObject({ short_name: '年报台', start_url: './' })
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
  // Tests run in windows that are forgotten.
  const others = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')
  expect(others).toEqual([])
})
