import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { patience } from '../../../src/storage/database/answer.ts'
import { db } from '../../../src/storage/database/db.ts'
import {
  keepSnapshot,
  pastOf,
  storedSnapshots,
  takeSnapshot,
  thinAll
} from '../../../src/storage/past/snapshots.ts'

const report = newReport('清川市科学技术局', 2025)
const edited = (value: number): Report => setCell(report, 'remedies.review.upheld', value)
const reasons = async () => (await pastOf(report.id)).map(({ reason }) => reason)
const raw = () => db.table<unknown, number, unknown>('snapshots')

beforeEach(async () => {
  vi.restoreAllMocks()
  await db.snapshots.clear()
})

describe('a snapshot', () => {
  it('is a state with its time and its reason, the newest first', async () => {
    await takeSnapshot(edited(1), 'opened')
    await takeSnapshot(edited(2), 'merge')
    await takeSnapshot(newReport('清川市水务局', 2025), 'opened')
    expect(await pastOf(report.id)).toMatchObject([
      { reason: 'merge', state: { ok: true, report: edited(2) } },
      { reason: 'opened', state: { ok: true, report: edited(1) } }
    ])
    expect(await storedSnapshots()).toHaveLength(3)
  })

  it('is not taken twice of the same content, whatever its revision', async () => {
    await takeSnapshot(report, 'opened')
    await takeSnapshot({ ...report, rev: 9, updatedAt: '2026-02-01T00:00:00.000Z' }, 'opened')
    expect(await reasons()).toEqual(['opened'])
  })

  it('of the last state becomes the one before something large', async () => {
    await takeSnapshot(report, 'opened')
    await takeSnapshot(report, 'merge')
    await takeSnapshot(report, 'opened')
    expect(await reasons()).toEqual(['merge'])
  })

  it('that this version cannot open is named and kept as it is', async () => {
    const newer = { ...report, schema: 99 }
    await raw().add({
      reportId: report.id,
      at: '2026-01-01T00:00:00.000Z',
      reason: 'migration',
      report: newer
    })
    await raw().add({
      reportId: report.id,
      at: '2026-01-02T00:00:00.000Z',
      reason: 'einstmals',
      report: 7
    })
    expect(await pastOf(report.id)).toMatchObject([
      { reason: undefined, raw: 7, state: { ok: false, reason: 'foreign' } },
      { reason: 'migration', raw: newer, state: { ok: false, reason: 'newer' } }
    ])
  })
})

describe('there are never too many', () => {
  it('of one report, and another keeps its own', async () => {
    const other = newReport('清川市水务局', 2025)
    await takeSnapshot(other, 'opened')
    for (let i = 0; i < 130; i++) await takeSnapshot(edited(i), 'while-working')
    const past = await pastOf(report.id)
    expect(past).toHaveLength(120)
    expect(past[0]?.state).toMatchObject({ report: edited(129) })
    expect(past.at(-1)?.state).toMatchObject({ report: edited(0) })
    expect(await pastOf(other.id)).toHaveLength(1)
  })

  it('of those that an earlier version stored without their size', async () => {
    const old = Array.from({ length: 150 }, (_, i) => ({
      reportId: report.id,
      at: new Date(Date.now() - i * 60_000).toISOString(),
      reason: 'opened',
      report: edited(i)
    }))
    await raw().bulkAdd(old)
    await thinAll()
    expect(await pastOf(report.id)).toHaveLength(120)
  })
})

describe('where the browser does not keep it', () => {
  const full = () =>
    vi.spyOn(db.snapshots, 'add').mockRejectedValue(new DOMException('', 'QuotaExceededError'))

  it('whoever rests on it is told', async () => {
    full()
    await expect(takeSnapshot(report, 'merge')).rejects.toThrow()
  })

  it('or does not answer, after five seconds', async () => {
    await db.open()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.spyOn(db, 'transaction').mockReturnValue(new Promise(() => undefined) as never)
    const taken = expect(takeSnapshot(report, 'merge')).rejects.toThrow('no answer')
    await Promise.resolve()
    await vi.advanceTimersByTimeAsync(patience)
    await taken
    vi.useRealTimers()
  })

  it('nobody else is', async () => {
    const add = full()
    keepSnapshot(report, 'opened')
    await vi.waitFor(() => expect(add).toHaveBeenCalled())
    expect(await pastOf(report.id)).toEqual([])
  })
})
