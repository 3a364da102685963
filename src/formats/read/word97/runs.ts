/**
 * Where runs of text with the same properties stand in the stream: pages of 512 bytes, each with
 * the places of its runs in front and their properties behind ([MS-DOC] 2.9.33 and 2.9.174).
 */
export interface CharacterRun {
  /** The byte behind its last in the stream. */
  readonly end: number
  /** Where its properties are written down; the same of two runs tells that they are one list. */
  readonly key: number
  /** The list of its properties, of a paragraph behind the number of its style. */
  readonly list: Uint8Array
}

const pageLength = 512
const none = new Uint8Array()

/** Bytes that the page has for each run: of a paragraph also its height. */
const slots = { paragraph: 13, character: 1 } as const

/**
 * The run that a byte of the stream is in.
 *
 * @param places the list of pages: where each begins to tell, and its number
 */
export function runsOf(
  word: Uint8Array,
  places: Uint8Array,
  kind: keyof typeof slots
): (byte: number) => CharacterRun | undefined {
  const list = new DataView(places.buffer, places.byteOffset, places.length)
  const view = new DataView(word.buffer, word.byteOffset, word.length)
  const pages = Math.max(0, Math.floor((places.length - 4) / 8))

  return (byte) => {
    const i = lastFrom(pages, (at) => list.getUint32(at * 4, true), byte)
    if (i === undefined) return undefined
    const page = (list.getUint32((pages + 1 + i) * 4, true) & 0x3fffff) * pageLength
    const runs = view.getUint8(page + pageLength - 1)
    const start = (at: number) => view.getUint32(page + at * 4, true)
    const run = lastFrom(runs, start, byte)
    if (run === undefined) return undefined
    const slot = page + (runs + 1) * 4 + run * slots[kind]
    const key = page + view.getUint8(slot) * 2
    return { end: start(run + 1), key, list: key === page ? none : properties(key) }
  }

  function properties(key: number): Uint8Array {
    const count = view.getUint8(key)
    if (kind === 'character') return word.subarray(key + 1, key + 1 + count)
    // The length is in words, less one byte; or 0, and then in the next byte.
    if (count) return word.subarray(key + 1, key + 2 * count)
    return word.subarray(key + 2, key + 2 + 2 * view.getUint8(key + 1))
  }
}

/** Which of ascending stretches holds a place; `start(count)` is the end of the last. */
function lastFrom(
  count: number,
  start: (index: number) => number,
  place: number
): number | undefined {
  if (count < 1 || place < start(0) || place >= start(count)) return undefined
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (start(middle) <= place) low = middle
    else high = middle - 1
  }
  return low
}
