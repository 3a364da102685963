import { describe, expect, test } from 'vitest'
import { createSetter } from '../../../src/typeset/lines/set-text.ts'
import type { Setting } from '../../../src/typeset/lines/page-draft.ts'
import { geometryOf } from '../../../src/typeset/page/geometry.ts'
import { strip, type FlowItem } from '../../../src/typeset/pages/boxes.ts'
import { flowOf } from '../../../src/typeset/pages/flow.ts'
import { paginate, type FilledPage } from '../../../src/typeset/pages/paginate.ts'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { compose } from '../../../src/core/compose/compose.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { placeOf, textAt } from '../../../src/typeset/page/locate.ts'
import { typeset } from '../../../src/typeset/pages/typeset.ts'
import { heightOf } from '../../../src/typeset/tables/parts.ts'
import { fakeFonts } from '../lines/fake-fonts.ts'
import { isRun, linesOf, textOf } from '../lines/lines-of.ts'
import { heading, paragraph, reportBlocks, tableBlock } from './report-blocks.ts'

const look = { style: 'official', digits: 'own', draft: false } as const
const geometry = geometryOf(look)

/** The flow of blocks, the pages it fills, and what was told of headings and faults meanwhile. */
function filled(blocks: readonly Block[]) {
  const setter = createSetter(fakeFonts, false)
  const setting: Setting = { geometry, setter, nodes: [], outline: [], faults: [] }
  const flow = flowOf(blocks, setting)
  return { flow, setting, pages: paginate(flow, geometry) }
}
const boxesOn = (pages: readonly FilledPage[]) =>
  pages.flatMap((page) => page.flatMap((placed) => (placed.kind === 'box' ? [placed.box] : [])))

const from = { kind: 'section', section: 'overview' } as const
const rows = Array.from({ length: 10 }, (_, r) => [{ text: String(r) }, { text: '0' }])
const table: Block = { type: 'table', caption: '表', widths: [1, 1], headRows: 0, rows, from }

/** A heading, ten rows of 24 pt, and below so many lines, each with a character of no font. */
const withLines = (count: number): Block[] => [
  heading(1, '一、甲'),
  table,
  ...Array.from({ length: count }, () => paragraph('上文\u{1F600}'))
]
/** 12 lines fill the page; one or two more still fit when the table is tighter. */
const reports = [1, 12, 13, 14, 15, 16, 40].map(withLines)

describe('filling pages is a trial', () => {
  test('that tells nothing: headings and faults come when a page is painted', () => {
    for (const blocks of reports) {
      const { setting } = filled(blocks)
      expect(setting.outline).toEqual([])
      expect(setting.faults).toEqual([])
    }
  })

  test('that may be repeated: the same flow fills the same pages', () => {
    for (const blocks of reports) {
      const { flow, pages } = filled(blocks)
      expect(paginate(flow, geometry)).toEqual(pages)
    }
  })
})

test('everything stands once, in order, each below what is before it', () => {
  for (const blocks of reports) {
    const { flow, pages } = filled(blocks)
    expect(boxesOn(pages)).toEqual(flow.filter(({ kind }) => kind === 'box'))
    for (const page of pages) {
      const tops = page.map(({ top }) => top)
      expect(tops).toEqual([...tops].sort((a, b) => a - b))
      expect(tops[0]).toBeGreaterThanOrEqual(geometry.top)
    }
  }
})

test('a table gives room only where that saves the page', () => {
  const padOf = (count: number) =>
    filled(withLines(count)).pages.flatMap((page) =>
      page.flatMap((placed) => (placed.kind === 'table' ? [placed.part.pad] : []))
    )
  const normal = padOf(1)
  const counts = reports.map((blocks) => blocks.length - 2)
  const tight = counts.filter((count) => (padOf(count)[0] ?? 0) < (normal[0] ?? 0))
  expect(tight.length).toBeGreaterThan(0)
  expect(tight.length).toBeLessThan(counts.length)
  for (const count of tight) expect(filled(withLines(count)).pages).toHaveLength(1)
})

test('a text of thousands of pages is dealt out', () => {
  const line: FlowItem = { ...strip(geometry.pitch), paint: () => undefined }
  const pages = paginate(new Array<FlowItem>(6000 * geometry.lines).fill(line), geometry)
  expect(pages).toHaveLength(6000)
  for (const page of pages) expect(page).toHaveLength(geometry.lines)
})

/** A chart as the sample of reports has it. */
const chart = reportBlocks.find(({ type }) => type === 'chart')
if (chart?.type !== 'chart') throw new Error('the sample has a chart')
const lines = (count: number): Block[] => Array.from({ length: count }, () => paragraph('上文。'))

describe('a chart for which a page has no room', () => {
  /** On which page each of the blocks begins. */
  const pagesOf = (blocks: readonly Block[]): number[] => {
    const { pages } = typeset(blocks, fakeFonts, look)
    return blocks.map((_, i) =>
      pages.findIndex(({ items }) =>
        items.some((item) =>
          item.kind === 'chart'
            ? blocks[i]?.type === 'chart' && blocks[i].spec.id === item.spec.id
            : item.kind === 'run' && item.block === i
        )
      )
    )
  }

  test('lets the text after it fill the page, and is the first thing of the next', () => {
    const blocks = [...lines(18), chart, ...lines(10)]
    const document = typeset(blocks, fakeFonts, look)
    expect(pagesOf(blocks)).toEqual([
      ...new Array<number>(18).fill(0),
      1,
      ...new Array<number>(4).fill(0),
      ...new Array<number>(6).fill(1)
    ])
    expect(document.pages[1]?.items[0]).toMatchObject({ kind: 'chart' })
    // The structure tells it where the report has it.
    const types = document.nodes.map(({ type }) => type)
    expect(types.slice(18, 21)).toEqual(['Figure', 'Caption', 'P'])
    for (const block of [17, 19, 22, 23]) {
      const place = placeOf(document, block, 1)
      const page = place && document.pages[place.page]
      expect(page && textAt(page, place.x + 1, place.y - 3)).toMatchObject({ block, offset: 1 })
    }
  })

  test.each<[string, Block[]]>([
    ['a heading', [heading(2, '（一）甲'), ...lines(4)]],
    ['a table', [table, ...lines(4)]],
    [
      'another chart',
      [...lines(2), { ...chart, spec: { ...chart.spec, id: 'other' } }, ...lines(4)]
    ]
  ])('is never passed by %s', (_, after) => {
    const pages = pagesOf([...lines(18), chart, ...after])
    const barrier = 19 + after.findIndex(({ type }) => type !== 'paragraph')
    for (const page of pages.slice(barrier)) expect(page).toBeGreaterThanOrEqual(pages[18] ?? NaN)
  })

  test('stays with its heading', () => {
    const pages = pagesOf([...lines(17), heading(2, '（一）甲'), chart, ...lines(10)])
    expect(pages[18]).toBe(pages[17])
  })

  test('does not part the lines of a paragraph but by two and two', () => {
    const text = '公开'.repeat(36)
    for (let count = 14; count < 22; count++) {
      const { pages } = typeset([...lines(count), chart, paragraph(text)], fakeFonts, look)
      const parts = pages.map((page) => linesOf([page], count + 1).length).filter(Boolean)
      for (const part of parts) expect(part).toBeGreaterThan(1)
    }
  })
})

describe('a table of blocks', () => {
  const [disclosure] = compose(newReport('清川市科学技术局', 2025)).filter(
    ({ type }) => type === 'table'
  )
  if (disclosure?.type !== 'table') throw new Error('the report has a table two')
  const after = [heading(1, '三、甲'), tableBlock('requests')]
  const pagesWith = (count: number, block: Block) =>
    filled([...lines(count), block, ...after]).pages
  const partsOf = (count: number) =>
    pagesWith(count, disclosure).flatMap((page) =>
      page.flatMap((placed) =>
        placed.kind === 'table' && placed.item.table.block === disclosure ? [placed.part] : []
      )
    )
  /** How many pages but the last are less than two thirds full. */
  const shortOf = (pages: readonly FilledPage[]): number =>
    pages.slice(0, -1).filter((page) => {
      const ends = page.map((item) =>
        item.kind === 'box' ? item.top + item.box.height : item.top + heightOf(item.part)
      )
      return Math.max(...ends) - geometry.top < (geometry.depth * 2) / 3 - 0.1
    }).length

  test('knows its blocks', () => {
    expect(disclosure.parts).toEqual([4, 7, 11])
  })

  test('goes on at one of them only where a page would else be too empty', () => {
    const counts = Array.from({ length: 22 }, (_, count) => count)
    const parted = counts.filter((count) => partsOf(count).length > 1)
    expect(parted.length).toBeGreaterThan(0)
    for (const count of parted) {
      const [first, second, ...others] = partsOf(count)
      expect(others).toEqual([])
      expect(disclosure.parts).toContain(first?.rest?.row)
      expect(first?.mark).toBe(0)
      expect(second?.mark).toBeGreaterThan(0)
      const { parts: _, ...whole } = disclosure
      expect(shortOf(pagesWith(count, disclosure))).toBeLessThan(shortOf(pagesWith(count, whole)))
    }
  })

  test('says so above what goes on', () => {
    const count = Array.from({ length: 22 }, (_, i) => i).find((i) => partsOf(i).length > 1) ?? 0
    const { pages } = typeset([...lines(count), disclosure, ...after], fakeFonts, look)
    const marks = pages.map(({ items }) =>
      items.filter(isRun).some(({ glyphs }) => textOf(glyphs) === '（续表）')
    )
    expect(marks).toEqual(pages.map((_, i) => i === 1))
  })
})
