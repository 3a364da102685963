import { listen, tell } from './channel.ts'

/** The right to edit one report, which one window at a time has. */
export interface Lease {
  /** Gives it up, and says so to whoever asks for it. */
  readonly end: () => void
}

/** What the window that has it must answer to. */
export interface Holder {
  /** Another window asks for it: save, then end it. */
  readonly onAsked: () => void
  /** Another window has taken it, for this one did not answer. */
  readonly onLost: () => void
}

/** How long the window that edits may take to save and hand over, in milliseconds. */
const patience = 5_000
/** The lock of a page that is being reloaded outlives it by an instant, in milliseconds. */
const instant = 250

const nameOf = (report: string): string => `nianbao.editing.${report}`

/**
 * The right to edit a report; undefined where another window has it. Where the browser has no locks,
 * as on a page without HTTPS, every window has it: then the check of revisions alone keeps two of
 * them from writing over each other.
 */
export async function leaseOf(report: string, holder: Holder): Promise<Lease | undefined> {
  const lease = await held(report, { ifAvailable: true }, holder)
  if (lease) return lease
  await new Promise((resolve) => setTimeout(resolve, instant))
  return held(report, { ifAvailable: true }, holder)
}

/**
 * Takes the right from the window that has it: once that has saved and handed over, or without it
 * when it does not answer.
 */
export async function takeLease(report: string, holder: Holder): Promise<Lease> {
  const lease = await held(report, { ifAvailable: true }, holder)
  if (lease) return lease
  await handedOver(report)
  return (await held(report, { steal: true }, holder)) ?? nobodys
}

const nobodys: Lease = { end: () => undefined }

function held(report: string, options: LockOptions, holder: Holder): Promise<Lease | undefined> {
  if (!('locks' in navigator)) return Promise.resolve(nobodys)
  return new Promise((resolve) => {
    let state: 'asked' | 'held' | 'ended' = 'asked'
    let deafen = (): void => undefined
    const hold = (): Promise<void> =>
      new Promise((release) => {
        state = 'held'
        deafen = listen((message) => {
          if (message.kind === 'ask' && message.report === report) holder.onAsked()
        })
        resolve({
          end() {
            if (state !== 'held') return
            state = 'ended'
            deafen()
            release()
            tell({ kind: 'given', report })
          }
        })
      })
    navigator.locks
      .request(nameOf(report), options, (lock) => (lock ? hold() : resolve(undefined)))
      .catch(() => {
        // Refused at once: a page that may use no locks.
        if (state === 'asked') return resolve(nobodys)
        deafen()
        if (state === 'held') holder.onLost()
        state = 'ended'
      })
  })
}

/** Asks for the report, until it is handed over or patience ends. */
function handedOver(report: string): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(silence)
      deafen()
      resolve()
    }
    const silence = setTimeout(done, patience)
    const deafen = listen((message) => {
      if (message.kind === 'given' && message.report === report) done()
    })
    tell({ kind: 'ask', report })
  })
}
