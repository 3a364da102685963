import { observe } from '../database/observe.ts'
import { db } from '../database/db.ts'
import { getReport } from '../reports/reports.ts'
import type { Shelf } from './folder.ts'

/** The library as it is stored now, for one pass over what is bound to the disk. */
export async function shelf(fileFor: Shelf['fileFor']): Promise<Shelf> {
  const stamps = new Map<string, string>()
  const [ids] = await Promise.all([
    db.reports.toCollection().primaryKeys(),
    // By the index alone: no report is read.
    db.reports.orderBy('updatedAt').eachKey((updatedAt, { primaryKey }) => {
      stamps.set(primaryKey, String(updatedAt))
    })
  ])
  const stored = new Set(ids)
  return { stamps, has: (id) => stored.has(id), get: getReport, fileFor }
}

/** Calls back after every change of a stored report, in whatever window; with the time of the newest. */
export const followReports = (
  onChange: (newest: string | undefined) => void
): Promise<() => void> =>
  observe(
    async () => {
      // The count, so that a deletion is seen, too.
      const [[newest]] = await Promise.all([
        db.reports.orderBy('updatedAt').reverse().limit(1).keys(),
        db.reports.count()
      ])
      return newest
    },
    (newest) => onChange(newest === undefined ? undefined : String(newest)),
    () => undefined
  )
