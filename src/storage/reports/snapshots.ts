import type { Report } from '../../core/report/report.ts'
import { db } from '../database/db.ts'

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
