import type { RawCell } from '../../../core/intake/source/raw.ts'
import { decode, mend } from '../../source/decode.ts'
import {
  failure,
  largestFile,
  largestText,
  type ReadInput,
  type ReadResult
} from '../../source/reader.ts'
import { sheetBlocks } from './blocks.ts'
import { shown } from '../../source/shown.ts'

/** Comma, semicolon or tab separated values (RFC 4180), as Excel and WPS save a sheet. */
export async function read({ bytes, text }: ReadInput): Promise<ReadResult> {
  if (bytes.length > largestFile) return failure('tooLarge', String(bytes.length))
  const decoded = text === undefined ? decode(bytes) : mend(text)
  if (!decoded) return failure('encoding')
  if (decoded.garbled) return failure('encoding', 'mojibake')
  if (decoded.text.length > largestText) return failure('tooLong', String(decoded.text.length))
  const source = shown()
  const blocks = sheetBlocks(csvRows(decoded.text.replace(/^\ufeff/, '')), 'lost', source)
  if (!blocks.length) return failure('empty')
  return {
    ok: true,
    blocks,
    shownText: source.text(),
    ...(decoded.mended && { mended: decoded.mended })
  }
}

/** The separator that stands most often outside of quotes. */
function separatorOf(text: string): string {
  const bare = text.slice(0, 50_000).replace(/"[^"]*"/g, '')
  const count = (char: string) => bare.split(char).length
  return [',', '\t', ';'].reduce((best, char) => (count(char) > count(best) ? char : best))
}

function csvRows(text: string): RawCell[][] {
  const separator = separatorOf(text)
  const rows: RawCell[][] = []
  let row: RawCell[] = []
  const field = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|\\r|$)`,
    'y'
  )
  while (field.lastIndex < text.length) {
    const [, quoted, plain = '', end] = field.exec(text) ?? []
    if (end === undefined) break
    row.push({ text: (quoted?.replace(/""/g, '"') ?? plain).trim() })
    if (end === separator) continue
    rows.push(row)
    row = []
  }
  if (row.length) rows.push(row)
  return rows
}
