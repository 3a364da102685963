import { describe, expect, test } from 'vitest'
import { createSetter } from '../../../src/typeset/lines/set-text.ts'
import type { Setting } from '../../../src/typeset/lines/page-draft.ts'
import { geometryOf } from '../../../src/typeset/page/geometry.ts'
import { flowOf } from '../../../src/typeset/pages/flow.ts'
import { paginate, type FilledPage } from '../../../src/typeset/pages/paginate.ts'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { fakeFonts } from '../lines/fake-fonts.ts'
import { heading, paragraph } from './report-blocks.ts'

const geometry = geometryOf({ style: 'official', digits: 'own', draft: false })

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
