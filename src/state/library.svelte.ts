import { newReport, type Report } from '../core/report.ts'
import { uuid } from '../core/identity.ts'
import { listReports, removeReport, saveReport, type Saved } from '../storage/reports.ts'
import { Live } from './live.svelte.ts'

/** The reports kept in this browser. */
export class Library {
  #stored = new Live(listReports)
  /** The report removed last, as long as it can be brought back. */
  removed: Report | undefined = $state.raw()

  /** All reports, the newest year first; undefined while the database opens. */
  get reports(): readonly Report[] | undefined {
    return this.#stored.current?.reports.toSorted(
      (a, b) => b.year - a.year || b.updatedAt.localeCompare(a.updatedAt)
    )
  }

  /** Ids of stored reports that this version cannot open; they stay where they are. */
  get unreadable(): readonly string[] {
    return this.#stored.current?.unreadable ?? []
  }

  get error(): unknown {
    return this.#stored.error
  }

  /** A blank report, stored at once. */
  create = (unitName: string, year: number): Promise<Saved> => this.add(newReport(unitName, year))

  /**
   * Stores a report that came from outside as a new one. One whose id is already here is never
   * written over: it gets a new identity, and both are kept.
   */
  add = async (report: Report): Promise<Saved> => {
    const saved = await saveReport(report, 0)
    return saved.ok || saved.reason !== 'conflict'
      ? saved
      : saveReport({ ...report, id: uuid() }, 0)
  }

  remove = async (report: Report): Promise<void> => {
    await removeReport(report.id)
    this.removed = report
  }

  bringBack = async (): Promise<void> => {
    if (!this.removed) return
    await saveReport(this.removed, 0)
    this.removed = undefined
  }
}
