import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { newReport as blank, setCell, type Report } from '../../src/core/report.ts'
import { expect, test } from './app.ts'
import { linesOfPdf, placedInPdf, placedInSvg } from './placed.ts'
import { contentOf, importFiles, openSection, cell } from './steps.ts'

/** Words in every kind of mark, repeated to the length asked for. */
const prose = (length: number, seed: number): string => {
  const pieces = [
    '全年在门户网站发布信息1286条，其中“通知公告”类412条；',
    '印发《关于进一步做好重点领域信息公开工作的通知》（水办〔2025〕7号），',
    '面积约120㎡，联系人王𬭊、朱镕堃——凡应公开的一律公开……',
    '官方网站www.example.gov.cn完成改版，新增English栏目，比上年增长12.8%。'
  ]
  let text = ''
  for (let i = seed; text.length < length; i++) text += pieces[(i * i + seed) % pieces.length] ?? ''
  return text
}

const written = (overview: string): Report => ({
  ...blank('濮川市水利局', 2025),
  text: { leadIn: '', overview, problems: '无。', other: '本年度没有收取信息处理费。' }
})

/** Puts a report on the desk by way of its file, the preview beside it. */
async function show(page: Page, report: Report): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(report))
  await importFiles(page, { name: 'a.nianbao.json', mimeType: 'application/json', buffer })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(report.unit.name)
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await expect(sheets(page).first()).toBeVisible()
}

const sheets = (page: Page) => page.getByRole('img', { name: /^第 \d+ 页$/ })
const dialog = (page: Page) => page.getByRole('dialog', { name: '导出' })

const openExport = async (page: Page): Promise<void> => {
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  await expect(dialog(page)).toBeVisible()
}

async function exportPdf(page: Page): Promise<Buffer> {
  await openExport(page)
  const download = page.waitForEvent('download')
  await dialog(page).locator('[data-action="export-pdf"]').click()
  const bytes = await contentOf(await download)
  await dialog(page).getByRole('button', { name: '关闭' }).click()
  return bytes
}

/** What the browser itself puts on paper, the app's print window being open the while. */
async function printed(page: Page): Promise<Buffer> {
  await page.evaluate(() => {
    const { body } = document
    window.print = () => {
      // The print view is taken down when the window closes; what is printed is a copy of it.
      const view = document.querySelector('.paper')?.cloneNode(true)
      if (view) document.querySelector('#app')?.append(view)
      body.dataset['printed'] = 'yes'
    }
  })
  await openExport(page)
  await dialog(page).locator('[data-action="print"]').click()
  await expect(page.locator('body[data-printed]')).toBeAttached()
  return page.pdf({ preferCSSPageSize: true })
}

const sample = JSON.parse(await readFile('public/sample.nianbao.json', 'utf8')) as Report
const compact: Report = {
  ...written(prose(9000, 3)),
  settings: { ...sample.settings, look: 'compact', digits: 'times' }
}
const cases = [
  { of: 'the sample', report: sample },
  { of: 'a long report', report: written(`（一）主动公开\n${prose(2500, 1)}\n${prose(4000, 2)}`) },
  { of: 'the compact look with digits as in Times', report: compact }
]

for (const { of, report } of cases) {
  test(`${of}: preview, paper and PDF are one`, async ({ page }) => {
    await show(page, report)
    const pdf = await exportPdf(page)
    const inPdf = await placedInPdf(pdf)
    await expect(sheets(page)).toHaveCount(inPdf.length)
    let furthest = 0
    for (const [i, glyphs] of inPdf.entries()) {
      const sheet = sheets(page).nth(i)
      await sheet.scrollIntoViewIfNeeded()
      const svg = sheet.locator('> svg')
      await expect(svg).toBeAttached()
      const inSvg = await placedInSvg(svg)
      expect(inSvg.map(({ char }) => char).join('')).toBe(glyphs.map(({ char }) => char).join(''))
      inSvg.forEach(({ x, y }, k) => {
        const glyph = glyphs[k]
        furthest = Math.max(
          furthest,
          Math.abs(x - (glyph?.x ?? NaN)),
          Math.abs(y - (glyph?.y ?? NaN))
        )
      })
    }
    test.info().annotations.push({ type: 'furthest', description: `${furthest.toFixed(4)} pt` })
    expect(furthest).toBeLessThan(0.1)
    const paper = await linesOfPdf(await printed(page))
    expect(paper).toEqual(await linesOfPdf(pdf))
  })
}

test('the code that makes PDFs comes with the first export and not before', async ({ page }) => {
  const fetched: string[] = []
  page.context().on('request', (request) => fetched.push(request.url()))
  await show(page, written(prose(300, 1)))
  const heavy = (url: string) => /worker|container|jspdf/i.test(url)
  expect(fetched.filter(heavy)).toEqual([])
  await exportPdf(page)
  expect(fetched.filter(heavy).length).toBeGreaterThan(0)
})

/** From now on notes which pages' glyphs are touched; gives the labels of these pages. */
async function watchGlyphs(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const touched = new Set<string>()
    Object.assign(window, { touched })
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        const sheet = element?.closest('svg')?.closest('.page')
        if (sheet) touched.add(sheet.getAttribute('aria-label') ?? '')
      }
    })
    const kinds = { subtree: true, childList: true, characterData: true, attributes: true }
    for (const svg of document.querySelectorAll('.page > svg')) observer.observe(svg, kinds)
  })
  return () => page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched])
}

test('the preview follows the caret, and only what changed is made again', async ({ page }) => {
  await show(page, written(`${prose(900, 1)}\n${prose(900, 2)}\n结尾的一句话。`))
  await openSection(page, '总体情况')
  await page.getByRole('textbox', { name: '一、总体情况' }).focus()
  await page.keyboard.press('Control+End')
  const mark = page.locator('.page i')
  await expect(mark).toHaveCount(1)
  await expect(mark).toBeInViewport()
  expect(await page.locator('.page > svg').count()).toBeGreaterThan(1)

  const touched = await watchGlyphs(page)
  const before = await mark.boundingBox()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => mark.first().boundingBox()).not.toEqual(before)
  expect(await touched(), 'by a move of the caret').toEqual([])
  await page.keyboard.press('Control+End')
  await page.keyboard.type('再加一句。')
  const changed = page.locator('.page', { has: page.locator('text', { hasText: '再加一句。' }) })
  await expect(changed).toHaveCount(1)
  expect(await touched(), 'by a change').toEqual([await changed.getAttribute('aria-label')])
})

test('a press on a page leads to the cell and to the letter', async ({ page }) => {
  const quoting = written('新收申请{{requests.received.total}}件，都已办结。')
  await show(page, setCell(quoting, 'requests.received.total', 12345))
  const text = sheets(page).first().locator('text', { hasText: '新收申请' }).first()
  await text.scrollIntoViewIfNeeded()
  const at = await text.evaluate((element: SVGTextElement, char) => {
    const box = element.getExtentOfChar((element.textContent ?? '').indexOf(char))
    const matrix = element.getScreenCTM()
    const point = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)
    const { x, y } = point.matrixTransform(matrix ?? undefined)
    return { x, y }
  }, '办')
  await page.mouse.click(at.x, at.y)
  const area = page.getByRole('textbox', { name: '一、总体情况' })
  await expect(area).toBeFocused()
  const caret = await area.evaluate((element: HTMLTextAreaElement) => element.selectionStart)
  expect(quoting.text.overview.slice(caret)).toBe('办结。')

  await openSection(page, '收到和处理申请')
  const number = page.locator('[data-cell="requests.received.total"]').first()
  await number.click({ force: true })
  await expect(cell(page, 'requests.received.total')).toBeFocused()
})

test('the report as plain text has headings, tables with heads, and nothing else', async ({
  page
}) => {
  await show(page, sample)
  await page.getByText('版式', { exact: true }).first().click()
  await page.getByRole('button', { name: '纯文字' }).click()
  const region = page.getByRole('region', { name: '纯文字' })
  await expect(region.getByRole('table')).toHaveCount(3)
  await expect(region.getByRole('heading', { name: '三、收到和处理' })).toBeVisible()
  await expect(region.getByRole('rowheader', { name: '（一）予以公开' })).toBeVisible()
})

test.describe('what cannot be printed', () => {
  const odd = '前面\u{1F600}后面，控制\u0007字符，半个\uD83D字。'

  test('a character without a font and half a pair are named, and nothing is lost', async ({
    page
  }) => {
    await show(page, written(odd))
    await openExport(page)
    const missing = dialog(page).locator('[data-check="missing"]')
    await expect(missing.first()).toContainText('U+1F600')
    await expect(dialog(page).getByRole('alert')).toContainText('PDF 和按页打印都会缺字')
    await expect(dialog(page).locator('[data-action="export-pdf"]')).toBeDisabled()
    await expect(dialog(page).locator('[data-check="dropped"]')).toContainText('U+0007')
    await missing.first().getByRole('button', { name: '去改' }).click()
    await expect(page.getByRole('textbox', { name: '一、总体情况' })).toBeFocused()
  })

  test('a long paragraph and a long remark are set, and the page answers meanwhile', async ({
    page
  }) => {
    const long = written(prose(100_000, 5))
    const noted = {
      ...setCell(long, 'disclosure.rules.issued', 1),
      notes: { 'disclosure.rules.issued': prose(2000, 4) }
    }
    await show(page, noted)
    const longest = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let worst = 0
          let last = performance.now()
          const began = last
          const tick = () => {
            const now = performance.now()
            worst = Math.max(worst, now - last)
            last = now
            if (now - began > 2000) resolve(worst)
            else setTimeout(tick, 10)
          }
          tick()
        })
    )
    test.info().annotations.push({ type: 'longest', description: `${Math.round(longest)} ms` })
    expect(await sheets(page).count()).toBeGreaterThan(150)
    const inPdf = await placedInPdf(await exportPdf(page))
    expect(inPdf.length).toBe(await sheets(page).count())
  })
})

test('a font of this computer serves preview and PDF, stays, and one that may not is refused', async ({
  page
}) => {
  const font = gunzipSync(await readFile('public/fonts/kai-1.ttf.gz'))
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel('正文仿宋：选字体文件').setInputFiles({ name, mimeType: 'font/ttf', buffer })
  await show(page, written('全年公开信息十二条。'))
  const text = sheets(page).first().locator('text', { hasText: '全年公开信息十二条' })
  await expect(text).toHaveAttribute('font-family', 'nianbao-fang')
  await page.getByText('版式', { exact: true }).first().click()
  await choose('坏字体.ttf', font.subarray(0, 5000))
  await expect(page.getByRole('alert')).toContainText('坏字体.ttf 读不了')
  await choose('我的字体.ttf', font)
  await expect(text).toHaveAttribute('font-family', 'nianbao-own-body')
  await page.keyboard.press('Escape')
  expect((await exportPdf(page)).toString('latin1')).toContain('FandolKai')

  await page.reload()
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await expect(text).toHaveAttribute('font-family', 'nianbao-own-body')
})

for (const { how, answer } of [
  { how: 'missing', answer: { status: 404, body: '' } },
  { how: 'damaged', answer: { status: 200, body: Buffer.from('1f8b0800aaaa', 'hex') } },
  { how: 'another', answer: { status: 200, body: Buffer.from('not the font at all') } }
]) {
  test(`a font file that is ${how} is told, and the plain text can be printed`, async ({
    page: _page,
    browser,
    baseURL
  }) => {
    const context = await browser.newContext({ locale: 'zh-CN' })
    const page = await context.newPage()
    await page.route('**/fonts/kai-1.ttf.gz', (route) => route.fulfill(answer))
    await page.goto(baseURL ?? './')
    await page.getByRole('button', { name: '打开样例' }).click()
    await openExport(page)
    await expect(dialog(page).getByRole('alert')).toContainText('kai-1.ttf.gz')
    await expect(dialog(page).locator('[data-action="export-pdf"]')).toBeDisabled()
    await expect(dialog(page).getByRole('button', { name: /按纯文字打印/ })).toBeEnabled()
    await expect(dialog(page).locator('[data-action="export-json"]')).toBeEnabled()
    await context.close()
  })
}
