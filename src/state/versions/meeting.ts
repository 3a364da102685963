import { openReport } from '../../core/report/migrate.ts'
import type { Report } from '../../core/report/report.ts'
import type { Difference } from '../../core/versions/compare.ts'
import { takeTheirs } from '../../core/versions/merge.ts'
import {
  standingOf,
  threeWay,
  type Compared,
  type Standing
} from '../../core/versions/three-way.ts'

/** Another state of a stored report: a file that came back, a report of a backup. */
export interface Meeting {
  readonly stored: Report
  readonly theirs: Report
  /** The last state that both were made of; absent where nobody knows. */
  readonly base?: Report
  readonly list: readonly Compared[]
  readonly standing: Standing
}

interface Refused<Reason> {
  readonly ok: false
  readonly reason: Reason
  /** What is stored now. */
  readonly stored: Report
}

/** What became of a merge that was to be taken back. `conflict`: the report was stored anew meanwhile. */
export type Unmerged =
  { readonly ok: true; readonly report: Report } | Refused<'conflict' | 'failed'>

/**
 * What became of a merge. Where it failed, the stored report is as it was. `excess`: both together are
 * larger than a report.
 */
export type Merged = Unmerged | Refused<'excess'>

/** Loaded on use: the database. */
const known = () => import('../../storage/past/known.ts')
const reports = () => import('../../storage/reports/reports.ts')

/** A stored report beside another state of it. */
export async function meetingOf(stored: Report, theirs: Report): Promise<Meeting> {
  const base = await (await known()).baseOf(stored, theirs)
  const list = threeWay(stored, theirs, base)
  return { stored, theirs, list, standing: standingOf(list), ...(base && { base }) }
}

/**
 * Takes the chosen differences into the stored report. Its state before is kept as a snapshot first:
 * where that fails, nothing is changed.
 */
export async function mergeInto(
  { stored, theirs }: Pick<Meeting, 'stored' | 'theirs'>,
  chosen: readonly Difference[]
): Promise<Merged> {
  const opened = openReport(takeTheirs(stored, theirs, chosen))
  if (!opened.ok) return { ok: false, reason: 'excess', stored }
  const { takeSnapshot } = await import('../../storage/past/snapshots.ts')
  try {
    await takeSnapshot(stored, 'merge')
  } catch {
    return { ok: false, reason: 'failed', stored }
  }
  const merged = await saved(opened.report, stored, theirs.rev)
  // What was settled is what this report was made of from now on.
  if (merged.ok) (await known()).noteKnown(theirs)
  return merged
}

/** Stores again what was before a merge, unless another window has stored something since. */
export async function undoMerge(before: Meeting, merged: Report): Promise<Unmerged> {
  const undone = await saved(before.stored, merged)
  // An older state was known before, and is again.
  if (undone.ok && before.standing !== 'older') await (await known()).forgetKnown(before.theirs)
  return undone
}

async function saved(report: Report, stored: Report, above = 0): Promise<Unmerged> {
  const { saveReport } = await reports()
  const result = await saveReport(report, stored.rev, { above })
  if (result.ok) return result
  return result.reason === 'conflict'
    ? { ok: false, reason: 'conflict', stored: result.stored }
    : { ok: false, reason: 'failed', stored }
}
