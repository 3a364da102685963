import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { pageSetter } from '../../../src/formats/press/pages.ts'
import { renderPdf } from '../../../src/formats/press/pdf-render.ts'
import { mayBegin, mayEnd } from '../../../src/typeset/lines/chars.ts'
import { geometryOf } from '../../../src/typeset/page/geometry.ts'
import type { Look } from '../../../src/typeset/page/page.ts'
import { diskLibrary } from '../fonts/disk.ts'
import { pageTexts, readBack } from './read-back.ts'
import { sampleMeta } from './sample.ts'
import { linesOf } from './set-lines.ts'

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
          const lines = linesOf(result.document, block, library)
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
