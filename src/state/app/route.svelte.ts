/** Where in the app the user is; it stands in the address after `#`, so Back works. */
export type Route =
  | { readonly at: 'library' }
  | { readonly at: 'import' }
  | { readonly at: 'report'; readonly id: string }

/** An identity is a UUID; other programs write theirs in capitals. */
const report = /^#\/report\/([0-9a-f-]{36})$/i

const read = (hash: string): Route => {
  const id = report.exec(hash)?.[1]
  return id ? { at: 'report', id } : hash === '#/import' ? { at: 'import' } : { at: 'library' }
}

const hashOf = (route: Route): string =>
  route.at === 'report' ? `#/report/${route.id}` : route.at === 'import' ? '#/import' : '#/'

/** Where the user is, as the address says, and the way elsewhere. */
export class Router {
  current: Route = $state.raw(read(window.location.hash))

  constructor() {
    window.addEventListener('hashchange', () => (this.current = read(window.location.hash)))
  }

  go = (route: Route): void => {
    window.location.hash = hashOf(route)
  }
}
