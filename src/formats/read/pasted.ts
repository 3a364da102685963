import { failure } from '../source/reader.ts'
import type { Recognition } from './tasks.ts'
import { aside, here, recognisedAside, type ReadWatch } from './thread.ts'

/** How what was pasted is read. */
export interface PastedWatch extends Pick<ReadWatch, 'signal'> {
  /** In the page, for a thread takes longer to start than to read a short text. */
  readonly atOnce?: boolean
}

/**
 * Reads and recognises what was pasted. Markup with tables comes first, since the text alone loses
 * merged cells; but some programs put a picture of the page or half of it on the clipboard as markup,
 * and then the text that came with it, in which more numbers are found, is the one to go by. Markup
 * without any text beside it is read whatever it holds.
 */
export async function pastedSource(
  text: string,
  html: string,
  { signal, atOnce = false }: PastedWatch = {}
): Promise<Recognition> {
  const run = atOnce ? here : aside
  const from = (kind: 'html' | 'json' | 'text', text: string): Promise<Recognition> =>
    recognisedAside(kind, { name: '', bytes: new Uint8Array(), text }, { signal }, run)
  const bare = text.trim()
  const json = bare.startsWith('{') && (bare.endsWith('}') || bare.includes('"format"'))
  const fromText = () => (bare ? from(json ? 'json' : 'text', text) : failure('empty'))
  const alone = !bare && html.trim() !== ''
  if (!alone && !/<table[\s>]/i.test(html)) return fromText()
  const marked = await from('html', html)
  if (alone) return marked
  if (!saysMore(text, marked)) return marked
  const plain = await fromText()
  return cellsIn(plain) > cellsIn(marked) ? plain : marked
}

/** Whether there may be more cells in a text than were found in the markup that came with it. */
function saysMore(text: string, marked: Recognition): boolean {
  const numbers = numbersIn(text)
  if (numbers <= cellsIn(marked)) return false
  if (!('patch' in marked)) return true
  const understood = marked.patch.leftovers.every((leftover) => numbersIn(leftover.text) === 0)
  return !understood || numbersIn(marked.shownText ?? '') < numbers
}

const numbersIn = (text: string): number => text.match(/\d+/g)?.length ?? 0

/** How many cells of the form a source gives a number or a word for. */
function cellsIn(source: Recognition): number {
  const readings = 'patch' in source ? Object.values(source.patch.cells) : []
  return readings.filter(({ kind }) => kind !== 'blank').length
}
