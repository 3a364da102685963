import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { leaseOf, takeLease } from '../../../src/storage/windows/lease.ts'
import { fakeLocks } from './locks.ts'

/** Each window of a browser has its own copy of the module, and so its own end of the channel. */
async function anotherWindow(): Promise<typeof import('../../../src/storage/windows/lease.ts')> {
  vi.resetModules()
  return import('../../../src/storage/windows/lease.ts')
}
const holder = () => ({ onAsked: vi.fn<() => void>(), onLost: vi.fn<() => void>() })
const nobody = holder()

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: fakeLocks() })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the right to edit a report', () => {
  it('is one window’s at a time, of each report by itself, until it ends', async () => {
    const first = await leaseOf('a', nobody)
    expect(first).toBeDefined()
    expect(await leaseOf('a', nobody)).toBeUndefined()
    expect(await leaseOf('b', nobody)).toBeDefined()
    first?.end()
    expect(await leaseOf('a', nobody)).toBeDefined()
  })

  it('is handed over by the window that is asked, and is not lost by that', async () => {
    const other = await anotherWindow()
    const asked = holder()
    const lease = await other.leaseOf('a', asked)
    asked.onAsked.mockImplementation(() => lease?.end())
    const taken = await takeLease('a', nobody)
    expect(asked.onAsked).toHaveBeenCalledOnce()
    expect(asked.onLost).not.toHaveBeenCalled()
    expect(await other.leaseOf('a', nobody)).toBeUndefined()
    taken.end()
  })

  it('is not asked of a window that edits another report', async () => {
    const other = await anotherWindow()
    const [ofA, ofB] = [holder(), holder()]
    const lease = await other.leaseOf('a', ofA)
    ofA.onAsked.mockImplementation(() => lease?.end())
    await other.leaseOf('b', ofB)
    await takeLease('a', nobody)
    expect(ofB.onAsked).not.toHaveBeenCalled()
  })

  it('is taken from a window that does not answer, which is told', async () => {
    const silent = holder()
    await leaseOf('a', silent)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const taking = takeLease('a', nobody)
    await vi.advanceTimersByTimeAsync(6_000)
    await taking
    expect(silent.onLost).toHaveBeenCalledOnce()
    vi.useRealTimers()
    expect(await leaseOf('a', nobody)).toBeUndefined()
  })

  it.each([
    ['without locks', {}],
    [
      'where a page may use none',
      { locks: { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } }
    ]
  ])('is every window’s %s', async (_name, navigator) => {
    vi.stubGlobal('navigator', navigator)
    expect(await leaseOf('a', nobody)).toBeDefined()
    expect(await leaseOf('a', nobody)).toBeDefined()
    expect(await takeLease('a', nobody)).toBeDefined()
  })
})
