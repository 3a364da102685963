import type { Report } from '../core/report.ts'
import { dropAside, layAside } from './aside.ts'
import { saveReport, type Saved } from './reports.ts'

/** Saves after this much quiet, and at the latest after `patience`, in milliseconds. */
const quiet = 400
const patience = 2000

export interface Autosave {
  /** Tells of an edit; saving follows by itself. */
  readonly touch: (report: Report) => void
  /** Saves at once and waits for it. */
  readonly flush: () => Promise<void>
  /** For the instant the page closes: lays unsaved work aside, synchronously. */
  readonly leave: () => void
  /** The revision that is stored, as far as is known here. */
  readonly rev: () => number
  /** After a conflict was settled: what is stored now has this revision. */
  readonly rebase: (rev: number) => void
}

/**
 * Keeps one report saved. `onSaving` is told when a write starts, `onSaved` what became of it.
 * After a conflict nothing more is written until `rebase`.
 */
export function autosave(
  storedRev: number,
  { onSaving, onSaved }: { onSaving: () => void; onSaved: (saved: Saved) => void }
): Autosave {
  let baseRev = storedRev
  /** The newest state, until it is known to be stored. */
  let unsaved: Report | undefined
  let firstTouch = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | undefined
  let blocked = false

  async function write(): Promise<void> {
    while (unsaved && !blocked) {
      const report = unsaved
      onSaving()
      const saved = await saveReport(report, baseRev)
      if (saved.ok) {
        baseRev = saved.report.rev
        // What was laid aside after this save began is newer than it, and stays.
        if (unsaved === report) {
          unsaved = undefined
          await dropAside(report.id).catch(() => undefined)
        }
      } else {
        blocked = saved.reason === 'conflict'
      }
      onSaved(saved)
      if (!saved.ok) return
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing ??= write().finally(() => (writing = undefined))
    return writing
  }

  return {
    touch(report) {
      const now = Date.now()
      if (timer === undefined) firstTouch = now
      unsaved = report
      clearTimeout(timer)
      timer = setTimeout(
        () => void flush(),
        Math.max(0, Math.min(quiet, firstTouch + patience - now))
      )
    },
    flush,
    leave() {
      if (unsaved) layAside({ id: unsaved.id, baseRev, report: unsaved })
      void flush()
    },
    rev: () => baseRev,
    rebase(rev) {
      baseRev = rev
      blocked = false
    }
  }
}
