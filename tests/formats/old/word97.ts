import { place } from '../../../src/core/layout.ts'
import { sections } from '../../../src/core/sections.ts'
import type { TableId } from '../../../src/core/table.ts'
import { writtenRows, type Written } from '../../core/recognise/shapes.ts'
import type { Page } from '../html-shapes.ts'
import { compoundFile, joined, packed, utf16 } from './compound.ts'

/** Documents of Word 97 written by hand ([MS-DOC]), in the ways that LibreOffice does not write. */

export interface Run {
  readonly text: string
  readonly sprms?: Uint8Array
}
export interface Paragraph {
  readonly runs: readonly Run[]
  readonly mark?: '\r' | '\x07' | '\f'
  readonly sprms?: Uint8Array
  readonly style?: number
}
export interface Ways {
  /** Saved fast: the text in pieces that stand in the stream from the last to the first. */
  readonly fast?: boolean
  /** Rows described in the stream for what is too long. */
  readonly apart?: boolean
  /** How cells over several columns are written: wide, or as cells marked as merged. */
  readonly across?: 'wide' | 'first is 1' | 'first is 2'
}

export const sprm = (name: number, ...operand: readonly (readonly [1 | 2 | 4, number])[]) =>
  packed([2, name], ...operand)
export const text = (words: string, sprms?: Uint8Array): Paragraph => ({
  runs: [{ text: words }],
  ...(sprms && { sprms })
})
export const hidden = sprm(0x083c, [1, 1])
const inTable = sprm(0x2416, [1, 1])

interface Cell {
  readonly text: string
  readonly width: number
  readonly across?: number
  readonly down?: 'starts' | 'goesOn'
}

/** The paragraphs of a row: its cells, and the mark of its end that describes them. */
export function row(cells: readonly Cell[], left = -108): Paragraph[] {
  const edges = cells.reduce((all, { width }) => [...all, (all.at(-1) ?? 0) + width], [left])
  const definition = joined(
    packed([1, cells.length], ...edges.map((edge) => [2, edge & 0xffff] as const)),
    ...cells.map(({ across = 0, down }) =>
      joined(
        packed([2, across + (down ? 0x20 : 0) + (down === 'starts' ? 0x40 : 0)]),
        new Uint8Array(18)
      )
    )
  )
  const row = joined(sprm(0xd608, [2, definition.length + 1]), definition)
  return [
    ...cells.map(({ text }): Paragraph => ({ runs: [{ text }], mark: '\x07', sprms: inTable })),
    { runs: [], mark: '\x07', sprms: joined(inTable, sprm(0x2417, [1, 1]), row) }
  ]
}

const columnWidth = 640

/** A table as Word writes it: a cell that goes on downward is there again in every row. */
export function table(
  rows: readonly (readonly Written[])[],
  across: Ways['across'] = 'wide'
): Paragraph[] {
  const placed = place(rows)
  const [first, more] = across === 'first is 1' ? [1, 2] : [2, 1]
  return rows.flatMap((_, r) =>
    row(
      placed
        .filter(({ row: at, rows: depth }) => at <= r && r < at + depth)
        .sort((a, b) => a.column - b.column)
        .flatMap(({ cell, row: at, cols, rows: depth }): Cell[] => {
          const down =
            depth > 1 ? { down: at === r ? ('starts' as const) : ('goesOn' as const) } : {}
          const words = at === r ? cell.text : ''
          if (across === 'wide' || cols === 1) {
            return [{ text: words, width: cols * columnWidth, ...down }]
          }
          return Array.from({ length: cols }, (_, i) => ({
            text: i ? '' : words,
            width: columnWidth,
            across: i ? more : first,
            ...down
          }))
        })
    )
  )
}

interface Placed {
  readonly from: number
  readonly to: number
  readonly list: Uint8Array
}

/** Pages of 512 bytes with the runs and their lists, and the table of those pages. */
function pagesOf(runs: readonly Placed[], slot: 1 | 13, firstPage: number) {
  const pages: Uint8Array[] = []
  const starts: number[] = []
  let [page, places, behind]: [Uint8Array, Placed[], number] = [new Uint8Array(512), [], 510]
  const close = () => {
    if (!places.length) return
    starts.push(places[0]?.from ?? 0)
    page.set(
      packed(
        ...[...places.map(({ from }) => from), places.at(-1)?.to ?? 0].map((at) => [4, at] as const)
      )
    )
    // What is behind each place was kept at the end of the page meanwhile.
    places.forEach((_, i) => (page[(places.length + 1) * 4 + i * slot] = offsets[i] ?? 0))
    page[511] = places.length
    pages.push(page)
    ;[page, places, behind] = [new Uint8Array(512), [], 510]
    offsets.length = 0
  }
  const offsets: number[] = []
  for (const run of runs) {
    const padded =
      slot === 1
        ? joined(Uint8Array.of(run.list.length), run.list)
        : run.list.length % 2
          ? joined(Uint8Array.of((run.list.length + 1) / 2), run.list)
          : joined(Uint8Array.of(0, run.list.length / 2), run.list)
    const needed = (places.length + 2) * 4 + (places.length + 1) * slot
    if (behind - padded.length - 1 < needed) close()
    behind = (behind - padded.length) & ~1
    page.set(padded, behind)
    offsets.push(behind / 2)
    places.push(run)
  }
  close()
  const plc = packed(
    ...[...starts, runs.at(-1)?.to ?? 0].map((at) => [4, at] as const),
    ...pages.map((_, i) => [4, firstPage + i] as const)
  )
  return { bytes: joined(...pages), plc }
}

const isNarrow = (words: string) => /^[\p{ASCII}\u00a0-\u00ff]*$/u.test(words)

export interface More {
  /** Text behind the body: footnotes, headers, text boxes, with their lengths in this order. */
  readonly behind?: readonly { readonly at: number; readonly paragraphs: readonly Paragraph[] }[]
  /** Tables by their number in the list of tables. */
  readonly tables?: Readonly<Record<number, Uint8Array>>
  /** Changes that are said of all pieces of the text, and how they are named. */
  readonly lists?: readonly Uint8Array[]
  readonly modifier?: number
  readonly flags?: number
  readonly version?: number
}

const lengthOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs.reduce(
    (sum, { runs }) => sum + 1 + runs.reduce((all, run) => all + run.text.length, 0),
    0
  )

/** The streams of a document. */
export function wordStreams(
  body: readonly Paragraph[],
  { fast = false, apart = false }: Ways = {},
  { behind = [], tables = {}, lists = [], modifier = 0, flags = 0, version = 0xc1 }: More = {}
): Record<string, Uint8Array> {
  const paragraphs = [...body, ...behind.flatMap(({ paragraphs }) => paragraphs)]
  const data: Uint8Array[] = []
  let dataLength = 0
  const listOf = ({ sprms = new Uint8Array(), style = 0 }: Paragraph): Uint8Array => {
    if (!apart || sprms.length < 40) return joined(packed([2, style]), sprms)
    const at = dataLength
    data.push(packed([2, sprms.length]), sprms)
    dataLength += 2 + sprms.length
    return joined(packed([2, style]), sprm(0x6646, [4, at]))
  }
  // Stretches of characters of one width and one paragraph, in the order of the text.
  interface Stretch extends Run {
    readonly paragraph: Uint8Array
    readonly at: number
  }
  let character = 0
  const stretches: Stretch[] = []
  for (const paragraph of paragraphs) {
    const list = listOf(paragraph)
    for (const run of [...paragraph.runs, { text: paragraph.mark ?? '\r' }]) {
      for (const [words] of run.text.matchAll(
        /[\p{ASCII}\u00a0-\u00ff]+|[^\p{ASCII}\u00a0-\u00ff]+/gu
      )) {
        stretches.push({ ...run, text: words, paragraph: list, at: character })
        character += words.length
      }
    }
  }
  const order = fast ? [...stretches].reverse() : stretches
  const textStart = 1024
  let at = textStart
  const placed = order.map((stretch) => {
    const narrow = isNarrow(stretch.text)
    const bytes = narrow
      ? Uint8Array.from(stretch.text, (char) => char.charCodeAt(0))
      : utf16(stretch.text)
    const from = at
    // Text of two bytes begins at an even place.
    at += bytes.length + (bytes.length & 1)
    return { stretch, bytes, from, to: at, narrow }
  })
  const textEnd = Math.ceil(at / 512) * 512
  const runs = (list: (stretch: Stretch) => Uint8Array): Placed[] =>
    placed.map(({ stretch, from, to }) => ({ from, to, list: list(stretch) }))
  const characters = pagesOf(
    runs(({ sprms }) => sprms ?? new Uint8Array()),
    1,
    textEnd / 512
  )
  const paragraphPages = pagesOf(
    runs(({ paragraph }) => paragraph),
    13,
    (textEnd + characters.bytes.length) / 512
  )
  const inOrder = [...placed].sort((a, b) => a.stretch.at - b.stretch.at)
  const plc = joined(
    packed(...inOrder.map(({ stretch }) => [4, stretch.at] as const), [4, character]),
    ...inOrder.map(({ from, narrow }) =>
      packed([2, 0], [4, narrow ? from * 2 + 0x40000000 : from], [2, modifier])
    )
  )
  const clx = joined(
    ...lists.map((list) => joined(packed([1, 1], [2, list.length]), list)),
    packed([1, 2], [4, plc.length]),
    plc
  )
  const all: Record<number, Uint8Array> = {
    ...tables,
    12: characters.plc,
    13: paragraphPages.plc,
    33: clx
  }
  const word = new Uint8Array(textEnd)
  const view = new DataView(word.buffer)
  view.setUint16(0, 0xa5ec, true)
  view.setUint16(2, version, true)
  view.setUint16(10, 0x0200 + flags, true)
  view.setUint32(76, lengthOf(body), true)
  for (const { at: field, paragraphs: own } of behind) {
    view.setUint32(field, lengthOf(own), true)
  }
  for (const { bytes, from } of placed) word.set(bytes, from)
  const parts: Uint8Array[] = []
  let tableLength = 0
  // What is behind a table is in the place that the list of lists needs for its levels.
  for (const [index, bytes] of Object.entries(all)) {
    const counted = lists73(Number(index), bytes)
    view.setUint32(154 + Number(index) * 8, tableLength, true)
    view.setUint32(158 + Number(index) * 8, counted, true)
    parts.push(bytes)
    tableLength += bytes.length
  }
  return {
    WordDocument: joined(word, characters.bytes, paragraphPages.bytes),
    '1Table': joined(...parts),
    ...(dataLength && { Data: joined(...data) })
  }
}

/** The list of lists is counted without the levels behind it. */
const lists73 = (index: number, bytes: Uint8Array): number =>
  index === 73 ? 2 + 28 * ((bytes[0] ?? 0) + (bytes[1] ?? 0) * 256) : bytes.length

export const wordFile97 = (...[body, ways, more]: Parameters<typeof wordStreams>) =>
  compoundFile(wordStreams(body, ways, more))

const prose: Readonly<Record<string, string>> = {
  overview: '（一）主动公开。全年在网站发布各类信息。',
  problems: '公开的内容还不够细，下一年逐月核对目录。',
  other: '本年度没有收取信息处理费。'
}

/** A whole report. */
export function doc(page: Page, ways: Ways = {}): Uint8Array<ArrayBuffer> {
  const { unit, year, cells } = page
  return wordFile97(
    [
      text(`${unit}${year}年政府信息公开工作年度报告`),
      ...sections.flatMap(({ id, numeral, title, kind }) => [
        text(`${numeral}、${title}`),
        ...(kind === 'table'
          ? table(writtenRows(id as TableId, cells), ways.across)
          : [text(prose[id] ?? '')])
      ])
    ],
    ways
  )
}
