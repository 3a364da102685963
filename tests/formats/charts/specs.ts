import fc from 'fast-check'
import type { ChartSpec } from '../../../src/core/charts/spec.ts'
import { textOf, type Drawing, type DrawnText } from '../../../src/typeset/page/drawing.ts'

/** Charts of every kind that figures can make, and what can be wrong with one that is drawn. */

const places = ['清川市', '青石镇', '云溪县', '柳林街道', '濮水区']
const platforms = ['门户网站', '微信公众号', '政务微博', 'APP', '抖音号', '政务服务移动客户端']
const things = ['发布信息', '访问量', '独立访问用户', '政策解读材料', '互动留言办理', 'WeChat推送']

const platformName = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...platforms) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...places), fc.constantFrom(...platforms), fc.constantFrom(...things))
      .map((parts) => parts.join(''))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...places), fc.constantFrom(...things), fc.integer({ min: 1, max: 3 }))
      .map(([place, thing, times]) => `${place}人民政府${thing.repeat(times)}（含所属单位）`)
  }
)
const distinct = (count: number) =>
  fc
    .array(platformName, { minLength: count, maxLength: count })
    .map((names) => names.map((name, i) => (names.indexOf(name) < i ? `${name}${i + 1}` : name)))

const figure = fc.oneof(
  fc.integer({ min: 0, max: 99 }),
  fc.integer({ min: 100, max: 99_999 }),
  fc.integer({ min: 100_000, max: 98_765_432 }),
  fc.integer({ min: 1, max: 99_999 }).map((value) => value / 100)
)
const value = fc.oneof(
  { weight: 9, arbitrary: figure },
  { weight: 1, arbitrary: fc.constant(null) }
)
const qualified = (shown: string, i: number): string =>
  shown && (['', '', '', '约', '超'][i % 5] ?? '') + shown + (['', '', '万', '余'][i % 4] ?? '')

export const anySpec: fc.Arbitrary<ChartSpec> = fc
  .record({
    type: fc.constantFrom('bar', 'line', 'pie'),
    way: fc.constantFrom('years', 'months', 'side'),
    scale: fc.constantFrom('linear', 'linear', 'log'),
    unit: fc.constantFrom('条', '人次', '万人次', ''),
    qualifiers: fc.boolean(),
    lines: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(1, 2) },
      { weight: 1, arbitrary: fc.integer({ min: 3, max: 7 }) }
    ),
    count: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 8 }) },
      { weight: 1, arbitrary: fc.integer({ min: 9, max: 40 }) }
    )
  })
  .chain(({ type, way, scale, unit, qualifiers, lines, count }) => {
    const pie = type === 'pie'
    const many = way === 'months' && !pie ? 12 : pie ? Math.min(count, 8) : count
    const rows = pie ? 1 : way === 'side' ? Math.min(2, lines) : lines
    return fc
      .record({
        names: distinct(many),
        lineNames: distinct(rows),
        values: fc.array(fc.array(value, { minLength: many, maxLength: many }), {
          minLength: rows,
          maxLength: rows
        })
      })
      .map(({ names, lineNames, values }): ChartSpec => {
        const labels =
          pie || way === 'side'
            ? names
            : names.map((_, i) => (way === 'months' ? `${i + 1}月` : `${2026 - many + i}年`))
        return {
          id: 'c',
          type,
          title: '各平台发布信息',
          unit,
          labels,
          series: values.map((all, s) => ({
            name: way === 'side' ? `${2025 - s}年` : (lineNames[s] ?? ''),
            values: all
          })),
          scale,
          alt: '各平台发布信息。',
          ...(qualifiers && {
            texts: values.map((all) => all.map((one, i) => qualified(String(one ?? ''), i)))
          })
        }
      })
  })

/** A text's body, from its upper left corner to its lower right one. */
export function boxOf({ x, y, width, size, angle }: DrawnText) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const corners = [
    [0, -0.88],
    [0, 0.12],
    [width / size, -0.88],
    [width / size, 0.12]
  ].map(([along = 0, down = 0]) => ({
    x: x + size * (along * cos - down * sin),
    y: y + size * (along * sin + down * cos)
  }))
  const [xs, ys] = [corners.map((one) => one.x), corners.map((one) => one.y)]
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys)
  }
}

export const textsIn = ({ marks }: Drawing): DrawnText[] =>
  marks.filter((mark): mark is DrawnText => mark.kind === 'text')

/** Closer than this, in points, nobody sees it. */
const eps = 0.3

/** What readers of a chart would miss. */
export function faultsIn(spec: ChartSpec, drawing: Drawing) {
  const texts = textsIn(drawing).map((mark) => ({ text: textOf(mark), box: boxOf(mark) }))
  const cut = texts.filter(
    ({ box: { left, right, top, bottom } }) =>
      left < -eps || top < -eps || right > drawing.width + eps || bottom > drawing.height + eps
  )
  const overlapping = texts.flatMap((one, i) =>
    texts
      .slice(i + 1)
      .filter(
        ({ box }) =>
          box.left < one.box.right - eps &&
          one.box.left < box.right - eps &&
          box.top < one.box.bottom - eps &&
          one.box.top < box.bottom - eps
      )
      .map((other) => `${one.text} ${other.text}`)
  )
  const said = texts.map(({ text }) => text).join('')
  const words = [
    ...spec.labels,
    ...(spec.series.length > 1 ? spec.series.map(({ name }) => name) : [])
  ]
  return {
    smallest: Math.min(Infinity, ...textsIn(drawing).map(({ size }) => size)),
    cut: cut.map(({ text }) => text),
    overlapping,
    lost: words.filter((word) => !said.includes(word))
  }
}
