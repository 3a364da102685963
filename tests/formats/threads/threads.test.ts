import { afterEach, describe, expect, it, vi } from 'vitest'
import { openThreads, type Patience } from '../../../src/formats/threads/threads.ts'
import { FakeWorker, servedWorker } from './fake-worker.ts'

type Sums = {
  add: { job: readonly number[]; note: number; answer: number }
  count: { job: Uint8Array<ArrayBuffer>; note: never; answer: { length: number } }
}

/** Threads made by a fake, and the list of them. */
function fakes(patience?: Patience) {
  const made: FakeWorker[] = []
  const start = () => {
    const worker = new FakeWorker()
    made.push(worker)
    return worker
  }
  return { made, ask: openThreads<Sums>(start, patience) }
}

const answer = (value: number) => ({ kind: 'answer', answer: value })

afterEach(() => vi.useRealTimers())

describe('one job', () => {
  it('is asked for, tells notes and gives its answer', async () => {
    const { made, ask } = fakes()
    const notes: number[] = []
    const sum = ask('add', [1, 2], { onNote: (note) => notes.push(note) })
    expect(made[0]?.asked).toEqual([{ name: 'add', job: [1, 2] }])
    made[0]?.tell({ kind: 'note', note: 1 })
    made[0]?.tell({ kind: 'note', note: 3 })
    made[0]?.tell(answer(3))
    expect(await sum).toEqual({ ok: true, answer: 3 })
    expect(notes).toEqual([1, 3])
  })

  it('takes buffers over instead of copying them', async () => {
    const { made, ask } = fakes()
    const bytes = new Uint8Array(3)
    void ask('count', bytes, { transfer: [bytes.buffer] })
    expect(bytes.byteLength).toBe(0)
    expect(made[0]?.asked).toEqual([{ name: 'count', job: new Uint8Array(3) }])
  })
})

describe('the thread', () => {
  it('starts with the first job, and is kept for the next', async () => {
    const { made, ask } = fakes()
    expect(made).toHaveLength(0)
    for (const value of [1, 2]) {
      const sum = ask('add', [value])
      made[0]?.tell(answer(value))
      expect(await sum).toEqual({ ok: true, answer: value })
    }
    expect(made).toHaveLength(1)
  })

  it('has one job at a time; of two that are idle one goes', async () => {
    const { made, ask } = fakes()
    const sums = [ask('add', [1]), ask('add', [2])]
    expect(made).toHaveLength(2)
    made[0]?.tell(answer(1))
    made[1]?.tell(answer(2))
    await Promise.all(sums)
    expect(made.map(({ terminated }) => terminated)).toEqual([false, true])
  })
})

describe('what goes wrong', () => {
  const cases: readonly [of: string, happens: (worker: FakeWorker) => void, detail: string][] = [
    [
      'something thrown',
      (worker) => worker.tell({ kind: 'failed', detail: 'at line 1' }),
      'at line 1'
    ],
    ['a thread that breaks', (worker) => worker.break('out of memory'), 'out of memory'],
    ['a thread that does not start', (worker) => worker.break(''), 'did not start'],
    [
      'an answer that cannot be read',
      (worker) => worker.onmessageerror?.call(worker, new MessageEvent('messageerror')),
      'cannot be read'
    ]
  ]
  it.each(cases)('%s is a value, and the next job has a new thread', async (_, happens, detail) => {
    const { made, ask } = fakes()
    const sum = ask('add', [])
    if (made[0]) happens(made[0])
    expect(await sum).toEqual({
      ok: false,
      reason: 'failed',
      detail: expect.stringContaining(detail) as unknown
    })
    expect(made[0]?.terminated).toBe(true)
    const next = ask('add', [])
    made[1]?.tell(answer(0))
    expect(await next).toEqual({ ok: true, answer: 0 })
  })

  it('a job that cannot be sent', async () => {
    const { ask } = fakes()
    const job = [() => 1] as unknown as number[]
    expect(await ask('add', job)).toMatchObject({ reason: 'failed' })
  })

  it('no thread to be had', async () => {
    const ask = openThreads<Sums>(() => {
      throw new Error('no threads here')
    })
    expect(await ask('add', [])).toMatchObject({
      reason: 'failed',
      detail: expect.stringContaining('no threads here') as unknown
    })
  })

  it('silence: the thread is given up, but not while it tells notes', async () => {
    vi.useFakeTimers()
    const { made, ask } = fakes({ silence: 1000, whole: 6000 })
    const sum = ask('add', [])
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(900)
      made[0]?.tell({ kind: 'note', note: i })
    }
    expect(made[0]?.terminated).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    expect(await sum).toMatchObject({ reason: 'failed', overdue: true })
    expect(made[0]?.terminated).toBe(true)
  })

  it('a job without end: the thread is given up, though it tells notes', async () => {
    vi.useFakeTimers()
    const { made, ask } = fakes({ silence: 1000, whole: 6000 })
    const sum = ask('add', [])
    for (let i = 0; i < 10; i++) {
      await vi.advanceTimersByTimeAsync(900)
      made[0]?.tell({ kind: 'note', note: i })
    }
    expect(await sum).toMatchObject({ reason: 'failed', overdue: true })
    expect(made[0]?.terminated).toBe(true)
  })

  it('an idle thread may be silent', async () => {
    vi.useFakeTimers()
    const { made, ask } = fakes({ silence: 1000, whole: 6000 })
    const sum = ask('add', [])
    made[0]?.tell(answer(0))
    await sum
    await vi.advanceTimersByTimeAsync(10_000)
    expect(made[0]?.terminated).toBe(false)
  })
})

describe('cancelling', () => {
  it('ends the thread at once; what it still tells is not heard', async () => {
    const { made, ask } = fakes()
    const control = new AbortController()
    const notes: number[] = []
    const sum = ask('add', [], { signal: control.signal, onNote: (note) => notes.push(note) })
    control.abort()
    expect(await sum).toEqual({ ok: false, reason: 'cancelled' })
    expect(made[0]?.terminated).toBe(true)
    expect(made[0]?.onmessage).toBeNull()
  })

  it('before the job begins starts nothing', async () => {
    const { made, ask } = fakes()
    expect(await ask('add', [], { signal: AbortSignal.abort() })).toEqual({
      ok: false,
      reason: 'cancelled'
    })
    expect(made).toHaveLength(0)
  })

  it('after the answer leaves the thread to the next job', async () => {
    const { made, ask } = fakes()
    const control = new AbortController()
    const sum = ask('add', [], { signal: control.signal })
    made[0]?.tell(answer(0))
    await sum
    control.abort()
    expect(made[0]?.terminated).toBe(false)
  })
})

it('both sides together: notes, answer, and what a task throws', async () => {
  const ask = openThreads<Sums>(() =>
    servedWorker<Sums>({
      add: async (numbers, tell) => {
        let sum = 0
        for (const number of numbers) tell((sum += number))
        if (sum < 0) throw new RangeError('below nothing')
        return Promise.resolve(sum)
      },
      count: ({ length }) => Promise.resolve({ length })
    })
  )
  const notes: number[] = []
  expect(await ask('add', [1, 2, 3], { onNote: (note) => notes.push(note) })).toEqual({
    ok: true,
    answer: 6
  })
  expect(notes).toEqual([1, 3, 6])
  expect(await ask('count', new Uint8Array(5))).toEqual({ ok: true, answer: { length: 5 } })
  expect(await ask('add', [-1])).toMatchObject({
    reason: 'failed',
    detail: expect.stringContaining('below nothing') as unknown
  })
})
