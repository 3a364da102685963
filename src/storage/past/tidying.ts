import { isRecord } from '../../core/report/json.ts'
import { binDays, day } from '../../core/versions/thinning.ts'
import { db, opened } from '../database/db.ts'
import { forgetRefused } from '../saving/refused.ts'
import { thinAll } from './snapshots.ts'

/**
 * What time does to the past, once at a start: reports whose days in the bin are over go, snapshots
 * of reports that are nowhere, and snapshots that are too many by now. Never rejects.
 */
export async function letPastGo(now = new Date()): Promise<void> {
  try {
    await opened
    const end = new Date(now.getTime() - binDays * day).toISOString()
    await db.transaction('rw', [db.reports, db.snapshots, db.bin], async () => {
      await db.bin.where('at').below(end).delete()
      await forgetPasts()
    })
    await thinAll()
  } catch {
    // It is done at the next start.
  }
}

/** Forgets the snapshots, and texts that were refused, of reports neither in the library nor in the bin. */
export async function forgetPasts(): Promise<void> {
  const ids: unknown[] = await db.snapshots.orderBy('reportId').uniqueKeys()
  const somewhere = new Set<unknown>(await db.reports.toCollection().primaryKeys())
  await db.bin.each((entry) => {
    const report = isRecord(entry) ? entry['report'] : undefined
    if (isRecord(report)) somewhere.add(report['id'])
  })
  forgetRefused((id) => somewhere.has(id))
  const gone = ids.filter((id) => typeof id === 'string' && !somewhere.has(id))
  if (gone.length) await db.snapshots.where('reportId').anyOf(gone.map(String)).delete()
}
