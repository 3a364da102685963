import { readFileSync } from 'node:fs'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Importing } from '../../../src/state/import/importing.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { waitingNames } from '../../../src/storage/saving/imports.ts'

const text = readFileSync('tests/fixtures/reports/one-column-lost.txt', 'utf8')

/** The import of a page of its own: what another has in hand is not its. */
async function newPage(): Promise<Importing> {
  vi.resetModules()
  const { Importing } = await import('../../../src/state/import/importing.svelte.ts')
  const { Library } = await import('../../../src/state/library/library.svelte.ts')
  return new Importing(new Library())
}
/** Looks at the first item, once it was read. */
async function looked(importing: Importing) {
  const [item] = importing.items
  if (item) await importing.look(item)
  if (!importing.current) throw new Error('no review')
  return importing.current
}
const facts = () => db.facts.where('key').startsWith('import.').count()

beforeEach(async () => {
  await db.facts.clear()
  await db.reports.clear()
})

it('a review is there again after its page has gone, with what was answered', async () => {
  const importing = await newPage()
  await importing.takeText(text, '上年报告')
  const { review } = await looked(importing)
  review.unitName = '清川市水务局'
  await vi.waitFor(async () => expect(await facts()).toBe(2))
  await vi.waitFor(() => expect(importing.atRisk).toBe(false))
  importing.noteAnswers()
  await vi.waitFor(async () =>
    expect(await db.facts.toArray()).toContainEqual(
      expect.objectContaining({
        value: expect.objectContaining({
          name: '上年报告',
          answers: expect.objectContaining({ unitName: '清川市水务局' })
        })
      })
    )
  )

  const next = await newPage()
  expect(await waitingNames()).toEqual(['上年报告'])
  expect(await next.resume()).toBe(true)
  expect(next.items).toMatchObject([{ name: '上年报告', outcome: { kind: 'review' } }])
  const again = await looked(next)
  expect(again.review.answers).toEqual(review.answers)
  expect(await next.resume()).toBe(false)

  await next.accept(again)
  expect(await db.reports.count()).toBe(1)
  await vi.waitFor(async () => expect(await facts()).toBe(0))
})

it('a file is there again, byte for byte, and is gone when it is given up', async () => {
  const importing = await newPage()
  await importing.takeFiles([new File([text], '年报.txt')])
  await vi.waitFor(async () => expect(await facts()).toBe(2))
  const next = await newPage()
  await next.resume()
  const current = await looked(next)
  expect(current.review.name).toBe('年报.txt')
  next.abandon(current)
  await vi.waitFor(async () => expect(await facts()).toBe(0))
  expect(await (await newPage()).resume()).toBe(false)
})

it('what cannot be kept is at risk: the browser asks before the page goes', async () => {
  const importing = await newPage()
  const { db: own } = await import('../../../src/storage/database/db.ts')
  vi.spyOn(own.facts, 'bulkPut').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  await importing.takeText(text, '上年报告')
  await looked(importing)
  expect(importing.atRisk).toBe(true)
  importing.drop(importing.items[0]?.id ?? -1)
  expect(importing.atRisk).toBe(false)
})

it('answers to one are there after a look at another', async () => {
  const importing = await newPage()
  await importing.takeText(text, '一')
  const { review } = await looked(importing)
  review.unitName = '清川市水务局'
  await importing.takeText(text, '二')
  const [, second] = importing.items
  if (second) await importing.look(second)
  expect(importing.current?.review.name).toBe('二')
  expect((await looked(importing)).review).toBe(review)
})

it('of what was left, the list keeps what waits for an answer', async () => {
  const importing = await newPage()
  await importing.takeText('今天天气很好。', '一')
  await importing.takeText(text, '二')
  importing.rest()
  expect(importing.items.map(({ name }) => name)).toEqual(['二'])
})

it('what was given up comes back with all that was answered, and is kept again', async () => {
  const importing = await newPage()
  await importing.takeText(text, '放弃的一份')
  const current = await looked(importing)
  current.review.unitName = '清川市水务局'
  importing.noteAnswers()
  await vi.waitFor(() => expect(importing.atRisk).toBe(false))
  const isKept = async () => (await waitingNames()).includes('放弃的一份')
  expect(await isKept()).toBe(true)
  importing.abandon(current)
  expect([importing.items, importing.dropped?.item.name]).toEqual([[], '放弃的一份'])
  await vi.waitFor(async () => expect(await isKept()).toBe(false))

  importing.takeBack()
  expect(importing.dropped).toBeUndefined()
  expect(importing.items).toMatchObject([{ name: '放弃的一份', outcome: { kind: 'review' } }])
  expect((await looked(importing)).review.unitName).toBe('清川市水务局')
  await vi.waitFor(async () => expect(await isKept()).toBe(true))
})
