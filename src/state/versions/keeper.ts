import type { Report } from '../../core/report/report.ts'
import { differences } from '../../core/versions/compare.ts'
import type { SnapshotReason } from '../../core/versions/thinning.ts'
import { keepSnapshot, takeSnapshot } from '../../storage/past/snapshots.ts'

/** After so much work, in milliseconds, the state is kept that it has come to. */
const often = 600_000

/** Keeps states of a report that is edited. Nobody waits for it, and an edit never fails by it. */
export class Keeper {
  #timer: ReturnType<typeof setTimeout> | undefined
  #latest: Report | undefined

  /** The report as it was opened. */
  opened = (report: Report): void => keepSnapshot(report, 'opened')

  /** Tells of an edit; ten minutes after the first, what they made of it is kept. */
  touch = (report: Report): void => {
    this.#latest = report
    this.#timer ??= setTimeout(this.#keepLatest, often)
  }

  /** The state before something large; `few` of its differences are not worth it. */
  before = (before: Report, after: Report, reason: SnapshotReason, few = 0): void => {
    if (before === after) return
    keepSnapshot(before, reason, () => differences(before, after).length > few)
  }

  /** The state before something whose safety rests on it; false where it could not be kept. */
  surely = async (before: Report, reason: SnapshotReason): Promise<boolean> => {
    try {
      await takeSnapshot(before, reason)
      return true
    } catch {
      return false
    }
  }

  /** The report is no longer worked on: what it came to is stored itself. */
  close = (): void => clearTimeout(this.#timer)

  #keepLatest = (): void => {
    this.#timer = undefined
    if (this.#latest) keepSnapshot(this.#latest, 'while-working')
  }
}
