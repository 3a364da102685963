import { largestText } from '../../source/reader.ts'

/**
 * A stretch of the text that stands in one place of the stream. Word saves fast by adding stretches
 * at the end and changing the list of them ([MS-DOC] 2.9.177 PlcPcd).
 */
export interface WordPiece {
  /** Its first character, and the one behind its last. */
  readonly from: number
  readonly to: number
  /** Its first byte in the stream. */
  readonly place: number
  /** Bytes a character: 2 of UTF-16, or 1 of Windows-1252. */
  readonly width: 1 | 2
  /** Changes of properties that hold for all of it. */
  readonly changes: Uint8Array
}

export interface Text {
  readonly chars: string
  readonly pieces: readonly WordPiece[]
}

const none = new Uint8Array()

/** Changes that are named by a number of their own in the list of pieces ([MS-DOC] 2.9.214). */
const shortNames: Readonly<Record<number, number>> = {
  0x0c: 0x260a,
  0x18: 0x2416,
  0x19: 0x2417,
  0x41: 0x0800,
  0x5c: 0x083c
}

/** The whole text. Throws a RangeError where it is damaged, or longer than any report's. */
export function wordTextOf(word: Uint8Array, clx: Uint8Array): Text {
  const view = new DataView(clx.buffer, clx.byteOffset, clx.length)
  const lists: Uint8Array[] = []
  let at = 0
  while (view.getUint8(at) === 1) {
    const length = view.getUint16(at + 1, true)
    lists.push(clx.subarray(at + 3, at + 3 + length))
    at += 3 + length
  }
  if (view.getUint8(at) !== 2) throw new RangeError('list of pieces')
  const length = view.getUint32(at + 1, true)
  const count = Math.floor((length - 4) / 12)
  const first = at + 5
  const pieces: WordPiece[] = []
  const chars: string[] = []
  for (let i = 0; i < count; i++) {
    const [from, to] = [first + i * 4, first + i * 4 + 4].map((x) => view.getUint32(x, true))
    const expected = pieces.at(-1)?.to ?? 0
    if (from !== expected || to === undefined || to < from) throw new RangeError('order of pieces')
    if (to > largestText) throw new RangeError('length of the text')
    const descriptor = first + (count + 1) * 4 + i * 8
    const place = view.getUint32(descriptor + 2, true)
    const narrow = (place & 0x40000000) !== 0
    const piece: WordPiece = {
      from,
      to,
      place: narrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff,
      width: narrow ? 1 : 2,
      changes: changesOf(view.getUint16(descriptor + 6, true), lists)
    }
    const end = piece.place + (to - from) * piece.width
    if (end > word.length) throw new RangeError('piece beyond the end')
    const decoder = new TextDecoder(narrow ? 'windows-1252' : 'utf-16le', { ignoreBOM: true })
    pieces.push(piece)
    chars.push(decoder.decode(word.subarray(piece.place, end)))
  }
  return { chars: chars.join(''), pieces }
}

function changesOf(modifier: number, lists: readonly Uint8Array[]): Uint8Array {
  if (modifier & 1) return lists[modifier >> 1] ?? none
  const sprm = shortNames[(modifier >> 1) & 0x7f]
  return sprm ? Uint8Array.of(sprm & 0xff, sprm >> 8, modifier >> 8) : none
}

/** Which piece a character is in, by its number in the list. */
export function pieceAt(pieces: readonly WordPiece[], character: number): WordPiece {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.to ?? 0) <= character) low = middle + 1
    else high = middle
  }
  const piece = pieces[low]
  if (!piece || character < piece.from) throw new RangeError('no piece')
  return piece
}
