/**
 * How a table is dealt out to pages: whole where it fits, else row by row with its head repeated. A
 * row is never cut, except one that no page can hold, whose text then runs on.
 */
import { cellPartsOf, type CellPart, type Rest } from './cell-parts.ts'
import { between, rowHeights, spanned } from './row-heights.ts'
import { leadingOf, type SetTable } from './cells.ts'

/** The part of a table that stands on one page. */
export interface TablePart {
  readonly cells: readonly CellPart[]
  /** The height of each row. */
  readonly heights: readonly number[]
  /** White above and below the text in this part. */
  readonly pad: number
  /** What is left for the next page; absent when this was all. */
  readonly rest?: Rest
  /** Whether a row had to be cut. */
  readonly cut: boolean
  /** The height of the line above it which says that the table goes on; 0 for its first part. */
  readonly mark: number
}

/** The whole table, as what is still to be set. */
export const allRows = (table: SetTable): Rest => ({ row: table.headRows, taken: new Map() })

/** The height of a part with all its rows, and with the line above it that says it goes on. */
export const heightOf = ({ heights, mark }: TablePart): number =>
  heights.reduce((a, b) => a + b, mark)

const eps = 0.01

/**
 * The rows of the rest up to `end`, as they stand on one page: at ease 0 as tight as they can be, at
 * 1 as they were designed, and looser beyond it.
 */
export function rowsUpTo(table: SetTable, rest: Rest, end: number): (ease: number) => TablePart {
  const { headRows, rowCount, style } = table
  const cells = cellPartsOf(table, rest, end)
  const left = end < rowCount ? { rest: { row: end, taken: rest.taken } } : {}
  return (ease) => ({
    cells,
    heights: rowHeights(cells, headRows + end - rest.row, style, ease),
    pad: between(style.pad, ease),
    mark: markOf(table, rest),
    ...left,
    cut: false
  })
}

/** The height of the line that says a table goes on; none above its first part. */
const markOf = ({ headRows, mark }: SetTable, { row, taken }: Rest): number =>
  row > headRows || taken.size > 0 ? mark : 0

/** The loosest of some parts that goes into `room`. */
function loosestIn(
  room: number,
  at: (ease: number) => TablePart,
  tightest: number,
  loosest: number
): TablePart | undefined {
  const loose = at(loosest)
  if (heightOf(loose) <= room + eps) return loose
  if (tightest >= loosest || heightOf(at(tightest)) > room + eps) return undefined
  // Height grows steadily with ease: halve until the room is used to a hundredth of a point.
  let [low, high] = [tightest, loosest]
  for (let step = 0; step < 20; step++) {
    const half = (low + high) / 2
    if (heightOf(at(half)) <= room) low = half
    else high = half
  }
  return at(low)
}

/**
 * As much of the rest as goes into `room`; undefined when not even `least` rows do, squeezed as far
 * as `tightest`.
 */
export function nextPart(
  table: SetTable,
  rest: Rest,
  room: number,
  least: number,
  tightest: number
): TablePart | undefined {
  const { rowCount, style } = table
  const upTo = (end: number, ease: number): TablePart => rowsUpTo(table, rest, end)(ease)
  const fits = (end: number): boolean => heightOf(upTo(end, 1)) <= room + eps
  let low = rest.row
  let high = Math.min(rowCount, rest.row + Math.ceil(room / style.row[1]))
  while (low < high) {
    const half = Math.ceil((low + high) / 2)
    if (fits(half)) low = half
    else high = half - 1
  }
  // Never a single row alone on the last page.
  if (low === rowCount - 1 && low - rest.row > 2) low--
  const wanted = Math.min(rowCount, rest.row + least)
  const part =
    low >= wanted ? upTo(low, 1) : loosestIn(room, (ease) => upTo(wanted, ease), tightest, 1)
  return part && settle(part)
}

/** Lines of cells that run on are dealt out once the heights are known. */
function settle(part: TablePart): TablePart {
  const { rest, pad } = part
  if (!rest) return part
  const taken = new Map(rest.taken)
  const cells = part.cells.map((cell) => {
    if (!cell.cell.flows || endsHere(cell, rest.row)) return cell
    const room = spanned(part.heights, cell) - 2 * pad
    const lines = cell.lines.slice(0, Math.max(0, Math.floor(room / leadingOf(cell.cell.size))))
    taken.set(cell.cell, (taken.get(cell.cell) ?? 0) + lines.length)
    return { ...cell, lines }
  })
  return { ...part, cells, rest: { row: rest.row, taken } }
}

const endsHere = ({ cell: { placed } }: CellPart, row: number): boolean =>
  placed.row + placed.rows <= row

/** The head and as much of the first row as there is room for: a row that no page can hold. */
export function splitRow(table: SetTable, rest: Rest, room: number): TablePart {
  const { headRows, style, rowCount } = table
  const parts = cellPartsOf(table, rest, rest.row + 1)
  const head = rowHeights(
    parts.filter(({ top }) => top < headRows),
    headRows,
    style,
    1
  )
  const mark = markOf(table, rest)
  const height = room - head.reduce((a, b) => a + b, mark)
  const taken = new Map(rest.taken)
  let left = false
  const cells = parts.map((part) => {
    if (part.top < headRows) return part
    const { cell } = part
    const fitting = Math.max(1, Math.floor((height - 2 * style.pad[1]) / leadingOf(cell.size)))
    const ends = endsHere(part, rest.row + 1)
    if (!cell.flows && !ends) return part
    const lines = part.lines.slice(0, fitting)
    if (ends && lines.length < part.lines.length) left = true
    taken.set(cell, (taken.get(cell) ?? 0) + lines.length)
    return cell.flows ? { ...part, lines } : { ...part, lines, atTop: true }
  })
  const row = left ? rest.row : rest.row + 1
  return {
    cells,
    heights: [...head, height],
    pad: style.pad[1],
    ...(row < rowCount && { rest: { row, taken } }),
    cut: true,
    mark
  }
}
