import type { FontFailure } from '../fonts/load.ts'
import type { OwnFile } from '../press/pdf-job.ts'

/** How far a file is: fonts fetched, pages painted, or the last step, which cannot be divided. */
export interface WriteProgress {
  readonly step: 'fonts' | 'pages' | 'file'
  readonly done: number
  readonly total: number
}

/** What a writer is told besides the report. */
export interface Job {
  /** Prints 草稿 on every page; for a report that still has errors. */
  readonly draft: boolean
  /** Fonts of this computer, for files that hold their pages' fonts. */
  readonly ownFonts?: readonly OwnFile[]
  readonly signal: AbortSignal
  readonly onProgress: (progress: WriteProgress) => void
}

/** Why no file was made. */
export type WriteFailure =
  | FontFailure
  /** Characters that no font has, each with the words around it. */
  | { readonly ok: false; readonly reason: 'missing'; readonly near: readonly string[] }
  | { readonly ok: false; readonly reason: 'cancelled' }
  | { readonly ok: false; readonly reason: 'failed'; readonly detail: string }

export type Made = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | WriteFailure
