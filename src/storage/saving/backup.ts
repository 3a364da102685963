import { canonical } from '../../core/report/canonical.ts'
import { isRecord } from '../../core/report/json.ts'
import type { Report } from '../../core/report/report.ts'
import { allAsides } from './aside.ts'
import { db, factOf } from '../database/db.ts'

/**
 * Everything stored, as it is stored, and beside it the work that is laid aside: what cannot be
 * opened, too.
 */
export async function storedValues(): Promise<unknown[]> {
  const stored = await db.reports.toArray()
  const { asides, damaged } = await allAsides()
  const unsaved = asides
    .map(({ report }) => report)
    .filter((report) => !stored.some((one) => isSame(one, report)))
  return [...stored, ...unsaved, ...damaged]
}

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
