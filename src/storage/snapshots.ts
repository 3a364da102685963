import { isRecord } from '../core/report/json.ts'
import { openReport } from '../core/report/migrate.ts'
import type { Report } from '../core/report/report.ts'
import { db, type Snapshot } from './db.ts'

/** Snapshots kept of each report; the oldest go first. */
const kept = 20

/** Keeps a state of a report before something large is done to it. */
export async function takeSnapshot(report: Report, reason: string): Promise<void> {
  await db.transaction('rw', db.snapshots, async () => {
    await db.snapshots.add({ reportId: report.id, at: new Date().toISOString(), reason, report })
    const keys = await db.snapshots.where('reportId').equals(report.id).primaryKeys()
    await db.snapshots.bulkDelete(keys.slice(0, Math.max(0, keys.length - kept)))
  })
}

/** The kept states of a report, newest first, as far as this version can open them. */
export async function snapshotsOf(reportId: string): Promise<Snapshot[]> {
  const kept = await db.snapshots.where('reportId').equals(reportId).toArray()
  return kept.reverse().flatMap((stored): Snapshot[] => {
    const { key, at, reason, report } = isRecord(stored) ? stored : {}
    const opened = openReport(report)
    if (!opened.ok || typeof at !== 'string' || typeof reason !== 'string') return []
    const known = { reportId, at, reason, report: opened.report }
    return [typeof key === 'number' ? { ...known, key } : known]
  })
}
