// @ts-check
/** A working hour in short: 300 actions on a slow computer, each from the press to the next frame. */
import { quantile } from '../figures.mjs'
import { addressOf, freshPage, lay, longSample, slowed } from './builds.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const actions = 300
/** Milliseconds from action to action. */
const pace = 120

/**
 * A round of the work, an action a step.
 *
 * @type {readonly ((page: Page) => Promise<void>)[]}
 */
const work = [
  press('[data-spot="requests"]'),
  press('[data-field="requests.granted.natural"]'),
  ...keys('1', '2', 'Enter', '3', 'ArrowRight', '4', '0', 'Tab', '5', 'Backspace', 'ArrowUp'),
  ...keys('F8', 'F8'),
  press('[data-action="undo"]'),
  press('[data-action="redo"]'),
  press('[data-rule] button'),
  press('[data-spot="disclosure"]'),
  press('[data-field="disclosure.normative.inForce"]'),
  ...keys('7', 'Enter', '8', 'Escape'),
  press('[data-spot="platforms"]'),
  press('[data-row] [data-figure]'),
  ...keys('9', '1', 'Backspace', 'Enter'),
  press('[data-spot="overview"]'),
  press('main [data-section] .cm-line'),
  ...keys('5', '6', 'a', 'Backspace', 'Enter', 'Control+z'),
  press('[data-spot="problems"]'),
  press('main [data-section] .cm-line'),
  ...keys('1', '2', 'Backspace'),
  press('[data-action="export"]'),
  ...keys('Escape'),
  press('header .segments button:last-child'),
  press('[data-spot="requests"]'),
  press('[data-field="requests.received.legal"]'),
  ...keys('2', '3', 'Enter'),
  press('header .segments button:first-child')
]

/** @param {string} what @returns {(page: Page) => Promise<void>} */
function press(what) {
  // Beyond a real press nothing is asked: whether it is in sight is for other tests.
  return (page) => page.locator(what).first().click({ force: true, timeout: 20_000 })
}

/** @param {readonly string[]} names */
function keys(...names) {
  return names.map((name) => (/** @type {Page} */ page) => page.keyboard.press(name))
}

/** @type {import('./builds.mjs').Measure} */
export async function benchSession(app, browser) {
  const page = await freshPage(browser, watchActions)
  const report = longSample(app.sample, 3000)
  await lay(page, app, [report])
  await slowed(page, 4)
  await page.goto(addressOf(app, report))
  await page.locator('[data-spot]').first().waitFor()
  await page.waitForTimeout(2000)
  for (let i = 0; i < actions; i++) {
    await work[i % work.length]?.(page)
    await page.waitForTimeout(pace)
  }
  await page.waitForTimeout(1000)
  /** @type {[number, { ms: number, what: string }][]} */
  const slow = await page.evaluate(() => [...Reflect.get(window, 'actions')])
  await page.context().close()
  const times = slow.map(([, { ms }]) => ms)
  if (process.env['FIGURES']) {
    const worst = slow.map(([, one]) => one).sort((a, b) => b.ms - a.ms)
    for (const { ms, what } of worst.slice(0, 25)) console.log(`  ${app.name} ${ms} ${what}`)
  }
  // Those not told of were answered within a frame.
  const all = [...times, ...Array.from({ length: Math.max(0, actions - times.length) }, () => 8)]
  return [
    { what: `INP of ${actions} actions, 4 × slower, p95`, ms: quantile(all, 0.95), aim: 100 },
    { what: '… the slowest', ms: Math.max(...all) }
  ]
}

/** In the page, before the app: of each press or key the longest wait for the frame that answers it. */
function watchActions() {
  const actions = /** @type {Map<number, { ms: number, what: string }>} */ (new Map())
  Object.assign(window, { actions })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId, duration, name, target, processingStart, processingEnd, startTime } =
        /** @type {any} */ (entry)
      if (!interactionId || duration <= (actions.get(interactionId)?.ms ?? 0)) continue
      const held =
        target?.closest('[data-spot], [data-field], [data-action], [data-rule]') ?? target
      const where = JSON.stringify({ ...held?.dataset }) + (held ?? target)?.className
      const what = `${name} ${where} waited ${(processingStart - startTime).toFixed()}, worked ${(processingEnd - processingStart).toFixed()}`
      actions.set(interactionId, { ms: duration, what })
    }
  }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16, buffered: true }))
}
