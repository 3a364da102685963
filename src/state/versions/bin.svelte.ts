import type { CameBack, Deleted } from '../../storage/past/bin.ts'
import { Live } from '../library/live.svelte.ts'

export type { Deleted }

/** Loaded with the first look into it. */
const storage = () => import('../../storage/past/bin.ts')

/** The reports that were deleted, for the screen. */
export class Bin {
  #listed = new Live(async () => (await storage()).listBin)
  /** Whether the browser did not do what was asked last. */
  failed: boolean = $state(false)

  /** Deleted last first; undefined until they are read. */
  get entries(): readonly Deleted[] | undefined {
    return this.#listed.current
  }

  get error(): unknown {
    return this.#listed.error
  }

  /** Brings a report back; undefined where it is not there any more, or `failed`. */
  bringBack = (entry: Deleted): Promise<CameBack | undefined> =>
    this.#try(async () => (await storage()).bringBack(entry.id))

  /** Deletes for good these, or all. */
  empty = (...ids: readonly string[]): Promise<void> =>
    this.#try(async () => (await storage()).emptyBin(...ids))

  async #try<Done>(doing: () => Promise<Done>): Promise<Done | undefined> {
    try {
      const done = await doing()
      this.failed = false
      return done
    } catch {
      this.failed = true
      return undefined
    }
  }
}
