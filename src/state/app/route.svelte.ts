/** Where in the app the user is; it stands in the address after `#`, so Back works. */
export type Route =
  | { readonly at: 'library' }
  | { readonly at: 'import' }
  /** `past`: with its earlier versions shown above it. */
  | { readonly at: 'report'; readonly id: string; readonly past?: boolean }

/** An identity is a UUID; other programs write theirs in capitals. */
const report = /^#\/report\/([0-9a-f-]{36})(\/versions)?$/i

const read = (hash: string): Route => {
  const [, id, past] = report.exec(hash) ?? []
  if (id) return { at: 'report', id, ...(past && { past: true }) }
  return hash === '#/import' ? { at: 'import' } : { at: 'library' }
}

function hashOf(route: Route): string {
  if (route.at === 'report') return `#/report/${route.id}${route.past ? '/versions' : ''}`
  return route.at === 'import' ? '#/import' : '#/'
}

/** What is said of a report where it opens. */
export interface Arrival {
  readonly text: string
  /** The way back of what was done; a sentence where it could not be gone. */
  readonly back?: () => Promise<string | undefined>
}

/** Where the user is, as the address says, and the way elsewhere. */
export class Router {
  current: Route = $state.raw(read(window.location.hash))
  /** Where the user was before. */
  #before = ''
  #arrival: Arrival | undefined
  #closing = false

  constructor() {
    window.addEventListener('hashchange', ({ oldURL }) => {
      this.#before = new URL(oldURL).hash
      this.#closing = false
      this.current = read(window.location.hash)
    })
  }

  /** The report that was open before, until the user went elsewhere. */
  get left(): string | undefined {
    const before = read(this.#before)
    return before.at === 'report' ? before.id : undefined
  }

  go = (route: Route, arrival?: Arrival): void => {
    this.#arrival = arrival
    window.location.hash = hashOf(route)
  }

  /** What is to be said on the screen that opens: once. */
  arrive = (): Arrival | undefined => {
    const arrival = this.#arrival
    this.#arrival = undefined
    return arrival
  }

  /** Closes what lies above a screen, if it is open: Back does not open it again. */
  closePast = (): void => {
    const { current } = this
    if (current.at !== 'report' || !current.past || this.#closing) return
    this.#closing = true
    const below = hashOf({ at: 'report', id: current.id })
    if (this.#before === below) window.history.back()
    else window.location.replace(below)
  }
}
