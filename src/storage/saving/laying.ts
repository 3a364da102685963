import { dropStored, layAside, type Aside } from './aside.ts'

/** What of its work is laid aside is at most this old while it is not stored, in milliseconds. */
export const longestGap = 2000

/** How one writer lays its unsaved work aside. */
export interface Laying {
  /** Lays it aside now, synchronously. */
  readonly now: () => void
  /** Lays it aside now, and again in a while what is edited until then, as long as there is trouble. */
  readonly often: () => void
  /** What lies aside now. */
  readonly laid: () => Aside | undefined
  /** This is stored, and with it what was laid aside before; what was laid after it stays. */
  readonly forget: (stored: Aside | undefined) => void
  /** Whether what is unsaved lies aside where it outlives the page. */
  readonly sure: () => boolean
  /** No more by itself. */
  readonly end: () => void
}

/**
 * @param unsaved the work that is not stored; undefined where all is
 * @param troubled whether something stands between the work and the store
 */
export function laying(
  unsaved: () => Omit<Aside, 'at'> | undefined,
  troubled: () => boolean,
  onAside: (sure: boolean) => void
): Laying {
  let laid: { readonly aside: Aside; readonly sure: boolean; readonly twice: boolean } | undefined
  /** Of what was laid aside last: the next is later, whatever the clock says. */
  let last = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  function now(twice = false): void {
    const work = unsaved()
    if (!work) return
    const before = laid?.aside
    const same = before?.report === work.report && before.baseRev === work.baseRev
    // What is not sure to outlive the page is tried again: there may be room by now.
    const isLaid = same && before.left === work.left && laid?.sure
    if (isLaid && (laid?.twice || !twice)) return
    last = Math.max(Date.now(), last + 1)
    const aside = { ...work, at: new Date(last).toISOString() }
    laid = { aside, sure: layAside(aside, twice), twice }
    onAside(laid.sure)
  }

  function often(): void {
    if (timer !== undefined || ended) return
    now(true)
    timer = setTimeout(() => {
      timer = undefined
      const isLaid = laid?.sure && unsaved()?.report === laid.aside.report
      if (troubled() && !isLaid) often()
    }, longestGap)
  }

  return {
    now: () => now(),
    often,
    laid: () => laid?.aside,
    forget(stored) {
      if (stored) void dropStored(stored)
      if (laid?.aside === stored) laid = undefined
    },
    sure: () => !unsaved() || laid?.sure === true,
    end() {
      ended = true
      clearTimeout(timer)
    }
  }
}
