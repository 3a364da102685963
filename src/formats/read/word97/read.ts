import type { Compound } from '../../source/compound.ts'
import { failure, largestText, type ReadResult } from '../../source/reader.ts'
import { shown } from '../../source/shown.ts'
import { storyParts, type StoryParagraph } from '../word/story.ts'
import { partBlocks, type WordAside } from '../word/tables.ts'
import { boxAnchors, noteAnchors, type Anchor } from './anchors.ts'
import { fibOf, tableIndex } from './fib.ts'
import { listNumbersOf } from './lists.ts'
import {
  charactersOf,
  paragraphOf,
  type Characters,
  type ParagraphProperties
} from './properties.ts'
import { runsOf, type CharacterRun } from './runs.ts'
import { stylesOf } from './styles.ts'
import { pieceAt, wordTextOf } from './text.ts'
import { fieldCodes, printedText } from './printed.ts'

/**
 * A document of Word 97 to 2003 or of WPS ([MS-DOC]): body, notes and text boxes, as they are
 * printed. Headers and comments, macros, pictures and embedded objects are not looked at. Throws a
 * RangeError where the file is damaged.
 */
export function readWord(file: Compound): ReadResult {
  const word = file.stream('WordDocument') ?? new Uint8Array()
  const fib = fibOf(word)
  if (fib.old) return failure('legacy')
  if (fib.encrypted) return failure('password')
  const tables = file.stream(fib.tables) ?? new Uint8Array()
  const table = (name: keyof typeof tableIndex): Uint8Array => {
    const { from, length } = fib.place(tableIndex[name])
    if (length && from + length > tables.length) throw new RangeError(name)
    return tables.subarray(from, from + length)
  }
  if (fib.boxes.to > largestText) return failure('tooLong', String(fib.boxes.to))
  const { chars, pieces } = wordTextOf(word, table('pieces'))
  if (fib.boxes.to > chars.length) throw new RangeError('text')

  let data: Uint8Array | undefined
  /** Lists that are too long for their place stand in a stream of their own, with their length. */
  const elsewhere = (place: number): Uint8Array => {
    data ??= file.stream('Data') ?? new Uint8Array()
    const length = new DataView(data.buffer, data.byteOffset, data.length).getUint16(place, true)
    return data.subarray(place + 2, place + 2 + length)
  }
  const styles = stylesOf(table('styles'), elsewhere)
  const numbers = listNumbersOf(tables, fib.place(tableIndex.lists), fib.place(tableIndex.listUses))
  const paragraphRuns = runsOf(word, table('paragraphPages'), 'paragraph')
  const characterRuns = runsOf(word, table('characterPages'), 'character')
  const codes = fieldCodes(chars)

  /** The properties of a paragraph are those of its mark. */
  function paragraphAt(mark: number): ParagraphProperties {
    const { from, place, width, changes } = pieceAt(pieces, mark)
    const run = paragraphRuns(place + (mark - from) * width)
    if (!run) throw new RangeError('paragraph without properties')
    const style = run.list.length > 1 ? (run.list[0] ?? 0) + (run.list[1] ?? 0) * 256 : 0
    return paragraphOf(styles.paragraph(style), [run.list.subarray(2), changes], elsewhere)
  }

  /** Properties by the place where they are written down: most runs share a few. */
  const known = new Map<number, Characters>()
  const charactersAt = (
    run: CharacterRun | undefined,
    changes: Uint8Array,
    base: boolean
  ): Characters => {
    const key = (run?.key ?? 0) * 2 + Number(base)
    const found = changes.length ? undefined : known.get(key)
    if (found) return found
    const characters = charactersOf(base, run ? [run.list, changes] : [changes], styles.hides)
    if (!changes.length) known.set(key, characters)
    return characters
  }

  /** What a stretch of characters of a paragraph prints. */
  function textBetween(from: number, to: number, style: number): string {
    const base = styles.hides(style)
    let result = ''
    for (let at = from; at < to;) {
      const piece = pieceAt(pieces, at)
      const run = characterRuns(piece.place + (at - piece.from) * piece.width)
      const left = run
        ? Math.ceil((run.end - piece.place) / piece.width) + piece.from
        : Math.min(piece.to, at + 1)
      const end = Math.max(at + 1, Math.min(to, piece.to, left))
      const characters = charactersAt(run, piece.changes, base)
      if (!characters.hidden && !characters.gone) result += printedText(chars, at, end, codes)
      at = end
    }
    return result
  }

  const sections = sectionEnds(table('sections'))
  /** Where a paragraph ends: a form feed is the end of a section, or only of a page within one. */
  function endFrom(start: number, to: number): number {
    let at = start
    for (; at < to - 1; at++) {
      const char = chars[at]
      if (char === '\r' || char === '\x07') break
      if (char === '\f' && sections.has(at + 1)) break
    }
    return at
  }

  function* paragraphs(
    from: number,
    to: number,
    asidesTo: (mark: number) => readonly WordAside[]
  ): Generator<StoryParagraph> {
    for (let start = from; start < to;) {
      const at = endFrom(start, to)
      const { style, depth, rowEnd, innerCellEnd, row, list = 0, level = 0 } = paragraphAt(at)
      const ends = rowEnd ? 'row' : innerCellEnd || chars[at] === '\x07' ? 'cell' : undefined
      const number = ends === 'row' ? '' : numbers(list, level)
      const text = textBetween(start, at + 1, style)
      yield {
        text: number ? number + text.trimStart() : text,
        depth,
        ends: depth ? ends : undefined,
        row,
        asides: asidesTo(at)
      }
      start = at + 1
    }
  }

  /** Of texts in the order of their anchors: those up to a character of the body, each once. */
  const inTurn = (anchors: readonly Anchor[]) => {
    let next = 0
    return (until: number): WordAside[] => {
      const first = next
      while ((anchors[next]?.at ?? NaN) <= until) next++
      return anchors.slice(first, next).map(({ from, to }) => ({
        aside: storyParts(paragraphs(from, to, () => []))
      }))
    }
  }
  const kinds = [
    boxAnchors(table('shapes'), table('boxes'), fib.boxes),
    noteAnchors(table('footnotePlaces'), table('footnotes'), fib.footnotes),
    noteAnchors(table('endnotePlaces'), table('endnotes'), fib.endnotes)
  ].map(inTurn)
  const asidesTo = (until: number) => kinds.flatMap((kind) => kind(until))
  const body = storyParts(paragraphs(0, fib.body, asidesTo))
  const source = shown()
  const blocks = partBlocks([...body, ...asidesTo(Infinity)], source)
  return blocks.length ? { ok: true, blocks, shownText: source.text() } : failure('empty')
}

/** The characters behind the ends of the sections ([MS-DOC] 2.8.26 PlcfSed). */
function sectionEnds(table: Uint8Array): ReadonlySet<number> {
  const view = new DataView(table.buffer, table.byteOffset, table.length)
  const count = Math.max(0, Math.floor((table.length - 4) / 16))
  return new Set(Array.from({ length: count }, (_, i) => view.getUint32(i * 4 + 4, true)))
}
