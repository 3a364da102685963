import Dexie, { type Table } from 'dexie'
import type { Report } from '../core/report.ts'

/** Work that a closing page left behind, and the stored revision it was made from. */
export interface Pending {
  readonly id: string
  readonly baseRev: number
  readonly report: Report
}

/** A state of a report kept before something large was done to it. */
export interface Snapshot {
  readonly key?: number
  readonly reportId: string
  readonly at: string
  readonly reason: string
  readonly report: Report
}

/** Small facts about the library itself, as the time of the last backup. */
interface Fact {
  readonly key: string
  readonly value: unknown
}

/** All that the app keeps, in this browser's IndexedDB. The only module singleton of the app. */
export const db = new Dexie('nianbao') as Dexie & {
  reports: Table<Report, string>
  pending: Table<Pending, string>
  snapshots: Table<Snapshot, number>
  facts: Table<Fact, string>
}

db.version(1).stores({
  reports: 'id, year, updatedAt',
  pending: 'id',
  snapshots: '++key, reportId',
  facts: 'key'
})
