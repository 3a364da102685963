/** Making a PDF in a thread of its own, which starts with the first export and not before. */
import type { Block } from '../../core/compose/blocks.ts'
import type { Look } from '../../typeset/page/page.ts'
import type { ThreadJob } from './worker.ts'
import type { OwnFile, PdfAnswer } from './pdf-job.ts'
import type { PdfMeta, PdfProgress, PdfResult } from './pdf-render.ts'

export interface PdfOptions {
  readonly look: Look
  /** The absolute address of the fonts' folder, which ends in a slash. */
  readonly folder: string
  /** Fonts of this computer to be used in place of the app's. */
  readonly own?: readonly OwnFile[]
  readonly onProgress?: (progress: PdfProgress) => void
  /** Ends the export at once, whatever it is doing. */
  readonly signal?: AbortSignal
}

export type PdfOutcome =
  | PdfResult
  | { readonly ok: false; readonly reason: 'cancelled' }
  /** A fault of ours, or no thread to be had; `detail` is for whoever looks into it. */
  | { readonly ok: false; readonly reason: 'failed'; readonly detail: string }

/** A thread that has finished its last job and keeps its fonts for the next. */
let idle: Worker | undefined

/** Makes a PDF of blocks. Never rejects. */
export function makePdf(
  blocks: readonly Block[],
  meta: PdfMeta,
  { look, folder, own = [], onProgress, signal }: PdfOptions
): Promise<PdfOutcome> {
  const failed = (detail: string): PdfOutcome => ({ ok: false, reason: 'failed', detail })
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve({ ok: false, reason: 'cancelled' })
      return
    }
    let worker: Worker
    try {
      worker = idle ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    } catch (error) {
      resolve(failed(String(error)))
      return
    }
    idle = undefined
    const finish = (outcome: PdfOutcome, reusable: boolean) => {
      worker.onmessage = null
      worker.onerror = null
      signal?.removeEventListener('abort', cancel)
      if (reusable && !idle) idle = worker
      else worker.terminate()
      resolve(outcome)
    }
    const cancel = () => finish({ ok: false, reason: 'cancelled' }, false)
    signal?.addEventListener('abort', cancel)
    worker.onerror = (event) => finish(failed(event.message || 'the thread did not start'), false)
    worker.onmessage = ({ data }: MessageEvent<PdfAnswer>) => {
      if (data.kind === 'progress') onProgress?.(data.progress)
      else if (data.kind === 'done') finish(data.result, true)
      else finish(failed(data.detail), false)
    }
    worker.postMessage({
      kind: 'pdf',
      job: { blocks, meta, look, folder, own }
    } satisfies ThreadJob)
  })
}
