import type { Written } from '../../formats/index.ts'
import { Live } from '../library/live.svelte.ts'

/** Loaded beside the first screen, not before it. */
const storage = () => import('../../storage/saving/backup.ts')

/** How long work is followed, and ended. */
export interface Following {
  /** Told how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** Takes the whole library out of this browser; what brings it back is in restoring.svelte.ts. */
export class Backups {
  #last = new Live(async () => (await storage()).backedUpAt)

  /** When all was backed up last; undefined when never. */
  get last(): Date | undefined {
    return this.#last.current
  }

  /** All that is kept here, in one file. Rejects where it cannot be read, or the signal ends it. */
  make = async (now: Date, { onProgress, signal }: Following = {}): Promise<Written> => {
    const { partsToKeep } = await storage()
    const { packBackup } = await import('../../formats/index.ts')
    const bytes = await packBackup(partsToKeep(onProgress), now, { signal })
    const day = now.toISOString().slice(0, 10)
    return { name: `年报台备份-${day}.zip`, mime: 'application/zip', bytes }
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
}

const encoded = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(value, null, 2) + '\n')
