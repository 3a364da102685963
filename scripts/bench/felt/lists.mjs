// @ts-check
/** The list of reports, of a few and of 2,000: opened, and searched key by key. */
import { quantile } from '../figures.mjs'
import { openedTimes, searchTimes, untilJudged, watchList } from '../library.mjs'
import { freshPage, lay } from './builds.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/** Libraries that were laid, by the app: that takes longer than all that is measured. */
const laid = /** @type {Map<string, Promise<Page>>} */ (new Map())

/** @type {import('./builds.mjs').Measure} */
export async function benchLists(app, browser) {
  const figures = []
  for (const count of [20, 2000]) {
    const key = `${app.home} ${count}`
    const made = laid.get(key) ?? library(app, browser, count)
    laid.set(key, made)
    const page = await made
    const opened = await openedTimes(page, app.home, 'tr[data-report]')
    await page.waitForTimeout(2000)
    const keys = [
      ...(await searchTimes(page, '第12局 2023')),
      ...(await searchTimes(page, '政务新媒体'))
    ]
    figures.push(
      { what: `a list of ${count} opened, median`, ms: opened, aim: 300 },
      { what: `a key of a search among ${count}, p95`, ms: quantile(keys, 0.95), aim: 50 }
    )
  }
  return figures
}

/** @param {import('./builds.mjs').App} app @param {import('./builds.mjs').Browser} browser @param {number} count */
async function library(app, browser, count) {
  const page = await freshPage(browser, watchList)
  const reports = Array.from({ length: count }, (_, i) => ({
    ...app.sample,
    id: `7c1e9a30-5b2d-4f68-8a10-${String(i).padStart(12, '0')}`,
    year: 2021 + (i % 5),
    unit: { ...app.sample.unit, name: `清川市第${Math.floor(i / 5) + 1}局` },
    updatedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, i)).toISOString()
  }))
  await lay(page, app, reports)
  await page.goto(app.home)
  await untilJudged(page, count)
  return page
}
