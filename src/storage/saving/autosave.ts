import { uuid } from '../../core/report/identity.ts'
import { isRecord } from '../../core/report/json.ts'
import { openReport } from '../../core/report/migrate.ts'
import type { Report } from '../../core/report/report.ts'
import { answeredInTime } from '../database/answer.ts'
import { db } from '../database/db.ts'
import { isConflictWith, saveReport, type Saved } from '../reports/reports.ts'
import { awaitLastSave, dropAside, dropStored, showLife } from './aside.ts'
import { laying, longestGap } from './laying.ts'
import type { Unsaved } from './opening.ts'

/** Saves after this much quiet, and at the latest after `longestGap`, in milliseconds. */
const quiet = 400
/** How long after each failed write in a row the next is tried; then always the longest. */
const pauses = [2_000, 4_000, 8_000, 15_000, 30_000] as const

/** The saving of one report while it is edited. */
export interface Autosave {
  /** Tells of an edit; saving follows by itself. */
  readonly touch: (report: Report) => void
  /** Saves at once and waits for it. */
  readonly flush: () => Promise<void>
  /** Lays unsaved work aside, synchronously; whether nothing is lost should the page go now. */
  readonly keep: () => boolean
  /** For the instant the page closes: lays unsaved work aside for whoever comes next. */
  readonly leave: () => void
  /** The report is no longer worked on: one last save, and what that does not store lies aside. */
  readonly close: () => Promise<void>
  /** Whether something is not stored. */
  readonly unsaved: () => boolean
  /** Writes nothing more, and lays aside instead: this page may not write any longer. */
  readonly stop: () => void
  /** Some window has stored something, this as far as is told: it is looked at, and taken in. */
  readonly met: (stored: unknown) => Promise<void>
  /** The revision that is stored, as far as is known here. */
  readonly rev: () => number
  /** The last state known here to be stored; undefined for work of a window that did not keep it. */
  readonly base: () => Report | undefined
  /** After a conflict was settled: what is stored now has this revision, 0 when it is gone. */
  readonly rebase: (rev: number, base?: Report) => Promise<void>
}

interface Listeners {
  /** A write has started. */
  readonly onSaving: () => void
  /** What became of it; also, without one, that the report was deleted elsewhere, or is back. */
  readonly onSaved: (saved: Saved) => void
  /** Work was laid aside; whether it is sure to outlive the page. */
  readonly onAside?: (sure: boolean) => void
  /** Another window has stored this, and nothing was unsaved here: it takes the place of what was. */
  readonly onElsewhere?: (stored: Report) => void
}

/**
 * Keeps one report saved. A failed write is tried again by itself, with growing pauses, and at the
 * next edit; after a conflict nothing more is written until `rebase`. Either way the work is laid
 * aside at once, and every two seconds while it changes: nothing older than that can be lost. Long,
 * for one state is written, retried, met from elsewhere and closed here.
 *
 * @param opened the report as it is stored, or the work that a window left unsaved
 */
export function autosave(
  opened: Report,
  { onSaving, onSaved, onAside = () => undefined, onElsewhere }: Listeners,
  unsavedBefore?: Unsaved
): Autosave {
  const id = `${opened.id}.${uuid()}`
  const endLife = showLife(id)
  let baseRev = unsavedBefore?.aside.baseRev ?? opened.rev
  let base = unsavedBefore ? unsavedBefore.aside.base : opened
  /** The newest state, until it is known to be stored. */
  let unsaved = unsavedBefore?.aside.report
  /** The times of writes that failed or were not answered: what is stored under one is our own. */
  let sent = unsavedBefore?.aside.sent ?? []
  /** Where the work lay that was taken up, until it is stored. */
  let takenUp = unsavedBefore?.aside
  /** What stands between the work and the store: time, or something that somebody must settle. */
  let trouble: 'failing' | 'blocked' | undefined
  let failures = 0
  let writes = 0
  /** The page is going; it may come back, or stay, and then the next edit tells. */
  let left = false
  /** The report is no longer worked on. */
  let closed = false
  let stopped = false
  let firstTouch = 0
  let quietTimer: ReturnType<typeof setTimeout> | undefined
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | undefined

  const aside = laying(
    () => unsaved && { id, baseRev, left, sent, report: unsaved, ...(base && { base }) },
    () => trouble !== undefined,
    onAside
  )

  function failed({ reason }: Exclude<Saved, { ok: true }>): void {
    trouble = reason === 'full' || reason === 'failed' ? 'failing' : 'blocked'
    aside.often()
    if (trouble === 'blocked' || closed) return
    retryTimer = setTimeout(() => void flush(), pauses[Math.min(failures, pauses.length - 1)])
    failures++
  }

  async function write(): Promise<void> {
    while (unsaved && trouble !== 'blocked' && !stopped) {
      const report = unsaved
      const laidBefore = aside.laid()
      writes++
      onSaving()
      const slow = setTimeout(() => {
        trouble ??= 'failing'
        aside.often()
      }, longestGap)
      const now = new Date().toISOString()
      sent = [...sent, now].slice(-20)
      const saved = await saveReport(report, baseRev, { now, ...(base && { base }) })
      clearTimeout(slow)
      // A write that was given up on was done after all.
      if (isConflictWith(saved, sent)) {
        baseRev = saved.stored.rev
        base = saved.stored
        continue
      }
      if (saved.ok) {
        baseRev = saved.report.rev
        base = saved.report
        sent = []
        failures = 0
        if (trouble === 'failing') trouble = undefined
        if (unsaved === report) unsaved = undefined
        // What was laid aside after this save began is newer than it, and stays.
        aside.forget(unsaved ? laidBefore : aside.laid())
        if (takenUp) void dropStored(takenUp)
        takenUp = undefined
      } else {
        failed(saved)
      }
      onSaved(saved)
      if (!saved.ok) return
    }
  }

  function flush(): Promise<void> {
    clearTimeout(quietTimer)
    clearTimeout(retryTimer)
    quietTimer = undefined
    writing ??= write().finally(() => (writing = undefined))
    return writing
  }

  const noAnswer = Symbol()
  const storedNow = (): Promise<unknown> =>
    answeredInTime(db.reports.get(opened.id)).catch(() => noAnswer)
  const isKnown = (stored: unknown): boolean => {
    const { rev, updatedAt } = isRecord(stored) ? stored : {}
    if (typeof updatedAt === 'string' && sent.includes(updatedAt)) return true
    return rev === baseRev && (!base || base.updatedAt === updatedAt)
  }

  async function met(told: unknown): Promise<void> {
    await writing
    if (closed || stopped || (isKnown(told) && trouble !== 'blocked')) return
    if (unsaved) {
      // A save says what stands between the two now.
      if (trouble === 'blocked') trouble = undefined
      return flush()
    }
    // What was told may have been read before a write of our own.
    const count = writes
    const stored = await storedNow()
    if (stored === noAnswer || count !== writes || unsaved || closed || stopped) return
    const known = isKnown(stored)
    if (known && trouble !== 'blocked') return
    const found = stored === undefined ? undefined : openReport(stored)
    if (!found) {
      trouble = 'blocked'
      onSaved({ ok: false, reason: 'removed', detail: '' })
    } else if (found.ok) {
      trouble = undefined
      if (!known) {
        baseRev = found.report.rev
        base = found.report
        onElsewhere?.(found.report)
      }
      onSaved({ ok: true, report: found.report })
    }
  }

  if (unsavedBefore) {
    failed(unsavedBefore.why)
    // Its old place is given up only after it lies in the new one.
    if (aside.sure()) void dropAside(unsavedBefore.aside)
  }

  return {
    touch(report) {
      const now = Date.now()
      if (quietTimer === undefined) firstTouch = now
      unsaved = report
      left = false
      if (trouble || stopped) aside.often()
      clearTimeout(quietTimer)
      quietTimer = setTimeout(
        () => void flush(),
        Math.max(0, Math.min(quiet, firstTouch + longestGap - now))
      )
    },
    flush,
    keep() {
      aside.now()
      return aside.sure()
    },
    leave() {
      left = true
      aside.now()
      void flush()
    },
    async close() {
      left = true
      closed = true
      aside.now()
      const lastSave = flush()
      awaitLastSave(lastSave)
      await lastSave
      clearTimeout(retryTimer)
      stopped = true
      aside.end()
      endLife()
    },
    stop() {
      stopped = true
      trouble = 'blocked'
      aside.now()
    },
    met,
    unsaved: () => unsaved !== undefined,
    rev: () => baseRev,
    base: () => base,
    async rebase(rev, settled) {
      await writing
      baseRev = rev
      base = settled ?? base
      if (!stopped) trouble = undefined
    }
  }
}
