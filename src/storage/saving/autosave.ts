import { uuid } from '../../core/report/identity.ts'
import type { Report } from '../../core/report/report.ts'
import { awaitLastSave, dropAside, layAside, showLife, type Aside } from './aside.ts'
import type { Unsaved } from './opening.ts'
import { isConflictWith, saveReport, type Saved } from '../reports/reports.ts'

/** Saves after this much quiet, and at the latest after `patience`, in milliseconds. */
const quiet = 400
const patience = 2000
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
  /** Writes nothing more, and lays aside instead: this page is older than the database. */
  readonly stop: () => void
  /** The revision that is stored, as far as is known here. */
  readonly rev: () => number
  /** After a conflict was settled: what is stored now has this revision, 0 when it is gone. */
  readonly rebase: (rev: number) => void
}

interface Listeners {
  /** A write has started. */
  readonly onSaving: () => void
  /** What became of it. */
  readonly onSaved: (saved: Saved) => void
  /** Work was laid aside; whether it is sure to outlive the page. */
  readonly onAside?: (sure: boolean) => void
}

/**
 * Keeps one report saved. A failed write is tried again by itself, with growing pauses, and at the
 * next edit; after a conflict nothing more is written until `rebase`. Either way the work is laid
 * aside at once, and every two seconds while it changes: nothing older than that can be lost.
 */
export function autosave(
  reportId: string,
  storedRev: number,
  { onSaving, onSaved, onAside }: Listeners,
  unsavedBefore?: Unsaved
): Autosave {
  const id = `${reportId}.${uuid()}`
  const endLife = showLife(id)
  let baseRev = storedRev
  /** The newest state, until it is known to be stored. */
  let unsaved: Report | undefined
  /** The times of writes that failed or were not answered: what is stored under one is our own. */
  let sent: readonly string[] = []
  let laid: { readonly aside: Aside; readonly sure: boolean } | undefined
  /** What stands between the work and the store: time, or something that somebody must settle. */
  let trouble: 'failing' | 'blocked' | undefined
  let failures = 0
  /** The page is going; it may come back, or stay, and then the next edit tells. */
  let left = false
  /** The report is no longer worked on. */
  let closed = false
  let firstTouch = 0
  let quietTimer: ReturnType<typeof setTimeout> | undefined
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let asideTimer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | undefined

  function lay(): void {
    if (!unsaved) return
    const before = laid?.aside
    if (before?.report === unsaved && before.baseRev === baseRev && before.left === left) return
    const aside = { id, baseRev, at: new Date().toISOString(), left, sent, report: unsaved }
    laid = { aside, sure: layAside(aside) }
    onAside?.(laid.sure)
  }

  /** Lays aside at once what is not stored, and again in a while what is edited until then. */
  function layOften(): void {
    if (asideTimer !== undefined || closed) return
    lay()
    asideTimer = setTimeout(() => {
      asideTimer = undefined
      if (trouble && unsaved !== laid?.aside.report) layOften()
    }, patience)
  }

  function forget(): void {
    if (laid) void dropAside(laid.aside)
    laid = undefined
  }

  function failed({ reason }: Exclude<Saved, { ok: true }>): void {
    trouble = reason === 'full' || reason === 'failed' ? 'failing' : 'blocked'
    layOften()
    if (trouble === 'blocked' || closed) return
    retryTimer = setTimeout(() => void flush(), pauses[Math.min(failures, pauses.length - 1)])
    failures++
  }

  async function write(): Promise<void> {
    while (unsaved && trouble !== 'blocked') {
      const report = unsaved
      onSaving()
      const slow = setTimeout(() => {
        trouble ??= 'failing'
        layOften()
      }, patience)
      const now = new Date().toISOString()
      sent = [...sent, now].slice(-20)
      const saved = await saveReport(report, baseRev, { now })
      clearTimeout(slow)
      // A write that was given up on was done after all.
      if (isConflictWith(saved, sent)) {
        baseRev = saved.stored.rev
        continue
      }
      if (saved.ok) {
        baseRev = saved.report.rev
        sent = []
        failures = 0
        if (trouble === 'failing') trouble = undefined
        // What was laid aside after this save began is newer than it, and stays.
        if (unsaved === report) {
          unsaved = undefined
          forget()
        }
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

  if (unsavedBefore) {
    unsaved = unsavedBefore.aside.report
    failed(unsavedBefore.why)
    // Its old place is given up only after it lies in the new one.
    if (laid?.sure) void dropAside(unsavedBefore.aside)
  }

  return {
    touch(report) {
      const now = Date.now()
      if (quietTimer === undefined) firstTouch = now
      unsaved = report
      left = false
      if (trouble) layOften()
      clearTimeout(quietTimer)
      quietTimer = setTimeout(
        () => void flush(),
        Math.max(0, Math.min(quiet, firstTouch + patience - now))
      )
    },
    flush,
    keep() {
      lay()
      return !unsaved || laid?.sure === true
    },
    leave() {
      left = true
      lay()
      void flush()
    },
    async close() {
      left = true
      closed = true
      lay()
      const lastSave = flush()
      awaitLastSave(lastSave)
      await lastSave
      clearTimeout(retryTimer)
      clearTimeout(asideTimer)
      endLife()
    },
    stop() {
      trouble = 'blocked'
      lay()
    },
    rev: () => baseRev,
    rebase(rev) {
      baseRev = rev
      trouble = undefined
    }
  }
}
