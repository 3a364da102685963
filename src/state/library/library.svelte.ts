import type { Report } from '../../core/report/report.ts'
import type { WriteResult } from '../../formats/index.ts'
import type { Aside } from '../../storage/saving/aside.ts'
import type { Saved, Unreadable } from '../../storage/reports/reports.ts'
import { Live } from './live.svelte.ts'

export type { Aside, Saved }

/** Loaded beside the first screen, not before it: the database and the shape of a report. */
const storage = () => import('../../storage/reports/reports.ts')
const shape = () => import('../../core/report/new-report.ts')

/** The reports kept in this browser. */
export class Library {
  #stored = new Live(async () => (await storage()).listReports)
  /** What windows that have gone left unsaved, the oldest first. */
  unsaved: readonly Aside[] = $state.raw([])
  /** Work laid aside that this version cannot open; it stays where it is. */
  damaged: readonly unknown[] = $state.raw([])
  /** The report removed last, as long as it can be brought back. */
  removed: Report | undefined = $state.raw()

  /** Whether a report was added since the page was opened. */
  changed = false

  /** All reports, the newest year first; undefined while the database opens. */
  get reports(): readonly Report[] | undefined {
    const stored = this.#stored.current?.reports
    return stored && [...stored].sort(newestFirst)
  }

  /** Stored reports that this version cannot open; they stay where they are. */
  get unreadable(): readonly Unreadable[] {
    return this.#stored.current?.unreadable ?? []
  }

  get error(): unknown {
    return this.#stored.error
  }

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

  /** The report as the file that offices send each other. */
  exchangeFile = async (report: Report): Promise<WriteResult> => {
    const { writeExchangeFile } = await import('../../formats/index.ts')
    const { handedOut } = await import('../../storage/past/known.ts')
    return { ok: true, file: await writeExchangeFile(await handedOut(report)) }
  }

  /** Takes a report out; false where the browser did not do it. */
  remove = async (report: Report): Promise<boolean> => {
    const { removeReport } = await storage()
    try {
      await removeReport(report.id)
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
  }

  /** Gives up work that was left unsaved. */
  discard = async (aside: Aside): Promise<void> => {
    const { dropAside } = await import('../../storage/saving/aside.ts')
    await dropAside(aside)
    await this.findUnsaved()
  }

  bringBack = async (): Promise<void> => {
    if (!this.removed) return
    const saved = await this.add(this.removed)
    if (saved.ok) this.removed = undefined
  }
}

const newestFirst = (a: Report, b: Report): number =>
  b.year - a.year || b.updatedAt.localeCompare(a.updatedAt)
