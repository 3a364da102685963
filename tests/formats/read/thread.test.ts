import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tasks, type ReadTasks } from '../../../src/formats/read/tasks.ts'
import { FakeWorker, servedWorker } from '../threads/fake-worker.ts'

/** The threads that were started, and what starts the next. */
let all: FakeWorker[] = []
let start: () => FakeWorker

const input = () => ({ name: 'a', bytes: new TextEncoder().encode('规章,1,0,7') })
const reading = () => import('../../../src/formats/read/thread.ts')

beforeEach(() => {
  all = []
  start = () => servedWorker<ReadTasks>(tasks)
  vi.resetModules()
  vi.stubGlobal('Worker', function () {
    const worker = start()
    all.push(worker)
    return worker
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('tells how far the thread is, and gives what it found', async () => {
  start = () => new FakeWorker()
  const { recognisedAside: recognised } = await reading()
  const told: [number, number][] = []
  const found = recognised('pdf', input(), { onProgress: (n, of) => told.push([n, of]) })
  all[0]?.tell({ kind: 'note', note: { done: 1, total: 2 } })
  all[0]?.tell({ kind: 'note', note: { done: 2, total: 2 } })
  all[0]?.tell({ kind: 'answer', answer: { ok: true, blocks: [] } })
  expect(await found).toEqual({ ok: true, blocks: [] })
  expect(told).toEqual([
    [1, 2],
    [2, 2]
  ])
})

it('hands the bytes over instead of copying them', async () => {
  const { readAside: read } = await reading()
  const mine = input()
  expect(await read('csv', mine)).toMatchObject({ ok: true })
  expect(mine.bytes).toHaveLength(0)
})

it('uses a thread again for the next file, and another for one at the same time', async () => {
  const { readAside: read } = await reading()
  await read('text', input())
  await read('csv', input())
  expect(all).toHaveLength(1)
  await Promise.all([read('text', input()), read('csv', input())])
  expect(all).toHaveLength(2)
  expect(all.filter(({ terminated }) => terminated)).toHaveLength(1)
})

it('gives up a thread that breaks, and the next file has a new one', async () => {
  const { readAside: read } = await reading()
  start = () => new FakeWorker()
  const broken = read('text', input())
  all[0]?.tell({ kind: 'failed', detail: 'of ours' })
  await expect(broken).rejects.toThrow('of ours')
  start = () => servedWorker<ReadTasks>(tasks)
  await read('text', input())
  expect(all.map(({ terminated }) => terminated)).toEqual([true, false])
})

it('gives up a thread that says nothing more', async () => {
  vi.useFakeTimers()
  start = () => new FakeWorker()
  const { readAside: read } = await reading()
  const given = read('pdf', input())
  await vi.advanceTimersByTimeAsync(100_000)
  expect(await given).toEqual({ ok: false, reason: 'overdue', detail: '' })
  expect(all[0]?.terminated).toBe(true)
})

it('gives up a thread that tells of pages without end', async () => {
  vi.useFakeTimers()
  start = () => new FakeWorker()
  const { readAside: read } = await reading()
  const given = read('pdf', input())
  for (let done = 1; done < 60; done++) {
    await vi.advanceTimersByTimeAsync(10_000)
    all[0]?.tell({ kind: 'note', note: { done, total: 1e9 } })
  }
  expect(await given).toEqual({ ok: false, reason: 'overdue', detail: '' })
  expect(all[0]?.terminated).toBe(true)
})

it('ends the thread at once when the reading is stopped', async () => {
  start = () => new FakeWorker()
  const { recognisedAside: recognised } = await reading()
  const stop = new AbortController()
  const given = recognised('html', input(), { signal: stop.signal })
  stop.abort()
  expect(all[0]?.terminated).toBe(true)
  expect(await given).toEqual({ ok: false, reason: 'stopped', detail: '' })
})

it('reads and recognises in the page where threads are forbidden', async () => {
  start = () => {
    throw new DOMException('not from this origin', 'SecurityError')
  }
  const { readAside: read, recognisedAside: recognised } = await reading()
  expect(await read('csv', input())).toMatchObject({ blocks: [{ type: 'grid' }] })
  expect(await recognised('csv', input())).toMatchObject({
    patch: { cells: { 'disclosure.rules.inForce': { value: 7 } } }
  })
  expect(all).toEqual([])
})
