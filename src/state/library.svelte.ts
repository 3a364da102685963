import { newReport, type Report } from '../core/report.ts'
import { uuid } from '../core/identity.ts'
import { addReport, listReports, removeReport, type Saved } from '../storage/reports.ts'
import { Live } from './live.svelte.ts'

/** The reports kept in this browser. */
export class Library {
  #stored = new Live(listReports)
  /** The report removed last, as long as it can be brought back. */
  removed: Report | undefined = $state.raw()

  /** All reports, the newest year first; undefined while the database opens. */
  get reports(): readonly Report[] | undefined {
    const stored = this.#stored.current?.reports
    return stored && [...stored].sort(newestFirst)
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
    const saved = await addReport(report)
    return saved.ok || saved.reason !== 'conflict' ? saved : addReport({ ...report, id: uuid() })
  }

  /** The same report once more, as one of its own. */
  duplicate = (report: Report): Promise<Saved> => {
    const { createdAt, updatedAt } = newReport(report.unit.name, report.year)
    return addReport({ ...report, id: uuid(), rev: 1, createdAt, updatedAt })
  }

  remove = async (report: Report): Promise<void> => {
    await removeReport(report.id)
    this.removed = report
  }

  bringBack = async (): Promise<void> => {
    if (!this.removed) return
    const saved = await addReport(this.removed)
    if (saved.ok) this.removed = undefined
  }
}

const newestFirst = (a: Report, b: Report): number =>
  b.year - a.year || b.updatedAt.localeCompare(a.updatedAt)
