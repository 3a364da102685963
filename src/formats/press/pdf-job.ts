/** One export, as the worker gets it and answers it. Everything in it can be cloned to a thread. */
import type { Block } from '../../core/compose/blocks.ts'
import type { FontRole } from '../../typeset/page/font-metrics.ts'
import type { Look } from '../../typeset/page/page.ts'
import type { FontLibrary, OwnFontFaces } from '../fonts/library.ts'
import { fontLibrary } from '../fonts/library.ts'
import type { FontFailure, LoadedFont } from '../fonts/load.ts'
import { fetchFrom, loadFont, loadManifest, sha256OfBytes } from '../fonts/load.ts'
import { ownFont } from '../fonts/own.ts'
import type { SetPages } from './pages.ts'
import { pageSetter } from './pages.ts'
import type { PdfMeta, PdfProgress, PdfResult } from './pdf-render.ts'
import { renderPdf } from './pdf-render.ts'

export interface PdfJob {
  readonly blocks: readonly Block[]
  readonly meta: PdfMeta
  readonly look: Look
  /** The absolute address of the fonts' folder, which ends in a slash. */
  readonly folder: string
  /** Fonts of this computer by the role they are for, already found fit by `ownFont`. */
  readonly own: readonly OwnFile[]
}

export interface OwnFile {
  readonly role: FontRole
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Which font of a collection. */
  readonly postScriptName?: string
}

export type PdfAnswer =
  | { readonly kind: 'progress'; readonly progress: PdfProgress }
  | { readonly kind: 'done'; readonly result: PdfResult }
  | { readonly kind: 'failed'; readonly detail: string }

/** What the last job left for the next: its fonts, read already, and pages set over them. */
interface Shop {
  readonly key: string
  readonly library: FontLibrary
  readonly setters: Map<string, SetPages>
}

let kept: Shop | undefined

/** Does a job; what goes wrong unexpectedly comes as an answer too. */
export async function runJob(job: PdfJob, answer: (answer: PdfAnswer) => void): Promise<void> {
  try {
    const opened = await openShop(job)
    if (!opened.ok) {
      answer({ kind: 'done', result: opened })
      return
    }
    const { library, setters } = opened.shop
    const look = JSON.stringify(job.look)
    const set = setters.get(look) ?? pageSetter(library, job.look)
    setters.set(look, set)
    const result = await renderPdf(job.blocks, job.meta, set, library, (progress) =>
      answer({ kind: 'progress', progress })
    )
    answer({ kind: 'done', result })
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    answer({ kind: 'failed', detail })
  }
}

async function openShop({
  folder,
  own
}: PdfJob): Promise<{ readonly ok: true; readonly shop: Shop } | FontFailure> {
  const fonts: OwnFontFaces = new Map(
    own.flatMap(({ role, bytes, postScriptName }) => {
      const found = ownFont(bytes, postScriptName)
      return found.ok ? [[role, found.font]] : []
    })
  )
  const names = own.map(async ({ role, postScriptName, bytes }) => [
    role,
    postScriptName,
    await sha256OfBytes(bytes)
  ])
  const key = JSON.stringify([folder, await Promise.all(names)])
  if (kept?.key === key) return { ok: true, shop: kept }
  const fetchBytes = fetchFrom(folder)
  const list = await loadManifest(fetchBytes)
  if (!list.ok) return list
  const load = (file: Parameters<typeof loadFont>[0]): Promise<LoadedFont | FontFailure> =>
    loadFont(file, fetchBytes)
  kept = { key, library: fontLibrary(list.manifest, load, fonts), setters: new Map() }
  return { ok: true, shop: kept }
}
