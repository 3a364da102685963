import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standsBeside } from '../../../src/core/charts/plan/parts.ts'
import { chartPlan, paperType } from '../../../src/core/charts/plan/plan.ts'
import { valueTextOf, type ChartSpec } from '../../../src/core/charts/spec.ts'
import { drawChart } from '../../../src/formats/charts/draw.ts'
import { chartPicture } from '../../../src/formats/charts/picture.ts'
import { textOf } from '../../../src/typeset/page/drawing.ts'
import { figures, times } from '../../run.ts'
import { fakeFonts } from '../../typeset/lines/fake-fonts.ts'
import { anySpec, faultsIn, textsIn } from './specs.ts'

/** As wide as the type area, and as one of two beside each other, in points. */
const [whole, half] = [442.2, 212.1]
const none = { smallest: paperType, cut: [], overlapping: [], lost: [] }

const drawn = (spec: ChartSpec, width: number, height: number) =>
  drawChart(spec, width, height, fakeFonts).drawing

test('in every room a page gives, labels are of 9 points, whole, apart and all there', () => {
  let labels = 0
  fc.assert(
    fc.property(anySpec, (spec) => {
      const widths = standsBeside(spec, half, paperType) ? [whole, half] : [whole]
      for (const width of widths) {
        const { least, height } = chartPlan(spec, width, paperType)
        for (const high of new Set([least, (least + height) / 2, height])) {
          const drawing = drawn(spec, width, high)
          expect(faultsIn(spec, drawing)).toEqual(none)
          labels += textsIn(drawing).length
        }
      }
    }),
    { numRuns: times(400, 60), seed: 11 }
  )
  if (figures) console.log(`${labels} labels, none small, cut or overlapping`)
})

const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
const lines = (labels: readonly string[], count: number, most = 9999): ChartSpec => ({
  id: 'c',
  type: 'line',
  title: '访问量',
  unit: '人次',
  labels,
  series: Array.from({ length: count }, (_, s) => ({
    name: `清川市第${s + 1}平台`,
    values: labels.map((_, i) => Math.round((most * (1 + ((i * 7 + s * 3) % 11))) / 11))
  })),
  scale: 'linear',
  alt: ''
})
const bars = (spec: ChartSpec): ChartSpec => ({ ...spec, type: 'bar' })
const platforms = (count: number) => Array.from({ length: count }, (_, i) => `政务平台${i + 1}`)
const told = (spec: ChartSpec) =>
  spec.series.flatMap((one, s) => one.values.map((_, i) => valueTextOf(spec, s, i)))

describe('every label and every figure is told by', () => {
  test.each([
    ['a line of twelve months', lines(months, 1)],
    ['seven lines of twelve months', lines(months, 7)],
    ['bars of three platforms in twelve months', bars(lines(months, 3))],
    ['forty bars', bars(lines(platforms(40), 1))],
    ['forty platforms in two years', bars(lines(platforms(40), 2))],
    ['five years', bars(lines(['2021年', '2022年', '2023年', '2024年', '2025年'], 1))],
    ['figures of eight digits, a month each', bars(lines(months, 1, 87_654_321))],
    ['names of eighty characters', bars(lines(['政务'.repeat(40), '网站'.repeat(40)], 2))],
    [
      'figures with qualifiers, in 万',
      {
        ...bars(lines(platforms(4), 1)),
        texts: [['约1.2万', '3万余', '超10万', '近9.5万']]
      }
    ]
  ])('%s', (_, spec) => {
    const { least } = chartPlan(spec, whole, paperType)
    const drawing = drawn(spec, whole, least)
    expect(faultsIn(spec, drawing)).toEqual(none)
    expect(textsIn(drawing).map(textOf)).toEqual(expect.arrayContaining(told(spec)))
  })
})

test.each([
  ['a pie of one', [10]],
  ['a pie of nothing', [0, 0, 0]],
  ['a pie with a slice unknown', [5, null, 3]],
  ['a pie of six', [1286, 430, 296, 52, 7, 1]]
])('%s says what every slice is', (_, values) => {
  const spec: ChartSpec = {
    ...lines(platforms(values.length), 1),
    type: 'pie',
    series: [{ name: '2025年', values }]
  }
  const drawing = drawn(spec, whole, chartPlan(spec, whole, paperType).least)
  expect(faultsIn(spec, drawing)).toEqual(none)
  expect(drawing.marks.some(({ kind }) => kind === 'path')).toBe(true)
})

test('a logarithm tells powers of ten and that it hides 0, both apart', () => {
  const [first, ...rest] = lines(months, 2).series
  const spec: ChartSpec = {
    ...lines(months, 2),
    scale: 'log',
    series: [{ name: first?.name ?? '', values: [0, ...(first?.values.slice(1) ?? [])] }, ...rest]
  }
  for (const one of [spec, bars(spec)]) {
    const drawing = drawn(one, whole, chartPlan(one, whole, paperType).least)
    expect(faultsIn(one, drawing)).toEqual(none)
    expect(textsIn(drawing).map(textOf)).toEqual(
      expect.arrayContaining(['对数轴，长短不成比例，0 和负数画不出', '1000'])
    )
  }
})

test('names of sixty characters stand in lines beside the chart', () => {
  const { series, ...rest } = lines(months, 2)
  const long = series.map((one) => ({ ...one, name: one.name.repeat(7) }))
  for (const spec of [{ ...rest, series: long }, bars({ ...rest, series: long })])
    expect(faultsIn(spec, drawn(spec, whole, chartPlan(spec, whole, paperType).least))).toEqual(
      none
    )
})

test('samples of lines and points tell more lines apart than there are colours', () => {
  const drawing = drawn(lines(months, 7), whole, 300)
  const looks = drawing.marks.flatMap((mark) =>
    mark.kind === 'path' && mark.stroke && !mark.fill && mark.stroke.width === 1.4
      ? [`${mark.stroke.color} ${mark.stroke.dash.join()}`]
      : []
  )
  expect(new Set(looks).size).toBe(7)
})

test('a picture for other files has room for its title as well', () => {
  const spec = bars(lines(platforms(40), 2))
  const { drawing } = chartPicture(spec, undefined, undefined, true)
  const { cut, overlapping, lost } = faultsIn(spec, drawing)
  expect({ cut, overlapping, lost }).toEqual({ cut: [], overlapping: [], lost: [] })
})
