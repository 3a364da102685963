// @ts-check
/** From a key to what it wrote seen, and to the findings that follow from it. */
import { quantile } from '../figures.mjs'
import { addressOf, freshPage, lay, longSample, slowed } from './builds.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const keys = 60
/** Milliseconds from key to key: quicker than people type. */
const pace = 150

/** Where is typed, what first brings the focus there. */
const places = {
  'a cell of table 三': async (/** @type {Page} */ page) => {
    await page.locator('[data-spot="requests"]').click()
    await page.locator('[data-field="requests.granted.natural"]').focus()
  },
  'a figure of a platform': async (/** @type {Page} */ page) => {
    await page.locator('[data-spot="platforms"]').click()
    await page.locator('[data-row] [data-figure]').first().focus()
  },
  'a text of 20,000 characters': async (/** @type {Page} */ page) => {
    await page.locator('[data-spot="overview"]').click()
    await page.locator('main [data-section] .cm-line').nth(2).click()
  }
}

/** @type {import('./builds.mjs').Measure} */
export async function benchKeys(app, browser) {
  const page = await freshPage(browser, watchKeys)
  const long = { ...longSample(app.sample), id: app.sample.id.replace(/.$/, '0') }
  await lay(page, app, [app.sample, long])
  /** @type {import('../figures.mjs').Figure[]} */
  const figures = []
  for (const rate of [1, 4]) {
    await slowed(page, rate)
    for (const [place, focus] of Object.entries(places)) {
      await page.goto(`${app.home}licences.txt`)
      await page.goto(addressOf(app, place.includes('text') ? long : app.sample))
      await page.locator('[data-spot]').first().waitFor()
      await focus(page)
      await page.waitForTimeout(1500)
      const { painted, settled } = await typed(page)
      const slow = rate > 1 ? `, ${rate} × slower` : ''
      const aim = rate > 1 ? 100 : 32
      const what = `key in ${place} to painted${slow}`
      figures.push({ what, ms: quantile(painted, 0.95), aim })
      // Most keys in a text or a figure change no finding.
      if (settled.length > keys / 2)
        figures.push({ what: `… and its findings${slow}`, ms: quantile(settled, 0.95), aim })
    }
  }
  await page.context().close()
  return figures
}

/**
 * Types; the first keys, for which the browser still translates code, do not count.
 *
 * @param {Page} page
 * @returns {Promise<{ painted: number[], settled: number[] }>} milliseconds
 */
async function typed(page) {
  for (let i = -16; i < keys; i++) {
    if (i === 0)
      await page.evaluate(() => {
        const { painted, settled } = Reflect.get(window, 'bench')
        painted.length = settled.length = 0
      })
    await page.keyboard.press((i + 16) % 8 < 4 ? String(2 + ((i + 16) % 7)) : 'Backspace')
    await page.waitForTimeout(pace)
  }
  return page.evaluate(() => Reflect.get(window, 'bench'))
}

/** In the page, before the app: notes when the frame after a key is through. */
function watchKeys() {
  const bench = {
    painted: /** @type {number[]} */ ([]),
    settled: /** @type {number[]} */ ([])
  }
  Object.assign(window, { bench })
  let pressed = 0
  /** @param {number[]} times @param {number} began */
  const afterFrame = (times, began) =>
    requestAnimationFrame(() => {
      // A task of this kind follows the frame at once; a message would wait for the next check too.
      void scheduler.postTask(() => times.push(performance.now() - began), {
        priority: 'user-blocking'
      })
    })
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp
      afterFrame(bench.painted, timeStamp)
    },
    { capture: true }
  )
  new MutationObserver((changes) => {
    const inAside = changes.some(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement
      return element?.closest('aside')
    })
    if (!inAside || pressed === 0) return
    afterFrame(bench.settled, pressed)
    pressed = 0
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
}
