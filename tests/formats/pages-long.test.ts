import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../src/core/blocks.ts'
import { pageSetter } from '../../src/formats/pages.ts'
import { renderPdf } from '../../src/formats/pdf/render.ts'
import { mayBegin, mayEnd } from '../../src/typeset/chars.ts'
import { geometryOf } from '../../src/typeset/geometry.ts'
import type { Document, Look, Run } from '../../src/typeset/page.ts'
import { diskLibrary } from './fonts/disk.ts'
import { pageTexts, readBack } from './pdf/read-back.ts'
import { sampleMeta } from './pdf/sample.ts'

const library = await diskLibrary()

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
const words = fc.string({ unit: han, minLength: 2, maxLength: 14, size: 'max' })
const between = fc.oneof(
  fc.constantFrom('，', '。', '、', '；', '：', '……', '——', '！', '？'),
  fc.constantFrom('《甲乙》', '“乙”', '（丙）', '《“丁”》', '〔2025〕7号', '”“', '）（'),
  fc.integer({ min: 0, max: 1e9 }).map(String),
  fc.constantFrom('12.8%', 'www.example.gov.cn', '１２', '㎡', '𬭊', '镕')
)
const piece = fc.tuple(words, between).map(([some, mark]) => some + mark)
const text = fc
  .array(piece, { minLength: 10, maxLength: 50, size: 'max' })
  .map((pieces) => `本局${pieces.join('')}。`)
/** From about one page to about thirty. */
const texts = fc.array(text, { minLength: 1, maxLength: 45, size: 'max' })

const blocksOf = (paragraphs: readonly string[]): Block[] =>
  paragraphs.map((text) => ({
    type: 'paragraph',
    text,
    from: { kind: 'text', section: 'overview', from: 0, to: text.length }
  }))

interface Seen {
  readonly codes: readonly number[]
  readonly right: number
}

/** The lines of a block, page after page. */
function linesOf({ pages }: Document, block: number): Seen[] {
  return pages.flatMap(({ items }) => {
    const byY = new Map<number, Run[]>()
    for (const item of items)
      if (item.kind === 'run' && item.block === block)
        byY.set(item.y, [...(byY.get(item.y) ?? []), item])
    return [...byY.values()].map((runs) => {
      const ends = runs.flatMap(({ role, size, x, glyphs }) =>
        glyphs
          .filter(({ code }) => code !== 0x20)
          .map((glyph) => {
            const advance = library.set().metric(role, glyph.code)?.advance ?? NaN
            return x + glyph.x + (glyph.half ? advance - 0.5 : advance) * size
          })
      )
      const codes = runs.flatMap(({ glyphs }) => glyphs.map(({ code }) => code))
      return { codes: codes.filter((code) => code !== 0x20), right: Math.max(...ends) }
    })
  })
}

const looks: readonly Look[] = [
  { style: 'official', digits: 'own', draft: false },
  { style: 'compact', digits: 'times', draft: false }
]

test.each(looks)(
  'no line breaks a rule, every full one ends at the edge: $style',
  async (look) => {
    const set = pageSetter(library, look)
    const { left, measure } = geometryOf(look)
    let longest = 0
    let furthest = 0
    await fc.assert(
      fc.asyncProperty(texts, async (paragraphs) => {
        const result = await set(blocksOf(paragraphs))
        if (!result.ok) throw new Error(result.file)
        expect(result.document.faults.filter(({ kind }) => kind !== 'missing')).toEqual([])
        longest = Math.max(longest, result.document.pages.length)
        paragraphs.forEach((_, block) => {
          const lines = linesOf(result.document, block)
          lines.forEach(({ codes, right }, i) => {
            if (i > 0) expect(mayBegin(codes[0] ?? 0), String.fromCodePoint(...codes)).toBe(true)
            if (i === lines.length - 1) return
            expect(mayEnd(codes.at(-1) ?? 0), String.fromCodePoint(...codes)).toBe(true)
            furthest = Math.max(furthest, Math.abs(right - left - measure))
          })
        })
      }),
      { numRuns: 12, endOnFailure: true }
    )
    expect(longest).toBeGreaterThan(8)
    expect(furthest).toBeLessThan(0.3)
  },
  60_000
)

test('a long report is read back from its PDF to the letter', async () => {
  const look = looks[0] ?? { style: 'official', digits: 'own', draft: false }
  const known = fc
    .sample(text, { numRuns: 24, seed: 7 })
    .map((paragraph) =>
      [...paragraph]
        .filter((char) => library.set().metric('body', char.codePointAt(0) ?? 0) !== undefined)
        .join('')
    )
  const result = await renderPdf(blocksOf(known), sampleMeta, pageSetter(library, look), library)
  if (!result.ok) throw new Error(JSON.stringify(result))
  const pages = await pageTexts(await readBack(result.bytes))
  expect(pages.map((page, i) => page.replace(`— ${i + 1} —`, '')).join('')).toBe(known.join(''))
}, 60_000)
