import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'

/** The storage as a page loads it, over the browser's database as it is then. */
async function load(indexedDB: unknown) {
  vi.resetModules()
  // Dexie asks the browser once, when it is loaded, and is not loaded anew.
  Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })
  const { followKeeping, keeping } = await import('../../../src/storage/database/keeping.ts')
  const said: string[] = []
  followKeeping((now) => said.push(now))
  const store = await import('../../../src/storage/database/db.ts')
  const reports = await import('../../../src/storage/reports/reports.ts')
  return { said, keeping, store, reports }
}
const report = newReport('清川市科学技术局', 2025)

/** Another tab: a connection that is held until it is closed. */
const hold = (factory: IDBFactory, version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = factory.open('nianbao', version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('a browser without a database', () => {
  it.each([
    ['has none', undefined],
    [
      'throws when it is opened',
      {
        open: () => {
          throw new DOMException('denied', 'SecurityError')
        }
      }
    ],
    [
      'refuses to open it',
      {
        open: () => {
          const request = { error: new DOMException('no', 'InvalidStateError') } as IDBOpenDBRequest
          const event = { target: request, preventDefault() {}, stopPropagation() {} } as never
          setTimeout(() => request.onerror?.(event))
          return request
        }
      }
    ]
  ])('%s: everything works in memory, and says so', async (_name, indexedDB) => {
    const { said, store, reports } = await load(indexedDB)
    expect(await reports.saveReport(report, 0)).toMatchObject({ ok: true, report: { rev: 1 } })
    expect(said).toEqual(['memory'])
    expect((await reports.listReports()).reports).toHaveLength(1)
    expect(await reports.pastYears({ ...report, year: 2026 })).toHaveLength(1)
    expect(store.db.isOpen()).toBe(true)
    const lists: number[] = []
    const { observe } = await import('../../../src/storage/database/observe.ts')
    await observe(
      () => store.db.reports.count(),
      (count) => lists.push(count),
      () => undefined
    )
    await vi.waitFor(() => expect(lists).toEqual([1]))
  })
})

describe('a tab that holds the database in an older version', () => {
  it('is told of, and work goes on by itself once it is closed', async () => {
    const factory = new IDBFactory()
    const other = await hold(factory, 1)
    const { said, keeping, reports } = await load(factory)
    await vi.waitFor(() => expect(said).toEqual(['blocked']))
    const listed = reports.getReport(report.id)
    other.close()
    expect(await listed).toBeUndefined()
    expect(keeping()).toBe('kept')
  })
})

describe('a browser that does not answer', () => {
  it('is told of after four seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { said } = await load({ open: () => ({}) })
    await vi.advanceTimersByTimeAsync(3_900)
    expect(said).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(said).toEqual(['silent'])
    vi.useRealTimers()
  })
})

describe('a newer version in another tab', () => {
  it('gets the database, and this page writes nothing more', async () => {
    const factory = new IDBFactory()
    const { said, store, reports } = await load(factory)
    await reports.saveReport(report, 0)
    const newer = await hold(factory, 1000)
    expect(said).toEqual(['kept', 'outdated'])
    expect(await reports.saveReport(report, 1)).toMatchObject({ ok: false, reason: 'outdated' })
    expect(store.db.isOpen()).toBe(false)
    newer.close()
  })
})
