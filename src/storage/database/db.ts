import Dexie, { type Table, type Transaction } from 'dexie'
import type { Summary } from '../../core/checks/summary.ts'
import { isRecord } from '../../core/report/json.ts'
import { openReport } from '../../core/report/migrate.ts'
import { currentSchema, type Report } from '../../core/report/report.ts'
import { patience } from './answer.ts'
import { edition } from './edition.ts'
import { keeping, patienceEnded, turn, type MemoryReason } from './keeping.ts'
import { keepSummaries } from './summaries.ts'

// On a machine's own server Dexie tells the console of every failure; what fails is said on the screen.
Dexie.debug = false

/** A state of a report as it was then; see past/snapshots.ts. */
interface Snapshot {
  readonly key?: number
  readonly reportId: string
  readonly at: string
  readonly reason: string
  /** About how much room it takes. */
  readonly bytes: number
  /** A report, or what some version stored as one. */
  readonly report: unknown
}

/** A report that was deleted; see past/bin.ts. */
interface Binned {
  /** The report's, but where it was deleted before: then that one lies under an id of its own. */
  readonly id: string
  readonly at: string
  /** As it was stored. */
  readonly report: unknown
}

/** What follows a report on the disk: a file of its own, or the one in the library's folder. */
export type PlaceKind = 'file' | 'folder'

/** A state that two copies of a report once had in common. */
interface KnownState {
  readonly reportId: string
  /** SHA-256 of the canonical content, in hexadecimal. */
  readonly hash: string
  readonly at: string
  /** Of the report, in characters of its file. */
  readonly size: number
  readonly report: Report
  /** It is remembered only as long as this file says it. */
  readonly file?: PlaceKind
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
  declare summaries: Table<unknown, string, Summary>
  /** The prose of each report, which the list is searched for. */
  declare prose: Table<unknown, string, { readonly id: string; readonly text: string }>
  /** Reports that were deleted, until their time is over. */
  declare bin: Table<unknown, string, Binned>
  /** States of reports that another copy knows, too: what was handed out or taken in. */
  declare known: Table<unknown, [string, string], KnownState>
  /** What is bound to files and folders on the disk. */
  declare bindings: Table<unknown, string, { readonly id: string }>

  constructor() {
    super(edition)
    this.version(1).stores({
      reports: 'id, year, updatedAt',
      pending: 'id',
      snapshots: '++key, reportId',
      facts: 'key'
    })
    this.version(2)
      .stores({
        reports: 'id, year, updatedAt, [unit.name+year]',
        // The last tells all of a snapshot but what it says, without reading it.
        snapshots: '++key, reportId, at, [reportId+at+reason+bytes]',
        summaries: 'id',
        prose: 'id',
        bin: 'id, at',
        known: '[reportId+hash], reportId, [at+size]',
        bindings: 'id'
      })
      .upgrade(upgrade)
    keepSummaries(this)
  }
}

/** Reports that are read and written at one go. */
const batch = 50

/**
 * Takes what the first version of the database holds to the second: reports of an older schema
 * become current, each with its old state as a snapshot; what cannot be opened stays as it lies; all
 * get their summaries. All of it is the one transaction in which the browser changes the version:
 * where that is cut off, by a crash or a full disk, the old database is there, whole.
 */
async function upgrade(transaction: Transaction): Promise<void> {
  const [reports, snapshots] = [transaction.table('reports'), transaction.table('snapshots')]
  const ids = await reports.toCollection().primaryKeys()
  if (ids.length > 0) turn('upgrading')
  const at = new Date().toISOString()
  for (let from = 0; from < ids.length; from += batch) {
    const stored: unknown[] = await reports.bulkGet(ids.slice(from, from + batch))
    const old = stored.filter((value) => isRecord(value) && value['schema'] !== currentSchema)
    const current = new Map<unknown, unknown>()
    for (const value of old) {
      const opened = openReport(value)
      if (opened.ok) current.set(value, opened.report)
    }
    await snapshots.bulkAdd(
      [...current.keys()].map((report) => ({
        ...(isRecord(report) && { reportId: report['id'] }),
        at,
        reason: 'migration',
        report
      }))
    )
    // Those that are current are written once more: so they get their summaries.
    await reports.bulkPut(stored.map((value) => current.get(value) ?? value))
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
    await Promise.race([db.open(), patienceEnded])
    turn('kept')
  } catch (error) {
    const why = keeping() === 'silent' ? 'silent' : reasonOf(error)
    // An answer that comes after all must not change what is worked on by then.
    db.close()
    const { indexedDB, IDBKeyRange } = await import('fake-indexeddb')
    // Not as options: without a database in these, Dexie's live queries never run.
    Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })
    db = new Database()
    await db.open()
    turn('memory', why)
  } finally {
    clearTimeout(silence)
  }
}

/** A database that is there and fails is another matter than one that the page may not have. */
function reasonOf(error: unknown): MemoryReason {
  const names = [error, isRecord(error) && error['inner']].map(
    (one) => isRecord(one) && one['name']
  )
  return names.includes('UnknownError') ? 'damaged' : 'refused'
}

/** What is kept as this fact, in whatever shape; undefined where there is none. */
export async function factOf(key: string): Promise<unknown> {
  const fact = await db.facts.get(key)
  return isRecord(fact) ? fact['value'] : undefined
}
