import Dexie, { type Table } from 'dexie'
import { isRecord } from '../../core/report/json.ts'
import type { Report } from '../../core/report/report.ts'
import { patience } from './answer.ts'
import { keeping, turn } from './keeping.ts'

/** A state of a report kept before something large was done to it. */
interface Snapshot {
  readonly key?: number
  readonly reportId: string
  readonly at: string
  readonly reason: string
  readonly report: Report
}

/** A state that two copies of a report once had in common. */
interface KnownState {
  readonly reportId: string
  /** SHA-256 of the canonical content, in hexadecimal. */
  readonly hash: string
  readonly at: string
  /** Of the report, in characters of its file. */
  readonly size: number
  readonly report: Report
}

/** Small facts about the library itself, as the time of the last backup. */
interface Fact {
  readonly key: string
  readonly value: unknown
}

/**
 * What the tables take is typed; what they give is whatever some version of the app, or nobody, once
 * wrote, and is looked at before it is used: a report passes `openReport`.
 */
class Database extends Dexie {
  declare reports: Table<unknown, string, Report>
  /** Unsaved work too large for `localStorage`; see aside.ts. */
  declare pending: Table<unknown, string, { readonly id: string }>
  declare snapshots: Table<unknown, number, Snapshot>
  declare facts: Table<unknown, string, Fact>
  /** Of each report what its line in the list says, so that the list need not read whole reports. */
  declare summaries: Table<unknown, string, { readonly id: string }>
  /** Reports that were deleted, until their time is over. */
  declare bin: Table<unknown, string, { readonly id: string; readonly at: string }>
  /** States of reports that another copy knows, too: what was handed out or taken in. */
  declare known: Table<unknown, [string, string], KnownState>
  /** What is bound to files and folders on the disk. */
  declare bindings: Table<unknown, string, { readonly id: string }>

  constructor() {
    super('nianbao')
    this.version(1).stores({
      reports: 'id, year, updatedAt',
      pending: 'id',
      snapshots: '++key, reportId',
      facts: 'key'
    })
    this.version(2).stores({
      snapshots: '++key, reportId, at',
      summaries: 'id',
      bin: 'id, at',
      known: '[reportId+hash], reportId, [at+size]',
      bindings: 'id'
    })
  }
}

/**
 * All that the app keeps, in this browser's IndexedDB. It is replaced once, by one in memory, where
 * the browser opens none: what asks first waits for `opened`.
 */
export let db = new Database()

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
    db = new Database()
    await db.open()
    turn('memory')
  } finally {
    clearTimeout(silence)
  }
}

/** What is kept as this fact, in whatever shape; undefined where there is none. */
export async function factOf(key: string): Promise<unknown> {
  const fact = await db.facts.get(key)
  return isRecord(fact) ? fact['value'] : undefined
}
