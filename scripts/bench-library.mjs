// @ts-check
/**
 * `node scripts/bench-library.mjs [REPORTS]`, after `npm run build`: a library of 2,000 reports in a
 * real browser. How long until its list stands, a key of a search, the page's longest task, backing
 * up and restoring, and taking a database of the version before to this one. Figures to look at. Long,
 * for all of them are of one browser with one library, laid once.
 */
import { chromium } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { preview, runnerImport } from 'vite'
import { browserArgs, findBrowser, thisMachine } from './browser.mjs'
import { quantile } from './bench/figures.mjs'
import { layReports } from './bench/lay-reports.mjs'
import { noted, openedTimes, searchTimes, untilJudged, watchList } from './bench/library.mjs'
import { fullReport, slipped } from './bench/reports.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const count = Number(process.argv[2] ?? 2000)
const years = 5

/**
 * Reports of as many units as it takes, of five years each.
 *
 * @param {number} many
 * @param {number} [schema]
 */
async function reportsOf(many, schema = 2) {
  /** @param {string} path */
  const load = async (path) => (await runnerImport(path, { configFile: false })).module
  const [blank, edit, form] = await Promise.all(
    ['new-report', 'edit']
      .map((name) => load(`./src/core/report/${name}.ts`))
      .concat(load('./src/core/form/form.ts'))
  )
  const full = fullReport(blank, edit, form)
  return Array.from({ length: many }, (_, i) => ({
    ...slipped(full, form.fields, i),
    schema,
    id: `7c1e9a30-5b2d-4f68-8a10-${String(i).padStart(12, '0')}`,
    rev: 1,
    year: 2021 + (i % years),
    unit: { ...full.unit, name: `清川市第${Math.floor(i / years) + 1}局` },
    updatedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, i)).toISOString()
  }))
}

/**
 * In the page: lays four reports that nobody wrote. 39 MB of prose, 10,000 figures, 10,000 findings,
 * and one that is just within the limits, with a figure every four characters.
 *
 * @param {any} good a report
 */
async function layPoisoned(good) {
  const list = (/** @type {(n: number) => object} */ of) =>
    Array.from({ length: 10_000 }, (_, n) => of(n))
  const id = (/** @type {number} */ n) => `00000000-0000-4000-8000-00000000000${n}`
  const text = (/** @type {string} */ overview) => ({
    leadIn: '',
    overview,
    problems: '',
    other: ''
  })
  const figure = { channel: 'c', key: 'posts', name: '发布', year: 2025, period: 'year', value: 1 }
  const more = { qualifier: '', shown: '', unit: '条', source: '', date: '', note: '' }
  const finding = { rule: 'D-LABEL', severity: 'warning', at: { kind: 'report' }, params: {} }
  const poisoned = [
    { ...good, id: id(1), text: text('年报'.repeat(19_500_000)) },
    { ...good, id: id(2), metrics: list((n) => ({ id: `m${n}`, ...figure, ...more })) },
    {
      ...good,
      id: id(3),
      imported: {
        ...{ name: '', at: '2026-01-01T00:00:00.000Z' },
        findings: list((n) => ({ ...finding, fingerprint: `f${n}` }))
      }
    },
    { ...good, id: id(4), text: text('1，其中2，'.repeat(200_000)) }
  ]
  const opening = indexedDB.open('nianbao')
  await new Promise((resolve) => (opening.onsuccess = resolve))
  const transaction = opening.result.transaction('reports', 'readwrite')
  for (const report of poisoned) transaction.objectStore('reports').put(report)
  await new Promise((resolve) => (transaction.oncomplete = resolve))
  opening.result.close()
}

const rows = (/** @type {Page} */ page) => page.locator('tr[data-report]')

/** @param {string} what @param {number} ms @param {number} [aim] */
const print = (what, ms, aim) =>
  console.log(
    `  ${what.padEnd(46)}${ms.toFixed(0).padStart(8)} ms${aim ? `   aim ≤ ${aim} ms` : ''}`
  )

const found = findBrowser(thisMachine())
if ('problem' in found) throw new Error(found.problem)
const server = await preview({
  logLevel: 'error',
  preview: { host: '127.0.0.1', port: 4191, strictPort: false, open: false }
})
const browser = await chromium.launch({ executablePath: found.path, args: browserArgs })
const home = server.resolvedUrls?.local[0] ?? ''

/** A page of a fresh profile; `licences.txt` is one of the origin without the app. */
async function fresh() {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN'
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.log('page error', error.message))
  await page.addInitScript(watchList)
  return page
}

try {
  const reports = await reportsOf(count)
  console.log(`${count} reports, ${(JSON.stringify(reports).length / 1e6).toFixed(0)} MB as JSON`)
  const page = await fresh()
  await page.goto(home)
  await page.locator('.empty').waitFor()
  print('an empty library opened, median', await openedTimes(page, home, '.empty'))
  await page.goto(`${home}licences.txt`)
  await page.evaluate(layReports, { reports })
  await page.goto(home)
  await rows(page).first().waitFor()
  print('first list, no summaries: the first rows', (await noted(page)).stands)
  await page.getByText(`${count} 份`, { exact: true }).first().waitFor()
  print('… all of it', await page.evaluate(() => performance.now()))
  print('… all judged after', await untilJudged(page, count))
  print('… the longest task meanwhile', (await noted(page)).longest)
  print(
    'list opened, with summaries, median',
    await openedTimes(page, home, 'tr[data-report]'),
    300
  )
  await page.waitForTimeout(2000)
  print('… the longest task', (await noted(page)).longest)
  const keys = [
    ...(await searchTimes(page, '第12局 2023')),
    ...(await searchTimes(page, '政务新媒体'))
  ]
  print('a key of a search, p95', quantile(keys, 0.95), 50)

  if (!process.argv.includes('--list')) {
    const began = Date.now()
    const saved = page.waitForEvent('download', { timeout: 300_000 })
    await page.locator('[data-action="backup"]').click()
    const path = await (await saved).path()
    print('backup', Date.now() - began, 10_000)
    print('… the longest task', (await noted(page)).longest)
    console.log(`  backup of ${((await readFile(path)).length / 1e6).toFixed(1)} MB`)
    const other = await fresh()
    await other.goto(home)
    await other.locator('.empty').waitFor()
    const again = Date.now()
    await other
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: (await saved).suggestedFilename(),
        mimeType: 'application/octet-stream',
        buffer: await readFile(path)
      })
    await other.locator('[data-action="restore-chosen"][data-ready]').waitFor({ timeout: 300_000 })
    print('backup read, until its preview stands', Date.now() - again)
    const chosen = Date.now()
    await other.locator('[data-action="restore-chosen"]').click()
    await other.locator('[data-action="restore-undo"]').waitFor({ timeout: 300_000 })
    print('restored', Date.now() - chosen)
    print('restore, both together', Date.now() - again, 10_000)
    print('… the longest task', (await noted(other)).longest)
  }

  const old = await fresh()
  await old.goto(`${home}licences.txt`)
  await old.evaluate(layReports, { reports: await reportsOf(1000, 1), version: 10 })
  await old.goto(home)
  await rows(old).first().waitFor({ timeout: 300_000 })
  print('1,000 reports of schema 1 taken to this version', (await noted(old)).stands, 3000)

  const bad = await fresh()
  await bad.goto(home)
  await bad.locator('.empty').waitFor()
  await bad.goto(`${home}licences.txt`)
  await bad.evaluate(layReports, { reports: reports.slice(0, 50) })
  await bad.evaluate(layPoisoned, reports[60])
  await bad.goto(home)
  await rows(bad).first().waitFor()
  print('a poisoned library, first list', (await noted(bad)).stands, 300)
  await untilJudged(bad, 54)
  print('… the longest task', (await noted(bad)).longest)
  print(
    'a poisoned library opened again, median',
    await openedTimes(bad, home, 'tr[data-report]'),
    300
  )
  await bad.waitForTimeout(2000)
  print('… the longest task', (await noted(bad)).longest)
} finally {
  await browser.close()
  await server.close()
}
