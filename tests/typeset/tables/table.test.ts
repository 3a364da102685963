import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import type { OutCell } from '../../../src/core/form/sheet.ts'
import { place, tiles } from '../../../src/core/form/layout.ts'
import type { Document, Look, Page, PrintedRule } from '../../../src/typeset/page/page.ts'
import { typeset } from '../../../src/typeset/pages/typeset.ts'
import { fakeFonts } from '../lines/fake-fonts.ts'
import { isRun, linesOf, textOf, widthOf } from '../lines/lines-of.ts'
import { heading, paragraph, reportBlocks, tableBlock } from '../pages/report-blocks.ts'

const look: Look = { style: 'official', digits: 'own', draft: false }
const set = (blocks: readonly Block[]): Document => typeset(blocks, fakeFonts, look)
const mm = (length: number): number => (length * 72) / 25.4
const area = { left: mm(28), right: mm(184), top: mm(37), bottom: mm(262) }

const table = (
  widths: readonly number[],
  headRows: number,
  rows: readonly (readonly OutCell[])[]
): Block => ({
  type: 'table',
  caption: '表',
  widths,
  headRows,
  rows,
  from: { kind: 'section', section: 'requests' }
})

const rulesOf = ({ items }: Page): PrintedRule[] => items.filter((item) => item.kind === 'rule')
const textsOf = ({ items }: Page): string[] => items.filter(isRun).map((run) => textOf(run.glyphs))
const grid = (rows: number, columns: number, text = (r: number, c: number) => `${r}-${c}`) =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c): OutCell => ({ text: text(r, c) }))
  )

describe('rules', () => {
  test('collinear borders are one line, inner ones thin, the frame thicker', () => {
    const [page] = set([table([1, 1, 1], 1, grid(4, 3))]).pages
    const rules = page ? rulesOf(page) : []
    expect(rules.filter(({ width }) => width === 0.5)).toHaveLength(3 + 2)
    expect(rules.filter(({ width }) => width === 1)).toHaveLength(4)
  })

  test('no line runs through a cell that spans', () => {
    const rows = [[{ text: '甲', cols: 2 }], [{ text: '乙' }, { text: '丙' }]]
    const [page] = set([table([1, 1], 0, rows)]).pages
    const upright = page ? rulesOf(page).filter((r) => r.x1 === r.x2 && r.width === 0.5) : []
    const across = page ? rulesOf(page).filter((r) => r.y1 === r.y2 && r.width === 0.5) : []
    expect(upright.map(({ y1 }) => y1)).toEqual(across.map(({ y1 }) => y1))
  })
})

describe('the statutory tables', () => {
  test('table 3 is one page', () => {
    const { pages, faults } = set([...reportBlocks.slice(0, 8), ...reportBlocks.slice(11, 13)])
    const holding = pages.filter(({ items }) => items.some((item) => item.kind === 'rule'))
    expect(holding).toHaveLength(1)
    const ys = holding.flatMap(rulesOf).map(({ y2 }) => y2)
    expect(Math.max(...ys)).toBeCloseTo(area.bottom, 1)
    expect(faults).toEqual([])
  })

  test('table 4 has two characters a line in its heads, and its long number on one', () => {
    const { pages, faults } = set([tableBlock('remedies', () => '3985758')])
    const texts = pages.flatMap(textsOf)
    for (const half of ['结果', '维持', '纠正', '尚未', '审结']) expect(texts).toContain(half)
    expect(texts.filter((text) => text === '3985758')).toHaveLength(15)
    expect(faults).toEqual([])
  })

  test('its structure is rows of cells with their spans', () => {
    const { nodes } = set([tableBlock('requests')])
    expect(nodes.filter(({ type }) => type === 'TR')).toHaveLength(28)
    expect(nodes.filter(({ type }) => type === 'TD')).toHaveLength(175)
    const label = nodes.find((node) => node.type === 'TH' && node.rows === 22)
    expect(label).toMatchObject({ scope: 'Row', cols: 1 })
  })
})

describe('over pages', () => {
  const long = table([1, 3], 1, [
    [
      { text: '组', head: 'column' },
      { text: '项', head: 'column' }
    ],
    ...Array.from({ length: 60 }, (_, r): OutCell[] =>
      r === 0
        ? [{ text: '全部', rows: 60, head: 'row' }, { text: '行1' }]
        : [{ text: `行${String(r + 1)}` }]
    )
  ])

  test('the head is repeated, as an artifact', () => {
    const { pages } = set([long])
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach(({ items }, i) => {
      const head = items.filter(isRun).find(({ glyphs }) => textOf(glyphs) === '组')
      expect(head?.node === undefined).toBe(i > 0)
    })
  })

  test('a label whose rows go on is repeated with （续）', () => {
    const { pages } = set([long])
    expect(pages.map((page) => textsOf(page).some((text) => text === '全部'))).toEqual(
      pages.map((_, i) => i === 0)
    )
    for (const page of pages.slice(1)) expect(textsOf(page)).toContain('全部（续）')
  })

  test('every row stands once, none alone on the last page', () => {
    const { pages } = set([long])
    const rows = pages.map((page) => textsOf(page).filter((text) => text.startsWith('行')))
    expect(rows.flat()).toEqual(Array.from({ length: 60 }, (_, r) => `行${String(r + 1)}`))
    expect(rows.at(-1)?.length).toBeGreaterThan(1)
  })

  test('a row taller than a page is cut, its text runs on, and it is reported', () => {
    const text = '公开'.repeat(1000)
    const { pages, faults } = set([
      table([1, 14], 0, [
        [{ text }, { text: '短' }],
        [{ text: '后' }, { text: '后' }]
      ])
    ])
    expect(pages.length).toBeGreaterThan(5)
    const shown = pages.flatMap(({ items }) => items.filter(isRun).filter(({ from }) => from))
    const all = shown.map(({ glyphs }) => textOf(glyphs)).join('')
    expect(all.replace(/[短后]/g, '')).toBe(text)
    expect(all.match(/短/g)).toHaveLength(1)
    expect(faults.length).toBeGreaterThan(0)
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(['overfull']))
    for (const page of pages) expect(overflow(page)).toBe(0)
  })

  test('beside a row that is cut, short cells stand at the top and labels are repeated', () => {
    const rows: OutCell[][] = [
      [{ text: '标签', head: 'row' }, { text: '公开'.repeat(1400), align: 'left' }, { text: '短' }]
    ]
    const { pages } = set([table([1, 3, 1], 0, rows)])
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, i) => {
      const find = (wanted: string) =>
        page.items.filter(isRun).find(({ glyphs }) => textOf(glyphs).startsWith(wanted))
      const label = find('标签')
      expect(textOf(label?.glyphs ?? [])).toBe(i === 0 ? '标签' : '标签（续）')
      expect(label?.node === undefined).toBe(i > 0)
      expect(find('短') === undefined).toBe(i > 0)
      if (i === pages.length - 1) return
      const own = page.items.filter(isRun).filter(({ block }) => block !== undefined)
      const first = Math.min(...own.map(({ y }) => y))
      expect(label?.y).toBe(first)
      if (i === 0) expect(find('短')?.y).toBe(first)
    })
  })

  test.each([360, 372, 380, 384, 390, 400, 408, 420])(
    'a first row of %i characters below its heading is cut only if no page can hold it',
    (count) => {
      const tall = table([1, 1, 1, 1], 1, [
        ['甲', '乙', '丙', '丁'].map((text): OutCell => ({ text, head: 'column' })),
        [{ text: '公'.repeat(count), align: 'left' }, { text: '0' }, { text: '1' }, { text: '2' }],
        [{ text: '后' }, { text: '0' }, { text: '1' }, { text: '2' }]
      ])
      const set22 = (before: number) =>
        set([
          ...Array.from({ length: before }, () => paragraph('上文。')),
          heading(1, '一、总体情况'),
          tall
        ])
      // Head and row squeezed: as many lines as stand on a page without a heading.
      const lines = linesOf(set([tall]).pages, 0).filter(({ text }) => /^公/.test(text)).length
      const fits = lines * 10.5 * 1.32 + 2 * 2 + 10.5 * 1.32 + 2 * 2 <= mm(225)
      for (const before of [0, 7, 21]) {
        const { pages, faults } = set22(before)
        const holding = pages.filter((page) => textsOf(page).some((text) => /^公/.test(text)))
        expect(holding.length === 1, `${String(before)} lines before`).toBe(fits)
        expect(faults.length === 0).toBe(fits)
        for (const page of pages) expect(overflow(page)).toBe(0)
      }
    }
  )

  test('a tall cell beside many rows runs on beside them', () => {
    const text = '公开'.repeat(600)
    const rows = Array.from({ length: 40 }, (_, r): OutCell[] =>
      r === 0 ? [{ text, rows: 40, align: 'left' }, { text: '0' }] : [{ text: String(r) }]
    )
    const { pages } = set([table([1, 6], 0, rows)])
    const cell = pages.flatMap(({ items }) =>
      items.filter(isRun).filter(({ glyphs }) => textOf(glyphs).startsWith('公'))
    )
    expect(cell.map(({ glyphs }) => textOf(glyphs)).join('')).toBe(text)
    for (const page of pages) expect(overflow(page)).toBe(0)
  })
})

/** How far anything but the folio leaves the type area. */
function overflow({ items }: Page): number {
  let most = 0
  const over = (x1: number, x2: number, y1: number, y2: number): void => {
    most = Math.max(most, area.left - x1 - 0.51, x2 - area.right - 0.51, area.top - y1 - 0.01)
    most = Math.max(most, y2 - area.bottom - 0.02)
  }
  for (const item of items) {
    if (item.kind === 'rule') over(item.x1, item.x2, item.y1, item.y2)
    if (item.kind !== 'run' || !item.from) continue
    for (const glyph of item.glyphs) {
      const x = item.x + glyph.x
      over(x, x + widthOf(glyph, item.size), item.y - 0.88 * item.size, item.y)
    }
  }
  return Math.max(0, most)
}

describe('any table', () => {
  const words = fc.array(fc.constantFrom('政府', '公开', '，', '2024', '（一）', 'App', '信息'), {
    maxLength: 14
  })
  const anyTable = fc
    .record({
      columns: fc.integer({ min: 1, max: 18 }),
      rowCount: fc.integer({ min: 1, max: 45 }),
      head: fc.integer({ min: 0, max: 3 }),
      spans: fc.array(
        fc.record({ cols: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 9 }) }),
        {
          minLength: 1,
          maxLength: 40
        }
      ),
      texts: fc.array(
        words.map((parts) => parts.join('')),
        { minLength: 1, maxLength: 40 }
      ),
      above: fc.integer({ min: 0, max: 21 })
    })
    .map(({ columns, rowCount, head, spans, texts, above }) => {
      const taken = Array.from({ length: rowCount }, () => new Array<boolean>(columns).fill(false))
      let count = 0
      const rows = taken.map((line, r) => {
        const cells: OutCell[] = []
        for (let c = 0; c < columns; c++) {
          if (line[c]) continue
          const wish = spans[count % spans.length] ?? { cols: 1, rows: 1 }
          // A head cell does not reach into the body.
          const depth = Math.min(wish.rows, (r < head ? Math.min(head, rowCount) : rowCount) - r)
          let cols = 1
          while (cols < wish.cols && c + cols < columns && !line[c + cols]) cols++
          for (let y = r; y < r + depth; y++) taken[y]?.fill(true, c, c + cols)
          cells.push({ text: texts[count % texts.length] ?? '', cols, rows: depth })
          count++
        }
        return cells
      })
      return { columns, head, rows, above }
    })

  test('tiles its pages, leaves none, and shows each of its cells once', () => {
    fc.assert(
      fc.property(anyTable, ({ columns, head, rows, above }) => {
        expect(tiles(rows, columns)).toBe(true)
        const widths = new Array<number>(columns).fill(1)
        const before = Array.from({ length: above }, () => paragraph('上文。'))
        const { pages, nodes } = set([...before, table(widths, head, rows)])
        for (const page of pages) expect(overflow(page)).toBe(0)
        const cells = nodes.flatMap(({ type }, i) => (type === 'TH' || type === 'TD' ? [i] : []))
        const placed = place(rows)
        expect(cells).toHaveLength(placed.length)
        const shown = new Map<number, string>()
        for (const { node, glyphs } of pages.flatMap(({ items }) => items.filter(isRun))) {
          if (node === undefined) continue
          shown.set(node, (shown.get(node) ?? '') + textOf(glyphs))
        }
        cells.forEach((node, i) => expect(shown.get(node) ?? '').toBe(placed[i]?.cell.text))
      }),
      { numRuns: 80 }
    )
  })

  test('never has a line of text cut by a rule', () => {
    fc.assert(
      fc.property(anyTable, ({ columns, head, rows }) => {
        const { pages } = set([table(new Array<number>(columns).fill(1), head, rows)])
        for (const page of pages) {
          const across = rulesOf(page).filter(({ y1, y2 }) => y1 === y2)
          for (const { x, y, size, from } of page.items.filter(isRun)) {
            if (!from) continue
            const cut = across.some(
              ({ x1, x2, y1 }) => x > x1 && x < x2 && y1 > y - 0.7 * size && y1 < y - 0.05 * size
            )
            expect(cut).toBe(false)
          }
        }
      }),
      { numRuns: 60 }
    )
  })
})

test('lines of a cell know the field, the block and the place in the text', () => {
  const { pages } = set([tableBlock('disclosure', () => '12')])
  const run = linesOf(pages, 0)
    .flatMap(({ runs }) => runs)
    .find(({ field }) => field === 'disclosure.licensing.decisions')
  expect(run).toMatchObject({ block: 0, offset: 0, from: { section: 'disclosure' } })
})
