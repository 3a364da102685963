import { expect, test } from 'vitest'
import type { ChartSpec } from '../../../src/core/charts/spec.ts'
import { drawChart } from '../../../src/formats/charts/draw.ts'
import { paperLook } from '../../../src/formats/charts/inks.ts'
import { drawingSvg } from '../../../src/formats/charts/svg.ts'
import type { Drawing, DrawnPath } from '../../../src/typeset/page/drawing.ts'
import { fakeFonts } from '../../typeset/lines/fake-fonts.ts'

const bars: ChartSpec = {
  id: 'c',
  type: 'bar',
  title: '发布数量',
  unit: '条',
  labels: ['网站', '公众号', '微博'],
  series: [{ name: '2025年', values: [100, 50, null] }],
  scale: 'linear',
  alt: '网站100条，公众号50条。'
}

const draw = (spec: ChartSpec): Drawing => drawChart(spec, 440, 220, fakeFonts).drawing
const texts = ({ marks }: Drawing): string[] =>
  marks.flatMap((mark) =>
    mark.kind === 'text' ? [String.fromCodePoint(...mark.glyphs.map(({ code }) => code))] : []
  )
const pathsOf = ({ marks }: Drawing, test: (path: DrawnPath) => boolean): DrawnPath[] =>
  marks.filter((mark): mark is DrawnPath => mark.kind === 'path' && test(mark))
const numbersOf = ({ marks }: Drawing): number[] =>
  marks.flatMap((mark) =>
    mark.kind === 'path'
      ? mark.segments.flatMap(({ points }) => points)
      : [mark.x, mark.y, mark.size, mark.angle, ...mark.glyphs.map(({ x }) => x)]
  )
const extent = ({ segments }: DrawnPath) => {
  const ys = segments.flatMap(({ points }) => points.filter((_, i) => i % 2 === 1))
  return Math.max(...ys) - Math.min(...ys)
}

test('a bar is as high as its figure, and one without a figure is not drawn', () => {
  const drawing = draw(bars)
  const drawn = pathsOf(drawing, ({ fill }) => fill === paperLook.areas[0].color)
  expect(drawn).toHaveLength(2)
  const [first = 0, second = 0] = drawn.map(extent)
  expect(first / second).toBeCloseTo(2, 1)
  expect(texts(drawing)).toEqual(expect.arrayContaining(['网站', '公众号', '微博', '100', '50']))
})

test.each<[string, ChartSpec]>([
  ['bars', bars],
  [
    'bars side by side',
    { ...bars, series: [...bars.series, { name: '2024年', values: [1, 2, 3] }] }
  ],
  ['no figures at all', { ...bars, series: [{ name: '空', values: [null, null, null] }] }],
  ['no labels', { ...bars, labels: [], series: [] }],
  ['lines', { ...bars, type: 'line' }],
  [
    'a logarithmic scale with a zero',
    { ...bars, scale: 'log', series: [{ name: '', values: [0, 5, 9e9] }] }
  ],
  ['a pie', { ...bars, type: 'pie' }],
  ['an empty pie', { ...bars, type: 'pie', series: [{ name: '', values: [0, 0, 0] }] }],
  ['long labels', { ...bars, labels: ['很长的平台名称'.repeat(8), '乙', '丙'] }]
])('%s: every place is a number within the slot', (_, spec) => {
  const drawing = draw(spec)
  expect(numbersOf(drawing).every(Number.isFinite)).toBe(true)
  const path = pathsOf(drawing, () => true).flatMap(({ segments }) => segments)
  for (const { points } of path) {
    points.forEach((value, i) => {
      expect(value).toBeGreaterThanOrEqual(-1)
      expect(value).toBeLessThanOrEqual((i % 2 === 0 ? 440 : 220) + 1)
    })
  }
})

test('a label too long for its place goes on in the next line, none of it lost', () => {
  const long = '政府信息公开专栏与重点领域信息公开专题'
  const labels = Array.from({ length: 6 }, (_, i) => `${long}${i}`)
  const shown = texts(draw({ ...bars, labels }))
  expect(shown.join('')).toContain(labels[0])
  expect(shown.every((text) => text.length < 10)).toBe(true)
})

test('drawn once, although Chart.js draws again whenever it likes', () => {
  const labels = texts(draw(bars)).filter((text) => text === '公众号')
  expect(labels).toHaveLength(1)
})

test('characters that no font has are told', () => {
  const { missing } = drawChart(
    { ...bars, labels: ['网站', '\ue000', '微博'] },
    440,
    220,
    fakeFonts
  )
  expect([...missing]).toEqual([0xe000])
})

test('lines differ by dashes, not by colour alone', () => {
  const drawing = draw({ ...bars, type: 'line', series: [...bars.series, ...bars.series] })
  const dashes = pathsOf(drawing, ({ stroke }) => (stroke?.width ?? 0) > 1).map(({ stroke }) =>
    stroke?.dash.join()
  )
  expect(new Set(dashes).size).toBeGreaterThan(1)
})

test('as SVG it has the same places, and says in words what it shows', () => {
  const drawing = draw(bars)
  const svg = drawingSvg(drawing, { x: 10, y: 20, alt: bars.alt }, (font) => `f-${font}`)
  expect(svg.attrs).toMatchObject({ transform: 'translate(10 20)', 'aria-label': bars.alt })
  expect(svg.children).toHaveLength(drawing.marks.length)
  expect(JSON.stringify(svg)).not.toMatch(/NaN|undefined|Infinity/)
})
