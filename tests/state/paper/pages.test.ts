import { describe, expect, it, vi } from 'vitest'
import type { Copy, OwnFile } from '../../../src/formats/index.ts'
import { Pages } from '../../../src/state/paper/pages.svelte.ts'
import { FakePress, pressed } from './fake-press.ts'

const look: Copy['look'] = { style: 'official', digits: 'own', draft: false }
const copy = (text: string): Omit<Copy, 'own'> => ({
  blocks: [{ type: 'title', unit: '', text, from: { kind: 'title' } }],
  look
})
const failure = { ok: false, reason: 'font', file: 'fang-1.ttf.gz', why: 'absent' } as const

/** Pages over a fake press, and what the press was asked for, by the titles of the blocks. */
function setUp(chosen: readonly OwnFile[] = []) {
  const press = new FakePress()
  const fonts = { chosen }
  const pages = new Pages({ press: () => Promise.resolve(press), fonts })
  const asked = () =>
    press.sets.map(({ copy: { blocks } }) => blocks.map((block) => 'text' in block && block.text))
  const askedFor = (count: number) => vi.waitFor(() => expect(press.sets).toHaveLength(count))
  return { press, pages, fonts, asked, askedFor }
}

it('shows what was set, with the blocks and the look it was set from', async () => {
  const { press, pages, askedFor } = setUp()
  expect(pages.document).toBeUndefined()
  expect(pages.all).toEqual([])
  const wanted = copy('甲')
  const shown = pages.show(wanted)
  await askedFor(1)
  const result = pressed(2)
  press.sets[0]?.end(result)
  await shown
  expect(pages.document).toBe(result.document)
  expect(pages.all).toBe(result.document.pages)
  expect(pages.blocks).toBe(wanted.blocks)
  expect(pages.look).toBe(look)
  const [page] = pages.all
  expect(page && pages.draw(page)).toMatchObject({ tag: 'svg' })
})

describe('while one setting is on its way', () => {
  it('only the newest waits, and the others are never set', async () => {
    const { press, pages, asked, askedFor } = setUp()
    const shown = ['甲', '乙', '丙', '丁'].map((text) => pages.show(copy(text)))
    await askedFor(1)
    press.sets[0]?.end(pressed(1))
    await askedFor(2)
    press.sets[1]?.end(pressed(4))
    await Promise.all(shown)
    expect(press.sets).toHaveLength(2)
    expect(asked().at(-1)).toEqual(['丁'])
    expect(pages.all).toHaveLength(4)
  })

  it('the pages before it stay', async () => {
    const { press, pages, askedFor } = setUp()
    const first = pages.show(copy('甲'))
    await askedFor(1)
    press.sets[0]?.end(pressed(1))
    await first
    const second = pages.show(copy('乙'))
    await askedFor(2)
    expect(pages.all).toHaveLength(1)
    press.sets[1]?.end(pressed(2))
    await second
    expect(pages.all).toHaveLength(2)
  })
})

describe('a setting that fails', () => {
  it('is told, leaves the pages and their blocks, and is forgotten with the next', async () => {
    const { press, pages, askedFor } = setUp()
    const first = copy('甲')
    const shown = [pages.show(first)]
    await askedFor(1)
    press.sets[0]?.end(pressed(1))
    await shown[0]
    shown.push(pages.show(copy('乙')))
    await askedFor(2)
    press.sets[1]?.end(failure)
    await shown[1]
    expect(pages.failure).toBe(failure)
    expect(pages.all).toHaveLength(1)
    expect(pages.blocks).toBe(first.blocks)
    shown.push(pages.show(copy('丙')))
    await askedFor(3)
    press.sets[2]?.end(pressed(3))
    await shown[2]
    expect(pages.failure).toBeUndefined()
    expect(pages.all).toHaveLength(3)
  })

  it('does not keep the newest from being set', async () => {
    const { press, pages, askedFor } = setUp()
    const shown = pages.show(copy('甲'))
    await askedFor(1)
    void pages.show(copy('乙'))
    press.sets[0]?.end(failure)
    await askedFor(2)
    press.sets[1]?.end(pressed(2))
    await shown
    expect(pages.failure).toBeUndefined()
    expect(pages.all).toHaveLength(2)
  })
})

it('a press that cannot be had is told, and asked for again the next time', async () => {
  const press = new FakePress()
  const open = vi.fn(() => Promise.reject<FakePress>(new Error('no connection')))
  const pages = new Pages({ press: open, fonts: { chosen: [] } })
  await pages.show(copy('甲'))
  expect(pages.failure).toEqual({ ok: false, reason: 'failed', detail: 'no connection' })
  open.mockImplementation(() => Promise.resolve(press))
  const shown = pages.show(copy('甲'))
  await vi.waitFor(() => expect(press.sets).toHaveLength(1))
  press.sets[0]?.end(pressed(1))
  await shown
  expect(pages.failure).toBeUndefined()
})

it('sets in the fonts that are chosen when its turn comes', async () => {
  const own: OwnFile[] = [{ role: 'body', bytes: new Uint8Array(1) }]
  const { press, pages, fonts, askedFor } = setUp()
  const first = pages.show(copy('甲'))
  await askedFor(1)
  void pages.show(copy('甲'))
  fonts.chosen = own
  press.sets[0]?.end(pressed(1))
  await askedFor(2)
  press.sets[1]?.end(pressed(1))
  await first
  expect(press.sets.map(({ copy }) => copy.own)).toEqual([[], own])
})
