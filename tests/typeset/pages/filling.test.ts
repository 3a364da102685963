import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document, Page } from '../../../src/typeset/page/page.ts'
import { geometryOf, type Geometry } from '../../../src/typeset/page/geometry.ts'
import { typeset } from '../../../src/typeset/pages/typeset.ts'
import { fakeFonts } from '../lines/fake-fonts.ts'
import { anyLaidReport, type LaidReport } from './any-report.ts'

const reports = fc.sample(anyLaidReport, { numRuns: 200, seed: 20260123 })

/** How far down the type area a page is filled. */
function filled({ items }: Page, { top, depth }: Geometry): number {
  const ends = items.flatMap((item) =>
    item.kind === 'rule'
      ? [item.y2]
      : item.kind === 'chart'
        ? [item.y + item.height]
        : item.from
          ? [item.y + 0.12 * item.size]
          : []
  )
  return (Math.max(top, ...ends) - top) / depth
}

function nextThing({ blocks }: LaidReport, { pages }: Document, page: number): string {
  const first = pages[page + 1]?.items.find(
    (item) => item.kind === 'chart' || (item.kind === 'run' && item.block !== undefined)
  )
  if (!first) return 'nothing'
  if (first.kind === 'chart') return 'chart'
  let at = first.kind === 'run' ? (first.block ?? 0) : 0
  const chain = []
  while (blocks[at]?.type === 'heading') {
    at++
    chain.push('h')
  }
  const b = blocks[at]
  return (
    chain.join('') +
    (b?.type === 'table'
      ? `table ${b.from.kind === 'section' ? b.from.section : 'chart'}`
      : (b?.type ?? 'end'))
  )
}

test('measure', () => {
  let [count, short, last, few, bad] = [0, 0, 0, 0, 0]
  const reasons = new Map<string, number>()
  let ms = 0
  let worstCase = 0
  for (const report of reports) {
    const geometry = geometryOf(report.look)
    const from = performance.now()
    const document = typeset(report.blocks, fakeFonts, report.look)
    const took = performance.now() - from
    ms += took
    worstCase = Math.max(worstCase, took / document.pages.length)
    const { pages } = document
    let any = false
    pages.forEach((page, i) => {
      const fill = filled(page, geometry)
      if (i === pages.length - 1) {
        last++
        if (pages.length > 1 && fill * geometry.lines < 3.01) few++
        return
      }
      count++
      if (fill >= 2 / 3 - 0.001) return
      short++
      any = true
      const why = `${report.look.style} ${nextThing(report, document, i)}`
      reasons.set(why, (reasons.get(why) ?? 0) + 1)
    })
    if (any) bad++
  }
  console.log(
    JSON.stringify({
      pages: count + last,
      notLast: count,
      short,
      share: (short / count).toFixed(4),
      reportsWith: bad,
      fewLast: few,
      ms: Math.round(ms),
      worstPerPage: worstCase.toFixed(2)
    })
  )
  console.log(
    [...reasons]
      .sort((a, b) => b[1] - a[1])
      .map(([k, v]) => `${k}: ${v}`)
      .join('\n')
  )
  expect(1).toBe(1)
})
