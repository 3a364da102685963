import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import type { Report } from '../../src/core/report/report.ts'
import { newReport as blank } from '../../src/core/report/new-report.ts'
import { setCell } from '../../src/core/report/edit.ts'
import { expect, test } from './app.ts'
import { linesOfPdf, placedInPdf, placedInSvg } from './placed-glyphs.ts'
import {
  cell,
  exportDialog,
  exportFile,
  importFiles,
  openExport,
  openSection,
  textBeforeCaret
} from './steps.ts'

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

/** Opens a report by way of its file. */
async function importReport(page: Page, report: Report): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(report))
  await importFiles(page, { name: 'a.nianbao.json', mimeType: 'application/json', buffer })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(report.unit.name)
}

/** Opens a report by way of its file, the preview beside it. */
async function show(page: Page, report: Report): Promise<void> {
  await importReport(page, report)
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await expect(sheets(page).first()).toBeVisible()
}

const sheets = (page: Page) => page.getByRole('img', { name: /^第 \d+ 页$/ })
const exportPdf = (page: Page): Promise<Buffer> => exportFile(page, 'export-pdf')

/** The app asks for the browser's print window, which there is none of here. */
async function catchPrint(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] = String(Number(document.body.dataset['printed'] ?? 0) + 1)
    }
  })
}

/** What the browser puts on paper, on pages as the app asks for them. */
const onPaper = async (page: Page): Promise<string[][]> =>
  linesOfPdf(await page.pdf({ preferCSSPageSize: true }))

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
    const [inText, inCharts] = [await placedInPdf(pdf), await placedInPdf(pdf, 'charts')]
    await expect(sheets(page)).toHaveCount(inText.length)
    let most = 0
    for (let i = 0; i < inText.length; i++) {
      const sheet = sheets(page).nth(i)
      await sheet.scrollIntoViewIfNeeded()
      const svg = sheet.locator('> svg')
      await expect(svg).toBeAttached()
      for (const [part, placed] of [
        ['text', inText[i]] as const,
        ['charts', inCharts[i]] as const
      ]) {
        const inSvg = await placedInSvg(svg, part)
        const inPdf = placed ?? []
        const chars = (glyphs: typeof inSvg) => glyphs.map(({ char }) => char).join('')
        expect(chars(inSvg), part).toBe(chars(inPdf))
        inSvg.forEach(({ x, y }, k) => {
          const [dx, dy] = [x - (inPdf[k]?.x ?? NaN), y - (inPdf[k]?.y ?? NaN)]
          most = Math.max(most, Math.abs(dx), Math.abs(dy))
        })
      }
    }
    test.info().annotations.push({ type: 'furthest', description: `${most.toFixed(4)} pt` })
    expect(most).toBeLessThan(0.1)
    await catchPrint(page)
    await openExport(page)
    await exportDialog(page).locator('[data-action="print"]').click()
    await expect(page.locator('body[data-printed]')).toBeAttached()
    expect(await onPaper(page)).toEqual(await linesOfPdf(pdf))
    await expect(page.locator('.paper'), 'after printing').toHaveCount(0)
  })
}

test.describe('printing by the browser', () => {
  test('Ctrl+P prints the report, preview open or not, dialog open or not', async ({ page }) => {
    await importReport(page, sample)
    await catchPrint(page)
    for (const [count, prepare] of [
      async () => undefined,
      async () => page.getByRole('button', { name: '预览', exact: true }).click(),
      async () => openExport(page)
    ].entries()) {
      await prepare()
      await page.keyboard.press('Control+p')
      await expect(page.locator(`body[data-printed="${count + 1}"]`)).toBeAttached()
      const paper = await onPaper(page)
      expect(paper.length).toBeGreaterThan(4)
      expect(paper[0]?.at(-1)).toContain('—1—')
      await expect(page.locator('.paper')).toHaveCount(0)
    }
  })

  test('its own menu prints the pages of the preview, the plain text without', async ({ page }) => {
    await importReport(page, sample)
    // A font of the computer may extract as radicals, ⼯ for 工; one without Chinese gives way to ours.
    const plain = (await onPaper(page)).flat().join('').normalize('NFKC')
    expect(plain).toContain('年政府信息公开工作年度报告')
    expect(plain).not.toContain('检查结果')
    await page.getByRole('button', { name: '预览', exact: true }).click()
    await expect(sheets(page).first()).toBeVisible()
    const count = await sheets(page).count()
    const paper = await onPaper(page)
    expect(paper).toHaveLength(count)
    expect(paper[0]?.at(-1)).toContain('—1—')
  })

  test('a screen without a report prints as it is', async ({ page }) => {
    await expect(page.getByRole('button', { name: '打开样例' })).toBeVisible()
    expect((await onPaper(page)).flat().join('')).toContain('打开样例')
    await page.goto('./#/import')
    await expect(page.locator('input[type="file"]')).toBeAttached()
    expect((await onPaper(page)).flat().length).toBeGreaterThan(0)
  })

  test('where pages would have holes, Ctrl+P says so and prints none', async ({ page }) => {
    await importReport(page, written('前面\u{1F600}后面。'))
    await catchPrint(page)
    await page.keyboard.press('Control+p')
    await expect(exportDialog(page).getByRole('alert')).toContainText('U+1F600')
    await expect(page.locator('body[data-printed]')).toHaveCount(0)
  })
})

test('the code that makes PDFs comes with the first export and not before', async ({ page }) => {
  const fetched: string[] = []
  page.context().on('request', (request) => fetched.push(request.url()))
  await show(page, written(prose(300, 1)))
  const heavy = (url: string) => /container|content|pdf/i.test(url.split('/').at(-1) ?? '')
  expect(fetched.filter(heavy)).toEqual([])
  await exportPdf(page)
  expect(fetched.filter(heavy).length).toBeGreaterThan(0)
})

test('an export that is stopped leaves the pages on the screen, and a next one is made', async ({
  page
}) => {
  // Long, so that it can be stopped; by the keyboard, for the button moves with the progress told.
  await show(page, written(`${prose(120_000, 5)}\n结尾的一句话。`))
  const count = await sheets(page).count()
  await openExport(page)
  await exportDialog(page).locator('[data-action="export-pdf"]').click()
  await exportDialog(page).getByRole('button', { name: '停止' }).press('Enter')
  await expect(exportDialog(page).getByRole('alert')).toContainText('已停止')
  await exportDialog(page).getByRole('button', { name: '关闭' }).click()
  expect(await sheets(page).count()).toBe(count)
  await openSection(page, '总体情况')
  await page.getByRole('textbox', { name: '一、总体情况' }).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('再加一句。')
  await expect(page.locator('.page text', { hasText: '再加一句。' })).toBeAttached()
  expect((await placedInPdf(await exportPdf(page))).length).toBe(count)
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
    // From above: a sheet that comes into sight gets its glyphs only then, all at once.
    observer.observe(document.querySelector('.page')?.parentElement ?? document, kinds)
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
  // Sheets have their glyphs a little after they came into sight; then none comes any more.
  const drawn = page.locator('.page > svg')
  await expect(page.locator('.page', { has: page.locator('i') }).locator('> svg')).toBeAttached()
  await expect.poll(() => drawn.count()).toBeGreaterThan(1)
  await expect(async () => {
    const before = await drawn.count()
    await page.waitForTimeout(300)
    expect(await drawn.count()).toBe(before)
  }).toPass()

  // The change first: a move may scroll its sheet away, which would then come back made anew.
  const changedOn = await watchGlyphs(page)
  await page.keyboard.type('再加一句。')
  const changed = page.locator('.page', { has: page.locator('text', { hasText: '再加一句。' }) })
  await expect(changed).toHaveCount(1)
  expect(await changedOn(), 'by a change').toEqual([await changed.getAttribute('aria-label')])

  const movedOn = await watchGlyphs(page)
  const before = await mark.boundingBox()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => mark.first().boundingBox()).not.toEqual(before)
  expect(await movedOn(), 'by a move of the caret').toEqual([])
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
  const before = await textBeforeCaret(area)
  expect(quoting.text.overview.slice(before.length)).toBe('办结。')

  await openSection(page, '收到和处理申请')
  const number = page.locator('[data-cell="requests.received.total"]').first()
  await number.click({ force: true })
  await expect(cell(page, 'requests.received.total')).toBeFocused()
})

test('the report as plain text has headings, tables with heads, and nothing else', async ({
  page
}) => {
  await show(page, sample)
  await page.getByText('页面样式', { exact: true }).first().click()
  await page.getByRole('button', { name: '纯文字' }).click()
  const region = page.getByRole('region', { name: '纯文字' })
  await expect(region.getByRole('table')).toHaveCount(3)
  await expect(region.getByRole('heading', { name: '三、收到和处理' })).toBeVisible()
  const granted = region.getByRole('rowheader', { name: '（一）予以公开' })
  await expect(granted).toBeVisible()
  // As on the pages: numbers in the middle of their cells, the labels of table 三 at the left.
  const numbers = region.getByRole('cell', { name: /^\d+$/ })
  const aligned = await numbers.evaluateAll((all) =>
    all.map((one) => getComputedStyle(one).textAlign)
  )
  expect([...new Set(aligned)]).toEqual(['center'])
  await expect(granted).toHaveCSS('text-align', 'left')
  await expect(region.getByRole('columnheader', { name: '自然人' }).first()).toHaveCSS(
    'text-align',
    'center'
  )
})

test.describe('what cannot be printed', () => {
  const odd = '前面\u{1F600}后面，控制\u0007字符，半个\uD83D字。'

  test('a character without a font and half a pair are named, and nothing is lost', async ({
    page
  }) => {
    await show(page, written(odd))
    await openExport(page)
    const missing = exportDialog(page).locator('[data-check="missing"]')
    await expect(missing.first()).toContainText('U+1F600')
    await expect(exportDialog(page).getByRole('alert')).toContainText('为免缺字')
    await expect(exportDialog(page).locator('[data-action="export-pdf"]')).toBeDisabled()
    await expect(exportDialog(page).locator('[data-check="dropped"]')).toContainText('U+0007')
    await missing.first().getByRole('button', { name: '修改' }).click()
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
    await importReport(page, noted)
    const answers = await watchAnswers(page)
    await page.getByRole('button', { name: '预览', exact: true }).click()
    await expect(sheets(page).first()).toBeVisible()
    const { silent, all } = await answers()
    test.info().annotations.push({ type: 'silent', description: `${silent} of ${all} ms` })
    // A page that set its pages itself would be silent for nearly all of the time.
    expect(silent).toBeLessThan(all / 2)
    expect(await sheets(page).count()).toBeGreaterThan(150)
    const inPdf = await placedInPdf(await exportPdf(page))
    expect(inPdf.length).toBe(await sheets(page).count())
  })
})

/** From now on notes how long the page answers nothing; then gives the longest and all the time. */
async function watchAnswers(page: Page): Promise<() => Promise<{ silent: number; all: number }>> {
  await page.evaluate(() => {
    const watch = { began: performance.now(), last: performance.now(), silent: 0 }
    Object.assign(window, { watch })
    const note = () => {
      const now = performance.now()
      watch.silent = Math.max(watch.silent, now - watch.last)
      watch.last = now
      setTimeout(note, 5)
    }
    note()
  })
  return () =>
    page.evaluate(() => {
      const { watch } = window as unknown as {
        watch: { began: number; last: number; silent: number }
      }
      return { silent: Math.round(watch.silent), all: Math.round(watch.last - watch.began) }
    })
}

test('the check names what would embarrass, each line leading to its place', async ({ page }) => {
  const charted: Report = {
    ...sample,
    unit: { ...sample.unit, name: '濮川\u{1F601}局' },
    cells: { ...sample.cells, 'disclosure.rules.issued': null },
    charts: sample.charts.map((chart) => ({ ...chart, title: `\u{1F602}${chart.title}` })),
    text: { ...sample.text, other: '无其他事项需要报告，特此说明情况。' }
  }
  await importReport(page, charted)
  await openExport(page)
  const line = (what: string) => exportDialog(page).locator('li', { hasText: what }).first()
  await expect(line('U+1F602')).toContainText('平台数据的图表')
  await expect(exportDialog(page).locator('[data-rule="T3-BLANK"]').first()).toBeVisible()
  await expect(line('未写文字说明')).toBeVisible()
  await expect(exportDialog(page).locator('[data-rule="D-S6"]')).toBeAttached()
  await line('U+1F601').getByRole('button', { name: '修改' }).click()
  await expect(page.getByRole('dialog').getByLabel('机关全称')).toHaveValue(charted.unit.name)
})

test('a font of this computer serves preview and PDF, stays, and one that may not is refused', async ({
  page
}) => {
  const font = gunzipSync(await readFile('public/fonts/kai-1.ttf.gz'))
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel('正文仿宋：选择字体文件').setInputFiles({ name, mimeType: 'font/ttf', buffer })
  await show(page, written('全年公开信息十二条。'))
  const text = sheets(page).first().locator('text', { hasText: '全年公开信息十二条' })
  await expect(text).toHaveAttribute('font-family', 'nianbao-fang')
  await page.getByText('页面样式', { exact: true }).first().click()
  await choose('坏字体.ttf', font.subarray(0, 5000))
  await expect(page.getByRole('alert')).toContainText('坏字体.ttf 不能使用')
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
    await expect(exportDialog(page).getByRole('alert')).toContainText('kai-1.ttf.gz')
    await expect(exportDialog(page).locator('[data-action="export-pdf"]')).toBeDisabled()
    await expect(exportDialog(page).getByRole('button', { name: /按纯文字打印/ })).toBeEnabled()
    await expect(exportDialog(page).locator('[data-action="export-json"]')).toBeEnabled()
    await context.close()
  })
}
