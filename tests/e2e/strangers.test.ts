import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { writers, type WriterId } from '../../src/formats/index.ts'
import { isElement, parsedPage, within } from '../../src/formats/read/web/page-tree.ts'
import { hostileReport, placesForWords, vectors } from '../fixtures/hostile-reports.ts'
import { times } from '../run.ts'
import { expect, test } from './app.ts'
import { previewed } from './platform-steps.ts'
import { downloadBy, goTo, importFiles, openExport, openSection, sections } from './steps.ts'

/**
 * Reports from strangers, with all that is tried in every place that holds words, on every screen and in
 * every file that leaves. Several are tried at once: five in a place, and in each file all places.
 */

const ids = Object.keys(writers) as WriterId[]

const identity = (index: number) => `5f0c1d7e-0000-4000-8000-${String(index).padStart(12, '0')}`
const together = (count: number): string[] =>
  Array.from({ length: Math.ceil(vectors.length / count) }, (_, i) =>
    vectors.slice(i * count, (i + 1) * count).join(' ')
  )
const all = together(Math.ceil(vectors.length / times(8, 2)))

/** What must not happen while strangers' words are on the screen, as far as it has. */
async function watched(page: Page): Promise<() => Promise<unknown>> {
  const left: string[] = []
  page.on('dialog', (dialog) => {
    left.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => left.push(`window ${popup.url()}`))
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(new URL(page.url()).origin)) left.push(`frame ${frame.url()}`)
  })
  page.context().on('request', (request) => {
    if (!/^(?:blob:|data:)?http:\/\/127\.0\.0\.1:|^data:|^blob:/.test(request.url()))
      left.push(request.url())
  })
  await page.addInitScript(() => {
    const reports: string[] = []
    Object.assign(window, { reports })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      reports.push(`${violatedDirective} ${blockedURI}`)
    })
  })
  await page.reload()
  return async () => ({
    left,
    ...(await page.evaluate(() => ({
      attacked: 'attacked' in window || 'attacked' in Object.prototype,
      reports: (window as unknown as { reports: string[] }).reports,
      strange: [
        ...document.querySelectorAll(
          'iframe, object, embed, form[action], base, meta[http-equiv=refresh], svg script, #app script, #app link, [onerror], [onload]'
        )
      ].map((element) => element.outerHTML.slice(0, 200)),
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .filter(
          ({ protocol, rel, origin }) =>
            !/^(?:https?|blob):$/.test(protocol) ||
            (origin !== location.origin && !/noopener.*noreferrer/.test(rel))
        )
        .map((link) => link.outerHTML.slice(0, 200))
    })))
  })
}
const nothing = { left: [], attacked: false, reports: [], strange: [], links: [] }

/** What is in a file that left: nothing that runs, nothing that points outside. */
function expectInert(id: WriterId, bytes: Buffer): void {
  if (id === 'html') {
    const root = parsedPage(bytes.toString('utf8'))
    const elements = root ? [...within(root)].filter(isElement) : []
    const runs = /^(?:script|iframe|object|embed|form|base|link|animate|input|template)$/
    expect(
      elements.filter(({ tagName }) => runs.test(tagName)).map(({ tagName }) => tagName)
    ).toEqual([])
    const attributes = elements.flatMap(({ attrs }) => attrs)
    expect(attributes.filter(({ name }) => /^on|^srcdoc$|^http-equiv$/.test(name))).toEqual([])
    const ways = attributes.filter(({ name }) => /^(?:href|src|action|xlink:href)$/.test(name))
    expect(ways.filter(({ value }) => !/^(?:https?:|#|data:image\/)/.test(value))).toEqual([])
    expect(attributes.filter(({ name, value }) => name === 'style' && /url\(/.test(value))).toEqual(
      []
    )
  } else if (id === 'csv') {
    for (const row of bytes.toString('utf8').split('\r\n')) {
      expect(row).not.toMatch(/(?:^\ufeff?|,)"?[=+@\t]/)
    }
  } else if (id === 'docx' || id === 'xlsx' || id === 'ofd') {
    for (const [path, part] of Object.entries(unzipSync(bytes))) {
      expect(path).not.toMatch(/^[/\\]|\.\.|:|\.bin$/)
      const xml = Buffer.from(part).toString('utf8')
      if (path.endsWith('.rels')) {
        for (const [link] of xml.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g)) {
          expect(link).toMatch(/hyperlink"[^>]*Target="https?:|Target="https?:[^>]*hyperlink"/)
        }
      }
      if (path.startsWith('xl/worksheets/'))
        expect(xml).not.toMatch(/<f>[^<]*(?:cmd|DDE|HYPERLINK)/)
      if (path === 'word/document.xml')
        expect(xml).not.toMatch(/w:instrText[^>]*>[^<]*(?:DDE|INCLUDE)/)
      if (/\.(?:xml|rels)$/.test(path)) expect(xml).not.toMatch(/<!DOCTYPE|<!ENTITY/)
    }
  } else if (id === 'pdf') {
    const objects = objectsOf(bytes)
    const bare = objects.replace(/\((?:\\[^]|[^\\)])*\)/g, '()')
    // Where a page opens by itself is a place, and no action.
    expect(
      bare.match(/\/(?:JavaScript|JS|Launch|AA|SubmitForm|GoToR|EmbeddedFiles?)\b.{0,40}/)
    ).toBeNull()
    expect(bare.match(/\/OpenAction(?! ?\[).{0,40}/)).toBeNull()
    for (const [, target = ''] of objects.matchAll(/\/URI\s*\(([^)]*)/g)) {
      expect(target).toMatch(/^https?:/)
    }
  }
}

/** The objects of a PDF without its streams of content; compressed objects unpacked, strings left out. */
function objectsOf(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  const unpacked = [...text.matchAll(/\/Type\s*\/ObjStm[^]*?stream\r?\n([^]*?)endstream/g)].map(
    ([, data = '']) => inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
  )
  return [text.replace(/stream\r?\n[^]*?endstream/g, ''), ...unpacked].join('\n')
}

test('nothing in a report runs, loads or leads anywhere, on any screen or in any file', async ({
  page
}, testInfo) => {
  test.setTimeout(300_000)
  const happened = await watched(page)
  await importFiles(
    page,
    ...all.map((words, i) => ({
      name: `${words.replace(/[^]/gu, (char) => (/[/\\\0\ud800-\udfff]/.test(char) ? '_' : char)).slice(0, 60)}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(hostileReport(identity(i), words))
    }))
  )
  const outcomes = page.getByRole('list', { name: '已选的文件' }).locator('[data-outcome="stored"]')
  if (all.length > 1) await expect(outcomes).toHaveCount(all.length)
  expect(await happened(), 'import').toEqual(nothing)
  await goTo(page, '报告库')
  await expect(page.getByRole('rowheader').nth(all.length - 1)).toBeVisible()
  await page.getByRole('searchbox').first().fill('<img')
  await page.getByRole('searchbox').first().fill('')
  expect(await happened(), 'library').toEqual(nothing)

  for (const [i] of all.entries()) {
    const step = (name: string) => `report ${i}: ${name}`
    await page.goto(`./#/report/${identity(i)}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const section of sections) {
      await openSection(page, section)
      expect(await happened(), step(section)).toEqual(nothing)
    }
    await previewed(page)
    expect(await happened(), step('preview')).toEqual(nothing)
    const dialog = await openExport(page)
    // Characters that no font has are not printed as holes: no such file is made, and that is said.
    const unprinted = await dialog.getByText('没有字体的字').count()
    for (const id of ids.filter((id) => !unprinted || (id !== 'pdf' && id !== 'ofd'))) {
      const { name, bytes } = await downloadBy(page, `export-${id}`)
      expect(name).not.toMatch(/[/\\:*?"<>|\u202a-\u202e\u2066-\u2069]/)
      expectInert(id, bytes)
    }
    expect(await happened(), step('export')).toEqual(nothing)
    for (const entry of ['对照上年', '检查设置', '本单位']) {
      // What is open is closed by that, whatever it is.
      await page.reload()
      await page.getByRole('banner').getByRole('button', { name: '更多', exact: true }).click()
      const item = page.getByRole('menuitem', { name: entry })
      if (await item.count()) await item.first().click()
      expect(await happened(), step(entry)).toEqual(nothing)
    }
  }

  // The same files again, with other words: the two states of each beside each other.
  await importFiles(
    page,
    ...all.map((_, i) => ({
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from(hostileReport(identity(i), all[(i + 1) % all.length] ?? ''))
    }))
  )
  const compare = page.getByRole('button', { name: '逐项比较' })
  testInfo.annotations.push({
    type: 'inputs',
    description: `${vectors.length} vectors in ${placesForWords} places: ${vectors.length * placesForWords}`
  })
  if (await compare.count()) {
    await compare.first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
  }
  expect(await happened(), 'two states').toEqual(nothing)
})
