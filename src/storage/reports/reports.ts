import { uuid } from '../../core/report/identity.ts'
import type { Report } from '../../core/report/report.ts'
import { yearsOf } from '../../core/years/unusual.ts'
import type { PastYear } from '../../core/form/cells.ts'
import { isRecord } from '../../core/report/json.ts'
import { openReport, type Opened } from '../../core/report/migrate.ts'
import { canonical } from '../../core/report/canonical.ts'
import { answeredInTime } from '../database/answer.ts'
import { db, opened } from '../database/db.ts'
import { keeping } from '../database/keeping.ts'

/** What became of a save. Nothing is ever overwritten that the saver has not seen. */
export type Saved =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly reason: 'conflict'; readonly stored: Report }
  | {
      readonly ok: false
      /**
       * `removed`: another window has deleted it. `outdated`: a newer version has stored it or holds
       * the database; this page must not write. `failed` is also a write without an answer.
       */
      readonly reason: 'removed' | 'outdated' | 'full' | 'failed'
      readonly detail: string
    }

/** Whether a save met what is stored under one of these times: the saver's own, stored late. */
export const isConflictWith = (
  saved: Saved,
  times: readonly string[]
): saved is Extract<Saved, { reason: 'conflict' }> =>
  !saved.ok && saved.reason === 'conflict' && times.includes(saved.stored.updatedAt)

/** A stored report that this version cannot open: what it is called, and why. */
export interface Unreadable {
  readonly id: string
  /** Of the unit; empty where it has none. */
  readonly name: string
  readonly year: number | undefined
  readonly reason: Extract<Opened, { ok: false }>['reason']
}

/** Every stored report; one that cannot be opened is named, never hidden. */
export async function listReports(): Promise<{ reports: Report[]; unreadable: Unreadable[] }> {
  const reports: Report[] = []
  const unreadable: Unreadable[] = []
  await db.reports.each((stored, { primaryKey: id }) => {
    const read = openReport(stored)
    if (read.ok) reports.push(read.report)
    else unreadable.push({ ...storedTitle(stored), id, reason: read.reason })
  })
  return { reports, unreadable }
}

/** What can be told of a stored value, be it a report of this version or not. */
export function storedTitle(stored: unknown): Pick<Unreadable, 'name' | 'year'> {
  const year = isRecord(stored) ? stored['year'] : undefined
  return {
    name: unitNameOf(stored).slice(0, 100),
    year: typeof year === 'number' ? year : undefined
  }
}

function unitNameOf(stored: unknown): string {
  const unit = isRecord(stored) ? stored['unit'] : undefined
  const name = isRecord(unit) ? unit['name'] : undefined
  return typeof name === 'string' ? name : ''
}

/** A stored report; undefined where it is not here or cannot be opened. */
export async function getReport(id: string): Promise<Report | undefined> {
  await opened
  const found = openReport(await answeredInTime(db.reports.get(id)))
  return found.ok ? found.report : undefined
}

/** The earlier years of a report's unit, as far as their reports are here and can be opened. */
export async function pastYears({ unit, year }: Report): Promise<PastYear[]> {
  const earlier = await db.reports
    .where('[unit.name+year]')
    .between([unit.name, 0], [unit.name, year])
    .toArray()
  const opened = earlier.map(openReport)
  return yearsOf(opened.flatMap((each) => (each.ok ? [each.report] : [])))
}

/**
 * Writes a report whose stored state is still revision `baseRev`, in one transaction; a new report
 * has base 0. The revision rises by one with every save; `above` is another revision that went into
 * this one, and that it rises above, too. `now` is the time it is stored under. `base` is the state
 * that has the revision `baseRev`, where it is known: one that came back under the same number, as
 * from another computer, is another.
 */
export async function saveReport(
  report: Report,
  baseRev: number,
  {
    above = 0,
    now = new Date().toISOString(),
    base
  }: { readonly above?: number; readonly now?: string; readonly base?: Report } = {}
): Promise<Saved> {
  const rev = Math.max(baseRev, above) + 1
  const next: Report = { ...report, rev, updatedAt: now }
  return written(async () => {
    const stored = await db.reports.get(report.id)
    if (!stored && baseRev > 0) return { ok: false, reason: 'removed', detail: '' }
    const other = stored ? conflictWith(stored) : undefined
    if (other && other.reason !== 'conflict') return other
    const isBase =
      other?.stored.rev === baseRev && (!base || other.stored.updatedAt === base.updatedAt)
    if (other && !isBase) {
      return sameContent(other.stored, report) ? { ok: true, report: other.stored } : other
    }
    await db.reports.put(next)
    return { ok: true, report: next }
  })
}

/**
 * Stores a report that comes from outside, or back, with the revision and the times it has. One
 * whose id is here already is a conflict, whatever its revision.
 */
export function addReport(report: Report): Promise<Saved> {
  const next: Report = { ...report, rev: Math.max(1, report.rev) }
  return written(async () => {
    const stored = await db.reports.get(report.id)
    if (stored) return conflictWith(stored)
    await db.reports.add(next)
    return { ok: true, report: next }
  })
}

/**
 * Stores a report that comes from outside as one more: where its id is here already, whatever is
 * stored under it, it gets a new one.
 */
export function addBeside(report: Report): Promise<Saved> {
  return written(async () => {
    const taken = await db.reports.get(report.id)
    const next = {
      ...report,
      rev: Math.max(1, report.rev),
      ...(taken !== undefined && { id: uuid() })
    }
    await db.reports.add(next)
    return { ok: true, report: next }
  })
}

/** What is stored was opened like everything from outside; it may be of another version. */
function conflictWith(stored: unknown): Exclude<Saved, { ok: true }> {
  const found = openReport(stored)
  if (found.ok) return { ok: false, reason: 'conflict', stored: found.report }
  const reason = found.reason === 'newer' ? 'outdated' : 'failed'
  return { ok: false, reason, detail: found.detail }
}

/** One transaction on the reports; what goes wrong in it is a value, too. */
async function written(write: () => Promise<Saved>): Promise<Saved> {
  try {
    return await answeredInTime(opened.then(() => db.transaction('rw', db.reports, write)))
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    if (keeping() === 'outdated') return { ok: false, reason: 'outdated', detail }
    return { ok: false, reason: /quota/i.test(detail) ? 'full' : 'failed', detail }
  }
}

/** Whether two states of a report say the same; revision and times are not what it says. */
export const sameContent = (a: Report, b: Report): boolean => canonical(a) === canonical(b)
