import type { RawCell } from '../../../core/intake/source/raw.ts'
import { decodedText } from '../../source/decode.ts'
import { failure, type ReadInput, type ReadResult } from '../../source/reader.ts'
import { withoutMark } from '../../source/formula-like.ts'
import { sheetBlocks } from './blocks.ts'
import { mostRows } from './layout.ts'
import { shown } from '../../source/shown.ts'

/** Comma, semicolon or tab separated values (RFC 4180), as Excel and WPS save a sheet. */
export async function read(input: ReadInput): Promise<ReadResult> {
  const decoded = decodedText(input)
  if ('reason' in decoded) return decoded
  const { text, ...arrived } = decoded
  const rows = csvRows(text.replace(/^\ufeff/, ''))
  if (rows.length > mostRows) return failure('tooManyRows', String(rows.length))
  const source = shown()
  const blocks = sheetBlocks(rows, 'lost', source)
  if (!blocks.length) return failure('empty')
  return { ok: true, blocks, shownText: source.text(), ...arrived }
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
    row.push({ text: withoutMark(quoted?.replace(/""/g, '"') ?? plain).trim() })
    if (end === separator) continue
    rows.push(row)
    row = []
  }
  if (row.length) rows.push(row)
  return rows
}
