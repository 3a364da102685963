import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { db } from '../../../src/storage/database/db.ts'
import {
  addBeside,
  getReport,
  listReports,
  pastYears,
  saveReport
} from '../../../src/storage/reports/reports.ts'
import { removeReport } from '../../../src/storage/past/bin.ts'

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

  it('knows another state by its time, though it has the revision of its base', async () => {
    const base = { ...report, rev: 3, updatedAt: '2026-01-10T08:00:00.000Z' }
    await db.reports.put({ ...edited(4), rev: 3, updatedAt: '2026-01-11T08:00:00.000Z' })
    expect(await saveReport(edited(5), 3, { base })).toMatchObject({ reason: 'conflict' })
    expect(await value()).toBe(4)
  })

  it('says when the storage is full', async () => {
    vi.spyOn(db.reports, 'put').mockRejectedValueOnce(
      new DOMException('too much', 'QuotaExceededError')
    )
    expect(await saveReport(report, 0)).toMatchObject({ ok: false, reason: 'full' })
  })

  it('takes the same content for the same work, whatever its revision', async () => {
    await saveReport(report, 0)
    await saveReport(edited(1), 1)
    // The keys in another order, as a file has them that was read.
    const { cells, ...others } = edited(1)
    expect(await saveReport({ cells, ...others }, 1)).toMatchObject({
      ok: true,
      report: { rev: 2 }
    })
  })

  it.each([
    ['a report', report],
    ['a report of a newer version', { ...report, schema: 99 }],
    ['something that is no report', { id: report.id, year: 2025, rev: 1, unit: null }]
  ])('stores one from outside beside %s with the same id', async (_, stored) => {
    await db.reports.put(stored as never)
    const saved = await addBeside(edited(3))
    expect(saved).toMatchObject({ ok: true, report: { cells: edited(3).cells } })
    expect(saved.ok && saved.report.id).not.toBe(report.id)
    expect(await db.reports.get(report.id)).toEqual(stored)
  })

  it('does not bring back what another window has deleted', async () => {
    await saveReport(report, 0)
    await removeReport(report.id)
    expect(await saveReport(edited(1), 1)).toMatchObject({ ok: false, reason: 'removed' })
    expect(await value()).toBeUndefined()
  })

  it.each([1, 2])('never writes over what a newer version has stored, rev %i', async (rev) => {
    await saveReport(report, 0)
    await db.reports.put({ ...report, schema: 99, rev } as never)
    expect(await saveReport(edited(1), 1)).toMatchObject({ ok: false, reason: 'outdated' })
    expect(await db.reports.get(report.id)).toMatchObject({ schema: 99, rev })
  })

  it('gives up on a write that is not answered in four seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.spyOn(db.reports, 'put').mockReturnValueOnce(new Promise(() => {}) as never)
    const saved = saveReport(report, 0)
    await vi.advanceTimersByTimeAsync(3_900)
    expect(await Promise.race([saved, 'waiting'])).toBe('waiting')
    await vi.advanceTimersByTimeAsync(200)
    expect(await saved).toMatchObject({ ok: false, reason: 'failed' })
    vi.useRealTimers()
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
