import type { Report } from '../../core/report/report.ts'
import { autosave, type Autosave } from '../../storage/saving/autosave.ts'
import { followKeeping, keeping, type Keeping } from '../../storage/database/keeping.ts'
import type { Unsaved } from '../../storage/saving/opening.ts'
import type { Saved } from '../../storage/reports/reports.ts'

/** Where the user's work stands; shown in one element of the page (`data-save`). */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'saving' }
  /** Another window has saved something else, or deleted the report: then there is no `theirs`. */
  | { readonly kind: 'conflict'; readonly theirs: Report | undefined }
  /** `memory`: this browser keeps nothing beyond the page. */
  | { readonly kind: 'failed'; readonly reason: 'full' | 'failed' | 'outdated' | 'memory' }

/** How long a write may take before it is worth mentioning, in milliseconds. */
const unnoticed = 600

/** The saving of one report, and what there is to say of it. */
export class Saving {
  #state: SaveState = $state.raw({ kind: 'saving' })
  /** Whether work that is not stored is at least sure to outlive the page. */
  #safe: boolean = $state(true)
  #savedAt: string
  #base: Report | undefined
  /** Told when a save has met what another window has saved. */
  onconflict: (() => void) | undefined
  #autosave: Autosave
  #mention: ReturnType<typeof setTimeout> | undefined
  #unfollow: () => void

  constructor(report: Report, baseRev: number, unsaved?: Unsaved) {
    this.#savedAt = report.updatedAt
    this.#base = unsaved ? undefined : report
    this.#state = unsaved ? troubleOf(unsaved.why) : stored(report)
    this.#autosave = autosave(
      report.id,
      baseRev,
      {
        onSaving: this.#saving,
        onSaved: this.#saved,
        onAside: (safe) => (this.#safe = safe)
      },
      unsaved
    )
    this.#unfollow = followKeeping(this.#keeping)
  }

  /** What is said of saving now. */
  get state(): SaveState {
    return this.#state
  }

  /** The last state known to be stored: what both sides of a conflict come from. */
  get base(): Report | undefined {
    return this.#base
  }

  /** Whether what is not stored will be there again when this page has gone. */
  get safe(): boolean {
    return this.#safe
  }

  /** Tells of an edit; saving follows by itself. */
  touch = (report: Report): void => this.#autosave.touch(report)

  /**
   * Saves now, and gives the revision and the time of what is stored then. It does not wait where
   * saving is in trouble: what is on the screen can be exported all the same.
   */
  flush = async (): Promise<{ readonly rev: number; readonly updatedAt: string }> => {
    const saving = this.#autosave.flush()
    if (this.#state.kind === 'saved' || this.#state.kind === 'saving') await saving
    return { rev: this.#autosave.rev(), updatedAt: this.#savedAt }
  }

  /** Saves over the stored revision `rev`, which was looked at; 0: it is no longer stored. */
  saveOver = async (rev: number): Promise<void> => {
    this.#autosave.rebase(rev)
    await this.#autosave.flush()
  }

  /** Lays aside what is not stored; whether nothing is lost should the page go now. */
  keep = (): boolean => this.#autosave.keep()

  /** For the instant the page closes. */
  leave = (): void => this.#autosave.leave()

  /** The report leaves the screen, the page stays. */
  close = (): Promise<void> => {
    this.#unfollow()
    return this.#autosave.close()
  }

  #saving = (): void => {
    clearTimeout(this.#mention)
    // Trying again is no news: what failed stays said until it is stored.
    if (this.#state.kind !== 'saved') return
    this.#mention = setTimeout(() => (this.#state = { kind: 'saving' }), unnoticed)
  }

  #saved = (saved: Saved): void => {
    clearTimeout(this.#mention)
    if (saved.ok) {
      this.#savedAt = saved.report.updatedAt
      this.#base = saved.report
    }
    this.#state = saved.ok ? stored(saved.report) : troubleOf(saved)
    if (this.#state.kind === 'conflict') this.onconflict?.()
  }

  #keeping = (now: Keeping): void => {
    if (now !== 'outdated') return
    clearTimeout(this.#mention)
    this.#autosave.stop()
    this.#state = { kind: 'failed', reason: 'outdated' }
  }
}

const stored = ({ updatedAt }: Report): SaveState =>
  keeping() === 'memory'
    ? { kind: 'failed', reason: 'memory' }
    : { kind: 'saved', at: new Date(updatedAt) }

const troubleOf = (saved: Exclude<Saved, { ok: true }>): SaveState =>
  saved.reason === 'conflict'
    ? { kind: 'conflict', theirs: saved.stored }
    : saved.reason === 'removed'
      ? { kind: 'conflict', theirs: undefined }
      : { kind: 'failed', reason: saved.reason }
