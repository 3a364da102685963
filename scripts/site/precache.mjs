// @ts-check
import { createHash } from 'node:crypto'

/**
 * What the service worker keeps of a built site.
 *
 * @typedef {{ path: string, revision: string, spare?: true }} SiteFile as in
 *   src/state/site/service-worker.ts
 */

/** @param {string | Uint8Array} content */
const digest = (content) => createHash('sha256').update(content).digest('hex').slice(0, 12)

/**
 * Pages and code before fonts, so that what broke off has left what starts the app; in each the small
 * before the large.
 *
 * @param {string} path
 */
const rank = (path) => (path.startsWith('assets/') ? 0 : path.startsWith('fonts/') ? 2 : 1)

/** What the app never asks for itself: it is there for people, and for the system that installs it. */
const spare = /^(?:schema\/|icons\/|manifest\.webmanifest$|fonts\/LICENSE)|\.(?:txt|md|cdx\.json)$/

/**
 * @param {ReadonlyMap<string, Uint8Array>} files contents by path from the folder of the site, with
 *   forward slashes
 * @returns {{ build: string, files: SiteFile[] }} `build` names the whole
 */
export function precacheOf(files) {
  const all = [...files]
    .filter(([path]) => path !== 'sw.js')
    .map(([path, content]) => ({ path, revision: digest(content), size: content.length }))
    .sort((a, b) => rank(a.path) - rank(b.path) || a.size - b.size || (a.path < b.path ? -1 : 1))
  const whole = all.map(({ path, revision }) => `${path} ${revision}`).join('\n')
  return {
    build: digest(whole).slice(0, 8),
    files: all.map(({ path, revision }) => ({
      path,
      revision,
      ...(spare.test(path) && { spare: true })
    }))
  }
}
