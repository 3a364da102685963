import type { RawBlock, RawCell } from '../../../core/intake/source/raw.ts'
import type { ShownText } from '../../source/shown.ts'

/** Text and tables of Word's older formats, .doc and .rtf, which know cells by their edges. */

export type WordPart = string | WordTable | WordAside

/** A text box or a note, tied to the paragraph before it; it is no text of the cell it is in. */
export interface WordAside {
  readonly aside: readonly WordPart[]
}

export interface WordTable {
  readonly rows: readonly (readonly WordCell[])[]
}

export interface WordCell {
  readonly parts: readonly WordPart[]
  /** Left and right edge in twentieths of a point; not known where the row was not described. */
  readonly edges?: readonly [number, number]
  readonly down?: Down | undefined
}

/** How a cell is merged downward: it begins what goes on below, or goes on what is above. */
export type Down = 'starts' | 'goesOn'

/** Edges nearer to each other than this are one, in twentieths of a point: half a millimetre. */
const near = 30
const mostColumns = 200

export function partBlocks(parts: readonly WordPart[], source: ShownText): RawBlock[] {
  return parts.flatMap((part): RawBlock[] => {
    if (typeof part === 'string') return paragraphs(part, source)
    return 'aside' in part ? partBlocks(part.aside, source) : table(part, source)
  })
}

const paragraphs = (text: string, source: ShownText): RawBlock[] =>
  text.split('\n').flatMap((line): RawBlock[] => {
    const trimmed = line.trim()
    return trimmed ? [{ type: 'text', text: trimmed, at: source.line(trimmed) }] : []
  })

function table({ rows }: WordTable, source: ShownText): RawBlock[] {
  const cells = rows.flat()
  // A table that frames a page, or holds other tables, is no table of numbers.
  const frame =
    rows.every((row) => row.length === 1) ||
    cells.some(({ parts }) => parts.some((part) => typeof part !== 'string' && 'rows' in part))
  if (frame) return cells.flatMap(({ parts }) => partBlocks(parts, source))
  const columns = columnsOf(cells)
  const merged = rows.map((row) => (columns ? onGrid(row, columns) : row.map(bare)))
  const shown = joinedDown(merged).map((row) => source.cells(row))
  const asides = cells.flatMap(({ parts }) => parts.filter((part) => typeof part !== 'string'))
  return [
    { type: 'grid', rows: shown, spans: columns ? 'kept' : 'lost' },
    ...partBlocks(asides, source)
  ]
}

const bare = ({ parts }: WordCell): MergedCell => ({ text: textOf(parts) })

const textOf = (parts: readonly WordPart[]): string =>
  parts
    .flatMap((part) => (typeof part === 'string' ? [part.trim()] : []))
    .filter(Boolean)
    .join('\n')

/**
 * The column that begins at each edge: there is one wherever any row has an edge. Null where a row
 * was not described, or there are more columns than in any table.
 */
function columnsOf(cells: readonly WordCell[]): ReadonlyMap<number, number> | null {
  const all = new Set<number>()
  for (const { edges } of cells) {
    if (!edges) return null
    all.add(edges[0]).add(edges[1])
  }
  const columns = new Map<number, number>()
  let [column, line] = [-1, -Infinity]
  for (const edge of [...all].sort((a, b) => a - b)) {
    if (edge - line > near) [column, line] = [column + 1, edge]
    columns.set(edge, column)
  }
  return column > mostColumns ? null : columns
}

function onGrid(
  row: readonly WordCell[],
  columns: ReadonlyMap<number, number>
): readonly MergedCell[] {
  const result: MergedCell[] = []
  let column = 0
  for (const cell of row) {
    const [from = column, to = column] = cell.edges?.map((edge) => columns.get(edge)) ?? []
    if (from > column) {
      result.push({ text: '', ...(from - column > 1 && { cols: from - column }) })
      column = from
    }
    const cols = Math.max(1, to - column)
    result.push({ ...bare(cell), ...(cols > 1 && { cols }), down: cell.down })
    column += cols
  }
  return result
}

export interface MergedCell {
  readonly text: string
  readonly cols?: number
  readonly down?: Down | undefined
}

/** The rows as HTML writes them: a cell that goes on downward is there again in none of them. */
export function joinedDown(rows: readonly (readonly MergedCell[])[]): RawCell[][] {
  /** For each column, the cell that a merged one goes on from. */
  const above = new Map<number, { rows: number }>()
  const result = rows.map((row) => {
    let column = 0
    return row.flatMap(({ down, ...cell }) => {
      const at = column
      column += cell.cols ?? 1
      const upper = above.get(at)
      if (down === 'goesOn' && upper) {
        upper.rows++
        return []
      }
      const placed = { ...cell, rows: 1 }
      if (down) above.set(at, placed)
      else above.delete(at)
      return [placed]
    })
  })
  return result.map((row) =>
    row.map(({ rows: depth, ...cell }) => ({ ...cell, ...(depth > 1 && { rows: depth }) }))
  )
}
