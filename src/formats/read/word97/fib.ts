import type { TextStretch } from './printed.ts'

/** The head of Word's main stream ([MS-DOC] 2.5, the FIB): what the file is, and where the rest is. */
export interface Fib {
  readonly encrypted: boolean
  /** Written by Word 95 or earlier, whose files are made otherwise. */
  readonly old: boolean
  /** The name of the stream with the tables. */
  readonly tables: '0Table' | '1Table'
  /** Characters of the body, and where what is tied to it begins and ends in the whole text. */
  readonly body: number
  readonly footnotes: TextStretch
  readonly endnotes: TextStretch
  readonly boxes: TextStretch
  /** Where one of the tables stands; of length 0 where there is none. */
  readonly place: (index: number) => { readonly from: number; readonly length: number }
}

/** Where tables are named in the FIB ([MS-DOC] 2.5.6), by their order. */
export const tableIndex = {
  styles: 1,
  footnotePlaces: 2,
  footnotes: 3,
  sections: 6,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  shapes: 40,
  endnotePlaces: 46,
  endnotes: 47,
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
  const [body = 0, footnotes = 0, headers = 0, macros = 0, comments = 0, endnotes = 0, boxes = 0] =
    [76, 80, 84, 88, 92, 96, 100].map((at) => view.getUint32(at, true))
  const endnotesFrom = body + footnotes + headers + macros + comments
  const boxesFrom = endnotesFrom + endnotes
  return {
    encrypted: (flags & 0x0100) !== 0,
    old: view.getUint16(0, true) !== word97 || view.getUint16(2, true) < firstOf97,
    tables: flags & 0x0200 ? '1Table' : '0Table',
    body,
    footnotes: { from: body, to: body + footnotes },
    endnotes: { from: endnotesFrom, to: boxesFrom },
    boxes: { from: boxesFrom, to: boxesFrom + boxes },
    place: (index) => ({
      from: view.getUint32(154 + index * 8, true),
      length: view.getUint32(158 + index * 8, true)
    })
  }
}
