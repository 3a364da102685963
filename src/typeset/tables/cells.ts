/** A table made ready for its pages: columns, and every cell's text set in its width. */
import type { Block } from '../../core/compose/blocks.ts'
import type { OutCell } from '../../core/form/sheet.ts'
import { place, type Placed } from '../../core/form/layout.ts'
import type { Geometry, TableStyle } from '../page/geometry.ts'
import type { Line, SetText, TextStyle } from '../lines/set-text.ts'

export type TableBlock = Extract<Block, { type: 'table' }>

/** A cell with its text set. */
export interface SetCell {
  readonly placed: Placed<OutCell>
  readonly size: number
  /** White left of its lines. */
  readonly side: number
  readonly lines: readonly Line[]
  /** The text written downward, where the form has it so. */
  readonly vertical?: readonly Line[]
  /** The same text where its rows go on on another page. */
  readonly continued: () => readonly Line[]
  /** Too tall for a page of its own: its lines run on from page to page. */
  readonly flows: boolean
}

export interface SetTable {
  readonly block: TableBlock
  readonly style: TableStyle
  /** The edges of the columns, from the table's left. */
  readonly edges: readonly number[]
  readonly rowCount: number
  /** Rows that repeat on every page. */
  readonly headRows: number
  readonly cells: readonly SetCell[]
  /** The height of the line above a part on a later page. */
  readonly mark: number
}

/** The distance of two lines in a cell. */
export const leadingOf = (size: number): number => size * 1.32

/** What is added to a label whose rows go on on another page. */
export const continuation = '（续）'

/** A text at the left with more lines than this is read like a paragraph. */
const proseLines = 4
/** How much smaller the type of a cell may get before a word in it is broken. */
const shrinking = [1, 0.92, 0.84, 0.76, 0.68]

/** Sets the cells of a table. Rows that a span claims beyond the last one do not exist. */
export function setTable(block: TableBlock, geometry: Geometry, set: SetText): SetTable {
  const placed = place(block.rows)
  const rowCount = block.rows.length
  const columns = Math.max(
    1,
    block.widths.length,
    ...placed.map(({ column, cols }) => column + cols)
  )
  const edges = edgesOf(block.widths, columns, geometry.measure)
  const style = styleOf(geometry, columns)
  const tall = geometry.depth / 2
  const cells = placed.map((cell): SetCell => {
    const rows = Math.min(cell.rows, rowCount - cell.row)
    const side = cell.cell.align === 'left' ? style.inset : style.side
    const width = (edges[cell.column + cell.cols] ?? 0) - (edges[cell.column] ?? 0) - 2 * side
    return { ...setCell({ ...cell, rows }, width, style.size, tall, set), side }
  })
  const headRows = headRowsOf(block, cells, tall)
  const mark = (geometry.pitch * geometry.small) / geometry.size
  return { block, style, edges, rowCount, headRows, cells, mark }
}

/** Repeats the head unless it would leave too little of the page to the body. */
function headRowsOf(
  { headRows, rows }: TableBlock,
  cells: readonly SetCell[],
  tall: number
): number {
  const count = Math.min(Math.max(0, headRows), rows.length - 1)
  const height = (cell: SetCell): number => cell.lines.length * leadingOf(cell.size)
  let sum = 0
  for (let row = 0; row < count; row++) {
    const inRow = cells.filter(({ placed }) => placed.row === row && placed.rows === 1)
    sum += Math.max(20, ...inRow.map(height))
  }
  const spanning = cells.filter(({ placed }) => placed.row < count && placed.rows > 1)
  return Math.max(sum, ...spanning.map(height)) > tall * 0.8 ? 0 : count
}

function styleOf({ tables }: Geometry, columns: number): TableStyle {
  const found = tables.find((style) => columns <= style.columns) ?? tables.at(-1)
  if (!found) throw new RangeError('a look without table styles')
  return found
}

/** Column edges by the ratio of the widths; a column without a sensible width gets a mean one. */
function edgesOf(widths: readonly number[], columns: number, measure: number): number[] {
  const sane = widths.filter((width) => width > 0 && Number.isFinite(width))
  const mean = sane.length > 0 ? sane.reduce((a, b) => a + b, 0) / sane.length : 1
  const ratios = Array.from({ length: columns }, (_, i) => {
    const width = widths[i]
    return width !== undefined && width > 0 && Number.isFinite(width) ? width : mean
  })
  const total = ratios.reduce((a, b) => a + b, 0)
  const edges = [0]
  for (const ratio of ratios) edges.push((edges.at(-1) ?? 0) + (ratio / total) * measure)
  return edges
}

function setCell(
  placed: Placed<OutCell>,
  width: number,
  size: number,
  tall: number,
  set: SetText
): Omit<SetCell, 'side'> {
  const { text, head, align, breaks, vertical } = placed.cell
  const measure = Math.max(1, width)
  const role = head === 'column' ? 'hei' : 'body'
  // A label parts between words; a text as long as a paragraph is set as one.
  const prose = align === 'left' && text.length * size > proseLines * measure
  const styleAt = (points: number): TextStyle => ({
    role,
    size: points,
    measure,
    ...(align === 'left'
      ? { fit: prose ? 'justify' : 'ragged' }
      : { fit: 'balance', align: 'center' }),
    ...(!prose && { words: 'any' }),
    ...(breaks && { breaks })
  })
  const biggest = Math.min(size, measure)
  const best =
    shrinking
      .map((factor) => biggest * factor)
      .find((points) => !set(text, styleAt(points)).some(({ forced }) => forced)) ?? biggest
  const style = styleAt(best)
  const lines = set(text, style)
  const down = vertical && set(text, { ...style, vertical: true })
  return {
    placed,
    size: best,
    lines,
    ...(down && { vertical: down }),
    continued: () => (text.trim() === '' ? [] : set(text + continuation, style)),
    flows: lines.length * leadingOf(best) > tall
  }
}
