import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageSetter } from '../../../src/formats/press/pages.ts'
import { renderPdf } from '../../../src/formats/press/pdf-render.ts'
import { diskLibrary } from '../fonts/disk.ts'
import { pageTexts, readBack } from './read-back.ts'
import { sampleMeta } from './sample.ts'

const library = await diskLibrary()

const han = fc
  .integer({ min: 0x4e00, max: 0x9fa5 })
  .filter((code) => library.set().metric('body', code) !== undefined)
  .map((code) => String.fromCodePoint(code))
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: han, minLength: 1, maxLength: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom('，', '。', '、', '；', '：', '……', '——', '！') },
  { weight: 2, arbitrary: fc.constantFrom('《甲》', '“乙”', '（丙）', '《“丁”》', '〔2025〕7号') },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 1e12 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('12.8%', 'www.example.gov.cn', 'A4', '１２', '㎡', '𬭊') }
)

test('whatever is written can be read again, to the letter and without spaces put in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => `文${pieces.join('')}`),
      fc.constantFrom('own' as const, 'times' as const),
      fc.constantFrom('official' as const, 'compact' as const),
      async (text, digits, style) => {
        const from = { kind: 'text', section: 'overview', from: 0, to: text.length } as const
        const result = await renderPdf(
          [{ type: 'paragraph', text, from }],
          sampleMeta,
          pageSetter(library, { style, digits, draft: false }),
          library
        )
        if (!result.ok) throw new Error(JSON.stringify(result))
        const texts = await pageTexts(await readBack(result.bytes))
        expect(texts.map((page, i) => page.replace(`— ${i + 1} —`, '')).join('')).toBe(text)
      }
    ),
    { numRuns: 25 }
  )
}, 30_000)
