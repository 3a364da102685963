import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSetter } from '../../../src/typeset/lines/set-text.ts'
import type { Setting } from '../../../src/typeset/lines/page-draft.ts'
import { geometryOf } from '../../../src/typeset/page/geometry.ts'
import type { FlowItem } from '../../../src/typeset/pages/boxes.ts'
import { flowOf } from '../../../src/typeset/pages/flow.ts'
import { paginate, type FilledPage } from '../../../src/typeset/pages/paginate.ts'
import { isFigure, type FilledItem } from '../../../src/typeset/pages/pieces.ts'
import { heightOf } from '../../../src/typeset/tables/parts.ts'
import { figures, times } from '../../run.ts'
import { createTypesetter } from '../../../src/typeset/pages/typeset.ts'
import { fakeFonts } from '../lines/fake-fonts.ts'
import { linesOf } from '../lines/lines-of.ts'
import { anyLaidReport, type LaidReport } from './any-report.ts'

/** A report, what it takes of pages, and how these are filled. */
interface Laid extends LaidReport {
  readonly flow: readonly FlowItem[]
  readonly pages: readonly FilledPage[]
  readonly geometry: ReturnType<typeof geometryOf>
}

function laid({ blocks, look }: LaidReport): Laid {
  const geometry = geometryOf(look)
  const setter = createSetter(fakeFonts, false)
  const setting: Setting = { geometry, setter, nodes: [], outline: [], faults: [] }
  const flow = flowOf(blocks, setting)
  return { blocks, look, flow, geometry, pages: paginate(flow, geometry) }
}

const reports = fc.sample(anyLaidReport, { numRuns: times(200, 40), seed: 20260123 }).map(laid)

const endOf = (item: FilledItem): number =>
  item.top + (item.kind === 'box' ? item.box.height : heightOf(item.part))
/** How much of the type area a page fills, from its top. */
const fillOf = (page: FilledPage, { top, depth }: Laid['geometry']): number =>
  ((page.at(-1) ? Math.max(...page.map(endOf)) : top) - top) / depth
/** Which item of the flow stands here: a figure may stand in another height. */
const itemOf = (flow: readonly FlowItem[], placed: FilledItem): number =>
  flow.findIndex((item) =>
    item.kind === 'box'
      ? placed.kind === 'box' && placed.box.paint === item.paint
      : placed.kind === 'table' && placed.item === item
  )
/** The items of the flow by the pages on which they stand. */
const orderOf = ({ flow, pages }: Laid): number[][] =>
  pages.map((page) => page.map((placed) => itemOf(flow, placed)))

test('no page but the last is less than two thirds full, but for a few whose report has no more to give', () => {
  const short: string[] = []
  let count = 0
  for (const { pages, geometry, look, flow, blocks } of reports) {
    pages.slice(0, -1).forEach((page, i) => {
      count++
      if (fillOf(page, geometry) >= 2 / 3 - 0.001) return
      const next = pages[i + 1]?.find(({ kind }) => kind === 'table')
      const what = next?.kind === 'table' ? next.item.table.block.caption : 'no table'
      short.push(`${look.style}, ${Math.round(fillOf(page, geometry) * 100)} %, before ${what}`)
    })
    expect(flow.length).toBeGreaterThan(blocks.length)
  }
  const last = reports.filter(({ pages }) => pages.length > 1)
  const few = last.filter(({ pages, geometry }) => {
    return fillOf(pages.at(-1) ?? [], geometry) * geometry.lines < 2.99
  })
  if (figures) {
    console.info(`${short.length} of ${count} pages are less than two thirds full:`, short)
    console.info(`${few.length} of ${last.length} last pages have one or two lines`)
  }
  expect(short.length / count).toBeLessThanOrEqual(0.006)
  expect(few).toEqual([])
})

describe('no rule is broken for it:', () => {
  test('everything stands once and in order, but figures behind text that stands ahead', () => {
    for (const one of reports) {
      const { flow } = one
      const order = orderOf(one).flat()
      const first = order.filter((item, i) => order.indexOf(item) === i)
      expect([...first].sort((a, b) => a - b)).toEqual(flow.map((_, i) => i))
      for (const [i, item] of first.entries()) {
        const passed = first.slice(0, i).filter((other) => other > item)
        if (passed.length === 0) continue
        expect(flow[item]).toSatisfy(isFigure)
        for (const other of passed) expect(flow[other]).toMatchObject({ kind: 'box', runs: true })
      }
    }
  })

  test('a figure that text stands ahead of is the first thing of the next page', () => {
    let seen = 0
    for (const one of reports) {
      const order = orderOf(one)
      order.forEach((items, page) => {
        const before = Math.max(-1, ...(order[page - 1] ?? []))
        items.forEach((item, i) => {
          if (item >= before) return
          seen++
          expect(i).toBe(0)
        })
      })
    }
    expect(seen).toBeGreaterThan(0)
  })

  test('nothing reaches into another or out of the type area, and lines stand on the grid', () => {
    for (const { pages, geometry } of reports) {
      const { top, depth, pitch } = geometry
      for (const page of pages) {
        let end = top
        for (const item of page) {
          expect(item.top).toBeGreaterThanOrEqual(end - 0.01)
          end = endOf(item)
          if (item.kind === 'table' || !item.box.onGrid) continue
          const line = (item.top - top) / pitch
          expect(Math.abs(line - Math.round(line))).toBeLessThan(0.001)
        }
        expect(end).toBeLessThanOrEqual(top + depth + 0.02)
      }
    }
  })

  test('what is bound together is not parted: headings, short ends of paragraphs, signatures', () => {
    for (const one of reports) {
      const { flow } = one
      const pageOf = new Map<number, number>()
      orderOf(one).forEach((items, page) => {
        for (const item of items) if (!pageOf.has(item)) pageOf.set(item, page)
      })
      flow.forEach((item, i) => {
        if (item.keep && i < flow.length - 1) expect(pageOf.get(i + 1)).toBe(pageOf.get(i))
      })
    }
  })

  test('a table parts only where it may, between its blocks, and says above that it goes on', () => {
    for (const { pages, flow } of reports) {
      const parts = pages.flat().flatMap((item) => (item.kind === 'table' ? [item] : []))
      for (const item of flow) {
        if (item.kind !== 'table') continue
        const own = parts.filter((part) => part.item === item).map(({ part }) => part)
        const goesOn = own.flatMap(({ rest }) => (rest ? [rest.row] : []))
        expect(item.table.block.parts ?? []).toEqual(expect.arrayContaining(goesOn))
        expect(own.map(({ mark }) => mark > 0)).toEqual(own.map((_, i) => i > 0))
        expect(own.some(({ cut }) => cut)).toBe(false)
      }
    }
  })

  test('a figure is as high as can be read and little more than it was designed', () => {
    for (const { pages, flow } of reports) {
      for (const placed of pages.flat()) {
        if (placed.kind === 'table' || placed.box.least === undefined) continue
        const designed = flow[itemOf(flow, placed)]
        if (designed?.kind !== 'box') throw new Error('a figure is a box')
        expect(placed.box.height).toBeGreaterThanOrEqual(placed.box.least)
        expect(placed.box.height).toBeLessThanOrEqual(designed.height * 1.25)
      }
    }
  })
})

test('what is typed changes hardly ever a page before its own', () => {
  let [edits, early] = [0, 0]
  for (const { blocks, look } of reports.slice(0, times(60, 15))) {
    const set = createTypesetter(fakeFonts, look)
    const at = blocks.flatMap(({ type }, i) => (type === 'paragraph' ? [i] : []))
    for (const edited of at.filter((_, i) => i % 4 === 1)) {
      const before = set(blocks).pages
      const after = set(
        blocks.map((block, i) =>
          i === edited && block.type === 'paragraph'
            ? { ...block, text: `${block.text}如此又是一句话。` }
            : block
        )
      ).pages
      edits++
      const own = linesOf(before, edited)[0]
      const page = before.findIndex(({ items }) => own?.runs.some((run) => items.includes(run)))
      const changed = after.findIndex((one, i) => one !== before[i])
      if (changed >= 0 && changed < page) early++
    }
  }
  if (figures) console.info(`${early} of ${edits} edits changed a page before theirs`)
  expect(early / edits).toBeLessThanOrEqual(0.1)
})
