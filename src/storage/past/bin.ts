import { canonical } from '../../core/report/canonical.ts'
import { uuid } from '../../core/report/identity.ts'
import { isRecord } from '../../core/report/json.ts'
import { openReport } from '../../core/report/migrate.ts'
import { binDays, day } from '../../core/versions/thinning.ts'
import { answeredInTime } from '../database/answer.ts'
import { db, opened } from '../database/db.ts'
import { storedTitle } from '../reports/reports.ts'
import { forgetPasts } from './tidying.ts'
import { takeSnapshot } from './snapshots.ts'

/** A report that was deleted. */
export interface Deleted {
  /** Of the entry; mostly the report's. */
  readonly id: string
  readonly at: Date
  /** Of the unit; empty where it has none or nobody can tell. */
  readonly name: string
  readonly year: number | undefined
  /** Days until it is gone for good: 1 on the last of them. */
  readonly left: number
  /** As it was stored. */
  readonly raw: unknown
}

const tables = () => [db.reports, db.snapshots, db.bin]

/**
 * Takes a report out of the library and lays it into the bin as it is stored, readable or not. What
 * was deleted under its id before stays there, unless it says the same. Rejects where nothing was
 * done.
 */
export async function removeReport(id: string): Promise<void> {
  await opened
  const found = openReport(await answeredInTime(db.reports.get(id)))
  // What lies in the bin is safe without it.
  if (found.ok) await takeSnapshot(found.report, 'removed').catch(() => undefined)
  const at = new Date().toISOString()
  await answeredInTime(
    db.transaction('rw', tables(), async () => {
      const report = await db.reports.get(id)
      if (report === undefined) return
      const before = await db.bin.get(id)
      const earlier = isRecord(before) ? before : undefined
      if (earlier && canonical(earlier['report']) !== canonical(report)) {
        const { at = '', report: said } = earlier
        await db.bin.add({ id: uuid(), at: String(at), report: said })
      }
      await db.bin.put({ id, at, report })
      await db.reports.delete(id)
    })
  )
}

/** What lies in the bin, deleted last first. */
export async function listBin(): Promise<Deleted[]> {
  const now = Date.now()
  return (await db.bin.toArray())
    .flatMap((entry): Deleted[] => {
      const { id, at, report: raw } = isRecord(entry) ? entry : {}
      if (typeof id !== 'string') return []
      const moment = new Date(String(at))
      const left = Math.ceil(binDays - (now - moment.getTime()) / day)
      return [{ id, at: moment, ...storedTitle(raw), left: Math.max(1, left), raw }]
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** Everything in the bin as it is stored, for a backup. */
export const storedBin = (): Promise<unknown[]> => db.bin.toArray()

/** A report that came back: the id it has, and whether that is a new one beside the old. */
export interface CameBack {
  readonly id: string
  readonly beside: boolean
}

/**
 * Brings a report back as it was, under its own id where that is free; otherwise as one more, with a
 * copy of its snapshots. Undefined where it is not in the bin any more.
 */
export async function bringBack(entryId: string): Promise<CameBack | undefined> {
  await opened
  return answeredInTime(
    db.transaction('rw', tables(), async () => {
      const entry = await db.bin.get(entryId)
      const { report } = isRecord(entry) ? entry : {}
      if (!isRecord(report)) return undefined
      const own = String(report['id'])
      const beside = (await db.reports.get(own)) !== undefined
      const id = beside ? uuid() : own
      // As it was stored: what this version cannot open comes back, too.
      await db.table<unknown, string, unknown>('reports').add({ ...report, id })
      if (beside) {
        const past = await db.snapshots.where('reportId').equals(own).toArray()
        const copies = past.map((one) => {
          const { key: _key, ...snapshot } = isRecord(one) ? one : {}
          return { ...snapshot, reportId: id }
        })
        await db.table<unknown, number, unknown>('snapshots').bulkAdd(copies)
      }
      await db.bin.delete(entryId)
      return { id, beside }
    })
  )
}

/** These are gone for good, and what was kept of them; where none is named, all that lies there. */
export async function emptyBin(...ids: readonly string[]): Promise<void> {
  await opened
  await answeredInTime(
    db.transaction('rw', tables(), async () => {
      if (ids.length) await db.bin.bulkDelete([...ids])
      else await db.bin.clear()
      await forgetPasts()
    })
  )
}
