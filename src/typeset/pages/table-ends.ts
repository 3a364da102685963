/** Where a page may end within a table. */
import type { TableItem } from './boxes.ts'
import type { Geometry } from '../page/geometry.ts'
import type { Rest } from '../tables/cell-parts.ts'
import { allRows, nextPart, splitRow } from '../tables/parts.ts'
import type { End, RowPieces } from './ends.ts'
import { eps, filledWith, edgeOf, tablePiece, type Filling, type PagePiece } from './pieces.ts'

/** A table that goes over pages has at least this many rows below its head on each of them. */
const leastRows = 2

/** A table as a page comes to it. */
interface Coming {
  readonly page: Filling
  /** Its place in the flow, and what is left of it if it was begun before. */
  readonly index: number
  readonly rest: Rest | undefined
  /** What is bound to it from above, on a page of its own. */
  readonly bound: Filling | undefined
}

/**
 * The ends within a table for which the page has no room as it was designed; and its last part, if
 * the page holds that as it is.
 */
export function tableEnds(
  item: TableItem,
  coming: Coming,
  rowsOf: RowPieces,
  geometry: Geometry
): { readonly ends: readonly End[]; readonly last?: PagePiece } {
  const { table } = item
  const rest = coming.rest ?? allRows(table)
  const bottom = geometry.top + geometry.depth
  const below = bottom - (coming.bound?.reach.designed.y ?? geometry.top)
  return rowsOf(item, rest, table.rowCount).height.tight <= below + eps
    ? { ends: partsEnds(item, rest, coming, rowsOf, geometry) }
    : rowsEnds(item, rest, below, coming, geometry)
}

/** Of a table that can stand whole: behind those of its parts that the page has room for. */
function partsEnds(
  item: TableItem,
  rest: Rest,
  { page, index }: Coming,
  rowsOf: RowPieces,
  geometry: Geometry
): readonly End[] {
  const { block, rowCount, cells } = item.table
  if (cells.some(({ flows }) => flows)) return []
  return (block.parts ?? [])
    .filter((row) => row - rest.row >= leastRows && rowCount - row >= leastRows)
    .map((row): End => {
      const next = { item: index, rest: { row, taken: rest.taken } }
      return { ...filledWith(page, rowsOf(item, rest, row), geometry), kind: 'parts', next }
    })
    .filter(({ reach }) => reach.tight.y <= geometry.top + geometry.depth + eps)
}

/** Of a table that no page holds: behind as many rows as there is room for. */
function rowsEnds(
  item: TableItem,
  rest: Rest,
  below: number,
  { page, index, rest: begun }: Coming,
  geometry: Geometry
): { readonly ends: readonly End[]; readonly last?: PagePiece } {
  const { table } = item
  const { top, depth, pitch } = geometry
  const room = top + depth - edgeOf({ above: 0, onGrid: false }, page.reach.designed, geometry)
  const fresh = page.pieces.length === 0
  /** Whether this room has place for a row, squeezed if need be. */
  const holds = (height: number): boolean => nextPart(table, rest, height, 1, 0) !== undefined
  // A first row that leaves no room for its heading: the heading stays on the page before.
  const alone = !begun && !fresh && !holds(below) && holds(depth)
  const ends: readonly End[] = alone ? [{ ...page, kind: 'must', next: { item: index } }] : []
  const nearTop = room >= depth - 3 * pitch - eps
  const part =
    nextPart(table, rest, room, fresh ? 1 : leastRows, 1) ??
    (nearTop ? nextPart(table, rest, room, 1, 0) : undefined)
  if (!part && !fresh && !(nearTop && !holds(depth))) return { ends }
  const next = part ?? splitRow(table, rest, room)
  const piece = tablePiece(item, () => next, geometry)
  if (!next.rest) return { ends, last: piece }
  const end = {
    ...filledWith(page, piece, geometry),
    kind: 'must',
    next: { item: index, rest: next.rest }
  } as const
  return { ends: [...ends, end] }
}
