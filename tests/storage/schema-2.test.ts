import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, it, vi } from 'vitest'
import { openReport } from '../../src/core/report/migrate.ts'
import type { Report } from '../../src/core/report/report.ts'
import { dumpIn, layDown } from './dump.ts'

/**
 * A database that a version of schema 2 wrote, as it lies in the browser, shape and all: every later
 * version opens it and finds everything equal.
 */

const fixture = (name: string): string => readFileSync(`tests/fixtures/schema-2/${name}`, 'utf8')
const dump = dumpIn(fixture('database.json'))
const valuesOf = (store: string): readonly unknown[] =>
  dump.stores.find(({ name }) => name === store)?.values ?? []
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const id = (n: number): string => `7c1e9a30-5b2d-4f68-8a10-${String(n).padStart(12, '0')}`
const storedAs = (wanted: string): unknown =>
  valuesOf('reports').find((value) => (value as Report).id === wanted)
/** What this version makes of the report stored under an id. */
const opened = (wanted: string): Report => {
  const report = openReport(storedAs(wanted))
  if (!report.ok) throw new Error(`${wanted} ${report.detail}`)
  return report.report
}
const current = [1, 2, 3, 4, 5].map(id)

/** The app's storage, loaded as by a page that is opened over the database of the dump. */
async function load() {
  vi.resetModules()
  const factory = new IDBFactory()
  await layDown(factory, 'nianbao', dump)
  Object.assign(Dexie.dependencies, { indexedDB: factory, IDBKeyRange })
  localStorage.clear()
  for (const [key, value] of Object.entries(dump.localStorage)) localStorage.setItem(key, value)
  const { db, opened } = await import('../../src/storage/database/db.ts')
  await opened
  return {
    db,
    ...(await import('../../src/storage/reports/reports.ts')),
    ...(await import('../../src/storage/saving/aside.ts')),
    ...(await import('../../src/storage/saving/opening.ts')),
    ...(await import('../../src/storage/saving/backup.ts')),
    ...(await import('../../src/storage/reports/own-fonts.ts')),
    ...(await import('../../src/state/library/backup.svelte.ts'))
  }
}

let page: Awaited<ReturnType<typeof load>>
beforeEach(async () => {
  page = await load()
})

it('is listed in full, equal to what was written; what cannot be opened is named', async () => {
  const { reports, unreadable } = await page.listReports()
  const [oldest] = reports
  expect(oldest).toMatchObject({ schema: 2, published: '2026-01-24', colour: '靛' })
  expect(plain(reports.slice(1))).toEqual(current.map(storedAs))
  expect(unreadable).toEqual([
    { id: id(6), name: '青石县柳溪镇人民政府', year: 2025, reason: 'newer' },
    { id: id(7), name: '青石县柳溪镇人民政府', year: undefined, reason: 'damaged' }
  ])
})

it('is left as it lies by a look at it', async () => {
  await page.listReports()
  await page.abandoned()
  await page.storedValues()
  for (const { name, values } of dump.stores) {
    expect(plain(await page.db.table(name).toArray())).toEqual(plain(values))
  }
})

it.each([1, 2, 3])('opens the report …00%i word for word, unknown keys and all', async (n) => {
  const opening = await page.openStored(id(n))
  expect(opening).toEqual({ ok: true, report: opened(id(n)), baseRev: opened(id(n)).rev })
  expect(plain(opening.ok && opening.report)).toEqual(storedAs(id(n)))
})

it.each([
  [6, 'newer'],
  [7, 'damaged']
])('says why …00%i is not opened, and leaves it', async (n, reason) => {
  expect(await page.openStored(id(n))).toMatchObject({ ok: false, reason })
  expect(await page.db.reports.get(id(n))).toEqual(storedAs(id(n)))
})

it('takes up the work that lies aside, in localStorage and in the database', async () => {
  const { asides, damaged } = await page.abandoned()
  expect(damaged).toEqual([])
  expect(asides.map(({ report }) => report.id)).toEqual([id(4), id(5)])
  for (const { report } of asides) {
    const opening = await page.openStored(report.id)
    const saved = { ...report, rev: 2, updatedAt: expect.any(String) as unknown }
    expect(opening).toMatchObject({ ok: true, report: saved })
    expect(report.cells['remedies.review.total']).toBe(2)
  }
  expect((await page.abandoned()).asides).toEqual([])
})

it('has snapshots that open word for word', async () => {
  const kept = await page.db.snapshots.toArray()
  expect(kept).toHaveLength(2)
  for (const { report } of kept as { report: unknown }[]) {
    const opened = openReport(report)
    expect(plain(opened.ok && opened.report)).toEqual(report)
  }
})

it('remembers its last backup and its fonts', async () => {
  expect(await page.backedUpAt()).toEqual(new Date('2026-01-20T08:00:00.000Z'))
  expect(plain(await page.storedFonts())).toEqual(
    plain([{ role: 'body', name: '仿宋', bytes: new Uint8Array([0, 1, 0, 0, 255]) }])
  )
})

it('gives the years before, and takes the next save', async () => {
  const report = opened(id(2))
  expect((await page.pastYears(report)).map(({ year }) => year)).toContain(report.year - 1)
  const saved = await page.saveReport({ ...report, notes: {} }, report.rev)
  expect(saved).toMatchObject({ ok: true, report: { rev: report.rev + 1 } })
})

it('goes into a backup whole, and its own backup brings nothing that is not here', async () => {
  const { reports } = JSON.parse(fixture('backup.json'))
  expect(plain(await page.storedValues())).toEqual(reports)
  const added: Report[] = []
  const add = async (report: Report) => {
    added.push(report)
    return { ok: true, report } as const
  }
  const restored = await new page.Backups().restore(fixture('backup.json'), add)
  expect(restored).toMatchObject({ ok: true, added: 0, same: 6, refused: 2 })
  // The two that lie aside say something else than what is stored of them.
  expect(added.map(({ id }) => id)).toEqual([id(4), id(5)])
})
