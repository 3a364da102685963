import { recognise } from '../../core/intake/recognise.ts'
import { failure, type ReadResult } from '../source/reader.ts'
import { readAs } from './readers.ts'
import { readAside } from './thread.ts'

/** Texts below this many characters are read before a thread would have started. */
const short = 200_000

/**
 * Reads what was pasted. Markup with tables comes first, since the text alone loses merged cells;
 * but some programs put a picture of the page or half of it on the clipboard as markup, and then
 * the text that came with it, in which more numbers are found, is the one to go by. Markup without any
 * text beside it is read whatever it holds.
 */
export async function readPasted(text: string, html: string): Promise<ReadResult> {
  const alone = !text.trim() && html.trim() !== ''
  if (!alone && !/<table[\s>]/i.test(html)) return readText(text)
  const marked = await readAs('html', { name: '', bytes: new Uint8Array(), text: html })
  if (alone) return marked
  const found = numbersIn(marked)
  // More cells than were found already are not in a text with fewer numbers than that.
  if ((text.match(/\d+/g)?.length ?? 0) <= found) return marked
  const bare = await readText(text)
  return numbersIn(bare) > found ? bare : marked
}

function readText(text: string): Promise<ReadResult> {
  if (!text.trim()) return Promise.resolve(failure('empty'))
  const bare = text.trim()
  const json = bare.startsWith('{') && (bare.endsWith('}') || bare.includes('"format"'))
  const read = text.length < short ? readAs : readAside
  return read(json ? 'json' : 'text', { name: '', bytes: new Uint8Array(), text })
}

/** How many cells of the form a reading gives a number or a word for. */
function numbersIn(result: ReadResult): number {
  if (!result.ok || !('blocks' in result)) return 0
  const readings = Object.values(recognise(result.blocks).patch.cells)
  return readings.filter(({ kind }) => kind !== 'blank').length
}
