import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartSpec } from '../../../../src/core/charts/chart.ts'
import { compose } from '../../../../src/core/compose/compose.ts'
import { form2021 } from '../../../../src/core/form/form.ts'
import { tiles } from '../../../../src/core/form/layout.ts'
import { newReport } from '../../../../src/core/report/new-report.ts'
import type { Chart, Report } from '../../../../src/core/report/report.ts'
import { copyable } from '../../../../src/formats/index.ts'
import { parseXml, type XmlElement } from '../../../../src/formats/source/xml.ts'
import { anyReport } from '../../../fixtures/random-reports.ts'
import { channel, figure } from '../../../core/platforms/figures.ts'
import { times } from '../../../run.ts'

const blank = newReport('清川市档案局', 2025)

const chart = (id: string, more: Partial<Chart> = {}): Chart => ({
  id,
  title: '网站访问量',
  type: 'bar',
  metrics: ['now', 'last'],
  scale: 'linear',
  alt: '',
  ...more
})
const charted = (charts: readonly Chart[]): Report => ({
  ...blank,
  channels: [channel('site', 'website', '门户网站')],
  metrics: [
    { ...figure({ channel: 'site', key: 'pv', year: 2025, value: 4321 }), id: 'now' },
    { ...figure({ channel: 'site', key: 'pv', year: 2024, value: 1234 }), id: 'last' }
  ],
  charts: [...charts],
  text: {
    ...blank.text,
    overview: charts.map(({ id }) => `（一）平台\n访问增长。\n{{chart:${id}}}`).join('\n')
  }
})

const parsed = (html: string): XmlElement => {
  const root = parseXml(`<body>${html}</body>`)
  if (!root) throw new Error('not well-formed')
  return root
}
const fragmentOf = async (report: Report, draft = false): Promise<XmlElement> =>
  parsed((await copyable(report, draft)).html)

const elementsIn = (root: XmlElement): XmlElement[] =>
  root.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsIn(child)]))
const named = (root: XmlElement, name: string) =>
  elementsIn(root).filter((element) => element.name === name)
const textIn = (root: XmlElement): string =>
  root.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
const cellsOf = (table: XmlElement) =>
  named(table, 'tr').map((row) =>
    row.children.flatMap((cell) =>
      typeof cell === 'string'
        ? []
        : [
            {
              name: cell.name,
              text: textIn(cell),
              ...cell.attributes,
              cols: Number(cell.attributes['colspan'] ?? 1),
              rows: Number(cell.attributes['rowspan'] ?? 1)
            }
          ]
    )
  )

describe('the fragment', () => {
  it('is made of elements and attributes that say what they mean by themselves', async () => {
    const elements = elementsIn(await fragmentOf(charted([chart('c')]), true))
    expect([...new Set(elements.map(({ name }) => name))].sort()).toEqual(
      ['caption', 'div', 'h2', 'h3', 'h4', 'image', 'p', 'span', 'svg', 'table', 'tbody', 'td']
        .concat('th', 'thead', 'tr')
        .sort()
    )
    const attributes = new Set(elements.flatMap(({ attributes }) => Object.keys(attributes)))
    for (const name of ['class', 'id', 'src']) expect(attributes).not.toContain(name)
    expect([...attributes].filter((name) => /^(?:data-|on)/.test(name))).toEqual([])
  })

  it('loads nothing', async () => {
    const { html } = await copyable(charted([chart('c')]))
    const outside = html.replace('xmlns="http://www.w3.org/2000/svg"', '')
    expect(outside.replace(/="data:[^"]*"/g, '')).not.toMatch(/https?:|\/\/|url\(|@import|<!--/)
  })

  it('leaves the heading of the page to the page', async () => {
    const root = await fragmentOf({
      ...blank,
      text: { ...blank.text, overview: '（一）主动公开\n1.网站\n全年发布信息。' }
    })
    const outline = elementsIn(root).flatMap((element) =>
      /^h\d$/.test(element.name) ? [`${element.name} ${textIn(element)}`] : []
    )
    expect(outline.slice(0, 4)).toEqual([
      `h2 ${blank.unit.name}${blank.year}年政府信息公开工作年度报告`,
      'h3 一、总体情况',
      'h4 （一）主动公开',
      'h5 1.网站'
    ])
  })

  it('has the tables of the form cell by cell, each of them a rectangle', async () => {
    const tables = named(await fragmentOf(blank), 'table')
    const forms = Object.values(form2021.tables)
    expect(tables).toHaveLength(forms.length)
    tables.forEach((table, i) => {
      const form = forms[i]
      const rows = cellsOf(table)
      expect(tiles(rows, form?.widths.length ?? 0)).toBe(true)
      expect(rows.map((row) => row.length)).toEqual(form?.rows.map((row) => row.length))
      expect(named(table, 'caption')).toHaveLength(1)
    })
  })

  it('says the width of each column once, on a cell that the column has to itself', async () => {
    for (const table of named(await fragmentOf(blank), 'table')) {
      const wide = elementsIn(table).filter(({ attributes }) => attributes['width'])
      const widths = wide.map(({ attributes }) => Number.parseFloat(attributes['width'] ?? ''))
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0)
      expect(wide.every(({ attributes }) => !attributes['colspan'])).toBe(true)
    }
  })

  it('draws the lines of every cell on the cell, and again by the table’s attribute', async () => {
    for (const table of named(await fragmentOf(blank), 'table')) {
      expect(table.attributes).toMatchObject({ border: '1', cellspacing: '0' })
      const styles = cellsOf(table).flatMap((row) => row.map((cell) => cell['style' as never]))
      expect(styles.every((style) => String(style).startsWith('border:1px solid'))).toBe(true)
    }
  })

  it('names rows and columns for those who hear the table', async () => {
    const [, requests] = named(await fragmentOf(blank), 'table')
    const heads = requests ? named(requests, 'th') : []
    const scopeOf = (text: string) =>
      heads.find((head) => textIn(head) === text)?.attributes['scope']
    expect(scopeOf('申请人情况')).toBe('colgroup')
    expect(scopeOf('商业企业')).toBe('col')
    expect(scopeOf('（三）不予公开')).toBe('rowgroup')
    expect(scopeOf('2.重复申请')).toBe('row')
  })

  it('takes no text for markup', async () => {
    const name = '<script>alert("1")</script>&amp;局'
    const root = await fragmentOf({
      ...blank,
      unit: { ...blank.unit, name },
      text: { ...blank.text, other: '<b onclick=x>无</b> style="' }
    })
    expect(elementsIn(root).map((element) => element.name)).not.toContain('script')
    expect(textIn(root)).toContain(`${name}${blank.year}年`)
    expect(textIn(root)).toContain('<b onclick=x>无</b> style="')
  })

  it('prints a remark in its cell', async () => {
    const field = 'disclosure.rules.inForce'
    const root = await fragmentOf({
      ...blank,
      cells: { ...blank.cells, [field]: 22 },
      notes: { [field]: '其中修订16件' }
    })
    expect(named(root, 'td').map(textIn)).toContain('22（其中修订16件）')
  })

  it.each([
    ['title', ['center', 'center'], '（2026年1月23日）'],
    ['end', ['right', 'right'], '2026年1月23日']
  ] as const)('signs at the %s', async (signature, aligned, date) => {
    const root = await fragmentOf({
      ...blank,
      settings: { ...blank.settings, signature, signedOn: '2026-01-23' }
    })
    const lines = named(root, 'p')
    const at = lines.findIndex((line) => textIn(line) === date)
    const signed = lines.slice(at - 1, at + 1)
    expect(signed.map(textIn)).toEqual([blank.unit.name, date])
    expect(signed.map(({ attributes }) => attributes['style'])).toEqual(
      aligned.map((way) => `text-align:${way}`)
    )
  })

  it('of a draft says so at its head and at its foot, and else nowhere', async () => {
    const texts = async (draft: boolean) =>
      (await fragmentOf(blank, draft)).children.flatMap((child) =>
        typeof child === 'string' ? [] : [textIn(child)]
      )
    const draft = await texts(true)
    expect([draft.at(0), draft.at(-1)]).toEqual(['草稿', '草稿'])
    expect(draft.slice(1, -1)).toEqual(await texts(false))
  })
})

describe('a chart in the fragment', () => {
  it('is an image in words, with its figures as a table below', async () => {
    const report = charted([chart('c')])
    const root = await fragmentOf(report)
    const [picture] = named(root, 'svg')
    expect(picture?.attributes).toMatchObject({
      role: 'img',
      'aria-label': chartSpec(report, 'c')?.alt
    })
    const [figures] = named(root, 'table')
    expect(figures && textIn(named(figures, 'caption')[0] ?? figures)).toMatch(/^图1　网站访问量/)
    expect(figures && cellsOf(figures).map((row) => row.map(({ text }) => text))).toEqual(
      expect.arrayContaining([expect.arrayContaining([expect.stringContaining('4321')])])
    )
  })

  it('leaves no words behind where SVG is taken away, and all of its figures', async () => {
    const { html } = await copyable(charted([chart('c')]))
    const [picture] = named(parsed(html), 'svg')
    expect(picture && textIn(picture)).toBe('')
    expect(decodeURIComponent(named(parsed(html), 'image')[0]?.attributes['href'] ?? '')).toContain(
      '4321'
    )
  })

  it('has its figures once, though its office prints them as a table too', async () => {
    const report = charted([chart('c', { table: true })])
    expect(compose(report).filter(({ type }) => type === 'table')).toHaveLength(4)
    expect(named(await fragmentOf(report), 'table')).toHaveLength(4)
    expect((await copyable(report)).text.match(/4321/g)).toHaveLength(1)
  })

  it('may be one of forty', async () => {
    const report = charted(Array.from({ length: 40 }, (_, i) => chart(`c${i}`)))
    const root = await fragmentOf(report)
    expect(named(root, 'svg')).toHaveLength(40)
    expect(named(root, 'caption').map(textIn)).toContainEqual(expect.stringMatching(/^图40　/))
  })
})

/** What XML can hold of a text. */
const held = (text: string): string =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '')

it('any report is well-formed, and loses no character that markup can hold', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, fc.boolean(), async (report, draft) => {
      const { html, text } = await copyable(report, draft)
      const said = textIn(parsed(html))
      for (const block of compose(report)) {
        const texts =
          block.type === 'table'
            ? block.rows.flat().map((cell) => cell.text)
            : 'text' in block
              ? [block.text]
              : []
        for (const one of texts) {
          expect(said).toContain(held(one))
          expect(text).toContain(one.replace(/\s+/g, block.type === 'table' ? ' ' : '$&'))
        }
      }
    }),
    { numRuns: times(200, 40), endOnFailure: true }
  )
})
