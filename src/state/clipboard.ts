import type { RawBlock } from '../core/raw.ts'

/** What was copied elsewhere, as tables and text: the page's markup where there is any. */
export async function clipboardBlocks(text: string, html: string): Promise<readonly RawBlock[]> {
  void html
  return [
    {
      type: 'grid',
      spans: 'lost',
      rows: text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => ({ text: cell })))
    }
  ]
}
