import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newReport, setCell, type Report } from '../../src/core/report.ts'
import { asideIds, asideOf, layAside } from '../../src/storage/aside.ts'
import { autosave } from '../../src/storage/autosave.ts'
import { db } from '../../src/storage/db.ts'
import {
  getReport,
  listReports,
  pastYears,
  removeReport,
  saveReport,
  takeUp,
  type Saved
} from '../../src/storage/reports.ts'
import { snapshotsOf, takeSnapshot } from '../../src/storage/snapshots.ts'

const report = newReport('清川市科学技术局', 2025)
const edited = (value: number): Report => setCell(report, 'remedies.review.upheld', value)
const value = async () => (await getReport(report.id))?.cells['remedies.review.upheld']

beforeEach(async () => {
  localStorage.clear()
  await Promise.all([db.reports.clear(), db.pending.clear(), db.snapshots.clear()])
})

describe('saving', () => {
  it('raises the revision with every save', async () => {
    expect(await saveReport(report, 0)).toMatchObject({ ok: true, report: { rev: 1 } })
    expect(await saveReport(edited(1), 1)).toMatchObject({ ok: true, report: { rev: 2 } })
  })

  it('never writes over a state it has not seen', async () => {
    await saveReport(report, 0)
    await saveReport(edited(1), 1)
    const saved = await saveReport(edited(2), 1)
    expect(saved).toMatchObject({ ok: false, reason: 'conflict', stored: { rev: 2 } })
    expect(await value()).toBe(1)
  })

  it('says when the storage is full', async () => {
    vi.spyOn(db.reports, 'put').mockRejectedValueOnce(
      new DOMException('too much', 'QuotaExceededError')
    )
    expect(await saveReport(report, 0)).toMatchObject({ ok: false, reason: 'full' })
  })

  it('lists what can be opened and names what cannot', async () => {
    await saveReport(report, 0)
    await db.reports.put({ id: 'broken', year: 2025, updatedAt: '' } as never)
    const newer = { ...report, id: 'newer', schema: 9 }
    await db.reports.put(newer as never)
    const listed = await listReports()
    expect(listed.reports.map(({ id }) => id)).toEqual([report.id])
    expect(listed.unreadable).toEqual([
      { id: 'broken', name: '', year: 2025, reason: 'foreign' },
      { id: 'newer', name: '清川市科学技术局', year: 2025, reason: 'newer' }
    ])
  })

  it('removes a report and nothing else', async () => {
    const other = newReport('清川市水务局', 2025)
    await saveReport(report, 0)
    await saveReport(other, 0)
    await removeReport(report.id)
    expect((await listReports()).reports.map(({ id }) => id)).toEqual([other.id])
  })
})

describe('work that a closing page laid aside', () => {
  it('is taken up where the stored state is still the one it was made from', async () => {
    await saveReport(report, 0)
    layAside({ id: report.id, baseRev: 1, report: edited(7) })
    expect(await takeUp(report.id)).toMatchObject({ ok: true, report: { rev: 2 } })
    expect(await value()).toBe(7)
    expect(await takeUp(report.id)).toBeUndefined()
  })

  it('is dropped when the same had been saved after all', async () => {
    await saveReport(report, 0)
    layAside({ id: report.id, baseRev: 1, report: edited(7) })
    await db.reports.put({ ...edited(7), rev: 2 })
    expect(await takeUp(report.id)).toMatchObject({ ok: true, report: { rev: 2 } })
    expect(await asideOf(report.id)).toBeUndefined()
  })

  it('is a conflict when another window has saved meanwhile; both are kept', async () => {
    await saveReport(report, 0)
    layAside({ id: report.id, baseRev: 1, report: edited(7) })
    await db.reports.put({ ...edited(8), rev: 2 })
    expect(await takeUp(report.id)).toMatchObject({ ok: false, reason: 'conflict' })
    expect(await value()).toBe(8)
    expect((await asideOf(report.id))?.report.cells['remedies.review.upheld']).toBe(7)
  })
})

describe('work too large for the first place', () => {
  it('is laid aside in the second, and taken up from there', async () => {
    await saveReport(report, 0)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementationOnce(() => {
      throw new DOMException('too much', 'QuotaExceededError')
    })
    layAside({ id: report.id, baseRev: 1, report: edited(7) })
    expect(await asideIds()).toEqual([report.id])
    expect(await takeUp(report.id)).toMatchObject({ ok: true, report: { rev: 2 } })
    expect(await asideIds()).toEqual([])
  })
})

describe('autosave', () => {
  const saver = (rev: number) => {
    const saved: Saved[] = []
    return {
      saved,
      auto: autosave(rev, { onSaving: () => {}, onSaved: (result) => saved.push(result) })
    }
  }

  it('saves the newest state only, after the quiet', async () => {
    await saveReport(report, 0)
    const { auto, saved } = saver(1)
    auto.touch(edited(1))
    auto.touch(edited(2))
    await vi.waitFor(() => expect(saved).toHaveLength(1), { timeout: 3000 })
    expect(await value()).toBe(2)
    expect(auto.rev()).toBe(2)
  })

  it('does not lose what is edited while a save is on its way', async () => {
    await saveReport(report, 0)
    const { auto } = saver(1)
    auto.touch(edited(1))
    const first = auto.flush()
    auto.touch(edited(2))
    await first
    await auto.flush()
    expect(await value()).toBe(2)
  })

  it('lays aside what is not stored yet when the page goes', async () => {
    await saveReport(report, 0)
    const { auto } = saver(1)
    auto.touch(edited(5))
    auto.leave()
    expect((await asideOf(report.id))?.baseRev).toBe(1)
    await auto.flush()
    expect(await value()).toBe(5)
    expect(await asideOf(report.id)).toBeUndefined()
  })

  it('keeps what was laid aside after an older save began', async () => {
    await saveReport(report, 0)
    const { auto } = saver(1)
    auto.touch(edited(1))
    const first = auto.flush()
    auto.touch(edited(2))
    layAside({ id: report.id, baseRev: 1, report: edited(2) })
    const dropped = vi.spyOn(Storage.prototype, 'removeItem')
    await first
    // Dropped once, by the save that stored it, not by the one before.
    expect(dropped).toHaveBeenCalledTimes(1)
    expect(await value()).toBe(2)
    dropped.mockRestore()
  })

  it('stops at a conflict until it is settled', async () => {
    await saveReport(report, 0)
    await saveReport(edited(1), 1)
    const { auto, saved } = saver(1)
    auto.touch(edited(2))
    await auto.flush()
    auto.touch(edited(3))
    await auto.flush()
    expect(saved).toHaveLength(1)
    expect(saved[0]).toMatchObject({ ok: false, reason: 'conflict' })
    expect(await value()).toBe(1)
    auto.rebase(2)
    await auto.flush()
    expect(await value()).toBe(3)
  })
})

it('keeps the last twenty snapshots, newest first', async () => {
  for (let i = 0; i < 23; i++) await takeSnapshot(edited(i), 'test')
  const kept = await snapshotsOf(report.id)
  expect(kept).toHaveLength(20)
  expect(kept[0]?.report.cells['remedies.review.upheld']).toBe(22)
})

describe('the years before', () => {
  it('are those of the same unit, one report a year, the one changed last', async () => {
    const year = (n: number, upheld: number, unit = report.unit.name, day = '01'): Report => ({
      ...setCell(newReport(unit, n), 'remedies.review.upheld', upheld),
      updatedAt: `2026-01-${day}T00:00:00.000Z`
    })
    await db.reports.bulkPut([
      report,
      year(2024, 4),
      year(2023, 3, undefined, '09'),
      year(2023, 9),
      year(2024, 8, '清川市档案局'),
      year(2026, 6)
    ])
    const found = await pastYears(report)
    expect(found.map(({ year, cells }) => [year, cells['remedies.review.upheld']]).sort()).toEqual([
      [2023, 3],
      [2024, 4]
    ])
  })

  it('leave out what cannot be opened', async () => {
    await db.reports.put({ ...newReport(report.unit.name, 2024), schema: 99 } as never)
    expect(await pastYears(report)).toEqual([])
  })
})
