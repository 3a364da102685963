import type { RawBlock, RawCell } from '../../core/intake/source/raw.ts'
import {
  failure,
  largestFile,
  type ReadInput,
  type Reader,
  type ReadResult
} from '../source/reader.ts'
import type { FileKind } from '../source/sniff.ts'

/** Readers by kind of file, each loaded when it is used; a kind without one is refused. */
const readers = {
  text: () => import('./text/read-text.ts'),
  html: () => import('./web/read-html.ts'),
  json: () => import('./read-json.ts'),
  csv: () => import('./sheet/read-csv.ts'),
  docx: () => import('./word/read-docx.ts'),
  xlsx: () => import('./sheet/read-xlsx.ts'),
  pdf: () => import('./pdf/read-pdf.ts'),
  ole: () => import('./read-ole.ts'),
  rtf: () => import('./word/read-rtf.ts')
} as const satisfies Partial<Record<FileKind, () => Promise<{ readonly read: Reader }>>>

export type Readable = keyof typeof readers

export const isReadable = (kind: FileKind): kind is Readable => kind in readers

/** Reads in the thread that asks; of a file beyond all measure no reader is asked. */
export async function readAs(kind: Readable, input: ReadInput): Promise<ReadResult> {
  const { length } = input.bytes
  if (length > largestFile) return failure('tooLarge', String(length))
  const { read } = await readers[kind]()
  const result = await read(input)
  return 'blocks' in result && placesIn(result.blocks) > mostPlaces
    ? failure('excess', 'places')
    : result
}

/** More than any list of an office has: a year of a large platform is some 100 thousand. */
const mostPlaces = 1_000_000

/** How many fields the tables of a source cover: a cell that is merged takes the place of many. */
const placesIn = (blocks: readonly RawBlock[]): number =>
  blocks.reduce(
    (sum, block) => (block.type === 'grid' ? block.rows.reduce(withPlaces, sum) : sum + 1),
    0
  )

const withPlaces = (sum: number, row: readonly RawCell[]): number =>
  row.reduce((sum, { cols = 1, rows = 1 }) => sum + cols * rows, sum)
