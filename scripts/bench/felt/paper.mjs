// @ts-check
/** The first PDF of a visit: code, fonts and thread are still to come. */
import { addressOf, freshPage, lay } from './builds.mjs'

/** @type {import('./builds.mjs').Measure} */
export async function benchPaper(app, browser) {
  const page = await freshPage(browser, watchFiles)
  await lay(page, app, [app.sample])
  await page.goto(addressOf(app, app.sample))
  await page.locator('[data-save]').waitFor()
  const first = await pdfTime(page)
  const second = await pdfTime(page)
  await page.context().close()
  return [
    { what: 'the first PDF, from its button to the file', ms: first, aim: 600 },
    { what: 'the next PDF', ms: second }
  ]
}

/** @param {import('@playwright/test').Page} page @returns {Promise<number>} milliseconds */
async function pdfTime(page) {
  await page.locator('[data-action="export"]').click()
  const button = page.locator('dialog [data-action="export-pdf"]')
  await button.waitFor()
  const saved = page.waitForEvent('download')
  await button.click()
  await saved
  const time = await page.evaluate(() => Reflect.get(window, 'madeAfter'))
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  return time
}

/** In the page, before the app: notes how long after the last press a file was there. */
function watchFiles() {
  let pressed = 0
  window.addEventListener('click', ({ timeStamp }) => (pressed = timeStamp), { capture: true })
  const made = URL.createObjectURL
  URL.createObjectURL = (of) => {
    if (of instanceof Blob && of.size > 10_000) {
      Object.assign(window, { madeAfter: performance.now() - pressed })
    }
    return made.call(URL, of)
  }
}
