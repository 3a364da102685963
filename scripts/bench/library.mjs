// @ts-check
/** Steps that both benches of the library take. */
import { quantile } from './figures.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/** In the page, before the app: notes when the list stands, and tasks that hold the page up. */
export function watchList() {
  const bench = { stands: 0, longest: 0, upgraded: 0 }
  Object.assign(window, { bench })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
  new MutationObserver(() => {
    if (!bench.stands && document.querySelector('th[scope=row], .empty')) {
      bench.stands = performance.now()
    }
  }).observe(document, { subtree: true, childList: true })
}

/** @type {(page: Page) => Promise<{ stands: number, longest: number }>} */
export const noted = (page) => page.evaluate(() => Reflect.get(window, 'bench'))

/**
 * @param {Page} page
 * @param {string} home
 * @param {string} what stands when the library does
 */
export async function openedTimes(page, home, what) {
  const opened = []
  for (let i = 0; i < 7; i++) {
    await page.goto(`${home}licences.txt`)
    await page.goto(home)
    await page.locator(what).first().waitFor()
    opened.push((await noted(page)).stands)
  }
  return quantile(opened, 0.5)
}

/** @param {Page} page @param {string} text @returns {Promise<number[]>} from key to painted list */
export async function searchTimes(page, text) {
  await page.getByRole('searchbox').focus()
  const times = []
  for (const key of text) {
    times.push(
      await page.evaluate(
        (key) =>
          new Promise((resolve) => {
            const field = /** @type {HTMLInputElement} */ (document.activeElement)
            const began = performance.now()
            field.value += key
            field.dispatchEvent(new InputEvent('input', { bubbles: true }))
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel()
              port1.onmessage = () => resolve(performance.now() - began)
              port2.postMessage(0)
            })
          }),
        key
      )
    )
  }
  await page.getByRole('searchbox').fill('')
  return times
}

/** @param {Page} page */
const verdictsOf = (page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('nianbao')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const asked = opening.result.transaction('summaries').objectStore('summaries').getAll()
    await new Promise((resolve) => (asked.onsuccess = resolve))
    opening.result.close()
    return asked.result.filter(({ judged }) => judged).length
  })

/** @param {Page} page @param {number} all @returns {Promise<number>} milliseconds it took */
export async function untilJudged(page, all) {
  const began = Date.now()
  while ((await verdictsOf(page)) < all) {
    if (Date.now() - began > 300_000) throw new Error(`only ${await verdictsOf(page)} judged`)
    await page.waitForTimeout(250)
  }
  return Date.now() - began
}
