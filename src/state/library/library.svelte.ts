import type { Summary } from '../../core/checks/summary.ts'
import type { Report } from '../../core/report/report.ts'
import type { Aside } from '../../storage/saving/aside.ts'
import type { Saved } from '../../storage/reports/reports.ts'
import { Live } from './live.svelte.ts'

export type { Aside, Saved, Summary }

/** Loaded beside the first screen, not before it: the database and the shape of a report. */
const storage = () => import('../../storage/reports/reports.ts')
const listing = () => import('../../storage/reports/summaries.ts')
const shape = () => import('../../core/report/new-report.ts')
const bin = () => import('../../storage/past/bin.ts')

/** Which report was removed, and what it is called. */
export interface Removed {
  readonly id: string
  /** Of the unit. */
  readonly name: string
  readonly year: number | undefined
}

/** The reports kept in this browser. */
export class Library {
  #stored = new Live(async () => (await listing()).listSummaries)
  #newestFirst = $derived.by(() => [...(this.#stored.current ?? [])].sort(newestFirst))
  #readable = $derived.by(() => this.#newestFirst.filter(({ judged }) => !isRefused(judged)))
  #unreadable = $derived.by(() => this.#newestFirst.filter(({ judged }) => isRefused(judged)))
  /** Whether it is known that every report has a summary. */
  #complete = $state(false)
  /** How many of how many summaries are made, as long as some are missing. */
  missing: { readonly done: number; readonly of: number } | undefined = $state.raw()
  /** What windows that have gone left unsaved, the oldest first. */
  unsaved: readonly Aside[] = $state.raw([])
  /** Work laid aside that this version cannot open; it stays where it is. */
  damaged: readonly unknown[] = $state.raw([])
  /** The names of imports that wait for answers. */
  waiting: readonly string[] = $state.raw([])
  /** The report removed last, as long as that is said. */
  removed: Removed | undefined = $state.raw()

  /** The work that was given up last, as long as that is said. */
  discarded: Aside | undefined = $state.raw()

  /** Whether a report was added since the page was opened. */
  changed = false

  /**
   * What the list says of all reports, the newest year first; undefined while the database opens.
   * Whole reports are read one at a time, with `whole`.
   */
  get reports(): readonly Summary[] | undefined {
    const { current } = this.#stored
    return current && (current.length || this.#complete) ? this.#readable : undefined
  }

  /** Whether the database has said what it has; it may lack summaries, and then there are more reports. */
  get answered(): boolean {
    return this.#stored.current !== undefined
  }

  /** Stored reports that this version cannot open; they stay where they are. */
  get unreadable(): readonly Summary[] {
    return this.#unreadable
  }

  get error(): unknown {
    return this.#stored.error
  }

  /** Makes the summaries that are missing, as after an older version wrote reports. */
  catchUp = async (): Promise<void> => {
    try {
      const { catchUp } = await listing()
      await catchUp((done, of) => (this.missing = { done, of }))
    } catch {
      // The list says what it has, or that the database does not answer.
    }
    this.missing = undefined
    this.#complete = true
  }

  /** A stored report as a whole; undefined where it is gone or cannot be opened. */
  whole = async (id: string): Promise<Report | undefined> =>
    (await storage()).getReport(id).catch(() => undefined)

  /** A blank report, stored at once. */
  create = async (unitName: string, year: number): Promise<Saved> =>
    this.add((await shape()).newReport(unitName, year))

  /**
   * Stores a report that came from outside as a new one. One whose id is already here is never
   * written over: it gets a new identity, and both are kept.
   */
  add = async (report: Report): Promise<Saved> => {
    const { addBeside } = await storage()
    this.changed = true
    return addBeside(report)
  }

  /** Stores a report unless it is here already; the stored one is left as it is, and given back. */
  addOnce = async (report: Report): Promise<Saved> => {
    const { addReport } = await storage()
    const saved = await addReport(report)
    return !saved.ok && saved.reason === 'conflict' ? { ok: true, report: saved.stored } : saved
  }

  /** The same report once more, as one of its own. */
  duplicate = async (report: Report): Promise<Saved> => this.add((await shape()).copyOf(report))

  /** Lays a report into the bin, readable or not; false where the browser did not do it. */
  remove = async (report: Removed): Promise<boolean> => {
    try {
      await (await bin()).removeReport(report.id)
    } catch {
      return false
    }
    this.removed = report
    return true
  }

  /** Looks for work that was left unsaved; the list of reports does not tell. */
  findUnsaved = async (): Promise<void> => {
    const { abandoned } = await import('../../storage/saving/aside.ts')
    const { asides, damaged } = await abandoned()
    this.unsaved = asides
    this.damaged = damaged
    const { waitingNames } = await import('../../storage/saving/imports.ts')
    this.waiting = await waitingNames()
  }

  /** The screen was left: what was given up or removed there is not said again. */
  rest = (): void => {
    this.discarded = undefined
    this.removed = undefined
  }

  /** Gives up work that was left unsaved; the way back is there until the screen is left. */
  discard = async (aside: Aside): Promise<void> => {
    const { dropSettled } = await import('../../storage/saving/aside.ts')
    await dropSettled(aside)
    await this.findUnsaved()
    this.discarded = aside
  }

  /** Lays aside again what was given up last. */
  takeUpAgain = async (): Promise<void> => {
    const { layAgain } = await import('../../storage/saving/aside.ts')
    if (this.discarded) layAgain(this.discarded)
    this.discarded = undefined
    await this.findUnsaved()
  }

  /** Takes the report that was removed last out of the bin again; false where the browser did not do it. */
  bringBack = async (): Promise<boolean> => {
    if (!this.removed) return true
    try {
      await (await bin()).bringBack(this.removed.id)
    } catch {
      return false
    }
    this.removed = undefined
    return true
  }

  /** Once at a start: what the time in the bin is over for goes. */
  tidy = async (): Promise<void> => {
    const { letPastGo } = await import('../../storage/past/tidying.ts')
    await letPastGo()
  }
}

const isRefused = (judged: Summary['judged']): boolean => judged?.fate === 'refused'

const newestFirst = (a: Summary, b: Summary): number =>
  b.year - a.year || b.updatedAt.localeCompare(a.updatedAt)
