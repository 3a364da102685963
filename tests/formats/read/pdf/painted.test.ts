import { describe, expect, it } from 'vitest'
import { read } from '../../../../src/formats/read/pdf/read-pdf.ts'
import { score } from '../../../core/intake/score.ts'
import { inkedPdf, type Ink } from '../../../fixtures/writers/ink.ts'
import { manners, paintedPdf } from '../../../fixtures/writers/painted.ts'
import { wholes, type Whole } from '../../../fixtures/writers/whole.ts'

/** How programs paint, each manner with each of the three whole reports; and pages made to hang. */

const sections = ['leadIn', 'overview', 'problems', 'other'] as const

describe.each(Object.entries(manners))('a PDF painted %s', (_name, manner) => {
  it.each(Object.entries(wholes))('%s: every paragraph, every number', async (_report, whole) => {
    const result = await read({ name: 'a.pdf', bytes: paintedPdf(whole, manner) })
    if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
    const { right, unflagged, recognised } = score(result.blocks, whole.cells)
    expect([right, unflagged]).toEqual([200, []])
    const { patch } = recognised
    expect(patch).toMatchObject({ unitName: whole.unit, year: whole.year })
    for (const section of sections) {
      expect(patch.text[section]).toBe(whole.prose[section].join('\n'))
    }
    // What runs along or lies across the pages is told, before the report.
    expect(patch.leftovers.filter(({ reason }) => reason !== 'before')).toEqual([])
    const along = [manner.header, manner.watermark].flatMap((text) => text ?? [])
    expect(patch.leftovers.map(({ text }) => text)).toEqual(expect.arrayContaining(along))
  })
})

describe('pages of marks beyond all measure', () => {
  const many = (count: number, ink: (i: number) => Ink) =>
    Array.from({ length: count }, (_, i) => ink(i))
  const words: Ink = { text: '一、总体情况', x: 80, y: 100, size: 12 }
  const place = (i: number) => [(i * 7) % 500, (i * 13) % 700] as const

  it.each<[string, readonly Ink[]]>([
    [
      'white boxes on coloured ones',
      many(19_000, (i) => ({ box: [...place(i), 40, 20], color: i % 2 ? '1 1 1' : '0.5 0.5 0.9' }))
    ],
    [
      'white lines on coloured boxes',
      many(19_000, (i) => ({
        box: [...place(i), 40, i % 2 ? 1 : 20],
        color: i % 2 ? '1 1 1' : '0.5 0.5 0.9'
      }))
    ],
    [
      'strokes in all directions',
      many(19_000, (i) => ({ stroke: [...place(i), ...place(i * 3)] }))
    ],
    ['clips within clips', many(5000, (i) => ({ clip: [0, 0, 500 - i / 20, 700] }))],
    [
      'marks that hang from nothing',
      many(9000, (i) => ({ text: '。', x: 500, y: (i * 17) % 800, size: 10 }))
    ],
    [
      'letters that all lean another way',
      many(9000, (i) => ({
        text: '密',
        x: 50 + (i % 50) * 9,
        y: (i * 11) % 800,
        size: 9,
        turned: i % 360
      }))
    ]
  ])('%s', { timeout: 20_000 }, async (_name, inks) => {
    const result = await read({ name: 'a.pdf', bytes: inkedPdf([[words, ...inks]]) })
    expect(result).toHaveProperty('ok')
  })

  it('a paragraph over forty full pages', { timeout: 20_000 }, async () => {
    // No two lines are the same, or they would be heads that run along.
    const lineAt = (i: number) => String.fromCharCode(0x4e00 + i).repeat(36)
    const pages = Array.from({ length: 40 }, (_, page) => [
      ...many(40, (i) => ({ text: lineAt(page * 40 + i), x: 80, y: 80 + i * 17, size: 12 })),
      { text: String(page + 1), x: 290, y: 800, size: 10 }
    ])
    const result = await read({ name: 'a.pdf', bytes: inkedPdf(pages) })
    if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
    // No number of a page is left between its lines.
    expect(result.blocks).toHaveLength(1)
    const [block] = result.blocks
    const whole = Array.from({ length: 1600 }, (_, i) => lineAt(i)).join('')
    expect(block?.type === 'text' && block.text === whole).toBe(true)
  })
})

it('tables of a page that lies on its side are read as they stand', async () => {
  const whole = wholes['ridge'] as Whole
  const upright = await read({ name: 'a.pdf', bytes: paintedPdf(whole, { rules: 'strokes' }) })
  const turned = await read({
    name: 'a.pdf',
    bytes: paintedPdf(whole, { rules: 'strokes', sideways: true })
  })
  if (!upright.ok || !turned.ok || !('blocks' in upright) || !('blocks' in turned))
    throw new Error()
  const plain = (blocks: typeof upright.blocks) =>
    blocks.map((block) =>
      block.type === 'text' ? block.text : block.rows.map((row) => row.map(({ text }) => text))
    )
  expect(plain(turned.blocks)).toEqual(plain(upright.blocks))
})
