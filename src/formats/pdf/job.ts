/** One export, as the worker gets it and answers it. Everything in it can be cloned to a thread. */
import type { Block } from '../../core/blocks.ts'
import type { FontRole } from '../../typeset/metrics.ts'
import type { Look } from '../../typeset/page.ts'
import type { FontLibrary, OwnFonts } from '../fonts/library.ts'
import { fontLibrary } from '../fonts/library.ts'
import type { FontFailure, LoadedFont } from '../fonts/load.ts'
import { fetchFrom, loadFont, loadManifest } from '../fonts/load.ts'
import { ownFont } from '../fonts/own.ts'
import type { PdfMeta, PdfProgress, PdfResult } from './render.ts'
import { renderPdf } from './render.ts'

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
  readonly bytes: Uint8Array
  /** Which font of a collection. */
  readonly postScriptName?: string
}

export type PdfAnswer =
  | { readonly kind: 'progress'; readonly progress: PdfProgress }
  | { readonly kind: 'done'; readonly result: PdfResult }
  | { readonly kind: 'failed'; readonly detail: string }

/** The library of the last job, kept so that the next one finds its fonts read already. */
let kept: { readonly key: string; readonly library: FontLibrary } | undefined

/** Does a job; what goes wrong unexpectedly comes as an answer too. */
export async function runJob(job: PdfJob, answer: (answer: PdfAnswer) => void): Promise<void> {
  try {
    const opened = await openLibrary(job)
    const result = opened.ok
      ? await renderPdf(job.blocks, job.meta, job.look, opened.library, (progress) =>
          answer({ kind: 'progress', progress })
        )
      : opened
    answer({ kind: 'done', result })
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    answer({ kind: 'failed', detail })
  }
}

async function openLibrary({
  folder,
  own
}: PdfJob): Promise<{ readonly ok: true; readonly library: FontLibrary } | FontFailure> {
  const fonts: OwnFonts = new Map(
    own.flatMap(({ role, bytes, postScriptName }) => {
      const found = ownFont(bytes, postScriptName)
      return found.ok ? [[role, found.font]] : []
    })
  )
  const names = own.map((file) => [file.role, file.postScriptName, file.bytes.length])
  const key = JSON.stringify([folder, names])
  if (kept?.key === key) return { ok: true, library: kept.library }
  const fetchBytes = fetchFrom(folder)
  const list = await loadManifest(fetchBytes)
  if (!list.ok) return list
  const load = (file: Parameters<typeof loadFont>[0]): Promise<LoadedFont | FontFailure> =>
    loadFont(file, fetchBytes)
  const library = fontLibrary(list.manifest, load, fonts)
  kept = { key, library }
  return { ok: true, library }
}
