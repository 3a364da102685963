import { openReport } from '../../core/report/migrate.ts'
import type { Report } from '../../core/report/report.ts'
import { answeredInTime } from '../database/answer.ts'
import { abandoned, dropAside, type Aside } from './aside.ts'
import { db, opened } from '../database/db.ts'
import { isConflictWith, saveReport, type Saved } from '../reports/reports.ts'

/** Work that was taken up and is not stored, why, and where it lay. */
export interface Unsaved {
  readonly aside: Aside
  readonly why: Exclude<Saved, { ok: true }>
}

/** What became of opening a stored report. */
export type Opening =
  | {
      readonly ok: true
      readonly report: Report
      /** The revision that this state was made from. */
      readonly baseRev: number
      /** Set where the report is work that a window left unsaved, and that cannot be stored yet. */
      readonly unsaved?: Unsaved
    }
  | {
      readonly ok: false
      readonly reason: 'missing' | 'newer' | 'damaged' | 'excess' | 'failed'
      readonly detail: string
    }

/**
 * Opens a stored report, with what windows that have gone left unsaved: each becomes the stored
 * report where that is still the one it was made from. The first that cannot be stored, after a
 * conflict or on a full disk, is what is opened; any others stay laid aside. Never rejects.
 */
export async function openStored(id: string): Promise<Opening> {
  try {
    await opened
    const { asides } = await abandoned()
    for (const aside of asides) {
      if (aside.report.id !== id) continue
      const first = await saveReport(aside.report, aside.baseRev)
      const own = isConflictWith(first, aside.sent)
      const why = own ? await saveReport(aside.report, first.stored.rev) : first
      if (!why.ok) {
        const { report, baseRev } = aside
        return { ok: true, report, baseRev, unsaved: { aside, why } }
      }
      await dropAside(aside)
    }
    const stored = await answeredInTime(db.reports.get(id))
    if (!stored) return { ok: false, reason: 'missing', detail: '' }
    const read = openReport(stored)
    if (read.ok) return { ok: true, report: read.report, baseRev: read.report.rev }
    const reason = read.reason === 'foreign' ? 'damaged' : read.reason
    return { ok: false, reason, detail: read.detail }
  } catch (error) {
    return { ok: false, reason: 'failed', detail: String(error) }
  }
}
