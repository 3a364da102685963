import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { openPress, type Copy } from '../../../src/formats/press/press.ts'
import { pressTasks, type PressTasks } from '../../../src/formats/press/tasks.ts'
import { fromDisk } from '../fonts/disk.ts'
import { FakeWorker, servedWorker } from '../threads/fake-worker.ts'
import { sampleMeta } from './sample.ts'

/** The fonts that the screen was given, by family. */
let faces: string[] = []
class Face {
  readonly family: string
  constructor(family: string) {
    this.family = family
  }
  load(): Promise<Face> {
    return Promise.resolve(this)
  }
}
beforeEach(() => {
  faces = []
  vi.stubGlobal('FontFace', Face)
  vi.stubGlobal('document', { fonts: { add: ({ family }: Face) => faces.push(family) } })
})
afterEach(() => vi.unstubAllGlobals())

/** A press whose threads run our tasks with the fonts of the disk. */
function press() {
  const threads: FakeWorker[] = []
  const opened = openPress('fonts/', () => {
    const worker = servedWorker<PressTasks>(pressTasks(() => fromDisk))
    threads.push(worker)
    return worker
  })
  return { ...opened, threads }
}

const paragraph = (text: string): Block => ({ type: 'paragraph', text, from: { kind: 'title' } })
const prose = '全年在门户网站发布信息1286条，其中“通知公告”类412条。'
const copy: Copy = {
  blocks: [paragraph(prose.repeat(40)), paragraph(prose)],
  look: { style: 'official', digits: 'own', draft: false },
  own: []
}
const longer: Copy = { ...copy, blocks: [...copy.blocks, paragraph('完。')] }

describe('one thread', () => {
  test('serves the screen and the file; pages that did not change are the same', async () => {
    const { set, file: make, threads } = press()
    const first = await set(copy)
    const file = await make('pdf', copy, sampleMeta)
    const second = await set(longer)
    if (!first.ok || !second.ok || !file.ok) throw new Error('no pages')
    expect(file.pages).toBe(first.document.pages.length)
    expect(second.document.pages[0]).toBe(first.document.pages[0])
    const [page] = first.document.pages
    if (page) expect(second.draw(page)).toBe(first.draw(page))
    expect(threads).toHaveLength(1)
  })

  test('makes a file while the screen still waits for its fonts', async () => {
    vi.stubGlobal(
      'FontFace',
      class extends Face {
        override load(): Promise<Face> {
          return new Promise(() => undefined)
        }
      }
    )
    const { set, file: make } = press()
    let shown = false
    void set(copy).then(() => (shown = true))
    expect((await make('pdf', copy, sampleMeta)).ok).toBe(true)
    expect(shown).toBe(false)
  })

  test('does what is asked at once in turn, each with its own pages', async () => {
    const { set, file: make, threads } = press()
    const [short, file, long] = await Promise.all([
      set(copy),
      make('pdf', copy, sampleMeta),
      set(longer)
    ])
    if (!short.ok || !long.ok || !file.ok) throw new Error('no pages')
    expect(short.document.nodes.length).toBe(long.document.nodes.length - 1)
    expect(threads).toHaveLength(1)
  })

  test('tells how far a PDF is', async () => {
    const { file: make } = press()
    const steps: string[] = []
    await make('pdf', copy, sampleMeta, { onProgress: ({ step }) => steps.push(step) })
    expect([...new Set(steps)]).toEqual(['fonts', 'pages', 'file'])
  })
})

describe('an export that is cancelled', () => {
  test('ends the thread; the pages of the screen stay, and are set anew by the next', async () => {
    const { set, file: make, threads } = press()
    const before = await set(copy)
    if (!before.ok) throw new Error('no pages')
    const shown = [...faces]
    const control = new AbortController()
    const file = make('pdf', copy, sampleMeta, {
      signal: control.signal,
      onProgress: () => control.abort()
    })
    expect(await file).toEqual({ ok: false, reason: 'cancelled' })
    expect(threads[0]?.terminated).toBe(true)
    const [page] = before.document.pages
    expect(page && before.draw(page)).toBeDefined()
    const after = await set(copy)
    if (!after.ok) throw new Error('no pages')
    expect(after.document).toEqual(before.document)
    expect(threads).toHaveLength(2)
    expect(faces, 'no font is shown twice').toEqual(shown)
  })

  test('while it waits for its turn leaves the thread alone', async () => {
    const { set, file: make, threads } = press()
    const control = new AbortController()
    const pages = set(copy)
    const file = make('pdf', copy, sampleMeta, { signal: control.signal })
    control.abort()
    expect(await file).toEqual({ ok: false, reason: 'cancelled' })
    const first = await pages
    const second = await set(longer)
    if (!first.ok || !second.ok) throw new Error('no pages')
    expect(second.document.pages[0]).toBe(first.document.pages[0])
    expect(threads.map(({ terminated }) => terminated)).toEqual([false])
  })

  test('before it was asked for starts nothing', async () => {
    const { file: make, threads } = press()
    expect(await make('pdf', copy, sampleMeta, { signal: AbortSignal.abort() })).toEqual({
      ok: false,
      reason: 'cancelled'
    })
    expect(threads).toHaveLength(0)
  })
})

describe('what goes wrong', () => {
  test('a thread that breaks is told, never thrown, and the next job has a new one', async () => {
    const threads: FakeWorker[] = []
    const { set, file: make } = openPress('fonts/', () => {
      threads.push(new FakeWorker())
      return threads.at(-1) ?? new FakeWorker()
    })
    const asked = async (count: number) => vi.waitFor(() => expect(threads).toHaveLength(count))
    const pages = set(copy)
    await asked(1)
    threads[0]?.break('')
    expect(await pages).toMatchObject({ ok: false, reason: 'failed' })
    const file = make('pdf', copy, sampleMeta)
    await asked(2)
    threads[1]?.tell({ kind: 'failed', detail: 'Error: at line 1' })
    expect(await file).toEqual({ ok: false, reason: 'failed', detail: 'Error: at line 1' })
    expect(threads.map(({ terminated }) => terminated)).toEqual([true, true])
  })

  test('no thread can be had', async () => {
    const { set, file: make } = openPress('fonts/', () => {
      throw new Error('no threads here')
    })
    expect(await set(copy)).toMatchObject({ ok: false, reason: 'failed' })
    expect(await make('pdf', copy, sampleMeta)).toMatchObject({ ok: false, reason: 'failed' })
  })
})
