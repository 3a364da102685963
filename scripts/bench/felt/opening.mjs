// @ts-check
/** A report opened from the library. */
import { quantile } from '../figures.mjs'
import { openingTimes } from '../screen.mjs'
import { addressOf, freshPage, lay } from './builds.mjs'

/** Nobody finds a report in a list in less than this many milliseconds. */
const look = 500

/** @type {import('./builds.mjs').Measure} */
export async function benchOpening(app, browser) {
  const page = await freshPage(browser)
  await lay(page, app, [app.sample])
  await page.goto(addressOf(app, app.sample))
  await page.locator('[data-save]').waitFor()
  const [first = NaN, ...more] = await openingTimes(page, look)
  await page.context().close()
  return [
    { what: 'a report opened, the first', ms: first, aim: 200 },
    { what: 'a report opened, median', ms: quantile(more, 0.5), aim: 60 }
  ]
}
