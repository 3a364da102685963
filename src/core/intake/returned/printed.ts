import type { Block } from '../../compose/blocks.ts'
import { compose } from '../../compose/compose.ts'
import { chartCaption } from '../../charts/spec.ts'
import type { SectionId, TextKey } from '../../form/sections.ts'
import { isTextKey } from '../../form/sections.ts'
import type { TableId } from '../../form/table.ts'
import { passages } from '../../prose/narrative.ts'
import { chartOf } from '../../prose/quotes.ts'
import type { Report } from '../../report/report.ts'
import type { RawBlock, SourceSpan } from '../source/raw.ts'
import { comparable } from './difference.ts'
import { statutory } from './word-tables.ts'

/** What a report prints and what a document says, piece by piece, so that the two can be aligned. */

/** A piece that the report prints below its title. */
export interface PrintedPiece {
  readonly text: string
  /** The text as it is compared; several where it may stand in more than one way. */
  readonly keys: readonly string[]
  readonly of: PieceOf
}

export type PieceOf =
  | { readonly kind: 'heading'; readonly section: SectionId }
  | ({ readonly kind: 'passage' } & SectionPlace)
  | { readonly kind: 'unit' | 'date' }
  | { readonly kind: 'table'; readonly table: TableId }
  /** The caption of a chart, and where the chart stands. */
  | ({ readonly kind: 'chart'; readonly id: string; readonly unit: string } & SectionPlace)
  /** The figures of a chart as a table. */
  | { readonly kind: 'figures'; readonly rows: readonly string[] }

/** A place in a section as it is written. */
export interface SectionPlace {
  readonly section: TextKey
  readonly from: number
  readonly to: number
}

/** A piece of a document: a line, or a table. */
export interface SaidPiece {
  readonly text: string
  readonly key: string
  readonly at?: SourceSpan
  /** Which of the statutory tables it is. */
  readonly table?: TableId
  /** The rows of any other table. */
  readonly rows?: readonly string[]
}

/**
 * The pieces of a report in their order.
 *
 * @param followed the same report with the numbers that the document has in its tables: what quotes
 *   them may stand with the one or the other
 */
export function printedPieces(report: Report, followed: Report): PrintedPiece[] {
  const twins = compose(followed)
  let section: SectionId = 'leadIn'
  let charts = 0
  return compose(report).flatMap((block, i): PrintedPiece[] => {
    if (block.from.kind === 'section') section = block.from.section
    const twin = twins[i]
    switch (block.type) {
      case 'heading':
      case 'paragraph': {
        const of: PieceOf =
          block.from.kind === 'text'
            ? { ...block.from, kind: 'passage' }
            : { kind: 'heading', section }
        return piece(of, block.text, twin?.type === block.type ? twin.text : '')
      }
      case 'signature':
        return [
          ...piece({ kind: 'unit' }, block.unit),
          ...piece({ kind: 'date' }, block.date, block.date && `（${block.date}）`)
        ]
      case 'chart': {
        const at = isTextKey(section) && placeOfChart(report, section, block.spec.id)
        const { id, unit } = block.spec
        const caption = chartCaption(block.spec, ++charts)
        return at ? piece({ ...at, kind: 'chart', id, unit }, caption) : []
      }
      case 'table': {
        const [table] = statutory(block)
        return table
          ? [{ text: block.caption, keys: [], of: { kind: 'table', table: table[0] } }]
          : figures(block)
      }
      case 'title':
      case 'note':
        return []
    }
  })
}

function piece(of: PieceOf, text: string, ...more: readonly string[]): PrintedPiece[] {
  const keys = [text, ...more].map(comparable).filter(Boolean)
  return keys.length ? [{ text, keys: [...new Set(keys)], of }] : []
}

function placeOfChart({ text }: Report, section: TextKey, id: string): SectionPlace | undefined {
  const at = passages(text[section]).find((passage) => chartOf(passage.text) === id)
  return at && { section, from: at.from, to: at.to }
}

function figures({ rows }: Extract<Block, { type: 'table' }>): PrintedPiece[] {
  const lines = rows.map((row) => rowText(row.map(({ text }) => text)))
  const of: PieceOf = { kind: 'figures', rows: lines }
  // A table of one column is a frame to those who read it: its lines stand for themselves.
  return rows.every(({ length }) => length === 1)
    ? lines.flatMap((line) => piece({ ...of, rows: [line] }, line))
    : piece(of, lines.join('\n'))
}

const rowText = (cells: readonly string[]): string => cells.map((cell) => cell.trim()).join(' | ')

/** The pieces of a document; of a table torn in two the first part counts. */
export function saidPieces(
  blocks: readonly RawBlock[],
  tables: ReadonlyMap<RawBlock, TableId>
): SaidPiece[] {
  const seen = new Set<TableId>()
  return blocks.flatMap((block): SaidPiece[] => {
    if (block.type === 'text') {
      const { text, at } = block
      const key = comparable(text)
      return key ? [{ text, key, ...(at && { at }) }] : []
    }
    const table = tables.get(block)
    if (table) {
      if (seen.has(table)) return []
      seen.add(table)
      return [{ text: '', key: '', table }]
    }
    const rows = block.rows.map((row) => rowText(row.map(({ text }) => text)))
    const text = rows.join('\n')
    const at = block.rows.flat().find((cell) => cell.at)?.at
    return comparable(text) ? [{ text, key: comparable(text), rows, ...(at && { at }) }] : []
  })
}
