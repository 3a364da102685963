/** The head of Word's main stream ([MS-DOC] 2.5, the FIB): what the file is, and where the rest is. */
export interface Fib {
  readonly encrypted: boolean
  /** Written by Word 95 or earlier, whose files are made otherwise. */
  readonly old: boolean
  /** The name of the stream with the tables. */
  readonly tables: '0Table' | '1Table'
  /** Characters of the body, and where the text boxes begin and end in the whole text. */
  readonly body: number
  readonly boxes: { readonly from: number; readonly to: number }
  /** Where one of the tables stands; of length 0 where there is none. */
  readonly place: (index: number) => { readonly from: number; readonly length: number }
}

/** Where tables are named in the FIB ([MS-DOC] 2.5.6), by their order. */
export const tableIndex = {
  styles: 1,
  sections: 6,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  shapes: 40,
  boxes: 56,
  lists: 73,
  listUses: 74
} as const

const word97 = 0xa5ec
const firstOf97 = 0xc0

/** Throws a RangeError where the stream is too short to be a document. */
export function fibOf(word: Uint8Array): Fib {
  const view = new DataView(word.buffer, word.byteOffset, word.length)
  const flags = view.getUint16(10, true)
  // Body, footnotes, headers, macros, comments, endnotes and text boxes follow each other.
  const [body = 0, ...between] = [76, 80, 84, 88, 92, 96].map((at) => view.getUint32(at, true))
  const from = between.reduce((sum, length) => sum + length, body)
  return {
    encrypted: (flags & 0x0100) !== 0,
    old: view.getUint16(0, true) !== word97 || view.getUint16(2, true) < firstOf97,
    tables: flags & 0x0200 ? '1Table' : '0Table',
    body,
    boxes: { from, to: from + view.getUint32(100, true) },
    place: (index) => ({
      from: view.getUint32(154 + index * 8, true),
      length: view.getUint32(158 + index * 8, true)
    })
  }
}
