import Dexie, { type Table } from 'dexie'
import type { Report } from '../core/report/report.ts'
import { patience } from './answer.ts'
import { keeping, turn } from './keeping.ts'

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

type Database = Dexie & {
  reports: Table<Report, string>
  /** Unsaved work too large for `localStorage`; see aside.ts. */
  pending: Table<{ readonly id: string }, string>
  snapshots: Table<Snapshot, number>
  facts: Table<Fact, string>
}

function declared(): Database {
  const database = new Dexie('nianbao') as Database
  database.version(1).stores({
    reports: 'id, year, updatedAt',
    pending: 'id',
    snapshots: '++key, reportId',
    facts: 'key'
  })
  return database
}

/**
 * All that the app keeps, in this browser's IndexedDB. It is replaced once, by one in memory, where
 * the browser opens none: what asks first waits for `opened`.
 */
export let db = declared()

/** Resolves when the database is open, here or in memory; it waits as long as another tab holds it. */
export const opened: Promise<void> = open()

async function open(): Promise<void> {
  const silence = setTimeout(() => keeping() === 'opening' && turn('silent'), patience)
  db.on('blocked', () => turn('blocked'))
  db.on('versionchange', ({ newVersion }: IDBVersionChangeEvent) => {
    // Deleted by the browser or the user: Dexie makes room, and a new one with the next question.
    if (newVersion === null) return true
    turn('outdated')
    db.close()
    return false
  })
  try {
    await db.open()
    turn('kept')
  } catch {
    const { indexedDB, IDBKeyRange } = await import('fake-indexeddb')
    // Not as options: without a database in these, Dexie's live queries never run.
    Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })
    db = declared()
    await db.open()
    turn('memory')
  } finally {
    clearTimeout(silence)
  }
}
