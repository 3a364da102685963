// @ts-check
/** Charts on the screen: one that follows a key, and the dashboard of twelve. */
import { readFile } from 'node:fs/promises'
import { quantile } from './figures.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const turns = 20
/** Odd: the last one leaves a number, not a blank. */
const keys = 61
const lines = 12

/**
 * @param {Page} page of the app, at any address
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function benchCharts(page) {
  await page.goto(new URL('#/import', page.url()).href)
  const file = { name: 'a.nianbao.json', mimeType: 'application/json', buffer: await report() }
  await page.locator('input[type="file"]').first().setInputFiles(file)
  await page.getByRole('navigation').getByRole('button', { name: '平台数据' }).click()
  await page.locator('[data-chart] canvas').first().waitFor()
  await page.waitForTimeout(1000)

  const drawn = await keyTimes(page)
  const dashboard = []
  for (let i = 0; i < turns; i++) dashboard.push(await dashboardTime(page))
  return [
    {
      what: 'key press to its chart drawn, p95',
      ms: quantile(drawn, 0.95),
      aim: 50,
      note: `median ${quantile(drawn, 0.5).toFixed(1)} ms`
    },
    {
      what: `${lines} charts of the dashboard drawn, p95`,
      ms: quantile(dashboard, 0.95),
      aim: 300,
      note: `median ${quantile(dashboard, 0.5).toFixed(1)} ms`
    }
  ]
}

/** The sample with twelve figures of one platform over two years, and a chart of one of them. */
async function report() {
  const sample = JSON.parse(await readFile('public/sample.nianbao.json', 'utf8'))
  const [channel] = sample.channels
  const metrics = Array.from({ length: lines }, (_, line) =>
    [sample.year - 1, sample.year].map((year) => ({
      ...sample.metrics[0],
      id: `${line}-${year}`,
      channel: channel.id,
      key: 'own',
      name: `指标${line + 1}`,
      year,
      value: 100 + 37 * line + (year % 10)
    }))
  ).flat()
  const [first, second] = metrics
  const chart = { ...sample.charts[0], metrics: [first?.id, second?.id] }
  const { previous: _previous, ...rest } = sample
  // The sample itself may lie in the library already.
  const made = { ...rest, id: crypto.randomUUID(), channels: [channel], metrics, charts: [chart] }
  return Buffer.from(JSON.stringify(made))
}

/**
 * From a key in the field of a figure to its chart drawn: Chart.js sizes the canvas as it begins,
 * and an observer is heard when it is through.
 *
 * @param {Page} page
 * @returns {Promise<number[]>} milliseconds
 */
async function keyTimes(page) {
  await page.evaluate(() => {
    const times = /** @type {number[]} */ ([])
    Object.assign(window, { times })
    let pressed = 0
    window.addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true })
    new MutationObserver(() => {
      if (pressed === 0) return
      times.push(performance.now() - pressed)
      pressed = 0
    }).observe(document.querySelector('[data-chart] canvas') ?? document, { attributes: true })
  })
  await page.locator('[data-row] [data-figure]').first().focus()
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press(i % 2 ? 'Backspace' : String(1 + (i % 9)))
    await page.waitForTimeout(60)
  }
  /** @type {number[]} */
  const times = await page.evaluate(() => Reflect.get(window, 'times'))
  if (times.length < keys / 3)
    throw new Error(`only ${times.length} of ${keys} keys drew the chart`)
  return times
}

/**
 * From the press to all charts drawn: then Chart.js has each canvas in its hands.
 *
 * @param {Page} page
 * @returns {Promise<number>} milliseconds
 */
async function dashboardTime(page) {
  const views = page.getByRole('group', { name: '看法' })
  await views.getByRole('button', { name: '本年' }).click()
  await page.waitForTimeout(100)
  return views.getByRole('button', { name: '图解' }).evaluate(
    (button, count) =>
      new Promise((resolve) => {
        const began = performance.now()
        if (button instanceof HTMLElement) button.click()
        const look = () => {
          const canvases = [...document.querySelectorAll('main [data-chart] canvas')]
          const ready = canvases.filter((canvas) => '$chartjs' in canvas).length
          if (ready >= count) resolve(performance.now() - began)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    lines
  )
}
