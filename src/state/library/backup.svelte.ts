import type { Unopened } from '../../core/report/backup.ts'
import type { Report } from '../../core/report/report.ts'
import type { Written } from '../../formats/index.ts'
import type { Saved } from '../../storage/reports/reports.ts'
import { Live } from './live.svelte.ts'

/** What became of a backup that was read back. Nothing that is here is ever written over. */
export type Restored =
  | {
      readonly ok: true
      /** Reports that were not here. */
      readonly added: number
      /** Reports that are here and say the same. */
      readonly same: number
      /** Reports that are here and say something else: kept beside it as one more. */
      readonly copied: number
      /** Reports in the backup that cannot be opened. */
      readonly refused: number
      /** Reports that the browser did not store. */
      readonly failed: number
    }
  | { readonly ok: false; readonly reason: Unopened }

/** Loaded beside the first screen, not before it. */
const storage = () => import('../../storage/saving/backup.ts')

/** Takes the whole library out of this browser, and back. */
export class Backups {
  #last = new Live(async () => (await storage()).backedUpAt)

  /** When all was backed up last; undefined when never. */
  get last(): Date | undefined {
    return this.#last.current
  }

  /** All reports in one file. */
  make = async (now: Date): Promise<Written> => {
    const { storedValues } = await storage()
    const { backupOf } = await import('../../core/report/backup.ts')
    const bytes = encoded(backupOf(await storedValues(), now))
    const day = now.toISOString().slice(0, 10)
    return { name: `年报台备份-${day}.json`, mime: 'application/json', bytes }
  }

  /** The file was handed over. On a full disk there is no room for the note, and the file counts. */
  made = async (now: Date): Promise<void> => {
    const { noteBackup } = await storage()
    await noteBackup(now).catch(() => undefined)
  }

  /** Laid-aside work that cannot be opened, as it is. */
  rawAside = (value: unknown): Written => ({
    name: 'unsaved.json',
    mime: 'application/json',
    bytes: encoded(value)
  })

  /** A stored report that cannot be opened, as it is. */
  raw = async (id: string): Promise<Written> => ({
    name: `${id}.json`,
    mime: 'application/json',
    bytes: encoded(await (await storage()).storedValue(id))
  })

  /** Reads a backup into the library. `add` stores one report without writing over another. */
  restore = async (text: string, add: (report: Report) => Promise<Saved>): Promise<Restored> => {
    const { openBackupText, restoring } = await import('../../core/report/backup.ts')
    const { listReports } = await import('../../storage/reports/reports.ts')
    const opened = openBackupText(text)
    if (!opened.ok) return opened
    const { reports: here } = await listReports()
    const counts = { added: 0, same: 0, copied: 0, refused: 0, failed: 0 }
    for (const each of restoring(here, opened.reports)) {
      const stored = !('report' in each) || (await add(each.report)).ok
      counts[stored ? each.fate : 'failed']++
    }
    return { ok: true, ...counts }
  }
}

const encoded = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(value, null, 2) + '\n')
