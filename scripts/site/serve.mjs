// @ts-check
/**
 * A small server for the tests, which serves files as `hosting.mjs` asks web masters to: plain http,
 * under a path, with one version of the site or another, or gone for a while.
 */
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { caching, headersBy, types } from './hosting.mjs'

/**
 * @typedef {ReadonlyMap<string, Uint8Array>} Files contents by path
 * @typedef {object} Site
 * @property {number} port
 * @property {string} path under which the files are, with slashes around it
 * @property {string[]} asked the paths asked for so far
 * @property {(files: Files) => void} show serves other files from now on
 * @property {() => Promise<void>} stop hears nobody any more, on open connections either
 * @property {() => Promise<void>} start again, on the same port
 */

/** @param {string} name */
const typeOf = (name) => {
  const type = Object.entries(types).find(([ending]) => name.endsWith(`.${ending}`))?.[1]
  return type ?? 'application/octet-stream'
}

/** Packed once. @type {WeakMap<Uint8Array, Uint8Array>} */
const packedFiles = new WeakMap()

/** @param {Uint8Array} content */
function packedOf(content) {
  const known = packedFiles.get(content) ?? gzipSync(content)
  packedFiles.set(content, known)
  return known
}

/**
 * @param {Files} first
 * @param {{ path?: string, policy?: string, packed?: boolean }} [options] with a policy, the headers
 *   that are asked for; without one, none: a server whose master has read nothing. Text goes out
 *   `packed` where that is asked for, as most servers do
 * @returns {Promise<Site>}
 */
export async function serve(first, { path = '/', policy, packed = false } = {}) {
  let files = first
  /** @type {string[]} */
  const asked = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://server')
    asked.push(pathname)
    const within = pathname.startsWith(path) ? decodeURI(pathname.slice(path.length)) : undefined
    const name = within === '' ? 'index.html' : within
    const content = name === undefined ? undefined : files.get(name)
    if (name === undefined || !content) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>')
      return
    }
    const pack = packed && /^text|json|javascript/.test(typeOf(name))
    response.writeHead(200, {
      'content-type': typeOf(name),
      ...(pack && { 'content-encoding': 'gzip' }),
      ...(policy && {
        ...headersBy(policy),
        'cache-control': name.startsWith('assets/') ? caching.assets : caching.others
      })
    })
    response.end(pack ? packedOf(content) : content)
  })
  let port = 0
  const start = () =>
    new Promise((/** @type {(value: void) => void} */ resolve) => {
      server.listen(port, '127.0.0.1', () => resolve())
    })
  const stop = () =>
    new Promise((/** @type {(value: void) => void} */ resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await start()
  const address = server.address()
  if (address && typeof address === 'object') port = address.port
  return { port, path, asked, show: (other) => (files = other), stop, start }
}
