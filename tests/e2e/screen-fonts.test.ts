import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'

/**
 * Whether a computer has a Chinese font is found out by drawing on a canvas. Here the canvas answers
 * as on a computer with one, or without: Chinese characters are an em wide, boxes are not.
 */
async function startWith(
  page: Page,
  widthOfHan: number,
  shows = page.getByRole('button', { name: '新建' }),
  file = './'
): Promise<readonly string[]> {
  const fetched: string[] = []
  const address = new URL(file, page.url()).href
  await page.goto('about:blank')
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.addInitScript((em) => {
    const context = CanvasRenderingContext2D.prototype
    const measure = context.measureText
    const read = context.getImageData
    let reads = 0
    context.measureText = function (text) {
      if (text !== '国') return measure.call(this, text)
      return { width: em * 24 } as TextMetrics
    }
    context.getImageData = function (
      this: CanvasRenderingContext2D,
      ...args: Parameters<typeof read>
    ) {
      const picture = read.apply(this, args)
      if (em === 1) picture.data[0] = ++reads
      return picture
    } as typeof read
  }, widthOfHan)
  await page.goto(address)
  await expect(shows).toBeVisible()
  return fetched
}

test('whatever fonts the computer has, Chinese characters can be told apart', async ({ page }) => {
  await expect(page.getByRole('button', { name: '新建' })).toBeVisible()
  const pictureOf = async (char: string) => {
    await page.evaluate((text) => {
      const sign = document.createElement('p')
      sign.id = 'sign'
      sign.textContent = text
      sign.style.cssText =
        'position:fixed;top:0;left:0;width:40px;height:40px;z-index:9;background:#fff'
      document.getElementById('sign')?.remove()
      document.body.append(sign)
    }, char)
    return (await page.locator('#sign').screenshot()).toString('base64')
  }
  const pictures = [await pictureOf('国'), await pictureOf('一'), await pictureOf('办')]
  expect(new Set(pictures).size).toBe(3)
})

test('a computer without a Chinese font is shown the fonts of the app', async ({ page }) => {
  const fetched = await startWith(page, 0.6)
  expect(fetched.filter((path) => path.endsWith('/hei-1.ttf.gz'))).toHaveLength(1)
  await expect
    .poll(() => page.evaluate(() => [...document.fonts].map(({ family }) => family)))
    .toEqual(Array(4).fill('nianbao-screen'))
})

test('so does the page that gives out what is stored when the app does not start', async ({
  page
}) => {
  const shows = page.getByRole('heading', { name: '取出报告' })
  await startWith(page, 0.6, shows, 'recovery.html')
  await expect
    .poll(() => page.evaluate(() => [...document.fonts].map(({ family }) => family)))
    .toEqual(Array(4).fill('nianbao-screen'))
  expect(await startWith(page, 1, shows, 'recovery.html')).toContain('/recovery.js')
  expect(await page.evaluate(() => document.fonts.size)).toBe(0)
})

test('a computer with one loads none of them', async ({ page }) => {
  const fetched = await startWith(page, 1)
  await page.getByRole('button', { name: '打开样例' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(fetched.filter((path) => path.includes('/fonts/'))).toEqual([])
})

test('fonts that cannot be had keep nobody out', async ({ page }) => {
  await page.addInitScript(() => {
    // Not by refusing the request: the browser would log that, as if it were a fault of the app.
    globalThis.fetch = () => Promise.reject(new TypeError('no connection'))
  })
  const fetched = await startWith(page, 0.6)
  expect(fetched.some((path) => path.endsWith('.gz'))).toBe(false)
})
