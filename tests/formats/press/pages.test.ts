import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { pageThread, type SetAnswer, type SetJob } from '../../../src/formats/press/page-thread.ts'
import type { SetDocument } from '../../../src/formats/press/pages.ts'
import { pageSetter } from '../../../src/formats/press/pages.ts'
import { diskLibrary, fromDisk } from '../fonts/disk.ts'
import { sampleBlocks } from './sample.ts'

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

describe('the thread of pages', () => {
  const job = (id: number, blocks: readonly Block[], own?: SetJob['own']): SetJob => ({
    id,
    folder: 'fonts/',
    blocks,
    look,
    ...(own && { own })
  })
  const said = (text: string): Block[] => [
    ...sampleBlocks,
    {
      type: 'paragraph',
      text,
      from: { kind: 'text', section: 'other', from: 0, to: text.length }
    }
  ]

  test('sends fonts, then pages, then the end; later only the pages that changed', async () => {
    const answers: SetAnswer[] = []
    const run = pageThread(
      (answer) => answers.push(structuredClone(answer)),
      () => fromDisk
    )
    await run(job(1, said('结尾。'), []))
    const order = [...new Set(answers.map(({ kind }) => kind))]
    expect(order).toEqual(['font', 'pages', 'set'])
    const sent = (): number[] =>
      answers.flatMap((answer) => (answer.kind === 'pages' ? answer.pages : [])).map((p) => p.index)
    const count = sent().length
    expect(sent()).toEqual([...Array(count).keys()])
    expect(answers.at(-1)).toMatchObject({ id: 1, result: { ok: true, count } })
    answers.length = 0
    await run(job(2, said('结尾，多一句。')))
    expect(sent()).toEqual([count - 1])
    expect(answers.some(({ kind }) => kind === 'font')).toBe(false)
    answers.length = 0
    await run(job(3, said('结尾，多一句。')))
    expect(answers.map(({ kind }) => kind)).toEqual(['set'])
  })

  test('charts come with their pages; jobs given at once are done in turn', async () => {
    const answers: SetAnswer[] = []
    const run = pageThread(
      (answer) => answers.push(answer),
      () => fromDisk
    )
    await Promise.all([run(job(1, sampleBlocks, [])), run(job(2, retitled(sampleBlocks)))])
    expect(answers.flatMap((answer) => (answer.kind === 'set' ? [answer.id] : []))).toEqual([1, 2])
    for (const answer of answers) {
      if (answer.kind !== 'pages') continue
      for (const { page, drawings } of answer.pages) {
        const slots = page.items.flatMap((item) => (item.kind === 'chart' ? [item.spec.id] : []))
        expect([...drawings.keys()]).toEqual(slots)
      }
    }
  })

  test('a font that is not there is told, and tried again by the next job', async () => {
    const answers: SetAnswer[] = []
    let gone = true
    const run = pageThread(
      (answer) => answers.push(answer),
      () => async (file) => (gone && file.startsWith('fang') ? undefined : fromDisk(file))
    )
    await run(job(1, sampleBlocks, []))
    expect(answers.at(-1)).toMatchObject({ id: 1, result: { ok: false, reason: 'font' } })
    gone = false
    await run(job(2, sampleBlocks))
    expect(answers.at(-1)).toMatchObject({ id: 2, result: { ok: true } })
  })
})
