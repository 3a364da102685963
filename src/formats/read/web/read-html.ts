import { decode, decodedText, type Decoded } from '../../source/decode.ts'
import { htmlBlocks } from './html-blocks.ts'
import { parsedPage } from './page-tree.ts'
import { archivedPage, isArchive } from './mht.ts'
import { failure, type ReadInput, type ReadResult } from '../../source/reader.ts'

/** Markup may be ten times the text that it carries. */
const largestMarkup = 20_000_000

/** A saved page (.html, .mht), or what a browser, Word, WPS or Excel put on the clipboard. */
export async function read(input: ReadInput): Promise<ReadResult> {
  if (input.text === undefined && isArchive(input.bytes)) {
    const page = archivedPage(input.bytes)
    return page === null ? failure('empty') : readPage({ ...input, text: page })
  }
  return readPage(input)
}

function readPage(input: ReadInput): ReadResult {
  const decoded = decodedText(input, largestMarkup, decodePage)
  if ('reason' in decoded) return decoded
  const { text, ...arrived } = decoded
  const page = parsedPage(text)
  if (!page) return failure('excess', 'elements')
  const { blocks, shownText } = htmlBlocks(page)
  if (!blocks.length) return failure('empty')
  return { ok: true, blocks, shownText, ...arrived }
}

function decodePage(bytes: Uint8Array): Decoded | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  return decode(bytes, /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1])
}
