import { expect, test } from 'vitest'
import { pageSvg, type SvgElement } from '../../../src/typeset/page/svg.ts'
import { typeset } from '../../../src/typeset/pages/typeset.ts'
import { fakeFonts } from '../lines/fake-fonts.ts'
import { isRun } from '../lines/lines-of.ts'
import { paragraph, reportBlocks } from '../pages/report-blocks.ts'

const look = { style: 'official', digits: 'own', draft: false } as const
const { pages } = typeset([...reportBlocks, paragraph('中𠮷 文  A B。》《')], fakeFonts, look)
const family = (font: string): string => `x-${font}`
const attr = ({ attrs }: SvgElement, name: string): string => String(attrs[name])

test('every glyph but blanks has its x, a left half beginning half an em before its box', () => {
  for (const page of pages) {
    const shown = pageSvg(page, { family })
      .children.filter((child) => typeof child !== 'string')
      .filter(({ tag }) => tag === 'text')
    const got = shown.flatMap((element) => {
      const text = [...String(element.children[0])]
      const xs = attr(element, 'x').split(' ')
      // One x for each UTF-16 unit: characters beyond the BMP stand alone.
      expect(text.length === 1 || String(element.children[0]).length === xs.length).toBe(true)
      expect(String(element.children[0])).toBe(String(element.children[0]).trim())
      return text.flatMap((c, i) => (c === ' ' ? [] : [`${c}${Number(xs[i]).toFixed(1)}`]))
    })
    const wanted = page.items.filter(isRun).flatMap(({ x, size, glyphs }) =>
      glyphs
        .filter(({ code }) => code !== 0x20)
        .map((g) => {
          const at = x + g.x - (g.half === 'left' ? size / 2 : 0)
          return `${String.fromCodePoint(g.code)}${(Math.round(at * 1000) / 1000).toFixed(1)}`
        })
    )
    expect(got).toEqual(wanted)
  }
})

test('rules are one path a width; a chart is drawn by whoever can', () => {
  const table = pages.find(({ items }) => items.some(({ kind }) => kind === 'rule'))
  const paths =
    table &&
    pageSvg(table, { family }).children.filter((c) => typeof c !== 'string' && c.tag === 'path')
  expect(paths).toHaveLength(2)
  const withChart = pages.find(({ items }) => items.some(({ kind }) => kind === 'chart'))
  const chart = (): SvgElement => ({ tag: 'g', attrs: { id: 'chart' }, children: [] })
  const drawn = withChart && pageSvg(withChart, { family, chart })
  expect(drawn?.children).toContainEqual(chart())
})

test('text knows its block, its place there and its field', () => {
  const all = pages.flatMap((page) => pageSvg(page, { family }).children)
  const cells = all.filter((c) => typeof c !== 'string' && c.attrs['data-cell'] !== undefined)
  expect(cells).toHaveLength(200)
  const last = all
    .filter((c) => typeof c !== 'string')
    .filter((c) => c.attrs['data-block'] === reportBlocks.length)
  expect(last.map((c) => [c.attrs['data-offset'], c.children[0]])).toEqual([
    [0, '中'],
    [1, '𠮷'],
    [4, '文'],
    [7, 'A B。》《']
  ])
})
