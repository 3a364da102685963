import { expect, test } from 'vitest'
import type { Block } from '../../src/core/blocks.ts'
import type { Pages } from '../../src/formats/pages.ts'
import { pageSetter } from '../../src/formats/pages.ts'
import { diskLibrary } from './fonts/disk.ts'
import { sampleBlocks } from './pdf/sample.ts'

const look = { style: 'official', digits: 'own', draft: false } as const

/** The same blocks with another title for the first chart. */
const retitled = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) =>
    block.type === 'chart' && block.spec.id === 'bars'
      ? { ...block, spec: { ...block.spec, labels: ['门户', '微信', '微博'] } }
      : block
  )

test('charts fill their slots, and are drawn again only when they change', async () => {
  const set = pageSetter(await diskLibrary(), look)
  const pages = async (blocks: readonly Block[]): Promise<Pages> => {
    const result = await set(blocks)
    if (!result.ok) throw new Error(result.file)
    return result
  }
  const first = await pages(sampleBlocks)
  const slots = first.document.pages
    .flatMap(({ items }) => items)
    .filter((item) => item.kind === 'chart')
  expect(slots.map(({ spec }) => spec.id)).toEqual([...first.drawings.keys()])
  for (const { spec, width, height } of slots) {
    expect(first.drawings.get(spec.id)).toMatchObject({ width, height })
  }
  const second = await pages(retitled(sampleBlocks))
  expect(second.drawings.get('line')).toBe(first.drawings.get('line'))
  expect(second.drawings.get('bars')).not.toBe(first.drawings.get('bars'))
})

test('setting again after a change gives the pages that did not change as they were', async () => {
  const set = pageSetter(await diskLibrary(), look)
  const first = await set(sampleBlocks)
  const second = await set(
    sampleBlocks.map((block) =>
      block.type === 'paragraph' && block.text.startsWith('无其他')
        ? { ...block, text: '没有其他需要报告的事项。' }
        : block
    )
  )
  if (!first.ok || !second.ok) throw new Error('no pages')
  expect(second.document.pages[0]).toBe(first.document.pages[0])
  expect(second.document.pages.at(-1)).not.toBe(first.document.pages.at(-1))
})
