import { ours, type Version } from './version.ts'

/**
 * How the site gets along without its server. `plain`: not at all, for over http:// to another
 * machine browsers keep no site. `thrifty`: not yet, for the user pays by the byte. `fetching`: soon.
 * `ready`: it starts and does everything. `none`: there is no telling, as in a private window.
 */
export type Offline = 'plain' | 'thrifty' | 'fetching' | 'ready' | 'none'

const minute = 60_000
/** The first screen has the line to itself for so long, in milliseconds. */
const pause = 3000

/** Chromium alone tells. */
const paysByTheByte = (): boolean =>
  'connection' in navigator &&
  typeof navigator.connection === 'object' &&
  navigator.connection !== null &&
  'saveData' in navigator.connection &&
  navigator.connection.saveData === true

/**
 * The site kept in this browser, and newer versions of it (`service-worker.ts`). A version is changed
 * when the user agrees, and then in this window alone; others go on with theirs.
 */
class KeptSite {
  offline: Offline = $state('none')
  /** What runs once the user agrees; fetched whole. */
  newer: Version | undefined = $state.raw()
  #registration: ServiceWorkerRegistration | undefined

  /** Once the app has started. Copies that are not the site's, and browsers without, keep nothing. */
  start = (): void => {
    if (import.meta.env.MODE === 'single' || ours.build === undefined) return
    if (!('serviceWorker' in navigator)) {
      if (!window.isSecureContext) this.offline = 'plain'
    } else if (paysByTheByte() && !navigator.serviceWorker.controller) this.offline = 'thrifty'
    else setTimeout(this.keep, pause)
  }

  /** Has the site fetched, as a whole. */
  keep = async (): Promise<void> => {
    const container = navigator.serviceWorker
    this.offline = container.controller ? 'ready' : 'fetching'
    container.addEventListener('controllerchange', this.#look)
    setInterval(this.#fetch, 60 * minute)
    await this.#fetch()
    // Forbidden here, or the server has no sw.js to give.
    if (!this.#registration) this.offline = 'none'
  }

  /** Opens the newer version in this window. */
  agree = async (): Promise<void> => {
    const worker = this.#newest()
    if (worker) await ask(worker, 'choose')
    window.location.reload()
  }

  /** A newer one waits until all windows are closed, and answers meanwhile. */
  #newest = (): ServiceWorker | null =>
    this.#registration?.waiting ?? this.#registration?.active ?? null

  #look = async (): Promise<void> => {
    const worker = this.#newest()
    if (!worker) return
    if (this.#registration?.active) this.offline = 'ready'
    const theirs = await ask(worker, 'which')
    this.newer = theirs.build === ours.build ? undefined : theirs
  }

  /** What is new on the server is fetched; what broke off goes on after a minute. */
  #fetch = async (): Promise<void> => {
    try {
      const registration = await navigator.serviceWorker.register('./sw.js', {
        updateViaCache: 'none'
      })
      this.#registration = registration
      registration.onupdatefound = () => this.#follow(registration.installing)
      this.#follow(registration.installing)
      await this.#look()
      await registration.update()
    } catch {
      // No connection, or no service workers here: the next hour comes.
    }
  }

  #follow(worker: ServiceWorker | null): void {
    if (worker)
      worker.onstatechange = () => {
        if (worker.state === 'redundant') setTimeout(this.#fetch, minute)
        else void this.#look()
      }
  }
}

/** The one that this window is of. */
export const keptSite = new KeptSite()

/** Has a service worker say which version it brings. */
const ask = (worker: ServiceWorker, question: 'which' | 'choose'): Promise<Version> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<Version>) => resolve(data)
    worker.postMessage(question, [port2])
  })
