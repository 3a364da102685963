import type { Report } from '../core/report.ts'
import type { PastYear } from '../core/rules/unusual.ts'
import { openReport, type Opened } from '../core/migrate.ts'
import { asideOf, dropAside } from './aside.ts'
import { db } from './db.ts'

/** What became of a save. Nothing is ever overwritten that the saver has not seen. */
export type Saved =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly reason: 'conflict'; readonly stored: Report }
  | { readonly ok: false; readonly reason: 'full' | 'failed'; readonly detail: string }

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
    const opened = openReport(stored)
    if (opened.ok) reports.push(opened.report)
    else unreadable.push({ ...titleOf(stored), id, reason: opened.reason })
  })
  return { reports, unreadable }
}

/** What can be told of a value that is no report of this version. */
function titleOf(stored: unknown): Pick<Unreadable, 'name' | 'year'> {
  const { unit, year } = stored as { unit?: { name?: unknown } | null; year?: unknown }
  return {
    name: typeof unit?.name === 'string' ? unit.name.slice(0, 100) : '',
    year: typeof year === 'number' ? year : undefined
  }
}

export async function getReport(id: string): Promise<Report | undefined> {
  const opened = openReport(await db.reports.get(id))
  return opened.ok ? opened.report : undefined
}

/**
 * The earlier years of a report's unit, as far as their reports are here and can be opened; of two
 * for one year the one that was changed last.
 */
export async function pastYears({ unit, year }: Report): Promise<PastYear[]> {
  const found = new Map<number, Report>()
  await db.reports
    .where('year')
    .below(year)
    .each((stored) => {
      if (stored.unit?.name !== unit.name) return
      const opened = openReport(stored)
      if (!opened.ok) return
      const other = found.get(opened.report.year)
      if (!other || other.updatedAt < opened.report.updatedAt) {
        found.set(opened.report.year, opened.report)
      }
    })
  return [...found.values()].map((report) => ({ year: report.year, cells: report.cells }))
}

/**
 * Writes a report whose stored state is still revision `baseRev`, in one transaction; a new report
 * has base 0. The revision rises by one with every save; `above` is another revision that went into
 * this one, and that it rises above, too.
 */
export async function saveReport(report: Report, baseRev: number, above = 0): Promise<Saved> {
  const rev = Math.max(baseRev, above) + 1
  const next: Report = { ...report, rev, updatedAt: new Date().toISOString() }
  return written(async () => {
    const stored = await db.reports.get(report.id)
    if (stored && stored.rev !== baseRev) return { ok: false, reason: 'conflict', stored }
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
    if (stored) return { ok: false, reason: 'conflict', stored }
    await db.reports.add(next)
    return { ok: true, report: next }
  })
}

/** One transaction on the reports; what goes wrong in it is a value, too. */
async function written(write: () => Promise<Saved>): Promise<Saved> {
  try {
    return await db.transaction('rw', db.reports, write)
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { ok: false, reason: /quota/i.test(detail) ? 'full' : 'failed', detail }
  }
}

/** Takes a report out of the library; the caller keeps it as long as it can be brought back. */
export async function removeReport(id: string): Promise<void> {
  await db.reports.delete(id)
  await dropAside(id)
}

/**
 * Takes up what a closed page laid aside: it becomes the stored report where that is still the one
 * it was made from. Otherwise both are given back, as a conflict for the user to settle.
 */
export async function takeUp(id: string): Promise<Saved | undefined> {
  const aside = await asideOf(id)
  if (!aside) return undefined
  const saved = await saveReport(aside.report, aside.baseRev)
  if (saved.ok) await dropAside(id)
  else if (saved.reason === 'conflict' && sameContent(saved.stored, aside.report)) {
    await dropAside(id)
    return { ok: true, report: saved.stored }
  }
  return saved
}

/** Whether two states of a report say the same; revision and times are not what it says. */
export function sameContent(a: Report, b: Report): boolean {
  const content = (report: Report): string =>
    JSON.stringify({ ...report, rev: 0, createdAt: '', updatedAt: '' })
  return content(a) === content(b)
}
