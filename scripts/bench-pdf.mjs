// @ts-check
/**
 * `npm run bench:pdf`: the same report made into a PDF by us, by jsPDF with autotable and by
 * pdfmake, in one browser. Figures to look at, never a test.
 *
 * Every engine has a page of its own: the first export there is the cold one, with code and fonts
 * to fetch. The warm ones go in turns, a few of each at a time, so that a busy machine slows all
 * alike.
 */
import { chromium } from '@playwright/test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { quantile } from './bench/figures.mjs'
import { browserArgs, findBrowser, thisMachine } from './browser.mjs'

/** @typedef {import('./bench/pdf/page.mjs').Bench} Bench */

const names = /** @type {const} */ (['ours', 'autotable', 'pdfmake'])
const turns = 5
const rounds = 4
/** Where the files go that the engines made, to be looked at; nowhere when it is not given. */
const keep = process.argv[2]

const found = findBrowser(thisMachine())
if ('problem' in found) {
  console.error(found.problem)
  process.exit(1)
}
const outDir = await mkdtemp(join(tmpdir(), 'nianbao-bench-pdf-'))
const project = fileURLToPath(new URL('..', import.meta.url))
const root = join(project, 'scripts/bench/pdf')
const common = {
  root,
  configFile: join(project, 'vite.config.ts'),
  publicDir: join(project, 'public')
}
await build({
  ...common,
  logLevel: 'error',
  build: { outDir, emptyOutDir: true, rollupOptions: { input: join(root, 'page.html') } }
})
const server = await preview({
  ...common,
  logLevel: 'error',
  build: { outDir },
  preview: {
    host: '127.0.0.1',
    port: 4191,
    strictPort: false,
    open: false,
    // Only isolated pages may measure their memory.
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp'
    }
  }
})
const browser = await chromium.launch({
  executablePath: found.path,
  args: [...browserArgs, '--enable-blink-features=ForceEagerMeasureMemory']
})
try {
  const measured = []
  for (const name of names) {
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}page.html`)
    await page.waitForFunction(() => 'bench' in window)
    const cold = await exports(page, name, 0)
    measured.push({ name, page, cold: cold.times[0] ?? NaN, warm: [], file: cold.file })
  }
  for (let turn = 0; turn < turns; turn++) {
    for (const engine of measured) {
      // The first of a turn finds the processor's caches full of the others' work; it does not count.
      const { times } = await exports(engine.page, engine.name, rounds)
      engine.warm.push(.../** @type {never[]} */ (times.slice(1)))
    }
  }
  const rows = []
  for (const { name, page, cold, warm, file } of measured) {
    const heap = await page.evaluate(() =>
      /** @type {{ bench: Bench }} */ (/** @type {unknown} */ (window)).bench.heap()
    )
    if (keep) await writeFile(join(keep, `${name}.pdf`), Uint8Array.from(file))
    rows.push({
      name,
      cold,
      p50: quantile(warm, 0.5),
      p95: quantile(warm, 0.95),
      heap,
      bytes: file.length
    })
  }
  print(rows)
  await printSetting()
} finally {
  await browser.close()
  await server.close()
  await rm(outDir, { recursive: true })
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 * @param {number} more exports after the first
 */
function exports(page, name, more) {
  return page.evaluate(
    ({ name, more }) =>
      /** @type {{ bench: Bench }} */ (/** @type {unknown} */ (window)).bench.run(name, more),
    { name, more }
  )
}

/** @param {{ name: string; cold: number; p50: number; p95: number; heap: number; bytes: number }[]} rows */
function print(rows) {
  const ours = rows[0]
  console.log('              cold ms   warm p50   warm p95   heap MB   file kB   ours / this, warm')
  for (const { name, cold, p50, p95, heap, bytes } of rows) {
    const figures = [cold, p50, p95, heap / 1e6, bytes / 1024].map((value) => value.toFixed(0))
    const ratio = ours && ours.p50 !== p50 ? (ours.p50 / p50).toFixed(2) : ''
    console.log(
      `  ${name.padEnd(10)}${figures.map((text) => text.padStart(10)).join('')}${ratio.padStart(12)}`
    )
  }
  console.log('  aims: ours warm p50 ≤ 100 ms and ≤ 0.2 of each other engine; file ≤ 350 kB')
}

/** Pages set again while somebody types, in a page of its own. */
async function printSetting() {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}page.html`)
  await page.waitForFunction(() => 'bench' in window)
  const { set, press } = await page.evaluate(async () => {
    const { bench } = /** @type {{ bench: Bench }} */ (/** @type {unknown} */ (window))
    return { set: await bench.set(100), press: await bench.press(100) }
  })
  const row = (/** @type {string} */ what, /** @type {number} */ ms, /** @type {number} */ aim) =>
    console.log(`  ${what.padEnd(58)}${ms.toFixed(1).padStart(8)} ms   aim ≤ ${aim} ms`)
  row(`set again after a key, ${set.pages} pages, p95`, quantile(set.times, 0.95), 16)
  row('… by the thread, the changed page drawn, p95', quantile(press.times, 0.95), 16)
  row('a paragraph of 100,000 characters, by the thread', press.long, 2000)
  row('… the page silent meanwhile, at most', press.silent, 200)
}
