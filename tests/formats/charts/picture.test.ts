import { expect, test } from 'vitest'
import type { ChartSpec } from '../../../src/core/charts/spec.ts'
import { chartPicture, picturePng } from '../../../src/formats/charts/picture.ts'
import { childrenNamed, parseXml } from '../../../src/formats/source/xml.ts'

const spec: ChartSpec = {
  id: 'c',
  type: 'bar',
  title: '各平台<发布>&"信息"',
  unit: '条',
  labels: ['门户网站', 'APP & 小程序', '微博\u0001'],
  series: [{ name: '2025年', values: [1286, 230, null] }],
  scale: 'linear',
  alt: '门户网站1286条，APP & 小程序230条。'
}
const picture = chartPicture(spec)
const root = parseXml(picture.svg)
const texts = (of: ReturnType<typeof parseXml>) =>
  childrenNamed(of ?? undefined, 'text').map(({ children }) => children.join(''))

test.each(['bar', 'line', 'pie'] as const)('a %s is a whole SVG file of its size', (type) => {
  const made = chartPicture({ ...spec, type }, 300, 180)
  const svg = parseXml(made.svg)
  expect([made.width, made.height]).toEqual([300, 180])
  expect(svg?.name).toBe('svg')
  expect(svg?.attributes).toMatchObject({
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: '0 0 300 180',
    width: '300pt',
    height: '180pt'
  })
  expect(made.svg).not.toMatch(/NaN|undefined|Infinity/)
  expect(made.drawing).toMatchObject({ width: 300, height: 180 })
})

test('it says in words what it shows', () => {
  expect(root?.attributes).toMatchObject({ role: 'img', 'aria-label': spec.alt })
  const words = (name: string) => childrenNamed(root ?? undefined, name)[0]?.children
  expect(words('title')).toEqual([spec.title])
  expect(words('desc')).toEqual([spec.alt])
})

test('text is text, a label in one piece, in fonts that computers have by name', () => {
  expect(texts(root)).toEqual(expect.arrayContaining(['门户网站', 'APP & 小程序', '微博', '1286']))
  for (const { attributes } of childrenNamed(root ?? undefined, 'text'))
    expect(attributes['font-family']).toMatch(/^黑体,SimHei,.*sans-serif$/)
})

test('a label is as wide as it was measured, whatever the font: Latin takes half an em', () => {
  const label = childrenNamed(root ?? undefined, 'text').find(
    ({ children }) => children.join('') === 'APP & 小程序'
  )
  const { 'font-size': size, textLength } = label?.attributes ?? {}
  expect(Number(textLength) / Number(size)).toBeCloseTo(6)
})

test('its title stands above it only where it is asked for', () => {
  expect(texts(root)).not.toContain(`${spec.title}（条）`)
  const titled = parseXml(chartPicture(spec, 442, 232, true).svg)
  expect(texts(titled)).toContain(`${spec.title}（条）`)
})

test('without a page there is no canvas to make a PNG on', async () => {
  expect(await picturePng(picture, 2)).toBeUndefined()
})
