import { expect, test } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import type { SetDocument } from '../../../src/formats/press/pages.ts'
import { pageSetter } from '../../../src/formats/press/pages.ts'
import { diskLibrary } from '../fonts/disk.ts'
import { retitled, sampleBlocks } from './sample.ts'

const look = { style: 'official', digits: 'own', draft: false } as const

test('charts fill their slots, and are drawn again only when they change', async () => {
  const set = pageSetter(await diskLibrary(), look)
  const pages = async (blocks: readonly Block[]): Promise<SetDocument> => {
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

test('settings that overlap do not lose each other’s charts', async () => {
  const set = pageSetter(await diskLibrary(), look)
  const [first, second] = await Promise.all([set(sampleBlocks), set(retitled(sampleBlocks))])
  if (!first.ok || !second.ok) throw new Error('no pages')
  expect([...first.drawings.keys()]).toEqual([...second.drawings.keys()])
  expect(first.drawings.get('bars')).not.toEqual(second.drawings.get('bars'))
})

test('a character that no font has is named with the label of its chart', async () => {
  const set = pageSetter(await diskLibrary(), look)
  const result = await set(
    sampleBlocks.map((block) =>
      block.type === 'chart' && block.spec.id === 'bars'
        ? { ...block, spec: { ...block.spec, labels: ['门户', '微\u{1F600}信', '微博'] } }
        : block
    )
  )
  if (!result.ok) throw new Error(result.file)
  expect(result.document.faults).toMatchObject([
    { kind: 'missing', code: 0x1f600, near: '微\u{1F600}信', from: { kind: 'chart', id: 'bars' } }
  ])
})

test('the same blocks are not set twice, though they came from another thread', async () => {
  const set = pageSetter(await diskLibrary(), look)
  const first = await set(sampleBlocks)
  expect(await set(structuredClone(sampleBlocks))).toBe(first)
  const second = await set(retitled(sampleBlocks))
  expect(second).not.toBe(first)
  expect(await set(sampleBlocks)).not.toBe(second)
})
