import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartParts, standsBeside } from '../../../../src/core/charts/plan/parts.ts'
import { chartPlan, paperType } from '../../../../src/core/charts/plan/plan.ts'
import { shareTexts, sliceTexts } from '../../../../src/core/charts/plan/shares.ts'
import { emOf, wrapped } from '../../../../src/core/charts/plan/words.ts'
import type { ChartSpec } from '../../../../src/core/charts/spec.ts'

/** As wide as the type area, and half of it, in points. */
const [whole, half] = [442, 212]
const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
const years = (count: number) => Array.from({ length: count }, (_, i) => `${2026 - count + i}年`)
const names = (count: number, name = '平台') =>
  Array.from({ length: count }, (_, i) => `${name}${i + 1}`)

const chart = (
  type: ChartSpec['type'],
  labels: readonly string[],
  lines = 1,
  figure: number | null = 1286
): ChartSpec => ({
  id: 'c',
  type,
  title: '发布信息',
  unit: '条',
  labels,
  series: Array.from({ length: lines }, (_, s) => ({
    name: `第${s + 1}组`,
    values: labels.map(() => figure)
  })),
  scale: 'linear',
  alt: ''
})
const pie = (...values: (number | null)[]): ChartSpec => ({
  ...chart('pie', names(values.length)),
  series: [{ name: '2025年', values }]
})
const planOf = (spec: ChartSpec, width = whole) => chartPlan(spec, width, paperType)
const kindOf = (spec: ChartSpec) => {
  const { lying, turned, figures } = planOf(spec)
  return `${lying ? 'lying' : turned ? 'turned' : 'upright'} ${figures}`
}

describe('a plan', () => {
  test.each([
    ['bars of five years', chart('bar', years(5)), 'upright each'],
    ['bars of two years at four platforms', chart('bar', names(4), 2), 'upright each'],
    ['bars of twelve months', chart('bar', months), 'upright each'],
    ['bars of twelve months, three a month', chart('bar', months, 3), 'upright rows'],
    ['bars of twelve months with long figures', chart('bar', months, 1, 12345678), 'lying each'],
    ['bars of forty platforms', chart('bar', names(40)), 'lying each'],
    [
      'bars with names of three lines and more',
      chart('bar', names(6, '很长的平台名称'.repeat(3))),
      'lying each'
    ],
    ['a line of twelve months', chart('line', months), 'upright each'],
    ['seven lines of twelve months', chart('line', months, 7), 'upright rows'],
    ['two lines with long figures', chart('line', months, 2, 12345678), 'upright some'],
    ['a line of 36 years', chart('line', years(36)), 'turned some'],
    ['a line through forty platforms', chart('line', names(40)), 'lying each']
  ])('of %s stands and tells its figures as there is room', (_, spec, kind) => {
    expect(kindOf(spec)).toBe(kind)
  })

  test('grows with its labels, and what it may be made lower to still holds them', () => {
    const least = [8, 20, 40].map((count) => planOf(chart('bar', names(count + 1))).least)
    expect(least).toEqual([...least].sort((a, b) => a - b))
    expect(least[2]).toBeGreaterThan(40 * paperType)
    for (const count of [1, 5, 12, 40]) {
      const plan = planOf(chart('bar', names(count), 2))
      expect(plan.least).toBeLessThanOrEqual(plan.height)
    }
  })

  test('of a name longer than a row of the legend puts the legend aside, in lines', () => {
    const spec = chart('bar', years(3), 2)
    const long = spec.series.map((one) => ({ ...one, name: '清川市政府信息公开专栏'.repeat(5) }))
    const { legend } = planOf({ ...spec, series: long })
    expect(legend?.position).toBe('right')
    expect(legend?.names[0]?.join('')).toBe(long[0]?.name)
  })
})

describe('shares of a pie', () => {
  test.each([
    [
      [1286, 430, 348],
      ['62.3%', '20.8%', '16.9%']
    ],
    [
      [1, 1, 1],
      ['33.4%', '33.3%', '33.3%']
    ],
    [[10], ['100%']],
    [
      [0, 0],
      ['', '']
    ],
    [
      [5, null, 0],
      ['100%', '', '0%']
    ],
    [
      [100_000, 1],
      ['100%', '不足0.1%']
    ],
    [
      [5, -1],
      ['', '']
    ]
  ])('%j are %j', (values, expected) => {
    expect(shareTexts(pie(...values))).toEqual(expected)
  })

  test('of what is known about are known about', () => {
    const about = { ...pie(30, 10), texts: [['约30', '10']] }
    expect(shareTexts(about)).toEqual(['约75%', '约25%'])
  })

  test('make a hundred together', () => {
    const figure = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 1e8 }))
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 9 }), (values) => {
        const tenths = shareTexts(pie(...values)).map((text) =>
          text === '不足0.1%' ? 0 : Math.round(10 * parseFloat(text))
        )
        expect(tenths.reduce((sum, tenth) => sum + tenth, 0)).toBe(1000)
      })
    )
  })

  test('stand behind figure and unit, in a line of their own where one has no room', () => {
    const spec = { ...pie(1286, null), labels: ['门户网站', '微博'] }
    expect(sliceTexts(spec, 20)).toEqual([['门户网站 1286条 100%'], ['微博 —']])
    expect(sliceTexts(spec, 8)[0]).toEqual(['门户网站', '1286条 100%'])
  })
})

test('a text is wrapped without a character lost, in lines about equal', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('政', '府', 'A', 'i', '1', '（', '😀'), { maxLength: 60 }),
      fc.integer({ min: 2, max: 20 }),
      (chars, most) => {
        const text = chars.join('')
        const lines = wrapped(text, most)
        expect(lines.join('')).toBe(text)
        for (const line of lines) expect(emOf(line)).toBeLessThanOrEqual(most)
      }
    )
  )
  expect(wrapped('政府信息公开专栏与重点领域', 10).map((line) => line.length)).toEqual([7, 6])
})

describe('a chart higher than a page', () => {
  const tall = { ...chart('bar', names(40), 2), texts: [names(40, '约'), names(40, '超')] }

  test('goes on in others, none of its labels and figures lost', () => {
    const parts = chartParts(tall, whole, paperType, 570)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.flatMap(({ labels }) => labels)).toEqual(tall.labels)
    tall.series.forEach(({ values }, s) => {
      expect(parts.flatMap(({ series }) => series[s]?.values)).toEqual(values)
      expect(parts.flatMap(({ texts }) => texts?.[s])).toEqual(tall.texts[s])
    })
    for (const part of parts) expect(planOf(part).least).toBeLessThanOrEqual(570)
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
    expect(new Set(parts.map(({ reach }) => reach?.to)).size).toBe(1)
  })

  test('others are themselves', () => {
    const spec = chart('bar', names(40))
    expect(chartParts(spec, whole, paperType, 570)).toEqual([spec])
  })
})

test.each([
  ['bars of five years', chart('bar', years(5)), true],
  ['bars of two years at three platforms', chart('bar', names(3), 2), true],
  ['a pie of four', pie(4, 3, 2, 1), true],
  ['months', chart('line', months), false],
  ['seven platforms', chart('bar', names(7)), false],
  ['long names', chart('bar', names(4, '政务服务移动客户端')), false],
  ['long figures', chart('bar', years(5), 1, 12_345_678), false],
  [
    'a pie with a very long name',
    { ...pie(4, 3), labels: ['清川市政府信息公开专栏与重点领域信息公开专题', '微博'] },
    false
  ]
])('%s beside another chart: %s', (_, spec, expected) => {
  expect(standsBeside(spec, half, paperType)).toBe(expected)
})
