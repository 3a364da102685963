import { copiedRows } from '../../core/intake/paste.ts'
import type { RawBlock } from '../../core/intake/source/raw.ts'
import { readPasted } from '../../formats/index.ts'

/** What was copied elsewhere, as tables and text: by its markup, or by its tabs and lines. */
export async function clipboardBlocks(text: string, html: string): Promise<readonly RawBlock[]> {
  if (html) {
    const read = await readPasted(text, html)
    if (read.ok && 'blocks' in read) return read.blocks
  }
  return [
    {
      type: 'grid',
      spans: 'lost',
      rows: copiedRows(text).map((row) => row.map((cell) => ({ text: cell })))
    }
  ]
}

/** The cells of the tables that were copied. */
export const rowsIn = (blocks: readonly RawBlock[]): string[][] =>
  blocks.flatMap((block) =>
    block.type === 'grid' ? block.rows.map((row) => row.map(({ text }) => text)) : []
  )
