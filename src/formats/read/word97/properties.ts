import type { RowDefinition } from '../word/story.ts'
import type { Down } from '../word/tables.ts'

/** Properties of text in Word's binary files are lists of changes, each with a number (sprm). */

/** What the reader needs to know of a paragraph. */
export interface ParagraphProperties {
  readonly style: number
  /** In how many tables, one in the other, it is. */
  readonly depth: number
  /** It closes a cell of a table within a table, whose end is no character of its own. */
  readonly innerCellEnd: boolean
  /** It closes a row of a table, and says what the row's cells are. */
  readonly rowEnd: boolean
  readonly row?: RowDefinition
  /** The number of the list it is in, from 1, and its level; 0: in none. */
  readonly list?: number
  readonly level?: number
}

type Open<T> = { -readonly [K in keyof T]: T[K] }

/** A list of properties in the stream named Data, for what is too long for its place. */
export type Elsewhere = (place: number) => Uint8Array

/** A paragraph as its style has it, with the changes of the lists in turn. */
export function paragraphOf(
  base: ParagraphProperties,
  lists: readonly Uint8Array[],
  elsewhere: Elsewhere
): ParagraphProperties {
  const paragraph: Open<ParagraphProperties> = { ...base }
  const take = (sprm: number, operand: DataView): void => {
    const change = paragraphChanges[sprm]
    if (change) change(paragraph, operand)
    else if (sprm === 0x6645 || sprm === 0x6646) {
      // Not in turn again: what is elsewhere does not go elsewhere.
      eachSprm(elsewhere(operand.getUint32(0, true)), (one, value) =>
        paragraphChanges[one]?.(paragraph, value)
      )
    }
  }
  for (const list of lists) eachSprm(list, take)
  return paragraph
}

const paragraphChanges: Readonly<
  Record<number, (paragraph: Open<ParagraphProperties>, operand: DataView) => void>
> = {
  // sprmPFInTable, sprmPItap
  0x2416: (p, operand) => (p.depth = operand.getUint8(0) ? Math.max(1, p.depth) : 0),
  0x6649: (p, operand) => (p.depth = Math.min(Math.max(operand.getInt32(0, true), 0), 20)),
  // sprmPFTtp, sprmPFInnerTableCell, sprmPFInnerTtp
  0x2417: (p, operand) => (p.rowEnd = operand.getUint8(0) === 1),
  0x244b: (p, operand) => (p.innerCellEnd = operand.getUint8(0) === 1),
  0x244c: (p, operand) => (p.rowEnd = operand.getUint8(0) === 1),
  // sprmPIlvl, sprmPIlfo
  0x260a: (p, operand) => (p.level = operand.getUint8(0)),
  0x460b: (p, operand) => (p.list = operand.getUint16(0, true)),
  // sprmTDefTable
  0xd608: (p, operand) => (p.row = rowOf(operand)),
  // sprmTMerge
  0x5624: ({ row }, operand) => {
    const [first, end] = [operand.getUint8(0), operand.getUint8(1)]
    row?.across.fill(2, first, end).fill(1, first, first + 1)
  },
  // sprmTVertMerge
  0xd62b: ({ row }, operand) => {
    if (row) row.down[operand.getUint8(0)] = downOf(operand.getUint8(1))
  }
}

const downOf = (flags: number): Down | undefined =>
  flags & 2 ? 'starts' : flags & 1 ? 'goesOn' : undefined

/** Bytes that a definition has for each cell ([MS-DOC] 2.9.313 TC80). */
const cellLength = 20

function rowOf(operand: DataView): RowDefinition {
  const count = operand.getUint8(0)
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.getInt16(1 + i * 2, true))
  const first = 1 + edges.length * 2
  // Cells at the end may be left out, they are ordinary then.
  const flags = edges.slice(1).map((_, i) => {
    const at = first + i * cellLength
    return at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0
  })
  return {
    edges,
    across: flags.map((flag) => flag & 3),
    down: flags.map((flag) => downOf((flag >> 5) & 3))
  }
}

/** What the reader needs to know of a run of characters. */
export interface Characters {
  readonly hidden: boolean
  /** Deleted while changes were recorded, or a sign of a font of signs instead of a character. */
  readonly gone: boolean
}

/**
 * @param base as the style of the paragraph has it
 * @param styled what a style of characters says of hiding
 */
export function charactersOf(
  base: boolean,
  lists: readonly Uint8Array[],
  styled: (style: number) => boolean
): Characters {
  let [hidden, gone, ground] = [base, false, base]
  const take = (sprm: number, operand: DataView): void => {
    // sprmCIstd, sprmCFVanish, sprmCFRMarkDel, sprmCSymbol
    if (sprm === 0x4a30) hidden = ground = base || styled(operand.getUint16(0, true))
    else if (sprm === 0x083c) hidden = toggled(operand.getUint8(0), ground)
    else if (sprm === 0x0800) gone = operand.getUint8(0) === 1
    else if (sprm === 0x6a09) gone = true
  }
  for (const list of lists) eachSprm(list, take)
  return { hidden, gone }
}

/** On, off, as the style has it, or the contrary. */
const toggled = (value: number, base: boolean): boolean =>
  value === 0x81 ? !base : value === 0x80 ? base : value === 1

/** How long the operand is, by the three highest bits of the number; 0: it says so itself. */
const lengths = [1, 1, 2, 4, 2, 2, 0, 3] as const
const tableDefinition = 0xd608
const tabStops = 0xc615

/** Calls for each change in a list. Throws a RangeError where one goes beyond the end. */
function eachSprm(list: Uint8Array, take: (sprm: number, operand: DataView) => void): void {
  const view = new DataView(list.buffer, list.byteOffset, list.length)
  // A byte that is left at the end fills up an even length.
  for (let at = 0; at + 2 < list.length;) {
    const sprm = view.getUint16(at, true)
    at += 2
    let length: number = lengths[(sprm >> 13) as 0]
    if (sprm === tableDefinition) {
      length = view.getUint16(at, true) - 1
      at += 2
    } else if (length === 0) {
      length = view.getUint8(at)
      at += 1
      if (sprm === tabStops && length === 255) {
        const removed = 1 + 4 * view.getUint8(at)
        length = removed + 1 + 3 * view.getUint8(at + removed)
      }
    }
    if (length < 0) throw new RangeError('operand')
    take(sprm, new DataView(list.buffer, list.byteOffset + at, Math.min(length, list.length - at)))
    at += length
  }
}
