import type { Report } from '../../core/report/report.ts'
import { autosave, type Autosave } from '../../storage/saving/autosave.ts'
import { followKeeping, keeping, type Keeping } from '../../storage/database/keeping.ts'
import type { Unsaved } from '../../storage/saving/opening.ts'
import type { ReadingAlong } from './seat.svelte.ts'
import type { Saved } from '../../storage/reports/reports.ts'

/** Where the user's work stands; shown in one element of the page (`data-save`). */
export type SaveState =
  | { readonly kind: 'saved'; readonly savedAt: Date }
  /** `savedAt`: what was stored before this edit; so short a time is not worth another word. */
  | { readonly kind: 'saving'; readonly savedAt?: Date }
  /** Nothing is to be saved: another window edits the report. */
  | { readonly kind: 'reading'; readonly why: ReadingAlong }
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
  /** Told when a save has met what another window has saved. */
  onconflict: (() => void) | undefined
  #autosave: Autosave
  #mention: ReturnType<typeof setTimeout> | undefined
  #unfollow: () => void

  /**
   * @param opened the report as it is stored, or the work that a window left unsaved
   * @param onElsewhere another window has stored this, and nothing was unsaved here
   */
  constructor(opened: Report, unsaved?: Unsaved, onElsewhere: (stored: Report) => void = noop) {
    this.#savedAt = opened.updatedAt
    this.#state = unsaved ? troubleOf(unsaved.why) : stored(opened)
    const listeners = {
      onSaving: this.#saving,
      onSaved: this.#saved,
      onAside: (safe: boolean) => (this.#safe = safe),
      onElsewhere
    }
    this.#autosave = autosave(opened, listeners, unsaved)
    this.#unfollow = followKeeping(this.#keeping)
  }

  /** What is said of saving now. */
  get state(): SaveState {
    return this.#state
  }

  /** Whether what is not stored will be there again when this page has gone. */
  get safe(): boolean {
    return this.#safe
  }

  /** Tells of an edit; saving follows by itself. */
  touch = (report: Report): void => {
    if (this.#state.kind === 'saved') this.#state = { ...this.#state, kind: 'saving' }
    this.#autosave.touch(report)
  }

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
    const theirs = this.#state.kind === 'conflict' ? this.#state.theirs : undefined
    await this.#autosave.rebase(rev, theirs?.rev === rev ? theirs : undefined)
    await this.#autosave.flush()
  }

  /** The last state known to be stored: what both sides of a conflict come from. */
  get base(): Report | undefined {
    return this.#autosave.base()
  }

  /** Whether something is not stored. */
  get unsaved(): boolean {
    return this.#autosave.unsaved()
  }

  /** What is stored by now, whoever stored it. */
  met = (value: unknown): void => void this.#autosave.met(value)

  /** Lays aside what is not stored; whether nothing is lost should the page go now. */
  keep = (): boolean => this.#autosave.keep()

  /** For the instant the page closes. */
  leave = (): void => this.#autosave.leave()

  /** The report leaves the screen, the page stays. */
  close = (): Promise<void> => {
    this.#unfollow()
    clearTimeout(this.#mention)
    return this.#autosave.close()
  }

  /** Writes nothing more: what is not stored is laid aside. */
  stop = (): void => this.#autosave.stop()

  #saving = (): void => {
    clearTimeout(this.#mention)
    // Trying again is no news: what failed stays said until it is stored.
    if (this.#state.kind !== 'saving') return
    this.#mention = setTimeout(() => (this.#state = { kind: 'saving' }), unnoticed)
  }

  #saved = (saved: Saved): void => {
    clearTimeout(this.#mention)
    if (saved.ok) this.#savedAt = saved.report.updatedAt
    const state = saved.ok ? stored(saved.report) : troubleOf(saved)
    this.#state = state.kind === 'saved' && this.unsaved ? { ...state, kind: 'saving' } : state
    if (this.#state.kind === 'conflict') this.onconflict?.()
  }

  #keeping = (now: Keeping): void => {
    if (now !== 'outdated') return
    clearTimeout(this.#mention)
    this.stop()
    this.#state = { kind: 'failed', reason: 'outdated' }
  }
}

const noop = (): void => undefined

const stored = ({ updatedAt }: Report): SaveState =>
  keeping() === 'memory'
    ? { kind: 'failed', reason: 'memory' }
    : { kind: 'saved', savedAt: new Date(updatedAt) }

const troubleOf = (saved: Exclude<Saved, { ok: true }>): SaveState =>
  saved.reason === 'conflict'
    ? { kind: 'conflict', theirs: saved.stored }
    : saved.reason === 'removed'
      ? { kind: 'conflict', theirs: undefined }
      : { kind: 'failed', reason: saved.reason }
