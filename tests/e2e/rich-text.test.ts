import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Page } from '@playwright/test'
import { cellText } from '../../src/core/compose/quote.ts'
import { fields, form2021 } from '../../src/core/form/form.ts'
import { place } from '../../src/core/form/layout.ts'
import { isEntry } from '../../src/core/form/table.ts'
import { setCells } from '../../src/core/report/edit.ts'
import { newReport } from '../../src/core/report/new-report.ts'
import type { Report } from '../../src/core/report/report.ts'
import { parseXml, type XmlElement } from '../../src/formats/source/xml.ts'
import { fragment } from '../../src/formats/write/web/fragment.ts'
import { writeHtml } from '../../src/formats/write/web/page.ts'
import { expect, test } from './app.ts'
import { violations } from './axe.ts'
import { textsOfPdf } from './pdf-text.ts'

/** The fragment and the page in a browser: pasted, filtered, read aloud, on a phone and on paper. */

const years = [2023, 2024, 2025]
const report: Report = {
  ...newReport('清川市科学技术局', 2025),
  cells: setCells(
    newReport('', 2025),
    Object.fromEntries(fields.map((field, i) => [field, 3001 + i]))
  ).cells,
  notes: { 'disclosure.rules.inForce': '其中修订16件' },
  channels: [
    {
      ...{ id: 'site', kind: 'website', name: '门户网站', accountId: '', sponsor: '' },
      ...{ status: 'active', openedOn: '', closedOn: '', closeReason: '' }
    }
  ],
  metrics: years.map((year) => ({
    ...{ id: `m${year}`, channel: 'site', key: 'pv', name: '', year, period: 'year' },
    ...{ value: year * 3, qualifier: '', shown: '', unit: '次', source: '', date: '', note: '' }
  })),
  charts: [
    {
      ...{ id: 'c', title: '网站访问量', type: 'bar', scale: 'linear', alt: '' },
      metrics: years.map((year) => `m${year}`)
    }
  ],
  text: {
    leadIn: '本报告按规定编制。',
    overview: `（一）平台建设\n访问量逐年增长。\n{{chart:c}}\n${'全年按时公开各类信息。'.repeat(90)}`,
    problems: '目录还不够细。',
    other: '无'
  }
}
const pageOf = async (draft: boolean): Promise<string> => {
  const made = await writeHtml(report, { draft })
  if (!made.ok) throw new Error(made.reason)
  return new TextDecoder().decode(made.bytes)
}
const { html } = fragment(report, { alone: false, draft: false })

/** A page of somebody else that the fragment is put into. */
const bare = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><title>年报</title><body><h1>政府信息公开年报</h1>${body}`

const named = (root: XmlElement, name: string): XmlElement[] =>
  root.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(child.name === name ? [child] : []), ...named(child, name)]
  )
const textIn = (root: XmlElement): string =>
  root.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')

/** Every cell of the tables of markup with its place: 3,2: 3005. */
function placesIn(markup: string): string[][] {
  const root = parseXml(`<body>${markup.replaceAll('&nbsp;', ' ')}</body>`)
  return named(root ?? { name: '', attributes: {}, children: [] }, 'table').map((table) => {
    const rows = named(table, 'tr').map((row) =>
      row.children.flatMap((cell) => {
        if (typeof cell === 'string') return []
        const spanned = (name: string) => Number(cell.attributes[name] ?? 1)
        return [{ text: textIn(cell), cols: spanned('colspan'), rows: spanned('rowspan') }]
      })
    )
    return place(rows).map(({ cell, row, column }) => `${row},${column}: ${cell.text}`)
  })
}
const expected = Object.values(form2021.tables).map((table) =>
  place(table.rows).map(({ cell, row, column }) => {
    const text = isEntry(cell) ? cellText(report, cell.field) : cell.text
    return `${row},${column}: ${text}`
  })
)

/** Pastes from the clipboard of the browser, as a clerk does; gives what the page has then. */
async function pasted(page: Page, markup: string): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async (markup) => {
    const item = new ClipboardItem({ 'text/html': new Blob([markup], { type: 'text/html' }) })
    await navigator.clipboard.write([item])
    document.body.innerHTML = '<div contenteditable aria-label="正文"></div>'
  }, markup)
  const area = page.getByLabel('正文')
  await area.focus()
  await page.keyboard.press('Control+v')
  await expect(area.locator('table')).toHaveCount(4)
  return area.innerHTML()
}

test('the fragment pasted has every cell in its place, with styles and without', async ({
  page
}) => {
  const whole = await pasted(page, html)
  expect(placesIn(whole).slice(1)).toEqual(expected)
  const filtered = await page.evaluate((markup) => {
    const { body } = new DOMParser().parseFromString(markup, 'text/html')
    for (const element of body.querySelectorAll('style, colgroup, svg')) element.remove()
    for (const element of body.querySelectorAll('*')) {
      for (const name of element.getAttributeNames()) {
        if (!/^(?:colspan|rowspan|border|scope)$/.test(name)) element.removeAttribute(name)
      }
    }
    return body.innerHTML
  }, whole)
  expect(placesIn(filtered).slice(1)).toEqual(expected)
  // The figures of the chart, whose picture is gone.
  expect(placesIn(filtered)[0]).toEqual(expect.arrayContaining(['3,1: 6075']))
})

for (const [name, width] of [
  ['on a screen', 1366],
  ['on a phone', 375]
] as const) {
  test(`${name} nothing stands in the way of anybody`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 })
    for (const content of [await pageOf(false), await pageOf(true), bare(html)]) {
      await page.setContent(content)
      expect(await violations(page)).toEqual([])
      // Tables scroll in their frames, not the page.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  })
}

test('on paper a draft says so on every sheet, and table three is on one', async ({ page }) => {
  const font = await promisify(gunzip)(await readFile('public/fonts/hei-1.ttf.gz'))
  await page.setContent(await pageOf(true))
  await page.addStyleTag({
    content: `@font-face { font-family: SimHei; src: url(data:font/ttf;base64,${font.toString('base64')}) }`
  })
  await page.evaluate(() => document.fonts.load('12px SimHei', '草稿'))
  const sheets = await textsOfPdf(await page.pdf({ preferCSSPageSize: true }))
  expect(sheets.length).toBeGreaterThan(3)
  for (const sheet of sheets) expect(sheet).toContain('草稿')
  const requests = fields.flatMap((field, i) => (field.startsWith('requests.') ? [3001 + i] : []))
  const holds = (sheet: string) => requests.filter((number) => sheet.includes(String(number)))
  expect(sheets.map((sheet) => holds(sheet).length).filter(Boolean)).toEqual([requests.length])
})
