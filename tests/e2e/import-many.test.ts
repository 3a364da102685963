import { readdirSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { compose } from '../../src/core/compose/compose.ts'
import { pageSetter } from '../../src/formats/press/pages.ts'
import { renderPdf } from '../../src/formats/press/pdf-render.ts'
import { validReport } from '../core/report/reports.ts'
import { diskLibrary } from '../formats/fonts/disk.ts'
import { expect, test } from './app.ts'
import { goTo } from './steps.ts'

/** What a page that stands still does not see: itself between two pages of a file. */

/** The longest stretch in which the page answered nobody, in milliseconds. */
const frozen = 1500

interface Watched {
  /** The longest task of the page, in milliseconds; 0 where none took 50. */
  longest: number
  /** The pages that the list said were being read, in order. */
  readonly pages: string[]
}

/** Begins to watch tasks and words of the page. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const watched: Watched = { longest: 0, pages: [] }
    Object.assign(window, { watched })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        watched.longest = Math.max(watched.longest, duration)
    }).observe({ type: 'longtask' })
    new MutationObserver(() => {
      const [said] = /第 \d+ \/ \d+ 页/.exec(document.body.textContent) ?? []
      if (said && watched.pages.at(-1) !== said) watched.pages.push(said)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
const watchedOn = (page: Page) =>
  page.evaluate(() => (window as unknown as { watched: Watched }).watched)

const items = (page: Page) => page.getByRole('list', { name: '已选的文件' }).getByRole('listitem')

/** A report whose prose goes on over sixty pages. */
async function longPdf(path: string): Promise<number> {
  const report = validReport(3)
  const paragraph = `全年主动公开政府信息1200余条，${'办理的每一件都按期答复，'.repeat(18)}没有超期。`
  const overview = Array.from({ length: 138 }, () => paragraph).join('\n')
  const library = await diskLibrary()
  const set = pageSetter(library, { style: 'official', digits: 'own', draft: false })
  const long = { ...report, text: { ...report.text, overview } }
  const made = await renderPdf(compose(long), { title: '', author: '', date: '' }, set, library)
  if (!made.ok) throw new Error(made.reason)
  writeFileSync(path, made.bytes)
  return made.pages
}

test('a PDF of sixty pages is read beside the page, which tells how far it is', async ({
  page
}, testInfo) => {
  test.setTimeout(180_000)
  const path = testInfo.outputPath('长.pdf')
  const pages = await longPdf(path)
  expect(pages).toBeGreaterThanOrEqual(60)
  await goTo(page, '导入')
  await watch(page)
  const began = Date.now()
  await page.locator('input[type="file"]').setInputFiles(path)
  await expect(page.locator('[data-action="import-accept"]')).toBeVisible({ timeout: 90_000 })
  const seconds = (Date.now() - began) / 1000
  const { longest, pages: told } = await watchedOn(page)
  test.info().annotations.push({
    type: `PDF of ${pages} pages`,
    description: `${seconds.toFixed(1)} s to its review; longest task ${longest.toFixed(0)} ms; progress told ${told.length} times`
  })
  expect(told.length).toBeGreaterThan(10)
  expect(told.at(-1)).toBe(`第 ${pages} / ${pages} 页`)
  expect(longest).toBeLessThan(frozen)
})

test('fifty files at once are read one after the other, and the page answers', async ({ page }) => {
  test.setTimeout(180_000)
  const folder = 'tests/fixtures/corpus/'
  const names = readdirSync(folder).sort()
  const endings = 'doc wps xls rtf txt html docx xlsx pdf json csv mht'.split(' ')
  const files = endings.flatMap((ending) =>
    names.filter((name) => name.endsWith(`.${ending}`)).slice(0, 5)
  )
  const fifty = files.slice(0, 50)
  expect(fifty).toHaveLength(50)
  await goTo(page, '导入')
  await watch(page)
  const began = Date.now()
  // By their paths: contents would be put together in the page itself, for seconds.
  await page.locator('input[type="file"]').setInputFiles(fifty.map((name) => folder + name))
  await expect(items(page)).toHaveCount(50)
  // While the others are being read, what can be clicked can be clicked.
  await items(page).last().getByRole('button', { name: /^移除/ }).click()
  await expect(items(page)).toHaveCount(49)
  await expect(page.locator('[data-outcome="reading"]')).toHaveCount(0, { timeout: 150_000 })
  const { longest } = await watchedOn(page)
  const seconds = (Date.now() - began) / 1000
  test.info().annotations.push({
    type: '50 files at once',
    description: `${seconds.toFixed(1)} s; longest task ${longest.toFixed(0)} ms`
  })
  for (const bad of ['failed', 'nothing', 'unstored']) {
    await expect(page.locator(`[data-outcome="${bad}"]`)).toHaveCount(0)
  }
  expect(longest).toBeLessThan(frozen)

  // Only the last one's content was kept; another is read again when its turn comes.
  await items(page).first().getByRole('button', { name: '核对' }).click()
  await expect(page.locator('[data-action="import-accept"]')).toBeVisible()
})
