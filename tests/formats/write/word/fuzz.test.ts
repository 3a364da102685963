import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '../../../../src/core/compose/compose.ts'
import { chartCaption } from '../../../../src/core/charts/spec.ts'
import type { Block } from '../../../../src/core/compose/blocks.ts'
import { isXml, parseXml } from '../../../../src/formats/source/xml.ts'
import { carriedJson } from '../../../../src/formats/source/carried.ts'
import { writeJson } from '../../../../src/formats/write/json.ts'
import { anyReport } from '../../../fixtures/random-reports.ts'
import { times } from '../../../run.ts'
import { allNamed, partOf, partsOf, textOf, written } from './opened.ts'
import { outOfOrder } from './order.ts'

/** All that a reader sees of the report, without white space and what XML cannot hold. */
function shownIn(blocks: readonly Block[]): string {
  let charts = 0
  return bare(
    blocks
      .flatMap((block) => {
        switch (block.type) {
          case 'table':
            return block.rows.flat().map(({ text }) => text)
          case 'chart':
            return [chartCaption(block.spec, ++charts)]
          case 'signature':
            return [
              block.unit,
              block.place === 'title' && block.date ? `（${block.date}）` : block.date
            ]
          default:
            return [block.text]
        }
      })
      .join('')
  )
}
const bare = (text: string) => Array.from(text).filter(isXml).join('').replace(/\s/g, '')

test('any report is a whole package in which no character is lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, fc.boolean(), async (report, draft) => {
      const bytes = await written(report, draft)
      const parts = partsOf(bytes)
      for (const [path, text] of parts) {
        if (/\.(?:xml|rels)$/.test(path)) expect(parseXml(text), path).not.toBeNull()
      }
      const body = partOf(bytes, 'word/document.xml')
      expect(bare(textOf(body))).toBe(shownIn(compose(report)))
      for (const path of ['document', 'styles', 'settings', 'footer1', 'fontTable']) {
        expect(outOfOrder(partOf(bytes, `word/${path}.xml`)), path).toEqual([])
      }
      // Every cell ends with a paragraph, and so does the document, or Word repairs it.
      expect(allNamed(body, 'tc').every(({ children }) => isParagraph(children.at(-1)))).toBe(true)
      expect(isParagraph(allNamed(body, 'body')[0]?.children.at(-2))).toBe(true)
      const carried: unknown = JSON.parse(carriedJson(parts.get('customXml/item1.xml') ?? '') ?? '')
      expect(carried).toMatchObject(JSON.parse(writeJson(report)) as object)
    }),
    { numRuns: times(60, 20) }
  )
}, 60_000)

const isParagraph = (child: unknown): boolean =>
  typeof child === 'object' && child !== null && 'name' in child && child.name === 'p'
