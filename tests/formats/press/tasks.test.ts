import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import type { OwnFile } from '../../../src/formats/fonts/own.ts'
import {
  pressTasks,
  type PaintedKind,
  type PressNote,
  type SetJob
} from '../../../src/formats/press/tasks.ts'
import type { Look } from '../../../src/typeset/page/page.ts'
import { diskFont, fromDisk } from '../fonts/disk.ts'
import { retitled, sampleBlocks, sampleMeta } from './sample.ts'

/** How often pages were set. */
const settings = vi.hoisted(() => ({ count: 0 }))
vi.mock(import('../../../src/typeset/pages/typeset.ts'), async (original) => {
  const { createTypesetter, ...rest } = await original()
  return {
    ...rest,
    createTypesetter: (...made) => {
      const set = createTypesetter(...made)
      return (blocks) => {
        settings.count++
        return set(blocks)
      }
    }
  }
})
beforeEach(() => {
  settings.count = 0
})

const look: Look = { style: 'official', digits: 'own', draft: false }
const job = (blocks: readonly Block[], more: Partial<SetJob> = {}): SetJob => ({
  folder: 'fonts/',
  blocks,
  look,
  ...more
})
const paragraph = (text: string): Block => ({
  type: 'paragraph',
  text,
  from: { kind: 'text', section: 'other', from: 0, to: text.length }
})
const said = (text: string): Block[] => [...sampleBlocks, paragraph(text)]

/** The tasks, and what they have told since it was last asked. */
function thread(fetchBytes = fromDisk) {
  const { set, file } = pressTasks(() => fetchBytes)
  let notes: PressNote[] = []
  const tell = (note: PressNote): void => void notes.push(structuredClone(note))
  const make = (kind: PaintedKind, job: SetJob) =>
    file(structuredClone({ ...job, kind, meta: sampleMeta }), tell)
  return {
    make,
    set: (job: SetJob) => set(structuredClone(job), tell),
    pdf: (job: SetJob) => make('pdf', job),
    told: () => {
      const told = notes
      notes = []
      return told
    }
  }
}

const sent = (told: readonly PressNote[]): number[] =>
  told.flatMap((note) => (note.kind === 'pages' ? note.pages : [])).map(({ index }) => index)

describe('setting', () => {
  test('tells fonts, then pages; later only the pages that changed', async () => {
    const { set, told } = thread()
    const first = await set(job(said('结尾。'), { own: [] }))
    if (!first.ok) throw new Error(first.file)
    const notes = told()
    expect([...new Set(notes.map(({ kind }) => kind))]).toEqual(['font', 'pages'])
    expect(sent(notes)).toEqual([...Array(first.count).keys()])
    expect(await set(job(said('结尾，多一句。')))).toMatchObject({ ok: true, count: first.count })
    const later = told()
    expect(sent(later)).toEqual([first.count - 1])
    expect(later.some(({ kind }) => kind === 'font')).toBe(false)
    await set(job(said('结尾，多一句。')))
    expect(told()).toEqual([])
  })

  test('charts come with their pages', async () => {
    const { set, told } = thread()
    await set(job(sampleBlocks))
    await set(job(retitled(sampleBlocks)))
    for (const note of told()) {
      if (note.kind !== 'pages') continue
      for (const { page, drawings } of note.pages) {
        const slots = page.items.flatMap((item) => (item.kind === 'chart' ? [item.spec.id] : []))
        expect([...drawings.keys()]).toEqual(slots)
      }
    }
  })

  test('a font that is not there is told, and tried again by the next job', async () => {
    let gone = true
    const { set, pdf } = thread((file) =>
      gone && file.startsWith('fang') ? Promise.resolve(undefined) : fromDisk(file)
    )
    expect(await set(job(sampleBlocks, { own: [] }))).toMatchObject({ ok: false, reason: 'font' })
    expect(await pdf(job(sampleBlocks))).toMatchObject({ ok: false, reason: 'font' })
    gone = false
    expect(await set(job(sampleBlocks))).toMatchObject({ ok: true })
  })
})

test.each(['pdf', 'ofd'] as const)(
  'a file (%s) of what was set before is not set again',
  async (of) => {
    const { set, make, told } = thread()
    const pages = await set(job(sampleBlocks))
    expect(settings.count).toBeGreaterThan(0)
    settings.count = 0
    told()
    const file = await make(of, job(sampleBlocks))
    expect(file).toMatchObject({ ok: true, pages: pages.ok && pages.count })
    expect(settings.count).toBe(0)
    expect([...new Set(told().map(({ kind }) => kind))]).toEqual(['progress'])
  }
)

describe('a PDF', () => {
  test('of what was never set is set, and the screen later gets all of its pages', async () => {
    const { set, pdf, told } = thread()
    const file = await pdf(job(sampleBlocks))
    if (!file.ok) throw new Error(file.reason)
    expect(sent(told())).toEqual([])
    settings.count = 0
    await set(job(sampleBlocks))
    expect(settings.count).toBe(0)
    expect(sent(told())).toEqual([...Array(file.pages).keys()])
  })

  const few = [paragraph('全年公开信息12条。')]
  const differing: readonly [string, SetJob][] = [
    ['the look', job(few, { look: { ...look, style: 'compact' } })],
    ['the digits', job(few, { look: { ...look, digits: 'times' } })],
    ['the mark of a draft', job(few, { look: { ...look, draft: true } })],
    ['the fonts of this computer', job(few, { own: [] })],
    ['a word', job([paragraph('全年公开信息13条。')])]
  ]
  test.each(differing)('is set where %s is another than on the screen', async (_, other) => {
    const { set, pdf } = thread()
    await set(job(few))
    settings.count = 0
    expect(await pdf(other)).toMatchObject({ ok: true })
    expect(settings.count).toBeGreaterThan(0)
  })

  test('leaves the screen its pages: after it only what changed is told', async () => {
    const { set, pdf, told } = thread()
    const pages = await set(job(said('结尾。')))
    await pdf(job(said('结尾。'), { look: { ...look, draft: true } }))
    told()
    await set(job(said('结尾，多一句。')))
    expect(sent(told())).toEqual([pages.ok && pages.count - 1])
  })

  test('uses another font of the computer, though it is as long and called the same', async () => {
    const { bytes } = await diskFont('fang-1.ttf.gz')
    const { pdf } = thread()
    const fontsIn = async (own: readonly OwnFile[]) => {
      const file = await pdf(job([paragraph('公开')], { own }))
      if (!file.ok) throw new Error(file.reason)
      const text = new TextDecoder('latin1').decode(file.bytes)
      return [...text.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name)
    }
    const other = renamed(bytes, 'FandolFang', 'FandolFong')
    expect(other).toHaveLength(bytes.length)
    expect(await fontsIn([{ role: 'body', bytes }])).toContain('FandolFang-Regular')
    expect(await fontsIn([{ role: 'body', bytes: other }])).toContain('FandolFong-Regular')
  })
})

/** The font with its PostScript name spelt otherwise: as many bytes, but not the same ones. */
function renamed(bytes: Uint8Array<ArrayBuffer>, from: string, to: string) {
  const copy = bytes.slice()
  const [old, name] = [from, to].map((text) => [...text].flatMap((c) => [0, c.charCodeAt(0)]))
  for (let at = 0; at < copy.length; at++)
    if (old?.every((byte, i) => copy[at + i] === byte)) copy.set(name ?? [], at)
  return copy
}
