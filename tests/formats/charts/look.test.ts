import { expect, test } from 'vitest'
import type { ChartSpec } from '../../../src/core/charts/spec.ts'
import { drawChart } from '../../../src/formats/charts/draw.ts'
import { hatch } from '../../../src/formats/charts/hatch.ts'
import { paperLook, screenLook, type Hatch } from '../../../src/formats/charts/inks.ts'
import type { Drawing } from '../../../src/typeset/page/drawing.ts'
import { fakeFonts } from '../../typeset/lines/fake-fonts.ts'

/** Relative luminance of `#rrggbb` (WCAG 2.1). */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const lightness = (color: string): number => 116 * Math.cbrt(luminance(color)) - 16
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const texts = ({ marks }: Drawing): string[] =>
  marks.flatMap((mark) =>
    mark.kind === 'text' ? [String.fromCodePoint(...mark.glyphs.map(({ code }) => code))] : []
  )
const spec: ChartSpec = {
  id: 'c',
  type: 'bar',
  title: '访问量',
  unit: '万人次',
  labels: ['2023年', '2024年', '2025年'],
  series: [{ name: '访问量', values: [26, 28, 30] }],
  scale: 'linear',
  alt: '',
  texts: [['26', '约28', '约30']]
}

test.each([
  ['paper', paperLook],
  ['light screen', screenLook('x', false)],
  ['dark screen', screenLook('x', true)]
])('on %s neighbours differ in grey or in hatching, and lines and type can be seen', (_, look) => {
  look.areas.forEach((area, i) => {
    const next = look.areas[(i + 1) % look.areas.length]
    if (!next) return
    const apart = Math.abs(lightness(area.color) - lightness(next.color))
    expect(apart >= 20 || area.hatch !== next.hatch).toBe(true)
    if (area.hatch !== 'none') expect(contrast(area.color, area.mark)).toBeGreaterThan(2.8)
  })
  for (const { color } of look.lines) expect(contrast(color, look.paper)).toBeGreaterThan(3)
  expect(contrast(look.ink, look.paper)).toBeGreaterThan(7)
})

test('figures are written as they are printed', () => {
  expect(texts(drawChart(spec, 440, 220, fakeFonts).drawing)).toEqual(
    expect.arrayContaining(['26', '约28', '约30'])
  )
})

test.each<Hatch>(['up', 'down', 'flat', 'upright', 'cross'])(
  'hatching (%s) stays within the shape and fills it',
  (kind) => {
    const points: [number, number][] = []
    const ctx = {
      save: () => undefined,
      restore: () => undefined,
      beginPath: () => undefined,
      stroke: () => undefined,
      setLineDash: () => undefined,
      moveTo: (x: number, y: number) => void points.push([x, y]),
      lineTo: (x: number, y: number) => void points.push([x, y]),
      strokeStyle: '',
      lineWidth: 0
    }
    const inside = (x: number, y: number) => Math.hypot(x - 50, y - 40) <= 30
    hatch(ctx, kind, '#000000', { left: 20, top: 10, right: 80, bottom: 70 }, inside)
    expect(points.length).toBeGreaterThan(10)
    for (const [x, y] of points) expect(inside(x, y)).toBe(true)
  }
)

test('many labels lie down, each in one line, in order from the top, its figure behind its bar', () => {
  const labels = Array.from({ length: 30 }, (_, i) => `清川市平台${i + 1}`)
  const values = labels.map((_, i) => 1000 + i)
  const many: ChartSpec = { ...spec, labels, series: [{ name: '2025年', values }], texts: [] }
  const { marks } = drawChart(many, 440, 420, fakeFonts).drawing
  const written = marks.flatMap((mark) =>
    mark.kind === 'text'
      ? [{ text: String.fromCodePoint(...mark.glyphs.map(({ code }) => code)), y: mark.y }]
      : []
  )
  const places = labels.map((label) => written.find(({ text }) => text === label)?.y)
  expect(places.every((y) => y !== undefined)).toBe(true)
  expect(places).toEqual([...places].sort((a, b) => (a ?? 0) - (b ?? 0)))
  expect(written.map(({ text }) => text)).toEqual(expect.arrayContaining(values.map(String)))
})

test('a logarithm says that it is one, and that it hides 0 where it does', () => {
  const said = (values: number[], scale: ChartSpec['scale']) =>
    texts(
      drawChart(
        { ...spec, scale, series: [{ name: '访问量', values }], texts: [] },
        440,
        220,
        fakeFonts
      ).drawing
    ).filter((text) => text.includes('对数'))
  expect(said([0, 28, 30], 'log')).toEqual(['对数轴，长短不成比例，0 和负数画不出'])
  expect(said([-2, 28, 30], 'log')).toEqual(['对数轴，长短不成比例，0 和负数画不出'])
  expect(said([0, 28, 30], 'linear')).toEqual([])
  expect(said([26, 28, 30], 'log')).toEqual(['对数轴，长短不成比例'])
})
