import { readFileSync } from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import { openReport } from '../../src/core/report/migrate.ts'
import { Restoring } from '../../src/state/keeping/restoring.svelte.ts'
import { partsToKeep } from '../../src/storage/saving/backup.ts'
import { db } from '../../src/storage/database/db.ts'
import { getReport, listReports, pastYears, saveReport } from '../../src/storage/reports/reports.ts'

/** A database that the version before schema 2 wrote, as it lies in the browser. */

const fixture = (name: string): string => readFileSync(`tests/fixtures/schema-1/${name}`, 'utf8')
const old = JSON.parse(fixture('database.json'))
const fee = 'disclosure.fees.amount'
const first = old.reports[0]
const feeOf = (stored: { cells: Record<string, number | null> }): number | null => {
  const amount = stored.cells[fee]
  return typeof amount === 'number' ? amount * 100 : null
}

beforeEach(async () => {
  localStorage.clear()
  await Promise.all(db.tables.map((table) => table.clear()))
  await db.reports.bulkPut(old.reports)
  await db.snapshots.bulkPut(old.snapshots)
  await db.facts.bulkPut(old.facts)
})

it('is listed in full, every fee in 分, and left as it lies', async () => {
  const { reports, unreadable } = await listReports()
  expect(unreadable).toEqual([])
  expect(reports.map(({ id, cells }) => [id, cells[fee]])).toEqual(
    old.reports.map((stored: never) => [stored['id'], feeOf(stored)])
  )
  expect(await db.reports.toArray()).toEqual(old.reports)
})

it('gives the years before to the checks', async () => {
  const report = await getReport(first.id)
  if (!report) throw new Error('not opened')
  const years = await pastYears(report)
  expect(years.map(({ year, cells }) => [year, cells[fee]])).toEqual([
    [2019, 5_070_000],
    [2020, 5_100_000],
    [2021, 5_050_000],
    [2022, 5_200_000],
    [2023, 5_000_000],
    [2024, 5_070_000]
  ])
})

it('has snapshots that open as the reports do', async () => {
  expect(await db.snapshots.toArray()).toEqual(old.snapshots)
  const [snapshot] = old.snapshots
  expect(openReport(snapshot.report)).toMatchObject({
    ok: true,
    report: { schema: 2, cells: { [fee]: 8_000_000 }, published: '2026-01-24', colour: '靛' }
  })
})

it('is written as schema 2 with the next save, one revision up: an old page sees a conflict', async () => {
  const report = await getReport(first.id)
  if (!report) throw new Error('not opened')
  const saved = await saveReport({ ...report, notes: {} }, report.rev)
  expect(saved).toMatchObject({ ok: true, report: { schema: 2, rev: first.rev + 1 } })
  expect(await db.reports.get(first.id)).toMatchObject({ schema: 2, cells: { [fee]: 9_123_400 } })
  // The others wait for a save of their own.
  expect(await db.reports.get(old.reports[1].id)).toEqual(old.reports[1])
})

it('goes into a backup whole, and its own backup is read back without a second copy', async () => {
  const values: unknown[] = []
  for await (const { kind, value } of partsToKeep()) if (kind === 'report') values.push(value)
  expect(values).toEqual(old.reports)
  const fates = async () => {
    const restoring = new Restoring(new Blob([fixture('backup.json')]))
    const preview = await restoring.preview()
    if (!preview.ok) throw new Error(preview.reason)
    return { restoring, fates: new Set(preview.found.map(({ fate }) => fate)) }
  }
  expect((await fates()).fates).toEqual(new Set(['same']))
  await db.reports.clear()
  const anew = await fates()
  expect(anew.fates).toEqual(new Set(['added']))
  const all = new Set(old.reports.keys()) as Set<number>
  const restored = await anew.restoring.take(all)
  expect(restored).toEqual({ added: old.reports.length, failed: 0, ended: false })
  const { reports } = await listReports()
  expect(reports.map(({ cells }) => cells[fee])).toEqual(old.reports.map(feeOf))
})
