import { version } from '../../../package.json'

/** Which version of the app this page is, and of which content. */
export interface Version {
  readonly version: string
  /** Names the content (scripts/site/offline.mjs); undefined in a copy that is not the site. */
  readonly build: string | undefined
}

/** This page's. */
export const ours: Version = {
  version,
  build: document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content
}

/** What the server answers now, past all caches: a page of which build; undefined when nothing. */
export async function onServer(): Promise<{ readonly build: string | undefined } | undefined> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), 5000)
  try {
    const response = await fetch('./', { cache: 'no-store', signal: stop.signal })
    const page = response.ok ? await response.text() : ''
    return { build: /<meta name="build" content="(\w+)"/.exec(page)?.[1] }
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
