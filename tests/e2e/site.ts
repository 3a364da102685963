import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { filesIn, named } from '../../scripts/site/offline.mjs'
import { expect } from './app.ts'

/** The site as files, in one version and in the next. */
export type Files = ReadonlyMap<string, Uint8Array>

/** What `npm run build` left. */
export const built = (): Files => filesIn('dist')

/** What web masters unpack. */
export function zipped(): Files {
  const name = existsSync('dist-site') && readdirSync('dist-site').find((it) => it.endsWith('.zip'))
  if (!name) throw new Error('There is no zip of the site: run npm run build:site first.')
  return new Map(Object.entries(unzipSync(readFileSync(`dist-site/${name}`))))
}

/**
 * The same app as another version: with another number and another name for every file of code, as
 * after a change at the root of them all. Nothing of the older version is left.
 */
export function nextVersion(files: Files, version: string): Files {
  const code = /\.(?:js|css|html)$/
  const renamed = (path: string): string => path.replace(/^assets\/(?=.*\.(?:js|css)$)/, '$&next-')
  const names = new Set([...files.keys()].map((path) => path.replace(/^assets\//, '')))
  const next = new Map(
    [...files].map(([path, content]) => {
      if (!code.test(path)) return [path, content]
      const text = new TextDecoder()
        .decode(content)
        .replace(/[\w.-]+-[\w-]{8}\.(?:js|css)\b/g, (name) =>
          names.has(name) ? `next-${name}` : name
        )
        .replace(/(["'`])0\.1\.0\1/g, `$1${version}$1`)
        .replace(/(<meta name="build" content=")\w+/, '$1__BUILD__')
        .replace(/\{"version".*?"files":\[.*?\]\}/, '__SITE__')
      return [renamed(path), new TextEncoder().encode(text)]
    })
  )
  return new Map([...next, ...named(next, version)])
}

/** Waits until the library says that the whole site is kept. */
export const kept = (page: Page): Promise<void> =>
  expect(page.locator('[data-offline="ready"]')).toBeVisible({ timeout: 60_000 })

/** What the library says of the version that runs. */
export const versionOf = (page: Page): Promise<string> => page.locator('[data-offline]').innerText()
