import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, it, vi } from 'vitest'
import { openReport } from '../../src/core/report/migrate.ts'
import type { Report } from '../../src/core/report/report.ts'
import { dumpIn, dumpOf, layDown } from './dump.ts'

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
    ...(await import('../../src/state/keeping/restoring.svelte.ts'))
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

/** The one report of schema 1 that lay in it. */
const oldest = valuesOf('reports').find((value) => (value as Report).schema < 2) as Report

it('has its reports of schema 1 taken to this one as it is opened, the old state kept', async () => {
  const [, ...others] = valuesOf('reports')
  const migrated = opened(oldest.id)
  expect(plain(await page.db.reports.toArray())).toEqual([migrated, ...others].map(plain))
  const [, , kept, ...more] = await page.db.snapshots.toArray()
  expect(more).toEqual([])
  expect(kept).toMatchObject({ reportId: oldest.id, reason: 'migration', report: oldest })
})

it('is otherwise left as it lies by a look at it', async () => {
  await page.listReports()
  await page.abandoned()
  await keptReports()
  for (const { name, values } of dump.stores) {
    if (name === 'reports') continue
    const lying = await page.db.table(name).toArray()
    expect(plain(lying.slice(0, values.length))).toEqual(plain(values))
  }
})

it('has a summary of every report, the damaged too, from its first opening', async () => {
  const { listSummaries } = await import('../../src/storage/reports/summaries.ts')
  const summaries = await listSummaries()
  expect(summaries.map(({ id }) => id)).toEqual(
    valuesOf('reports').map((one) => (one as Report).id)
  )
  expect(summaries.filter(({ judged }) => judged).map(({ id, judged }) => [id, judged])).toEqual([
    [id(6), { fate: 'refused', reason: 'newer' }],
    [id(7), { fate: 'refused', reason: 'damaged' }]
  ])
})

it('is there as it was, whole, where the change of version is cut off; the next opening ends it', async () => {
  vi.resetModules()
  const factory = new IDBFactory()
  await layDown(factory, 'nianbao', dump)
  for (const after of [0, 3, 9]) {
    const cut = await cutOff(factory, after)
    expect(cut).toBe(true)
    const lying = await dumpOf(factory, 'nianbao')
    expect(plain(lying.stores)).toEqual(plain(dump.stores))
    expect(lying.version).toBe(10)
  }
  Object.assign(Dexie.dependencies, { indexedDB: factory, IDBKeyRange })
  const { db, opened } = await import('../../src/storage/database/db.ts')
  await opened
  const schemas = (await db.reports.toArray()).map((report) => (report as Report).schema)
  expect(schemas).not.toContain(1)
  expect(await db.summaries.count()).toBe(valuesOf('reports').length)
})

/** Opens the database as a page that dies after so many writes of the change of version. */
async function cutOff(factory: IDBFactory, after: number): Promise<boolean> {
  const { db } = await load()
  const Database = db.constructor as new () => typeof db
  let writes = 0
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    if (writes++ >= after) this.transaction.abort()
    return realPut.apply(this, given)
  })
  Object.assign(Dexie.dependencies, { indexedDB: factory, IDBKeyRange })
  const dying = new Database()
  const died = await dying.open().then(
    () => false,
    () => true
  )
  dying.close()
  put.mockRestore()
  return died
}
const realPut = IDBObjectStore.prototype.put

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
  const kept = (await page.db.snapshots.toArray()).slice(0, 2)
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
  const current = [plain(opened(oldest.id)), ...reports.slice(1)]
  expect(plain(await keptReports())).toEqual(current)
  const preview = await new page.Restoring(new Blob([fixture('backup.json')])).preview()
  if (!preview.ok) throw new Error(preview.reason)
  const counted = (fate: string) => preview.found.filter((one) => one.fate === fate).length
  // The two that lie aside say something else than what is stored of them.
  expect([counted('same'), counted('differs'), counted('refused')]).toEqual([6, 2, 2])
  expect(preview.found).toHaveLength(10)
})

/** What a backup would hold of reports, the work that lies aside among them. */
async function keptReports(): Promise<unknown[]> {
  const values: unknown[] = []
  for await (const { kind, value } of page.partsToKeep()) {
    if (kind === 'report' || kind === 'aside') values.push(value)
  }
  return values
}
