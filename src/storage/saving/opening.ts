import { openReport } from '../../core/report/migrate.ts'
import type { Report } from '../../core/report/report.ts'
import { answeredInTime } from '../database/answer.ts'
import { abandoned, dropStored, type Aside } from './aside.ts'
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
      const { base } = aside
      const now = new Date().toISOString()
      const first = await saveReport(aside.report, aside.baseRev, { now, ...(base && { base }) })
      const own = isConflictWith(first, aside.sent)
      const why = own ? await saveReport(aside.report, first.stored.rev) : first
      if (!why.ok) {
        const { report, baseRev } = aside
        // It may have been done after all.
        const sent = [...aside.sent, now]
        return { ok: true, report, baseRev, unsaved: { aside: { ...aside, sent }, why } }
      }
      await dropStored(aside)
    }
    return await read(id)
  } catch (error) {
    return failure(error)
  }
}

/** Opens a stored report to be read along with: what windows left unsaved stays as it lies. */
export async function openAlong(id: string): Promise<Opening> {
  try {
    await opened
    return await read(id)
  } catch (error) {
    return failure(error)
  }
}

async function read(id: string): Promise<Opening> {
  const stored = await answeredInTime(db.reports.get(id))
  if (!stored) return { ok: false, reason: 'missing', detail: '' }
  const found = openReport(stored)
  if (found.ok) return { ok: true, report: found.report, baseRev: found.report.rev }
  const reason = found.reason === 'foreign' ? 'damaged' : found.reason
  return { ok: false, reason, detail: found.detail }
}

const failure = (error: unknown): Opening => ({
  ok: false,
  reason: 'failed',
  detail: String(error)
})
