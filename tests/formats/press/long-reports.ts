import fc from 'fast-check'
import type { Block } from '../../../src/core/compose/blocks.ts'
import type { OutCell } from '../../../src/core/form/sheet.ts'
import type { ChartSpec } from '../../../src/core/charts/spec.ts'

/** Reports of invented text, of any length, with everything that has ever been hard to set. */

/** Whether the fonts have a character. */
export type Known = (code: number) => boolean

const from = { kind: 'text', section: 'overview', from: 0, to: 0 } as const

/** Makes a report of so many paragraphs; the same seed gives the same one. */
export function longReport(paragraphs: number, seed: number, known: Known): Block[] {
  const texts = fc.sample(paragraphText(known), { numRuns: paragraphs, seed })
  const unit = '云溪市文化和旅游局'
  return [
    { type: 'title', unit, text: `${unit}2025年政府信息公开工作年度报告`, from: { kind: 'title' } },
    ...texts.flatMap((text, i): Block[] => [
      ...(i % 5 === 1 ? [{ type: 'heading', level: 1, text: `第${i}部分`, from } as const] : []),
      ...(i % 5 === 3 ? [{ type: 'heading', level: 2, text: `（${i}）小节`, from } as const] : []),
      { type: 'paragraph', text, from },
      ...(i % 8 === 4 ? [table(texts, i)] : []),
      ...(i % 11 === 6 ? [chart(i)] : [])
    ]),
    { type: 'signature', place: 'end', unit, date: '2026年1月23日', from: { kind: 'title' } }
  ]
}

function paragraphText(known: Known): fc.Arbitrary<string> {
  const inRange = (min: number, max: number) =>
    fc
      .integer({ min, max })
      .filter(known)
      .map((code) => String.fromCodePoint(code))
  const words = fc.string({
    unit: inRange(0x4e00, 0x9fa5),
    minLength: 2,
    maxLength: 14,
    size: 'max'
  })
  const between = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('，', '。', '、', '；', '：', '！', '？') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('《甲乙》', '“乙”', '（丙）', '《“丁”》', '〔2025〕7号')
    },
    { weight: 1, arbitrary: fc.constantFrom('……', '——', '”“', '）（', '——“戊”——', '·', '～') },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 1e12 }).map(String) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('12.8%', '1,234,567.89', '￥100', '１２', '㎡', '℃', '№7')
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('GB/T 9704', 'App', 'www.example.gov.cn/zwgk/index.html')
    },
    { weight: 1, arbitrary: fc.constantFrom('镕', '堃', '𬭊', '𨱏') },
    { weight: 1, arbitrary: inRange(0x20000, 0x2ebe0) }
  )
  const piece = fc.tuple(words, between).map((parts) => parts.join(''))
  return fc
    .array(piece, { minLength: 4, maxLength: 40, size: 'max' })
    .map((pieces) => `本局${pieces.join('')}。`)
}

/** A table of a head, labels over two rows, and a text in each. */
function table(texts: readonly string[], index: number): Block {
  const rows = Array.from({ length: 2 + (index % 14) * 2 }, (_, r): OutCell[] => [
    ...(r % 2 === 0 ? [{ text: `第${r + 1}项`, head: 'row', rows: 2 } as const] : []),
    {
      text: [...(texts[(index + r) % texts.length] ?? '')].slice(0, 12).join('').trim(),
      align: 'left'
    },
    { text: String(index * 37 + r) }
  ])
  const head = ['项目', '内容', '数量'].map((text): OutCell => ({ text, head: 'column' }))
  return {
    type: 'table',
    caption: '表',
    widths: [1, 3, 1],
    headRows: 1,
    rows: [head, ...rows],
    from
  }
}

function chart(index: number): Block {
  const values = [index, 2 * index, 3 * index + 1]
  const spec: ChartSpec = {
    id: `c${index}`,
    type: (['bar', 'line', 'pie'] as const)[index % 3] ?? 'bar',
    title: `发布信息数量之${index}`,
    unit: '条',
    labels: ['网站', '公众号', '微博'],
    series: [{ name: '2025年', values }],
    scale: 'linear',
    alt: `三个平台发布${values.join('、')}条。`
  }
  return { type: 'chart', spec, from: { kind: 'chart', id: spec.id } }
}
