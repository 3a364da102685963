import type { ReadInput, Reader, ReadResult } from '../reader.ts'
import type { FileKind } from '../sniff.ts'

/** Readers by kind of file, each loaded when it is used; a kind without one is refused. */
const readers = {
  text: () => import('../read-text.ts'),
  html: () => import('../read-html.ts'),
  json: () => import('../read-json.ts'),
  csv: () => import('../read-csv.ts'),
  docx: () => import('../read-docx.ts'),
  xlsx: () => import('../read-xlsx.ts'),
  pdf: () => import('../read-pdf.ts'),
  ole: () => import('../read-ole.ts'),
  rtf: () => import('../read-rtf.ts')
} as const satisfies Partial<Record<FileKind, () => Promise<{ readonly read: Reader }>>>

export type Readable = keyof typeof readers

export const isReadable = (kind: FileKind): kind is Readable => kind in readers

/** Reads in the thread that asks. */
export async function readAs(kind: Readable, input: ReadInput): Promise<ReadResult> {
  const { read } = await readers[kind]()
  return read(input)
}
