/** What every writer of a report is told, and what it gives. */
import type { Report } from '../../core/report/report.ts'
import type { FontFailure } from '../fonts/load.ts'
import type { PageMeans } from '../press/press.ts'

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
  readonly means: PageMeans
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

/** A text as the name of a file, without what file systems refuse in one. */
export const safeName = (text: string): string =>
  text.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').trim() || '未命名'

/**
 * `<单位>-<年度><ending>`; `ending` begins with a dot or a dash: `.nianbao.json`, `-草稿.pdf`.
 */
export const fileName = ({ unit, year }: Pick<Report, 'unit' | 'year'>, ending: string): string =>
  `${safeName(unit.name)}-${year}${ending}`
