/** What a cell needs of its table: how large its type is, where its lines end, how tall it is. */
import type { Placed } from '../../../core/form/layout.ts'
import type { OutCell } from '../../../core/form/sheet.ts'
import type { TableStyle } from '../../../typeset/page/geometry.ts'
import { leadingOf } from '../../../typeset/tables/cells.ts'
import type { Tall } from '../../../typeset/tables/row-heights.ts'
import { emsOf, evenly, linesOf } from './text.ts'

/** A cell with its text parted where the form has it so, and how much room that takes. */
export interface FittedCell {
  readonly placed: Placed<OutCell>
  readonly text: string
  /** Type size in points. */
  readonly size: number
  /** In points. */
  readonly height: number
}

/** A span claims no rows beyond the last one. */
export const tallOf = ({ row, rows }: Placed<OutCell>, height: number, count: number): Tall => ({
  top: row,
  rows: Math.min(rows, count - row),
  height
})

/** Type may get this much smaller so that a number stays whole, in fonts with wider digits too. */
const smallest = 0.68
const widerDigits = 1.1

export function fittedCell(
  placed: Placed<OutCell>,
  edges: readonly number[],
  count: number,
  style: TableStyle
): FittedCell {
  const { text, align, breaks, vertical } = placed.cell
  const side = align === 'left' ? style.inset : style.side
  const width = ((edges[placed.column + placed.cols] ?? 0) - (edges[placed.column] ?? 0)) / 20
  const room = Math.max(1, width - 2 * side)
  const longest = Math.max(0, ...(text.match(/[!-~]+/g) ?? []).map(emsOf)) * widerDigits
  const fitting = Math.floor((2 * room) / Math.max(longest, 0.5)) / 2
  const size = Math.min(style.size, Math.max(fitting, Math.ceil(2 * style.size * smallest) / 2))
  const holds = room / size
  const parted =
    breaks && align !== 'left' && emsOf(text) > holds ? partedAt(text, breaks, holds) : text
  const lines = linesOf(parted).reduce((sum, line) => sum + lineCount(line, holds), 0)
  const height = vertical && count > 1 ? emsOf(text) * size : lines * leadingOf(size)
  return { placed, text: parted, size, height: text ? height : 0 }
}

/** How many lines a text takes in a cell; where it needs several, their ends lose half a body. */
const lineCount = (line: string, holds: number): number =>
  emsOf(line) <= holds ? 1 : Math.ceil(emsOf(line) / Math.max(1, holds - 0.5))

/** A narrow head with its lines ended where the form ends them, and each piece parted evenly. */
function partedAt(text: string, breaks: readonly number[], holds: number): string {
  const cuts = [0, ...breaks, text.length]
  const pieces = cuts.slice(1).map((to, i) => text.slice(cuts[i], to))
  return pieces.flatMap((piece) => evenly(piece, holds)).join('\n')
}
