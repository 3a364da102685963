// @ts-check
/** Key press to findings, opening a draft and charts, in a real browser on the built app. */
import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'
import { preview } from 'vite'
import { browserArgs, findBrowser, thisMachine } from '../browser.mjs'
import { benchCharts } from './charts.mjs'
import { quantile } from './figures.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const field = 'requests.granted.natural'
const openings = 20
const keys = 120
/** Milliseconds from key to key: quicker than people type. */
const pace = 150

/** @returns {Promise<import('./figures.mjs').Figure[]>} */
export async function benchScreen() {
  if (!existsSync('dist/index.html')) throw new Error('No built app in dist: npm run build first.')
  const found = findBrowser(thisMachine())
  if ('problem' in found) throw new Error(found.problem)
  const server = await preview({
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 4190, strictPort: false, open: false }
  })
  const browser = await chromium.launch({ executablePath: found.path, args: browserArgs })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.locator('[data-action="open-sample"]').first().click()
    await page.locator('[data-save="saved"]').waitFor()
    const address = page.url()
    const opening = await openingTimes(page)
    await page.goto(address)

    const plain = await keyTimes(page)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const throttled = await keyTimes(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    const charts = await benchCharts(page)

    /** @type {(what: string, times: number[], aim?: number) => import('./figures.mjs').Figure} */
    const figure = (what, times, aim) => ({
      what: `${what}, p95`,
      ms: quantile(times, 0.95),
      ...(aim && { aim }),
      note: `median ${quantile(times, 0.5).toFixed(1)} ms`
    })
    return [
      figure('work of a key press before its frame', plain.work, 16),
      figure('key press to updated findings', plain.updated, 50),
      figure('… and painted', plain.painted),
      figure('work before the frame, CPU throttled 4 ×', throttled.work, 50),
      figure('key press to updated findings', throttled.updated, 150),
      figure('… and painted', throttled.painted),
      { what: 'opening a draft, first time', ms: opening[0] ?? NaN },
      { what: 'opening a draft, median', ms: quantile(opening.slice(1), 0.5), aim: 100 },
      ...charts
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}

/**
 * Types into one cell, every key of which changes the numbers of a finding. `work`: from the moment
 * the page is told of the typed text until all that must stand in the next frame is done; what is
 * done after that frame is not in it.
 *
 * @param {Page} page with a report open
 */
async function keyTimes(page) {
  await page.reload()
  await page.getByRole('navigation').getByRole('button', { name: '收到和处理申请' }).click()
  await page.locator('[data-rule]').first().waitFor()
  await page.evaluate(() => {
    const bench = {
      work: /** @type {number[]} */ ([]),
      updated: /** @type {number[]} */ ([]),
      painted: /** @type {number[]} */ ([])
    }
    Object.assign(window, { bench })
    let pressed = 0
    window.addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true })
    // Between two listeners of one event the screen is brought up to date, so that the last of them
    // comes when it is.
    let told = 0
    window.addEventListener('input', () => (told = performance.now()), { capture: true })
    window.addEventListener('input', () => bench.work.push(performance.now() - told))
    const findings = document.querySelector('[data-rule]')?.closest('aside, section, ul')
    if (!findings) throw new Error('no findings on screen')
    new MutationObserver(() => {
      if (pressed === 0) return
      const began = pressed
      pressed = 0
      bench.updated.push(performance.now() - began)
      // A task of this kind follows the frame at once; a message would wait for the next check too.
      requestAnimationFrame(() => {
        void scheduler.postTask(() => bench.painted.push(performance.now() - began), {
          priority: 'user-blocking'
        })
      })
    }).observe(findings, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  await page.locator(`[data-field="${field}"]`).focus()
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press(i % 8 < 4 ? String(2 + (i % 7)) : 'Backspace')
    await page.waitForTimeout(pace)
  }
  /** @type {{ work: number[], updated: number[], painted: number[] }} */
  const times = await page.evaluate(() => Reflect.get(window, 'bench'))
  if (times.updated.length < keys / 2) {
    throw new Error(`only ${times.updated.length} of ${keys} keys changed the findings`)
  }
  return times
}

/**
 * Goes back to the library and opens the report again, from the new address to the screen painted.
 *
 * @param {Page} page with a report open
 * @param {number} [look] milliseconds for which the list is looked at before
 * @returns {Promise<number[]>} the first with everything to load, the others with the code there
 */
export async function openingTimes(page, look = 0) {
  const times = []
  const address = page.url()
  await page.goto(address.replace(/#.*/, '#/'))
  await page.reload()
  for (let i = 0; i < openings; i++) {
    await page.locator('[data-action="open-sample"], [data-action="new-report"]').first().waitFor()
    await page.waitForTimeout(look)
    times.push(
      await page.evaluate(
        (hash) =>
          new Promise((resolve) => {
            const began = performance.now()
            const there = () => document.querySelector('[data-save]')
            const watching = new MutationObserver(() => {
              if (!there()) return
              watching.disconnect()
              requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel()
                port1.onmessage = () => resolve(performance.now() - began)
                port2.postMessage(0)
              })
            })
            watching.observe(document.body, { subtree: true, childList: true })
            window.location.hash = hash
          }),
        new URL(address).hash
      )
    )
    await page.evaluate(() => (window.location.hash = '#/'))
  }
  return /** @type {number[]} */ (times)
}
