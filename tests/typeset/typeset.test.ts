import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/core/blocks.ts'
import type { Document, Look } from '../../src/typeset/page.ts'
import { createTypesetter, typeset } from '../../src/typeset/typeset.ts'
import { fakeFonts } from './fake-fonts.ts'
import { isRun, linesOf, textOf } from './lines-of.ts'
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

  test('the date stands four characters in, the unit centred above it', () => {
    const { pages } = set([
      paragraph('文'),
      {
        type: 'signature',
        unit: '云溪市文化和旅游局',
        date: '2025年1月20日',
        from: { kind: 'title' }
      }
    ])
    const [unit, date] = linesOf(pages, 1)
    expect(date?.right).toBeCloseTo(mm(184) - 4 * 16, 6)
    expect(((unit?.left ?? 0) + (unit?.right ?? 0)) / 2).toBeCloseTo(
      ((date?.left ?? 0) + (date?.right ?? 0)) / 2,
      6
    )
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
