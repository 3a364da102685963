import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import type { Document, Look } from '../../../src/typeset/page/page.ts'
import { createTypesetter, typeset } from '../../../src/typeset/pages/typeset.ts'
import { fakeFonts } from '../lines/fake-fonts.ts'
import { isRun, linesOf, textOf } from '../lines/lines-of.ts'
import { heading, paragraph, reportBlocks } from './report-blocks.ts'

const official: Look = { style: 'official', digits: 'own', draft: false }
const set = (blocks: readonly Block[], look: Partial<Look> = {}): Document =>
  typeset(blocks, fakeFonts, { ...official, ...look })
const mm = (length: number): number => (length * 72) / 25.4
const pitch = mm(225) / 22
const footOf = ({ pages }: Document, page: number) =>
  (pages[page]?.items ?? []).filter(isRun).filter(({ y }) => y > mm(262))
/** The page and the grid line each line of a block stands on, both from 0. */
const places = ({ pages }: Document, block: number): { page: number; line: number }[] =>
  pages.flatMap((page, index) =>
    linesOf([page], block).map(({ y }) => ({ page: index, line: Math.floor((y - mm(37)) / pitch) }))
  )

describe('the page of GB/T 9704-2012', () => {
  test('is A4 with 22 lines of 28 characters', () => {
    const { pages } = set([paragraph('政府信息公开工作年度报告'.repeat(60))])
    const lines = linesOf(pages.slice(0, 1), 0)
    expect(lines).toHaveLength(22)
    expect(pages[0]).toMatchObject({ width: mm(210), height: mm(297) })
    for (const { left, right } of lines.slice(1)) {
      expect(left).toBeCloseTo(mm(28), 6)
      expect(right).toBeCloseTo(mm(184), 6)
    }
    expect([...(lines[1]?.text ?? '')]).toHaveLength(28)
    expect([...(lines[0]?.text ?? '')]).toHaveLength(26)
  })

  test('has its folio one character in from the right on odd pages, from the left on even ones', () => {
    const document = set([paragraph('政府信息公开工作年度报告'.repeat(120))])
    const [odd, even] = [footOf(document, 0), footOf(document, 1)]
    expect(odd.map(({ glyphs }) => textOf(glyphs)).join('')).toBe('— 1 —')
    expect(even[0]?.x).toBeCloseTo(mm(28) + 14, 6)
    const last = odd.at(-1)
    expect((last?.x ?? 0) + (last?.glyphs.at(-1)?.x ?? 0) + 14).toBeCloseTo(mm(184) - 14, 6)
    for (const run of [...odd, ...even]) expect(run).not.toHaveProperty('node')
  })

  test('says 草稿 where asked', () => {
    const foot = footOf(set([paragraph('文')], { draft: true }), 0)
    expect(foot.map(({ glyphs }) => textOf(glyphs))).toContain('草稿')
  })

  test('compact takes fewer pages', () => {
    expect(set(reportBlocks, { style: 'compact' }).pages.length).toBeLessThan(
      set(reportBlocks).pages.length
    )
  })
})

describe('title, headings, signature', () => {
  test('a title parts after the unit’s name; the text below is on the grid', () => {
    const document = set(reportBlocks)
    expect(linesOf(document.pages, 0).map(({ text }) => text)).toEqual([
      '云溪市文化和旅游局',
      '2024年政府信息公开工作年度报告'
    ])
    const [first] = linesOf(document.pages, 1)
    expect(((first?.y ?? 0) - 0.38 * 16 - mm(37)) / pitch - 0.5).toBeCloseTo(3, 6)
  })

  test('a short title stays on one line, a very long unit takes two', () => {
    const title = (unit: string): Block => ({
      type: 'title',
      unit,
      text: `${unit}2024年年度报告`,
      from: { kind: 'title' }
    })
    expect(linesOf(set([title('某局')]).pages, 0)).toHaveLength(1)
    expect(
      linesOf(set([title('云溪市人民政府政务服务和数据管理局'.repeat(2))]).pages, 0)
    ).toHaveLength(3)
  })

  test('faces and structure follow the level', () => {
    const { nodes, outline, pages } = set([
      heading(1, '一、甲'),
      heading(2, '（一）乙'),
      heading(3, '1.丙'),
      paragraph('丁')
    ])
    expect(nodes.map(({ type }) => type)).toEqual(['H2', 'H3', 'H4', 'P'])
    expect(outline.map(({ title, level, page }) => [title, level, page])).toEqual([
      ['一、甲', 1, 0],
      ['（一）乙', 2, 0],
      ['1.丙', 3, 0]
    ])
    expect([0, 1, 2].map((block) => linesOf(pages, block)[0]?.runs[0]?.role)).toEqual([
      'hei',
      'kai',
      'body'
    ])
    expect(outline[1]?.y).toBeCloseTo(mm(37) + pitch, 6)
  })

  const signature = (unit: string, date: string, place: 'title' | 'end' = 'end'): Block => ({
    type: 'signature',
    place,
    unit,
    date,
    from: { kind: 'title' }
  })
  const size = 16

  test('the unit ends two characters in, the date begins two after it (GB/T 9704-2012 §7.3.5.2)', () => {
    const { pages } = set([paragraph('文'), signature('云溪市文化和旅游局', '2025年1月20日')])
    const [unit, date] = linesOf(pages, 1)
    expect(unit?.right).toBeCloseTo(mm(184) - 2 * size, 6)
    expect(date?.left).toBeCloseTo((unit?.left ?? 0) + 2 * size, 6)
    expect(places(set([paragraph('文'), signature('某局', '')]), 1)[0]?.line).toBe(2)
  })

  test('where the date is the longer one, it ends two characters in', () => {
    const [unit, date] = linesOf(set([signature('某局', '2025年11月20日')]).pages, 0)
    expect(date?.right).toBeCloseTo(mm(184) - 2 * size, 6)
    expect(date?.left).toBeCloseTo((unit?.left ?? 0) + 2 * size, 6)
  })

  test('a long name takes balanced lines within the type area', () => {
    const name = '莫力达瓦达斡尔族自治旗尼尔基镇人民政府政务服务和数据管理局'
    const lines = linesOf(set([signature(name, '2025年1月20日')]).pages, 0)
    const [first, second, date] = lines
    expect(lines.map(({ text }) => text).join('')).toBe(`${name}2025年1月20日`)
    expect(lines).toHaveLength(3)
    expect(Math.abs((first?.text.length ?? 0) - (second?.text.length ?? 0))).toBeLessThan(7)
    const middle = (line: typeof first) => ((line?.left ?? 0) + (line?.right ?? 0)) / 2
    expect(middle(first)).toBeCloseTo(middle(second), 6)
    for (const { left, right } of lines) {
      expect(left).toBeGreaterThanOrEqual(mm(28))
      expect(right).toBeLessThanOrEqual(mm(184) - 2 * size + 0.001)
    }
    expect(date?.y).toBeGreaterThan(second?.y ?? NaN)
  })

  test('below the title both are centred in 楷体, the date in brackets, a line empty below', () => {
    const document = set([signature('某局', '2026年1月23日', 'title'), paragraph('文')])
    const lines = linesOf(document.pages, 0)
    expect(lines.map(({ text }) => text)).toEqual(['某局', '（2026年1月23日）'])
    for (const { left, right, runs } of lines) {
      expect((left + right) / 2).toBeCloseTo(mm(106), 6)
      expect(new Set(runs.map(({ role }) => role))).toEqual(new Set(['kai']))
    }
    expect(places(document, 1)[0]?.line).toBe(3)
  })

  test.each([
    ['内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇人民政府', ['达斡尔', '莫力达瓦']],
    [
      '云南省红河哈尼族彝族自治州金平苗族瑶族傣族自治县市场监督管理局',
      ['哈尼族', '市场', '自治县']
    ],
    ['新疆维吾尔自治区克孜勒苏柯尔克孜自治州人力资源和社会保障局', ['维吾尔', '柯尔克孜', '社会']]
  ])('the title of %s parts within no name', (unit, whole) => {
    const text = `${unit}2025年政府信息公开工作年度报告`
    const lines = linesOf(set([{ type: 'title', unit, text, from: { kind: 'title' } }]).pages, 0)
    expect(lines.map((line) => line.text).join('')).toBe(text)
    expect(lines.length).toBeGreaterThan(2)
    for (const name of whole)
      expect(lines.filter((line) => line.text.includes(name))).not.toEqual([])
    for (const line of lines.slice(0, -2)) expect(line.text).toMatch(/[省市县旗区州镇局]$|政府$/)
  })
})

describe('what stays together', () => {
  test.each([18, 19, 20, 21, 22, 23])('a heading after %i lines keeps with two lines', (count) => {
    const before = Array.from({ length: count }, () => paragraph('上文。'))
    const after = [heading(1, '一、总体情况'), heading(2, '（一）甲'), paragraph('公开'.repeat(60))]
    const document = set([...before, ...after])
    const first = places(document, count)[0]?.page
    expect(places(document, count + 1)[0]?.page).toBe(first)
    expect(
      places(document, count + 2)
        .slice(0, 2)
        .map(({ page }) => page)
    ).toEqual([first, first])
  })

  test('no paragraph leaves a single line behind or ahead', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 5, maxLength: 40 }),
        (lengths) => {
          const document = set(lengths.map((length) => paragraph('公'.repeat(length))))
          lengths.forEach((_, block) => {
            const pages = places(document, block).map(({ page }) => page)
            for (const page of new Set(pages)) {
              if (pages.length > 1)
                expect(pages.filter((p) => p === page).length).toBeGreaterThan(1)
            }
          })
        }
      ),
      { numRuns: 40 }
    )
  })

  test('a chart and its caption', () => {
    const chart = reportBlocks[8]
    if (chart?.type !== 'chart') throw new Error('the ninth block is the chart')
    for (let count = 8; count < 23; count++) {
      const { pages } = set([...Array.from({ length: count }, () => paragraph('上文。')), chart])
      const page = pages.find(({ items }) => items.some(({ kind }) => kind === 'chart'))
      const caption = page && linesOf([page], count)[0]
      expect(caption?.text).toBe('图1\u3000各平台信息发布数量（单位：条）')
      expect(caption?.y).toBeLessThan(mm(262))
    }
  })

  test('a chart is made lower where it then fits, and never too low to be read', () => {
    const chart = reportBlocks[8]
    if (chart?.type !== 'chart') throw new Error('the ninth block is the chart')
    const seen = Array.from({ length: 10 }, (_, i) => {
      const { pages } = set([...Array.from({ length: 12 + i }, () => paragraph('上文。')), chart])
      const slots = pages.map(({ items }) => items.find(({ kind }) => kind === 'chart'))
      const page = slots.findIndex((slot) => slot !== undefined)
      const slot = slots[page]
      return slot?.kind === 'chart' ? [page, Math.round((slot.height + 8) / pitch)] : []
    })
    // Of 22 lines the caption takes one.
    expect(seen).toEqual([
      [0, 7],
      [0, 7],
      [0, 7],
      [0, 6],
      [0, 5],
      [0, 4],
      ...Array.from({ length: 4 }, () => [1, 7])
    ])
  })

  test('a few lines on the last page are pulled back where tables can give room', () => {
    const rows = Array.from({ length: 10 }, (_, r) => [{ text: String(r) }, { text: '0' }])
    const from = { kind: 'section', section: 'overview' } as const
    const table: Block = { type: 'table', caption: '表', widths: [1, 1], headRows: 0, rows, from }
    const lines = (count: number) => Array.from({ length: count }, () => paragraph('上文。'))
    const pagesOf = (below: number) => set([table, ...lines(below)]).pages
    // Ten rows of 24 pt take nine lines with the white below, and can do with eight or seven.
    expect(pagesOf(13)).toHaveLength(1)
    expect(pagesOf(15)).toHaveLength(1)
    expect(pagesOf(16)).toHaveLength(2)
    const document = set([heading(1, '一、甲'), table, ...lines(13)])
    expect(document.pages).toHaveLength(1)
    expect(document.outline).toHaveLength(1)
  })

  test.each([
    [22, [22]],
    [23, [20, 3]],
    [24, [20, 4]],
    [25, [21, 4]],
    [26, [22, 4]],
    [45, [21, 20, 4]]
  ])('of %i lines alone those of the last page are given company', (count, expected) => {
    const blocks = Array.from({ length: count }, () => paragraph('上文。'))
    const document = set(blocks)
    const pages = blocks.flatMap((_, block) => places(document, block).map(({ page }) => page))
    expect(document.pages.map((_, index) => pages.filter((page) => page === index).length)).toEqual(
      expected
    )
  })

  test('a signature and the text before it', () => {
    const signature = reportBlocks.at(-1)
    if (!signature) throw new Error('the last block is the signature')
    for (let count = 17; count < 24; count++) {
      const document = set([...Array.from({ length: count }, () => paragraph('上文。')), signature])
      const page = places(document, count)[0]?.page
      expect(places(document, count).map((place) => place.page)).toEqual([page, page])
      expect(places(document, count - 1)[0]?.page).toBe(page)
    }
  })
})

describe('a whole report', () => {
  const document = set(reportBlocks)

  test('has no faults, and all of its text in order', () => {
    expect(document.faults).toEqual([])
    reportBlocks.forEach((block, index) => {
      if (block.type === 'table' || block.type === 'chart') return
      const text = linesOf(document.pages, index)
        .map((line) => line.text)
        .join('')
      expect(text).toBe(block.type === 'signature' ? block.unit + block.date : block.text)
    })
  })

  test('has table 3 on a page of its own', () => {
    const pages = document.pages.filter((page) => linesOf([page], 12).length > 0)
    expect(pages).toHaveLength(1)
  })

  test('has nodes whose parents come first, and every run’s node exists', () => {
    document.nodes.forEach(({ parent }, i) => expect(parent ?? -1).toBeLessThan(i))
    for (const run of document.pages.flatMap(({ items }) => items.filter(isRun))) {
      if (run.block !== undefined && run.node !== undefined)
        expect(document.nodes[run.node]).toBeDefined()
    }
  })
})

describe('bad input', () => {
  test('is named with page and place', () => {
    const bad = '公开\ue000信息\u0007以及\udc00其他'
    const { faults } = set([paragraph('好'), paragraph(bad)])
    expect(faults.map(({ kind, page }) => [kind, page])).toEqual([
      ['missing', 0],
      ['dropped', 0],
      ['missing', 0]
    ])
    for (const fault of faults)
      expect(fault).toMatchObject({ from: { kind: 'text', section: 'overview' } })
    expect(
      faults.find((fault) => fault.kind === 'missing' && fault.code === 0xe000)?.near
    ).toContain('公开\ue000信息')
  })

  test('nothing at all is one empty page', () => {
    const { pages, faults } = set([])
    expect(pages).toHaveLength(1)
    expect(faults).toEqual([])
    expect(set([paragraph(''), heading(1, '')]).pages).toHaveLength(1)
  })

  test('a paragraph of 100,000 characters is set', () => {
    const text = '公开信息，'.repeat(20000)
    const { pages } = set([paragraph(text)])
    expect(
      linesOf(pages, 0)
        .map((line) => line.text)
        .join('')
    ).toBe(text)
  })
})

test('a page that did not change is the same object', () => {
  const again = createTypesetter(fakeFonts, official)
  const before = again(reportBlocks)
  const copy = structuredClone(reportBlocks)
  expect(again(copy).pages.every((page, i) => page === before.pages[i])).toBe(true)
  const edited = copy.map((block, i) => (i === 16 ? paragraph('改过的一段。') : block))
  const after = again(edited)
  expect(after.pages[0]).toBe(before.pages[0])
  expect(after.pages.at(-1)).not.toBe(before.pages.at(-1))
  expect(after).toEqual(set(edited))
})
