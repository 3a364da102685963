/** Which part of each cell stands on a page. */
import type { Line } from '../lines/set-text.ts'
import { continuation, leadingOf, type SetCell, type SetTable } from './cells.ts'

/** What is still to be set of a table. */
export interface Rest {
  /** The first row; the head is not counted in again. */
  readonly row: number
  /** Lines that are set already of the cells that run on and of those in a row that was cut. */
  readonly taken: ReadonlyMap<SetCell, number>
}

/** The part of a cell that stands on one page. */
export interface CellPart {
  readonly cell: SetCell
  /** First row and number of rows, counted in the rows of this part of the table. */
  readonly top: number
  readonly rows: number
  readonly lines: readonly Line[]
  /** The cell's text as it is set here. */
  readonly text: string
  /** Repeated from a page before; no text of the report. */
  readonly repeated: boolean
  /** How much its text needs of the height. */
  readonly height: number
  /** Its text begins where that of a cell does which runs on beside it. */
  readonly atTop?: boolean
}

/** The cells that stand in the head and in the rows from `rest.row` to `end`. */
export function cellPartsOf({ cells, headRows }: SetTable, rest: Rest, end: number): CellPart[] {
  const later = rest.row > headRows || rest.taken.size > 0
  return cells.flatMap((cell): CellPart[] => {
    const { row, rows, cell: content } = cell.placed
    const bottom = Math.min(row + rows, end)
    const inHead = row < headRows
    const from = inHead ? row : Math.max(row, rest.row)
    const to = inHead && bottom <= rest.row ? Math.min(bottom, headRows) : bottom
    if (from >= to) return []
    const top = inHead ? row : headRows + from - rest.row
    const depth = inHead ? (to <= headRows ? to - row : headRows - row + to - rest.row) : to - from
    const seen = rest.taken.get(cell) ?? 0
    const label = rows > 1 || content.head !== undefined
    const again = !inHead && !cell.flows && label && (row < rest.row || seen > 0)
    const lines = again
      ? cell.continued()
      : seen > 0
        ? cell.lines.slice(seen)
        : uprightLines(cell, depth)
    return [
      {
        cell,
        top,
        rows: depth,
        lines,
        text: again ? content.text + continuation : content.text,
        repeated: again || (inHead && later),
        height: (cell.flows && row + rows > end ? 1 : lines.length) * leadingOf(cell.size)
      }
    ]
  })
}

/** Written downward only where there are rows enough for it. */
const uprightLines = (cell: SetCell, rows: number): readonly Line[] =>
  cell.vertical && cell.vertical.length <= rows * 1.4 ? cell.vertical : cell.lines
