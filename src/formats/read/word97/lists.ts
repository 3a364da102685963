import { counter, type Level, type List } from '../../source/list-numbers.ts'

/**
 * The lists of a document ([MS-DOC] 2.9.131 LSTF and 2.9.132 LFO): paragraphs name a use of a list,
 * and a use names the list with its levels.
 */

/** How counts are written ([MS-OSHARED] 2.2.1.3 MSONFC), by the names that .docx has for them. */
const formats = (
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex ' +
  'chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth ' +
  'japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 ' +
  'aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop ' +
  'decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ' +
  'ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ' +
  'ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting ' +
  'chineseLegalSimplified chineseCountingThousand'
).split(' ')
const unnumbered = 255

/** The number before the next paragraph that is in a list, from 1, at a level. */
export type ListNumbers = (list: number, level: number) => string

/**
 * @param tables the stream that both tables are in
 * @param place where the lists stand; their levels follow behind
 * @param usesPlace where the uses stand, with what they change of the lists
 */
export function listNumbersOf(
  tables: Uint8Array,
  place: { readonly from: number; readonly length: number },
  usesPlace: { readonly from: number; readonly length: number }
): ListNumbers {
  const view = new DataView(tables.buffer, tables.byteOffset, tables.length)
  const kinds = place.length ? listsOf(view, place) : new Map<number, Level[]>()
  const uses = usesPlace.length ? usesOf(view, usesPlace.from, kinds) : []
  const count = counter()
  return (list, level) => {
    const use = uses[list - 1]
    return use ? count(use, level) : ''
  }
}

function listsOf(
  view: DataView,
  { from, length }: { readonly from: number; readonly length: number }
): Map<number, Level[]> {
  const count = view.getUint16(from, true)
  const lists = new Map<number, Level[]>()
  let at = from + length
  for (let i = 0; i < count; i++) {
    const head = from + 2 + i * 28
    const simple = (view.getUint8(head + 26) & 1) === 1
    const levels: Level[] = []
    for (let level = 0; level < (simple ? 1 : 9); level++) {
      const read = levelAt(view, at)
      levels.push(read.level)
      at = read.end
    }
    lists.set(view.getInt32(head, true), levels)
  }
  return lists
}

function levelAt(view: DataView, at: number): { level: Level; end: number } {
  const format = view.getUint8(at + 4)
  const text = at + 28 + view.getUint8(at + 24) + view.getUint8(at + 25)
  const length = view.getUint16(text, true)
  const chars = Array.from({ length }, (_, i) => view.getUint16(text + 2 + i * 2, true))
  return {
    level: {
      start: view.getInt32(at, true),
      format: format === unnumbered ? 'none' : (formats[format] ?? 'decimal'),
      // Where a count belongs, the number of its level stands in the text.
      text: chars.map((char) => (char < 9 ? `%${char + 1}` : String.fromCharCode(char))).join('')
    },
    end: text + 2 + length * 2
  }
}

function usesOf(
  view: DataView,
  from: number,
  kinds: ReadonlyMap<number, readonly Level[]>
): List[] {
  const count = Math.min(view.getUint32(from, true), 0x7fe)
  const uses: List[] = []
  let at = from + 4 + count * 16
  for (let i = 0; i < count; i++) {
    const head = from + 4 + i * 16
    const kind = view.getInt32(head, true)
    const levels = [...(kinds.get(kind) ?? [])]
    const starts = new Map<number, number>()
    at += 4
    for (let left = view.getUint8(head + 12); left > 0; left--) {
      const flags = view.getUint32(at + 4, true)
      const index = flags & 0xf
      if (flags & 0x10) starts.set(index, view.getInt32(at, true))
      at += 8
      if (!(flags & 0x20)) continue
      const read = levelAt(view, at)
      levels[index] = read.level
      if (flags & 0x10) starts.set(index, read.level.start)
      at = read.end
    }
    uses.push({ kind: String(kind), levels, starts })
  }
  return uses
}
