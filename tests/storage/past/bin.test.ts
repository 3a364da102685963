import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { db } from '../../../src/storage/database/db.ts'
import {
  bringBack,
  emptyBin,
  listBin,
  removeReport,
  storedBin
} from '../../../src/storage/past/bin.ts'
import { letPastGo } from '../../../src/storage/past/tidying.ts'
import { pastOf, takeSnapshot } from '../../../src/storage/past/snapshots.ts'
import { getReport, listReports, saveReport } from '../../../src/storage/reports/reports.ts'

const report = newReport('清川市科学技术局', 2025)
const other = newReport('清川市水务局', 2024)
const edited = (value: number): Report => setCell(report, 'remedies.review.upheld', value)
const names = async () => (await listBin()).map(({ name }) => name)
const raw = () => db.table<unknown, string, unknown>('reports')
const days = (n: number): Date => new Date(Date.now() + n * 86_400_000)

beforeEach(async () => {
  vi.restoreAllMocks()
  await Promise.all([db.reports.clear(), db.bin.clear(), db.snapshots.clear()])
  await saveReport(report, 0)
  await saveReport(other, 0)
})

describe('a deleted report', () => {
  it('lies in the bin with its name, its year and the days that are left', async () => {
    await removeReport(report.id)
    expect(await listBin()).toMatchObject([
      { id: report.id, name: '清川市科学技术局', year: 2025, left: 30 }
    ])
    expect((await listReports()).reports.map(({ id }) => id)).toEqual([other.id])
    expect(await storedBin()).toMatchObject([{ id: report.id, report: { rev: 1 } }])
  })

  it('and a second one: each comes back as it was', async () => {
    await removeReport(report.id)
    await removeReport(other.id)
    expect((await names()).sort()).toEqual(['清川市水务局', '清川市科学技术局'].sort())
    expect(await bringBack(report.id)).toEqual({ id: report.id, beside: false })
    expect(await bringBack(other.id)).toEqual({ id: other.id, beside: false })
    expect(await getReport(report.id)).toEqual({ ...report, rev: 1, updatedAt: expect.any(String) })
    expect(await names()).toEqual([])
  })

  it('is told to a window that works on it, and stays deleted', async () => {
    await removeReport(report.id)
    expect(await saveReport(edited(2), 1)).toMatchObject({ ok: false, reason: 'removed' })
    expect(await getReport(report.id)).toBeUndefined()
  })

  it('that cannot be opened comes back word for word', async () => {
    const newer = { ...report, id: 'n', schema: 99, later: ['谁知道'] }
    await raw().add(newer)
    await removeReport('n')
    expect(await listBin()).toMatchObject([{ id: 'n', name: '清川市科学技术局', raw: newer }])
    await bringBack('n')
    expect(await db.reports.get('n')).toEqual(newer)
  })

  it('whose id is taken comes back as one more, with its past', async () => {
    await takeSnapshot(report, 'opened')
    await removeReport(report.id)
    await saveReport(edited(7), 0)
    const { id = '', beside } = (await bringBack(report.id)) ?? {}
    expect([beside, id === report.id]).toEqual([true, false])
    expect(await getReport(id)).toMatchObject({ unit: report.unit, cells: report.cells })
    expect(await getReport(report.id)).toMatchObject({ cells: edited(7).cells })
    for (const one of [id, report.id]) expect(await pastOf(one)).toHaveLength(1)
  })

  it('that is deleted again with other words lies there twice', async () => {
    await removeReport(report.id)
    await saveReport(edited(7), 0)
    await removeReport(report.id)
    expect(await names()).toEqual(['清川市科学技术局', '清川市科学技术局'])
    await saveReport(edited(7), 0)
    await removeReport(report.id)
    expect(await names()).toHaveLength(2)
  })

  it('is still in the library where it could not be laid into the bin', async () => {
    vi.spyOn(db.bin, 'put').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
    await expect(removeReport(report.id)).rejects.toThrow()
    expect(await getReport(report.id)).toBeDefined()
    expect(await names()).toEqual([])
  })
})

describe('snapshots', () => {
  it('last as long as their report lies in the bin', async () => {
    await takeSnapshot(edited(1), 'merge')
    await removeReport(report.id)
    expect(await pastOf(report.id)).not.toEqual([])
    await emptyBin(report.id)
    expect(await pastOf(report.id)).toEqual([])
  })

  it('of other reports, in the bin and in the library, stay when one is gone for good', async () => {
    const third = newReport('青石镇人民政府', 2025)
    await saveReport(third, 0)
    for (const one of [report, other, third]) await takeSnapshot(one, 'opened')
    await removeReport(report.id)
    await removeReport(other.id)
    await emptyBin(report.id)
    expect(await pastOf(report.id)).toEqual([])
    for (const one of [other, third]) expect(await pastOf(one.id)).toHaveLength(1)
    await emptyBin()
    expect(await names()).toEqual([])
    expect(await pastOf(other.id)).toEqual([])
    expect(await pastOf(third.id)).toHaveLength(1)
  })
})

it.each([
  [29, 1],
  [31, 0]
])('at a start %i days later there are %i', async (later, count) => {
  await removeReport(report.id)
  await takeSnapshot(edited(3), 'merge')
  await letPastGo(days(later))
  expect(await listBin()).toHaveLength(count)
  expect(await pastOf(report.id)).toHaveLength(count * 2)
})
