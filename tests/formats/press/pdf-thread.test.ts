import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PdfAnswer, PdfJob } from '../../../src/formats/press/pdf-job.ts'
import type { PdfOptions } from '../../../src/formats/press/pdf-thread.ts'

/** A thread that does what the test tells it. */
class FakeWorker {
  static made: FakeWorker[] = []
  onmessage: ((event: { data: PdfAnswer }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  jobs: PdfJob[] = []
  terminated = false
  constructor() {
    FakeWorker.made.push(this)
  }
  postMessage(job: PdfJob) {
    this.jobs.push(job)
  }
  terminate() {
    this.terminated = true
  }
}

const options: PdfOptions = {
  look: { style: 'official', digits: 'own', draft: false },
  folder: 'http://localhost/fonts/'
}
const done: PdfAnswer = {
  kind: 'done',
  result: { ok: true, bytes: new Uint8Array(3), pages: 1 }
}

async function start(more: Partial<PdfOptions> = {}) {
  const { makePdf: writePdf } = await import('../../../src/formats/press/pdf-thread.ts')
  const outcome = writePdf([], { title: '', author: '' }, { ...options, ...more })
  return { outcome, worker: FakeWorker.made.at(-1) }
}

beforeEach(() => {
  vi.resetModules()
  FakeWorker.made = []
  vi.stubGlobal('Worker', FakeWorker)
})
afterEach(() => vi.unstubAllGlobals())

test('the thread is kept for the next export', async () => {
  const progress = vi.fn()
  const first = await start({ onProgress: progress })
  first.worker?.onmessage?.({
    data: { kind: 'progress', progress: { step: 'pages', done: 1, total: 2 } }
  })
  first.worker?.onmessage?.({ data: done })
  expect(await first.outcome).toEqual(done.result)
  expect(progress).toHaveBeenCalledWith({ step: 'pages', done: 1, total: 2 })
  const second = await start()
  second.worker?.onmessage?.({ data: done })
  expect(await second.outcome).toMatchObject({ ok: true })
  expect(FakeWorker.made).toHaveLength(1)
  expect(FakeWorker.made[0]?.jobs).toHaveLength(2)
})

test('two exports at once have a thread each, and one of them goes afterwards', async () => {
  const first = await start()
  const second = await start()
  expect(FakeWorker.made).toHaveLength(2)
  first.worker?.onmessage?.({ data: done })
  second.worker?.onmessage?.({ data: done })
  await Promise.all([first.outcome, second.outcome])
  expect(FakeWorker.made.map(({ terminated }) => terminated)).toEqual([false, true])
})

test('cancelling ends the thread at once', async () => {
  const control = new AbortController()
  const { outcome, worker } = await start({ signal: control.signal })
  control.abort()
  expect(await outcome).toEqual({ ok: false, reason: 'cancelled' })
  expect(worker?.terminated).toBe(true)
  expect(await (await start({ signal: control.signal })).outcome).toMatchObject({
    reason: 'cancelled'
  })
  expect(FakeWorker.made).toHaveLength(1)
})

test('a thread that breaks, does not start or cannot be had is told, never thrown', async () => {
  const broken = await start()
  broken.worker?.onmessage?.({ data: { kind: 'failed', detail: 'Error: at line 1' } })
  expect(await broken.outcome).toEqual({
    ok: false,
    reason: 'failed',
    detail: 'Error: at line 1'
  })
  const lost = await start()
  lost.worker?.onerror?.({ message: '' })
  expect(await lost.outcome).toMatchObject({ reason: 'failed' })
  expect(FakeWorker.made.every(({ terminated }) => terminated)).toBe(true)
  vi.stubGlobal('Worker', undefined)
  expect(await (await start()).outcome).toMatchObject({ reason: 'failed' })
})
