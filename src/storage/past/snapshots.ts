import Dexie from 'dexie'
import { canonical } from '../../core/report/canonical.ts'
import { isRecord } from '../../core/report/json.ts'
import { openReport, type Opened } from '../../core/report/migrate.ts'
import type { Report } from '../../core/report/report.ts'
import {
  isLarge,
  isSnapshotReason,
  surplus,
  type Snapshotted,
  type SnapshotReason
} from '../../core/versions/thinning.ts'
import { answeredInTime } from '../database/answer.ts'
import { db, opened } from '../database/db.ts'

/** A snapshot as it was found; its state is looked at like everything that was stored. */
export interface PastState {
  readonly key: number
  readonly at: string
  /** `undefined`: a word of another version. */
  readonly reason: SnapshotReason | undefined
  readonly state: Opened
  /** As it is stored. */
  readonly raw: unknown
}

/** The index that tells moments without reading what they say. */
const moments = '[reportId+at+reason+bytes]'
/** So much is added before all reports are looked at again, in bytes. */
const often = 8_000_000
let addedSince = Infinity

/**
 * Keeps a state of a report, unless the last one kept says the same: that then counts as the state
 * before this. What is too much afterwards goes. Rejects where it is not kept within five seconds:
 * who does something whose safety rests on it must wait for this.
 */
export async function takeSnapshot(report: Report, reason: SnapshotReason): Promise<void> {
  await opened
  const at = new Date().toISOString()
  const said = canonical(report)
  await answeredInTime(
    db.transaction('rw', db.snapshots, async () => {
      const { key, ...last } = asRecord(await ofReport(report.id).last())
      if (typeof key === 'number' && canonical(last['report']) === said) {
        if (isLarge(reason) && !isLarge(String(last['reason'])))
          await db.snapshots.update(key, { reason, at })
        return
      }
      const bytes = said.length
      await db.snapshots.add({ reportId: report.id, at, reason, bytes, report })
      addedSince += bytes
      await drop(await momentsIn(ofReport(report.id)))
    })
  )
  if (addedSince > often) await answeredInTime(thinAll()).catch(() => undefined)
}

/**
 * The same in a quiet moment, for what does not rest on it: nobody waits, and where it is not kept
 * nothing is said. `wanted` is asked first, then and not now.
 */
export function keepSnapshot(
  report: Report,
  reason: SnapshotReason,
  wanted: () => boolean = () => true
): void {
  const keep = () => {
    if (wanted()) takeSnapshot(report, reason).catch(() => undefined)
  }
  if ('requestIdleCallback' in globalThis) requestIdleCallback(keep, { timeout: 2000 })
  else setTimeout(keep, 100)
}

/** What is kept of a report, the newest first. */
export async function pastOf(reportId: string): Promise<PastState[]> {
  await opened
  const rows = await answeredInTime(db.snapshots.where('reportId').equals(reportId).toArray())
  return rows
    .flatMap((row) => {
      const { key, at, reason, report } = asRecord(row)
      if (typeof key !== 'number' || typeof at !== 'string') return []
      return { key, at, reason: isSnapshotReason(reason) ? reason : undefined, raw: report }
    })
    .sort((a, b) => b.at.localeCompare(a.at) || b.key - a.key)
    .map((one) => ({ ...one, state: openReport(one.raw) }))
}

/** All snapshots as they are stored, for a backup. */
export const storedSnapshots = (): Promise<unknown[]> => db.snapshots.toArray()

/** Takes away what is too much, over all reports, and measures what an earlier version stored. */
export async function thinAll(): Promise<void> {
  addedSince = 0
  await db.transaction('rw', db.snapshots, async () => {
    // Without its size a snapshot is in no index that has it.
    if ((await db.snapshots.count()) > (await db.snapshots.orderBy(moments).count())) {
      await db.snapshots.toCollection().modify((row, place) => {
        if (!isRecord(row) || typeof row['bytes'] === 'number') return
        Object.assign(place, { value: { ...row, bytes: canonical(row['report']).length } })
      })
    }
    await drop(await momentsIn(db.snapshots.orderBy(moments)))
  })
}

const ofReport = (id: string) =>
  db.snapshots.where(moments).between([id, Dexie.minKey], [id, Dexie.maxKey])

async function momentsIn(found: ReturnType<typeof ofReport>): Promise<Snapshotted[]> {
  const all: Snapshotted[] = []
  await found.eachKey((facts, { primaryKey }) => {
    if (!Array.isArray(facts)) return
    const [reportId, at, reason, bytes] = facts.map(String)
    if (reportId === undefined || at === undefined || reason === undefined) return
    all.push({ key: primaryKey, reportId, at, reason, bytes: Number(bytes) || 0 })
  })
  return all
}

async function drop(all: readonly Snapshotted[]): Promise<void> {
  const gone = surplus(all, new Date())
  if (gone.length) await db.snapshots.bulkDelete(gone.map(({ key }) => key))
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  isRecord(value) ? value : {}
