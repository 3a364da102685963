/**
 * The service worker of the site, built as `sw.js` beside `index.html` (scripts/site/offline.mjs).
 *
 * It keeps the files of whole versions, a cache each, and serves the one that the user chose: the
 * first that came, until another is agreed to. Old and newer workers alike serve the chosen version, so
 * that it does not matter when a newer one takes over: once all windows are closed, as browsers have
 * it. Files of other versions stay for as long as a window of this site is open: an old window goes on
 * loading its code.
 *
 * It imports nothing, for browsers that know no modules in service workers.
 */

/** What `scripts/site/offline.mjs` puts in place of `__SITE__`. */
interface Site {
  readonly version: string
  /** Names the content: another one as soon as a byte of any file differs. */
  readonly build: string
  /** The policy of index.html, which the scripts of threads have only by a header. */
  readonly policy: string
  /** What is kept, in the order in which it is fetched. */
  readonly files: readonly SiteFile[]
}
interface SiteFile {
  /** From where index.html stands. */
  readonly path: string
  /** Names the content. */
  readonly revision: string
  /** The app works without it; some servers do not give it out. */
  readonly spare?: true
}

declare const self: ServiceWorkerGlobalScope
declare const __SITE__: Site
const site = __SITE__

const { scope } = self.registration
/** Sites under other paths of the same server have caches of their own. */
const prefix = `nianbao ${scope} `
const own = prefix + site.build
const choice = `${prefix}chosen`
const start = 'index.html'
const revisionHeader = 'x-revision'

/** Caches of whole versions and of such as are being fetched, the oldest first. */
const versions = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== choice)

/** The cache of the version that the user chose; ours where there is none. */
async function stored(): Promise<string> {
  const noted = await (await caches.open(choice)).match(scope)
  const name = noted && prefix + (await noted.text())
  return name && (await caches.has(name)) ? name : own
}
/** Remembered until a page is opened: the user's word comes to a newer worker. */
let remembered: Promise<string> | undefined
const chosen = (): Promise<string> => (remembered ??= stored())

async function choose(): Promise<void> {
  await (await caches.open(choice)).put(scope, new Response(site.build))
}

/** Fetches what is not there yet, a file after the other: whoever uses the app comes first. */
async function fill(): Promise<void> {
  const cache = await caches.open(own)
  for (const file of site.files) {
    const url = new URL(file.path, scope).href
    if (await cache.match(url)) continue
    const response = (await known(url, file.revision)) ?? (await fetched(file))
    if (response) await cache.put(url, response)
  }
  if (!(await (await caches.open(choice)).match(scope))) await choose()
}

/** The same file of another version. */
async function known(url: string, revision: string): Promise<Response | undefined> {
  for (const name of await versions()) {
    const response = await (await caches.open(name)).match(url)
    if (response?.headers.get(revisionHeader) === revision) return response
  }
  return undefined
}

/** A file from the server; throws unless it is the one of this version. */
async function fetched({ path, revision, spare }: SiteFile): Promise<Response | undefined> {
  // Some servers send index.html on to its folder, and a page that was sent on cannot be served.
  const address = new URL(path === start ? '' : path, scope)
  const response = await fetch(address, { cache: 'no-cache', priority: 'low' })
  const type = response.headers.get('content-type') ?? ''
  // Some servers give the start page for what they lack.
  const right = response.ok && (path.endsWith('.html') || !type.includes('text/html'))
  if (!right) {
    if (spare) return undefined
    throw new Error(`${path}: ${response.status} ${type}`)
  }
  const policy = 'content-security-policy'
  const headers = {
    'content-type': type,
    [policy]: response.headers.get(policy) ?? site.policy,
    [revisionHeader]: revision
  }
  if (path !== start) return new Response(response.body, { headers })
  const page = await response.text()
  if (!page.includes(site.build)) throw new Error('the server has another version by now')
  return new Response(page, { headers })
}

/** Drops versions that nobody asks for any more, once no window of this site is open. */
async function tidy(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const { installing, waiting } = self.registration
  if (installing || waiting || windows.some(({ url }) => url.startsWith(scope))) return
  const kept = new Set([own, await chosen()])
  for (const name of await versions()) if (!kept.has(name)) await caches.delete(name)
}

async function answer(request: Request): Promise<Response> {
  if (request.mode === 'navigate') remembered = undefined
  const url = new URL(request.url)
  url.search = url.hash = ''
  if (url.href === scope) url.pathname += start
  const fromChosen = await (await caches.open(await chosen())).match(url)
  if (fromChosen) return fromChosen
  // A page is of the chosen version or from the server, its code of whichever version has it.
  const any = request.mode === 'navigate' ? undefined : await caches.match(url)
  return any ?? fetch(request)
}

self.addEventListener('install', (event) => event.waitUntil(fill()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim().then(tidy)))
self.addEventListener('fetch', (event) => {
  const { request } = event
  // Whoever asks past all caches wants to know what the server has.
  const served =
    request.method === 'GET' && request.url.startsWith(scope) && request.cache !== 'no-store'
  if (!served) return
  event.respondWith(answer(request))
  if (request.mode === 'navigate') event.waitUntil(tidy())
})
/** A window asks which version is here, or has the user's word for it; both are answered with it. */
self.addEventListener('message', (event) => {
  const { version, build } = site
  const answered = async (): Promise<void> => {
    if (event.data === 'choose') await choose()
    event.ports[0]?.postMessage({ version, build })
  }
  event.waitUntil(answered())
})

export {}
