import type { WordDifference } from '../../core/intake/returned/difference.ts'
import { wordDifferences } from '../../core/intake/returned/word-differences.ts'
import { recognise } from '../../core/intake/recognise.ts'
import type { RawBlock } from '../../core/intake/source/raw.ts'
import type { Recognised } from '../../core/intake/source/reading.ts'
import {
  failure,
  type ReadInput,
  type ReadReport,
  type ReadResult,
  type ReadSource,
  type Unread
} from '../source/reader.ts'
import type { Serve } from '../threads/serve.ts'
import { readAs, type Readable } from './readers.ts'

/** What the reading thread does; where there are no threads, as in Node, the page does the same. */

/** A source with what it says of the form, recognised once; what comes after only looks at that. */
export interface RecognisedSource extends ReadSource, Recognised {}

/** A report of our own in a document whose words were changed since, with what they say otherwise. */
export interface ChangedReport extends ReadSource {
  readonly carried: ReadReport
  readonly differences: readonly WordDifference[]
}

export type Recognition = RecognisedSource | ChangedReport | ReadReport | Unread

/** What is to be read. */
export interface ReadJob {
  readonly kind: Readable
  readonly input: Omit<ReadInput, 'onProgress'>
}

/** How many pages of how many are read. */
export interface PagesRead {
  readonly done: number
  readonly total: number
}

export type ReadTasks = {
  /** A file that is read and no more, as an export of a platform. */
  readonly read: { readonly job: ReadJob; readonly note: PagesRead; readonly answer: ReadResult }
  /** A file that may be a report. */
  readonly readAndRecognise: {
    readonly job: ReadJob
    readonly note: PagesRead
    readonly answer: Recognition
  }
}

/**
 * Paragraphs and rows in which a report is looked for. The reports of all offices of a county in one
 * file have some ten thousand; each may become a question to the user.
 */
const mostPieces = 20_000

const piecesIn = (blocks: readonly RawBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.type === 'grid' ? block.rows.length : 1), 0)

/** What a source says of the form; of one that carries a report, what it says otherwise, if anything. */
function understood(source: ReadSource): Recognition {
  if (piecesIn(source.blocks) > mostPieces) return failure('excess', 'lines')
  const { carried } = source
  if (!carried || carried === 'unreadable') return { ...source, ...recognise(source.blocks) }
  const differences = wordDifferences(carried.report, source.blocks)
  return differences.length ? { ...source, carried, differences } : carried
}

const read: Serve<ReadTasks, 'read'> = ({ kind, input }, tell) =>
  readAs(kind, { ...input, onProgress: (done, total) => tell({ done, total }) })

export const tasks: { readonly [N in keyof ReadTasks]: Serve<ReadTasks, N> } = {
  read,
  readAndRecognise: async (job, tell) => {
    const result = await read(job, tell)
    return 'blocks' in result ? understood(result) : result
  }
}
