/**
 * Setting pages in a thread of its own, so that the screen never waits for it. Everything here can be
 * cloned from thread to thread: the screen sends a `SetJob`, and gets for it the fonts that are new,
 * the pages that are not as they were, and at last one `set`, in this order.
 */
import type { Block } from '../../core/compose/blocks.ts'
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { FontName } from '../../typeset/page/font-metrics.ts'
import type { Document, Look, Page } from '../../typeset/page/page.ts'
import { fontLibrary, type FontLibrary } from '../fonts/library.ts'
import { fetchFrom, loadFont, loadManifest } from '../fonts/load.ts'
import type { FetchBytes, FontFailure, LoadedFont } from '../fonts/load.ts'
import type { FontFile } from '../fonts/manifest.ts'
import { ownFont } from '../fonts/own.ts'
import { pageSetter, type SetDocument, type SetPages } from './pages.ts'
import type { OwnFile } from './pdf-job.ts'

/** One setting that the screen asks for. */
export interface SetJob {
  /** Names the job in its answer. */
  readonly id: number
  /** The absolute address of the fonts' folder, which ends in a slash. */
  readonly folder: string
  readonly blocks: readonly Block[]
  readonly look: Look
  /** Fonts of this computer, already found fit; absent where they are those of the job before. */
  readonly own?: readonly OwnFile[]
}

/** A page, and what stands in its chart slots by the id of their specs. */
export interface SentPage {
  readonly index: number
  readonly page: Page
  readonly drawings: ReadonlyMap<string, Drawing>
}

/** Why nothing was set: a font, or a fault of ours with a detail for whoever looks into it. */
export type SetFailure =
  FontFailure | { readonly ok: false; readonly reason: 'failed'; readonly detail: string }

export type SetAnswer =
  /** A font file in use, for the screen to show the pages in. */
  | { readonly kind: 'font'; readonly font: FontName; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Pages in the place of those that the screen holds under the same indices. */
  | { readonly kind: 'pages'; readonly pages: readonly SentPage[] }
  /** The end of a job: how many pages there are, and the document but for them. */
  | {
      readonly kind: 'set'
      readonly id: number
      readonly result:
        ({ readonly ok: true; readonly count: number } & Omit<Document, 'pages'>) | SetFailure
    }

/** The fonts in use, and what was set in them. */
interface Shop {
  readonly library: FontLibrary
  readonly setters: Map<string, SetPages>
}

/** Pages in one message, few enough for the screen to take them between two frames. */
const bundle = 8

/** Does jobs one after the other; what goes wrong unexpectedly comes as an answer too. */
export function pageThread(
  answer: (answer: SetAnswer) => void,
  bytesFrom: (folder: string) => FetchBytes = fetchFrom
): (job: SetJob) => Promise<void> {
  let own: readonly OwnFile[] = []
  let shop: Shop | undefined
  /** The pages as the screen holds them. */
  let sent: readonly Page[] = []
  const loaded = new Map<FontFile, LoadedFont>()

  const open = async (folder: string): Promise<Shop | FontFailure> => {
    const fetchBytes = bytesFrom(folder)
    const list = await loadManifest(fetchBytes)
    if (!list.ok) return list
    const load = async (file: FontFile): Promise<LoadedFont | FontFailure> => {
      const font = loaded.get(file) ?? (await loadFont(file, fetchBytes))
      if (!font.ok || loaded.has(file)) return font
      loaded.set(file, font)
      answer({ kind: 'font', font: file.font, bytes: font.bytes })
      return font
    }
    const mine = own.flatMap(({ role, bytes, postScriptName }) => {
      const found = ownFont(bytes, postScriptName)
      return found.ok ? [[role, found.font] as const] : []
    })
    return { library: fontLibrary(list.manifest, load, new Map(mine)), setters: new Map() }
  }

  const send = ({ document, drawings }: SetDocument): void => {
    const changed = document.pages.flatMap((page, index) =>
      page === sent[index] ? [] : [{ index, page, drawings: drawingsOn(page, drawings) }]
    )
    for (let at = 0; at < changed.length; at += bundle) {
      answer({ kind: 'pages', pages: changed.slice(at, at + bundle) })
    }
    sent = document.pages
  }

  const run = async ({ id, folder, blocks, look, own: others }: SetJob): Promise<void> => {
    try {
      if (others) [own, shop] = [others, undefined]
      const opened = shop ?? (await open(folder))
      if ('ok' in opened) {
        answer({ kind: 'set', id, result: opened })
        return
      }
      shop = opened
      const pages = await setterFor(shop, look)(blocks)
      if (!pages.ok) {
        answer({ kind: 'set', id, result: pages })
        return
      }
      send(pages)
      const { pages: all, ...rest } = pages.document
      answer({ kind: 'set', id, result: { ok: true, count: all.length, ...rest } })
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      answer({ kind: 'set', id, result: { ok: false, reason: 'failed', detail } })
    }
  }

  let work = Promise.resolve()
  return (job) => (work = work.then(() => run(job)))
}

function setterFor({ library, setters }: Shop, look: Look): SetPages {
  const key = JSON.stringify(look)
  const setter = setters.get(key) ?? pageSetter(library, look)
  setters.set(key, setter)
  return setter
}

const drawingsOn = ({ items }: Page, drawings: SetDocument['drawings']): Map<string, Drawing> =>
  new Map(
    items.flatMap((item) => {
      const drawing = item.kind === 'chart' ? drawings.get(item.spec.id) : undefined
      return item.kind === 'chart' && drawing ? [[item.spec.id, drawing] as const] : []
    })
  )
