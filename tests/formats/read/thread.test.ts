import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ReadAnswer, ReadJob } from '../../../src/formats/read/thread.ts'

/** A thread that answers each job with what the test wants, some time later. */
class Thread {
  static all: Thread[] = []
  static answers: readonly ReadAnswer[] = []
  onmessage: ((event: { data: ReadAnswer }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  jobs: ReadJob[] = []
  ended = false
  constructor() {
    Thread.all.push(this)
  }
  postMessage(job: ReadJob): void {
    this.jobs.push(job)
    for (const data of Thread.answers) setTimeout(() => this.onmessage?.({ data }))
  }
  terminate(): void {
    this.ended = true
  }
}

const done: ReadAnswer = { kind: 'done', result: { ok: true, blocks: [] } }
const input = (onProgress?: (done: number, total: number) => void) => ({
  name: 'a',
  bytes: new Uint8Array(3),
  ...(onProgress && { onProgress })
})
const readAside = async () => (await import('../../../src/formats/read/thread.ts')).readAside

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('Worker', Thread)
  Thread.all = []
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('tells how far the thread is, and gives what it found', async () => {
  Thread.answers = [
    { kind: 'progress', done: 1, total: 2 },
    { kind: 'progress', done: 2, total: 2 },
    done
  ]
  const told: [number, number][] = []
  const read = await readAside()
  expect(
    await read(
      'pdf',
      input((n, of) => told.push([n, of]))
    )
  ).toEqual({ ok: true, blocks: [] })
  expect(told).toEqual([
    [1, 2],
    [2, 2]
  ])
})

it('uses a thread again for the next file, and another for one at the same time', async () => {
  Thread.answers = [done]
  const read = await readAside()
  await read('text', input())
  await read('csv', input())
  expect(Thread.all).toHaveLength(1)
  await Promise.all([read('text', input()), read('csv', input())])
  expect(Thread.all).toHaveLength(2)
  expect(Thread.all.filter(({ ended }) => ended)).toHaveLength(1)
})

it('gives up a thread that breaks, and the next file has a new one', async () => {
  Thread.answers = [{ kind: 'failed', detail: 'of ours' }]
  const read = await readAside()
  await expect(read('text', input())).rejects.toThrow('of ours')
  Thread.answers = [done]
  await read('text', input())
  expect(Thread.all.map(({ ended }) => ended)).toEqual([true, false])
})

it('gives up a thread that says nothing more', async () => {
  vi.useFakeTimers()
  Thread.answers = []
  const read = await readAside()
  const reading = read('pdf', input())
  const failed = expect(reading).rejects.toThrow('does not answer')
  await vi.advanceTimersByTimeAsync(100_000)
  await failed
  expect(Thread.all[0]?.ended).toBe(true)
})
