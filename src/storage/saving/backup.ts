import type { IndexableType, Table } from 'dexie'
import { isSummary } from '../../core/checks/summary.ts'
import { wordsFrom } from '../../core/findings/own-words.ts'
import type { Part } from '../../core/report/backup.ts'
import { canonical } from '../../core/report/canonical.ts'
import { uuid } from '../../core/report/identity.ts'
import { isRecord } from '../../core/report/json.ts'
import type { Report } from '../../core/report/report.ts'
import { allAsides } from './aside.ts'
import { db, factOf, opened } from '../database/db.ts'
import { keepWords, storedWords } from '../reports/own-words.ts'

/** Reports and other values that are read, or written, at one go. */
const batch = 50

/**
 * Everything that a library holds, as it is stored: reports, the work that lies aside, the bin,
 * snapshots, states that other copies know, the office's own words; what cannot be opened, too.
 * Reports are read a few at a time, each as it is at that moment.
 */
export async function* partsToKeep(
  onProgress: (share: number) => void = () => undefined
): AsyncGenerator<Part> {
  await opened
  const { asides, damaged } = await allAsides()
  let unsaved = asides.map(({ report }) => report)
  const tables = [
    { kind: 'report', name: 'reports' },
    { kind: 'bin', name: 'bin' },
    { kind: 'snapshot', name: 'snapshots' },
    { kind: 'known', name: 'known' }
  ] as const
  const counts = await Promise.all(tables.map(({ name }) => db.table(name).count()))
  const all = counts.reduce((sum, count) => sum + count, 0)
  let done = 0
  for (const { kind, name } of tables) {
    for await (const value of valuesOf(db.table(name))) {
      yield { kind, value }
      if (kind === 'report') unsaved = unsaved.filter((one) => !isSame(value, one))
      onProgress(++done / all)
    }
  }
  for (const value of [...unsaved, ...damaged]) yield { kind: 'aside', value }
  const words = await storedWords()
  if (words.length) yield { kind: 'words', value: words }
}

async function* valuesOf(table: Table<unknown, IndexableType>): AsyncGenerator<unknown> {
  const keys = await table.toCollection().primaryKeys()
  for (let from = 0; from < keys.length; from += batch) {
    for (const value of await table.bulkGet(keys.slice(from, from + batch))) {
      if (value !== undefined) yield value
    }
  }
}

/** A report as it was stored: what has changed since is told by it. */
export type Stored = Pick<Report, 'id' | 'rev' | 'updatedAt'>

/**
 * Stores reports that come from a backup as more of them, in one transaction: all, or none. One whose
 * id is taken gets a new one. Rejects where they are not stored.
 */
export async function addReports(reports: readonly Report[]): Promise<Stored[]> {
  return db.transaction('rw', db.reports, async () => {
    const taken = new Set<string>()
    const here = await db.reports.bulkGet(reports.map(({ id }) => id))
    const added = reports.map((report, i): Report => {
      const isFree = here[i] === undefined && !taken.has(report.id)
      taken.add(report.id)
      return { ...report, rev: Math.max(1, report.rev), ...(!isFree && { id: uuid() }) }
    })
    await db.reports.bulkAdd(added)
    return added.map(({ id, rev, updatedAt }) => ({ id, rev, updatedAt }))
  })
}

/** Takes reports out again that were added, but for those that have been changed since: how many stay. */
export async function takeOut(added: readonly Stored[]): Promise<number> {
  let stay = 0
  for (let from = 0; from < added.length; from += batch) {
    const some = added.slice(from, from + batch)
    await db.transaction('rw', [db.reports, db.summaries], async () => {
      const summaries = await db.summaries.bulkGet(some.map(({ id }) => id))
      const untouched = some.filter(({ rev, updatedAt }, i) => {
        const now = summaries[i]
        return isSummary(now) && now.rev === rev && now.updatedAt === updatedAt
      })
      stay += summaries.filter(Boolean).length - untouched.length
      await db.reports.bulkDelete(untouched.map(({ id }) => id))
    })
  }
  return stay
}

/**
 * Stores what stands in a backup beside the reports, as far as it is not here already; words of the
 * office's own are added to those that are here. What is of no shape that we know is left out.
 */
export async function addParts(parts: readonly Part[]): Promise<void> {
  const of = (kind: Part['kind']) =>
    parts.flatMap(({ kind: one, value }) => (one === kind && isRecord(value) ? [value] : []))
  await db.transaction('rw', [db.bin, db.snapshots, db.known], async () => {
    for (const value of of('bin')) {
      if (typeof value['id'] !== 'string' || typeof value['at'] !== 'string') continue
      if (!(await db.bin.get(value['id']))) await db.table<unknown>('bin').add(value)
    }
    const snapshots = of('snapshot')
    const ids = new Set(snapshots.map(({ reportId }) => String(reportId)))
    const kept: unknown[] = await db.snapshots
      .where('reportId')
      .anyOf([...ids])
      .toArray()
    const moments = new Set(kept.map((one) => momentOf(isRecord(one) ? one : {})))
    for (const { key: _key, ...value } of snapshots) {
      if (typeof value['reportId'] !== 'string' || typeof value['at'] !== 'string') continue
      if (!moments.has(momentOf(value))) await db.table<unknown>('snapshots').add(value)
    }
    for (const value of of('known')) {
      const { reportId, hash } = value
      if (typeof reportId !== 'string' || typeof hash !== 'string') continue
      if (!(await db.known.get([reportId, hash]))) await db.table<unknown>('known').add(value)
    }
  })
  const words = parts
    .filter(({ kind }) => kind === 'words')
    .flatMap(({ value }) => wordsFrom(value))
  if (!words.length) return
  const here = await storedWords()
  const known = new Set(here.map(({ word }) => word))
  await keepWords([...here, ...words.filter(({ word }) => !known.has(word))], here)
}

const momentOf = ({ reportId, at }: Readonly<Record<string, unknown>>): string =>
  `${String(reportId)} ${String(at)}`

/** Whether a stored value says what a report says; first whether it is of that report at all. */
const isSame = (stored: unknown, report: Report): boolean =>
  isRecord(stored) && stored['id'] === report.id && canonical(stored) === canonical(report)

/** One report as it is stored, openable or not. */
export const storedValue = (id: string): Promise<unknown> => db.reports.get(id)

const lastBackup = 'lastBackup'

/** When all was backed up last. */
export async function backedUpAt(): Promise<Date | undefined> {
  const moment = await factOf(lastBackup)
  return typeof moment === 'string' && !isNaN(Date.parse(moment)) ? new Date(moment) : undefined
}

/** Keeps in mind when all was backed up; rejects where there is no room. */
export async function noteBackup(at: Date): Promise<void> {
  await db.facts.put({ key: lastBackup, value: at.toISOString() })
}
