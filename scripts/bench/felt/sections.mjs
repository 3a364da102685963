// @ts-check
/** A section from the press in the outline until it stands on the screen. */
import { quantile } from '../figures.mjs'
import { addressOf, freshPage, lay, longSample, slowed } from './builds.mjs'

/** What stands in the centre once a section is there. */
const marks = {
  requests: 'table.requests',
  overview: '.cm-content',
  disclosure: 'table.disclosure',
  platforms: '[data-row]'
}
const rounds = 8

/** @type {import('./builds.mjs').Measure} */
export async function benchSections(app, browser) {
  const page = await freshPage(browser)
  const report = longSample(app.sample, 3000)
  await lay(page, app, [report])
  /** @type {import('../figures.mjs').Figure[]} */
  const figures = []
  await page.goto(addressOf(app, report))
  await page.locator('[data-spot]').first().waitFor()
  for (const rate of [1, 4]) {
    await slowed(page, rate)
    const times = await page.evaluate(pressed, { marks, rounds })
    const slow = rate > 1 ? `, ${rate} × slower` : ''
    figures.push({ what: `a section pressed until it stands${slow}`, ms: quantile(times, 0.5) })
  }
  await page.context().close()
  return figures
}

/**
 * In the page: opens each section in turn.
 *
 * @param {{ marks: Readonly<Record<string, string>>, rounds: number }} how
 * @returns {Promise<number[]>} milliseconds
 */
async function pressed({ marks, rounds }) {
  const task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(0)
    })
  const times = []
  // The first round loads what is shown later.
  for (let round = -1; round < rounds; round++) {
    for (const [spot, mark] of Object.entries(marks)) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      const button = document.querySelector(`[data-spot="${spot}"]`)
      if (!(button instanceof HTMLElement)) throw new Error(`no section ${spot}`)
      const began = performance.now()
      button.click()
      do {
        await task()
        if (performance.now() - began > 20_000) throw new Error(`${spot} never stood`)
      } while (!document.querySelector(`main ${mark}`))
      await new Promise((resolve) => requestAnimationFrame(resolve))
      await task()
      if (round >= 0) times.push(performance.now() - began)
    }
  }
  return times
}
