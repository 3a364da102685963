// @ts-check
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { precacheOf } from './precache.mjs'

/** Stands in index.html until all files are there of which the build is named. */
const unnamed = '__BUILD__'

/** The policy that index.html states. */
export const policyIn = (/** @type {string} */ page) => {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1]
  if (!policy) throw new Error('index.html states no policy')
  return policy
}

/**
 * What makes the build a site: the service worker `sw.js` with the list of all files, the manifest by
 * which it is installed, the name of the build in index.html. Other editions go without.
 * vite-plugin-pwa 2.0.0 was measured against this: with Workbox it brings 323 packages (77 MB) and a
 * worker of 35 kB where this one takes 2 kB, begins anew what broke off, and changes the version when
 * the last window closes, asked or not.
 *
 * @returns {import('vite').Plugin}
 */
export function offline() {
  let version = ''
  return {
    name: 'offline',
    apply: (_, { command, mode }) => command === 'build' && mode === 'production',
    config: () => ({
      build: {
        rolldownOptions: {
          input: { index: 'index.html', sw: 'src/state/site/service-worker.ts' },
          output: {
            entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js')
          }
        }
      }
    }),
    configResolved: ({ root }) => {
      version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
    },
    transformIndexHtml: () => [
      { tag: 'meta', injectTo: 'head', attrs: { name: 'build', content: unnamed } },
      { tag: 'meta', injectTo: 'head', attrs: { name: 'theme-color', content: '#1d4a8c' } },
      { tag: 'link', injectTo: 'head', attrs: { rel: 'manifest', href: './manifest.webmanifest' } },
      {
        tag: 'link',
        injectTo: 'head',
        attrs: { rel: 'apple-touch-icon', href: './icons/icon-192.png' }
      }
    ],
    writeBundle: ({ dir = 'dist' }) => {
      for (const [path, content] of named(filesIn(dir), version))
        writeFileSync(join(dir, path), content)
    }
  }
}

/**
 * The files that know all others: index.html, which has the name of the build, and sw.js.
 *
 * @param {ReadonlyMap<string, Uint8Array>} files as built
 * @param {string} version
 * @returns {ReadonlyMap<string, Uint8Array>} these two as they are served
 */
export function named(files, version) {
  const page = textOf(files, 'index.html')
  const { build, files: kept } = precacheOf(files)
  const site = { version, build, policy: policyIn(page), files: kept }
  const encoder = new TextEncoder()
  return new Map([
    ['index.html', encoder.encode(put(page, unnamed, build))],
    ['sw.js', encoder.encode(put(textOf(files, 'sw.js'), '__SITE__', JSON.stringify(site)))]
  ])
}

/** @param {ReadonlyMap<string, Uint8Array>} files @param {string} path */
const textOf = (files, path) => new TextDecoder().decode(files.get(path))

/** @param {string} text @param {string} place @param {string} content */
function put(text, place, content) {
  if (!text.includes(place)) throw new Error(`nowhere to put what ${place} stands for`)
  return text.replace(place, () => content)
}

/**
 * @param {string} folder
 * @returns {ReadonlyMap<string, Uint8Array>} contents by path, with forward slashes
 */
export function filesIn(folder) {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))])
  )
}
