import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import type { ChartSpec } from '../../../src/core/charts/spec.ts'
import type { Document, Look } from '../../../src/typeset/page/page.ts'
import { typeset } from '../../../src/typeset/pages/typeset.ts'
import { fakeFonts } from '../lines/fake-fonts.ts'
import { isRun, textOf } from '../lines/lines-of.ts'
import { heading, paragraph } from './report-blocks.ts'

const set = (blocks: readonly Block[], style: Look['style'] = 'official'): Document =>
  typeset(blocks, fakeFonts, { style, digits: 'own', draft: false })

const chart = (id: string, change: Partial<ChartSpec> = {}): Block => ({
  type: 'chart',
  spec: {
    id,
    type: 'bar',
    title: `平台${id}`,
    unit: '条',
    labels: ['2023年', '2024年', '2025年'],
    series: [{ name: '发布', values: [10, 20, 30] }],
    scale: 'linear',
    alt: `平台${id}发布10、20、30条。`,
    ...change
  },
  from: { kind: 'chart', id }
})
const many = (count: number): Partial<ChartSpec> => ({
  labels: Array.from({ length: count }, (_, i) => `政务平台${i + 1}`),
  series: [{ name: '发布', values: Array.from({ length: count }, (_, i) => i + 1) }]
})
const figures: Block = {
  type: 'table',
  caption: '平台',
  widths: [1, 1],
  headRows: 0,
  rows: [[{ text: '2025年' }, { text: '30' }]],
  from: { kind: 'chart', id: 'b' }
}

const slotsOf = ({ pages }: Document) =>
  pages.flatMap(({ items }, page) =>
    items.flatMap((item) => (item.kind === 'chart' ? [{ ...item, page, id: item.spec.id }] : []))
  )
const captionsOf = ({ pages, nodes }: Document) =>
  pages.flatMap(({ items }) =>
    items
      .filter(isRun)
      .filter(({ node }) => node !== undefined && nodes[node]?.type === 'Caption')
      .map(({ glyphs, x, y }) => ({ text: textOf(glyphs), x, y }))
  )

describe.each(['official', 'compact'] as const)('two small charts (%s)', (style) => {
  const document = set([chart('a'), chart('b')], style)
  const [left, right] = slotsOf(document)

  test('stand beside each other at one height, within the type area', () => {
    expect(right).toMatchObject({ y: left?.y, width: left?.width, height: left?.height })
    const edge = (left?.x ?? 0) + (left?.width ?? 0)
    expect(right?.x).toBeGreaterThan(edge + 9)
    expect((right?.x ?? 0) + (right?.width ?? 0)).toBeCloseTo(((28 + 156) * 72) / 25.4)
  })

  test('have their captions on one line, each below its own', () => {
    const [first, second] = captionsOf(document)
    expect([first?.text, second?.text]).toEqual([
      '图1\u3000平台a（单位：条）',
      '图2\u3000平台b（单位：条）'
    ])
    expect(second?.y).toBe(first?.y)
    expect(second?.x).toBeGreaterThan(right?.x ?? Infinity)
  })

  test('are read left then right, each with its caption and its words', () => {
    const order = document.pages[0]?.items.map((item) =>
      item.kind === 'rule' ? undefined : document.nodes[item.node ?? -1]?.type
    )
    expect(order?.slice(0, 4)).toEqual(['Figure', 'Caption', 'Figure', 'Caption'])
    expect(document.nodes.flatMap((node) => (node.type === 'Figure' ? [node.alt] : []))).toEqual([
      '平台a发布10、20、30条。',
      '平台b发布10、20、30条。'
    ])
  })
})

test.each([
  ['text stands between', [chart('a'), paragraph('其中：'), chart('b')], [1, 1]],
  ['a heading stands between', [chart('a'), heading(2, '（二）'), chart('b')], [1, 1]],
  ['the first has its table below', [chart('a'), { ...figures }, chart('b')], [1, 1]],
  ['the second has its table below', [chart('a'), chart('b'), figures], [1, 1]],
  ['one has many labels', [chart('a'), chart('b', many(9))], [1, 1]],
  [
    'a caption would need three lines',
    [chart('a', { title: '各平台发布信息情况'.repeat(6) }), chart('b')],
    [1, 1]
  ],
  ['three follow each other', [chart('a'), chart('b'), chart('c')], [2, 1]],
  ['four follow each other', [chart('a'), chart('b'), chart('c'), chart('d')], [2, 2]],
  [
    'the same chart is there again below',
    [chart('a'), chart('b'), paragraph('又见'), chart('a')],
    [1, 1, 1]
  ]
])('where %s, they stand in rows of %j', (_, blocks: readonly Block[], rows) => {
  const places = slotsOf(set(blocks)).map(({ page, y }) => `${page} ${y}`)
  const counts = [...new Set(places)].map((row) => places.filter((one) => one === row).length)
  expect(counts).toEqual(rows)
})

test('a chart higher than a page goes on, under the same number; the next has the next', () => {
  const document = set([chart('a', many(90)), paragraph('下文。'), chart('b')])
  expect(captionsOf(document).map(({ text }) => text)).toEqual([
    '图1\u3000平台a（单位：条）',
    '图1\u3000平台a（单位：条）（续）',
    '图2\u3000平台b（单位：条）'
  ])
  const shown = slotsOf(document).flatMap(({ spec }) => spec.labels)
  expect(shown.slice(0, 90)).toEqual(many(90).labels)
})

test.each(['official', 'compact'] as const)(
  '40 charts of every size: each is there once, in order, on its page (%s)',
  (style) => {
    const sizes = [{}, many(12), { type: 'pie' } as const, many(40), { type: 'line' } as const]
    const blocks = Array.from({ length: 40 }, (_, i) => chart(`c${i}`, sizes[i % sizes.length]))
    const slots = slotsOf(set(blocks, style))
    expect(slots.map(({ id }) => id)).toEqual(blocks.map((_, i) => `c${i}`))
    for (const { y, height } of slots) expect(y + height).toBeLessThan((262 * 72) / 25.4)
  }
)
