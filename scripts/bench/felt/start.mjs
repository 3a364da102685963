// @ts-check
/**
 * The first visit on a slow computer over a slow network: when the first screen can be used, and what
 * moves on it and on every other screen when its code comes late.
 */
import { addressOf, freshPage, lay, longSample, slowed } from './builds.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Networks by what they are called. Milliseconds that a request waits, and bytes a second. The first
 * is what Lighthouse reckons with, its "slow 4G", which was called fast 3G: 150 ms there and back,
 * 1.6 Mbit/s. The other is what the developer tools apply under that name.
 */
const networks = {
  'fast 3G (150 ms, 1.6 Mbit/s)': { latency: 150, downloadThroughput: 1_600_000 / 8 },
  'the tools’ fast 3G (562 ms, 1.44 Mbit/s)': { latency: 562.5, downloadThroughput: 1_440_000 / 8 }
}

/** @type {import('./builds.mjs').Measure} */
export async function benchStart(app, browser) {
  /** @type {import('../figures.mjs').Figure[]} */
  const figures = []
  for (const [name, network] of Object.entries(networks)) {
    const page = await freshPage(browser, watchStart)
    await slowed(page, 4)
    await onNetwork(page, network)
    await page.goto(app.home)
    await page.waitForFunction(() => Reflect.get(window, 'start').usable > 0)
    await page.waitForTimeout(3000)
    /** @type {{ usable: number, busyUntil: number }} */
    const start = await page.evaluate(() => Reflect.get(window, 'start'))
    const aim = name.startsWith('fast') ? { aim: 2000 } : {}
    figures.push(
      { what: `usable, 4 × slower, ${name}`, ms: start.usable, ...aim },
      { what: `… and no task over 50 ms any more, ${name.split(' (')[0]}`, ms: start.busyUntil }
    )
    await page.context().close()
  }
  return [...figures, await benchShift(app, browser)]
}

/** @param {Page} page @param {{ latency: number, downloadThroughput: number }} network */
async function onNetwork(page, network) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    uploadThroughput: 750_000 / 8,
    ...network
  })
}

/** In the page, before the app: when the first button can be pressed, and until when long tasks hold it up. */
function watchStart() {
  const start = { usable: 0, busyUntil: 0 }
  Object.assign(window, { start })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      start.busyUntil = Math.max(start.busyUntil, startTime + duration)
    }
  }).observe({ type: 'longtask', buffered: true })
  const watching = new MutationObserver(() => {
    if (!document.querySelector('[data-action="new-report"]:not([disabled])')) return
    watching.disconnect()
    requestAnimationFrame(() => setTimeout(() => (start.usable = performance.now())))
  })
  watching.observe(document, { subtree: true, childList: true, attributes: true })
}

/**
 * The screens of the app one after the other, each until nothing more comes: the largest sum of what
 * moved on one of them without anybody's doing.
 *
 * @param {import('./builds.mjs').App} app
 * @param {import('./builds.mjs').Browser} browser
 */
async function benchShift(app, browser) {
  const page = await freshPage(browser, watchShifts)
  const report = longSample(app.sample)
  const address = addressOf(app, report)
  let worst = { screen: '', shift: 0 }
  const look = async (/** @type {string} */ screen) => {
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(1000)
    /** @type {{ shift: number, what: string[] }} */
    const { shift, what } = await page.evaluate(() => Reflect.get(window, 'takeShifts')())
    if (process.env['FIGURES']) console.log(`  ${app.name} ${screen}: ${shift.toFixed(4)}`, what)
    if (shift > worst.shift) worst = { screen, shift }
  }
  await slowed(page, 4)
  await onNetwork(page, networks['fast 3G (150 ms, 1.6 Mbit/s)'])
  await page.goto(app.home)
  await page.locator('.empty').waitFor()
  await look('empty library')
  await lay(page, app, [report])
  // Reports laid past the app have no summaries yet, and it says that it makes them.
  await page.goto(app.home)
  await page.locator('tr[data-report]').waitFor()
  await page.waitForTimeout(1000)
  await page.reload()
  await page.locator('tr[data-report]').waitFor()
  await look('library')
  await page.goto(`${app.home}#/import`)
  await look('import')
  await page.goto(`${app.home}licences.txt`)
  await page.goto(address)
  await page.locator('[data-spot]').first().waitFor()
  await look('report')
  const spots = await page
    .locator('[data-spot]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-spot')))
  for (const spot of spots) {
    await page.locator(`[data-spot="${spot}"]`).click()
    await look(`${spot}`)
  }
  await page.locator('header .segments button').last().click()
  await look('preview')
  await page.locator('[data-action="export"]').click()
  await look('export')
  await page.goto(`${address}/versions`)
  await look('versions')
  await page.context().close()
  return {
    what: `layout shift, the worst screen (${worst.screen || 'none'})`,
    ms: worst.shift,
    aim: 0.02
  }
}

/** In the page, before the app: adds up what moves, but for what follows an input at once. */
function watchShifts() {
  let shift = 0
  /** @type {string[]} */
  let what = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { hadRecentInput, value, sources } = /** @type {any} */ (entry)
      if (hadRecentInput) continue
      shift += value
      for (const { node, previousRect: from, currentRect: to } of sources) {
        const { nodeName = '', className = '' } = node ?? {}
        what.push(
          `${nodeName}.${className} ${from.x},${from.y} ${from.width}×${from.height} → ${to.x},${to.y} ${to.width}×${to.height}`
        )
      }
    }
  }).observe({ type: 'layout-shift', buffered: true })
  Object.assign(window, {
    takeShifts: () => {
      const taken = { shift, what }
      shift = 0
      what = []
      return taken
    }
  })
}
