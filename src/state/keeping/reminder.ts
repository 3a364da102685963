import { deadlines } from '../../core/duties/deadlines.ts'

/** What is known of backups when it is asked whether to remind of one. */
export interface BackupFacts {
  readonly now: Date
  /** When all was backed up last. */
  readonly last: Date | undefined
  /** When the work in this browser began, where that is known. */
  readonly began: Date | undefined
  /** When a report was changed last. */
  readonly changed: Date | undefined
  /** Until when somebody has put it off. */
  readonly putOff: Date | undefined
  /** The library lies in a folder on the disk, and is up to date there. */
  readonly onDisk: boolean
  /** The browser deletes what is stored after a week without a visit. */
  readonly shortLived: boolean
}

/** Why a backup is called for. */
export type BackupReason = 'long' | 'deadline' | 'shortLived'

const day = 86_400_000
/** How old the last backup may be, in days: at any time, shortly before a deadline, in Safari. */
const ages = { long: 30, deadline: 3, shortLived: 6 } as const
/** How many days before a deadline are shortly before it. */
const shortly = 10
/** For how long it is put off. */
export const putOffDays = 7

/**
 * Whether to remind of a backup, and why. Rarely: never where nothing has changed since the last
 * one or the library lies on the disk, and not again before a week has gone by.
 */
export function backupDue(facts: BackupFacts): BackupReason | undefined {
  const { now, last, began, changed, putOff, onDisk, shortLived } = facts
  if (!changed || onDisk || (putOff && putOff > now)) return undefined
  if (last && changed <= last) return undefined
  const since = last ?? began
  if (!since) return undefined
  const age = (now.getTime() - since.getTime()) / day
  if (age >= ages.long) return 'long'
  const near = deadlines(now).some(({ days }) => days >= 0 && days <= shortly)
  if (near && age >= ages.deadline) return 'deadline'
  return shortLived && age >= ages.shortLived ? 'shortLived' : undefined
}
