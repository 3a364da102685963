import type { Mended } from '../../core/report/distinct.ts'
import type { RawBlock } from '../../core/intake/source/raw.ts'
import type { Report } from '../../core/report/report.ts'

/** A file, or a text that was pasted: then `bytes` is empty. */
export interface ReadInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly text?: string
  /** Told how many pages of how many are read, by readers of files that take a while. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Why a file gave nothing. `tooLarge`, `tooLong` (more characters than any report), `tooManyRows`,
 * `excess` (a report of our own or a workbook with more in it than any), `backup` (many reports of
 * our own), `damaged`, `bomb` (a small archive that unpacks to far more than any report), `encoding`,
 * `password`, `noText` (a scan), `legacy` (of a time before Word 97 or of Works: to be saved in a later
 * format), `foreign` (JSON that is no report), `noDocument` (an office file's container with no
 * document in it), `embedded` (a document that holds another file instead of words), `newer` (written
 * by a later version), `empty`, `unknown` (a kind of file that is not read here, such as an image),
 * `overdue` (not read after so long a time that it never will be), `stopped` (by the user).
 */
export type ReadFailure =
  | 'tooLarge'
  | 'tooLong'
  | 'tooManyRows'
  | 'excess'
  | 'backup'
  | 'damaged'
  | 'bomb'
  | 'encoding'
  | 'password'
  | 'noText'
  | 'legacy'
  | 'foreign'
  | 'noDocument'
  | 'embedded'
  | 'newer'
  | 'empty'
  | 'unknown'
  | 'overdue'
  | 'stopped'

/** The pieces of a source, in its order. */
export interface ReadSource {
  readonly ok: true
  readonly blocks: readonly RawBlock[]
  /** The source as it is shown for review; the `at` of cells and texts are offsets into it. */
  readonly shownText?: string
  /** Set where the text arrived garbled and was put right. */
  readonly mended?: 'mojibake'
  /** The report of our own that the document carries, or that it carries one that cannot be opened. */
  readonly carried?: ReadReport | 'unreadable'
}

/** A report of our own, complete as it is. */
export interface ReadReport {
  readonly ok: true
  readonly report: Report
  readonly migratedFrom?: number
  readonly mended?: readonly Mended[]
}

export interface Unread {
  readonly ok: false
  readonly reason: ReadFailure
  /** What the sentence needs: a path, a size, a file name; may be empty. */
  readonly detail: string
}

export type ReadResult = ReadSource | ReadReport | Unread

export type Reader = (input: ReadInput) => Promise<ReadResult>

export const failure = (reason: ReadFailure, detail = ''): Unread => ({
  ok: false,
  reason,
  detail
})

/** Largest file that is looked at, in bytes; a report with its pictures stays far below. */
export const largestFile = 50 * 1024 * 1024
/** Largest text, in characters: a report has 30 thousand at the very most. */
export const largestText = 4_000_000
