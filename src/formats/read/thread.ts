/** Reading in a thread of its own, which starts with the first file and not before. */
import type { ReadInput, ReadResult } from '../source/reader.ts'
import { readAs, type Readable } from './readers.ts'

export interface ReadJob {
  readonly kind: Readable
  readonly input: Omit<ReadInput, 'onProgress'>
}

export type ReadAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: ReadResult }
  | { readonly kind: 'failed'; readonly detail: string }

/** A thread without a sign of life for so long, in milliseconds, is given up. */
const silence = 60_000

/** A thread that has read its last file and waits for the next. */
let idle: Worker | undefined

/**
 * Reads a file without holding up the page. Pages of the web are read in the page itself, for only
 * there are they taken apart; and everything is, where there are no threads, as in Node. The bytes
 * are gone afterwards. Rejects where a reader or its thread breaks.
 */
export function readAside(
  kind: Readable,
  { onProgress, ...input }: ReadInput
): Promise<ReadResult> {
  if (kind === 'html' || typeof Worker === 'undefined') {
    return readAs(kind, { ...input, ...(onProgress && { onProgress }) })
  }
  return new Promise((resolve, reject) => {
    const worker = idle ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    idle = undefined
    const finish = (reusable: boolean) => {
      clearTimeout(watch)
      worker.onmessage = null
      worker.onerror = null
      if (reusable && !idle) idle = worker
      else worker.terminate()
    }
    const fail = (detail: string) => {
      finish(false)
      reject(new Error(detail))
    }
    const watched = () => setTimeout(() => fail('the thread does not answer'), silence)
    let watch = watched()
    worker.onerror = (event) => fail(event.message || 'the thread did not start')
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
      if (data.kind === 'progress') {
        clearTimeout(watch)
        watch = watched()
        onProgress?.(data.done, data.total)
      } else if (data.kind === 'done') {
        finish(true)
        resolve(data.result)
      } else fail(data.detail)
    }
    // The bytes go over as they are: a copy of each would be held on both sides.
    worker.postMessage({ kind, input } satisfies ReadJob, [input.bytes.buffer as ArrayBuffer])
  })
}
