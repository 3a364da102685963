/** Where a page may end that begins at a place of the flow, and what then stands on it. */
import type { FlowItem, TableItem } from './boxes.ts'
import type { Geometry } from '../page/geometry.ts'
import type { Rest } from '../tables/cell-parts.ts'
import { allRows, nextPart, splitRow, type TablePart } from '../tables/parts.ts'
import {
  boxPiece,
  eases,
  isFigure,
  partPiece,
  rowsPiece,
  startOf,
  type Filled,
  type Piece
} from './pieces.ts'

/** Where a page begins: an item of the flow, what is left of it, a figure that comes before it. */
export interface Place {
  readonly item: number
  readonly rest?: Rest
  readonly figure?: number
}

/** An end of a page. */
export interface End {
  /** Where the next page begins; the flow's length is no place any more. */
  readonly next: Place
  readonly pieces: readonly Piece[]
  /** How far down the page is filled at each ease. */
  readonly y: { readonly [E in keyof typeof eases]: number }
  /**
   * `plain`: between two things. `admits`: with a figure or a table that finds room when the page is
   * tighter. `ahead`: a figure is left for the next page, and text stands ahead of it. `parts`: a
   * table goes on that could stand whole. `must`: one goes on that no page holds, or things are
   * parted that no page holds together.
   */
  readonly kind: 'plain' | 'admits' | 'ahead' | 'parts' | 'must'
}

type Reach = { readonly [E in keyof typeof eases]: Filled }

/** A table that goes over pages begins with at least this many rows below its head. */
const leastRows = 2
const eps = 0.01

/** The ends of pages, by where they begin. */
export function endsIn(
  flow: readonly FlowItem[],
  geometry: Geometry
): (place: Place) => readonly End[] {
  const { top, depth, pitch } = geometry
  const bottom = top + depth
  const boxes = flow.map((item) => (item.kind === 'box' ? boxPiece(item) : undefined))
  const known = new Map<FlowItem, Map<string, Piece>>()

  /** Rows of a table, made ready once. */
  const rowsOf = (item: TableItem, rest: Rest, end: number): Piece => {
    const ofItem = known.get(item) ?? new Map<string, Piece>()
    known.set(item, ofItem)
    const key = `${placeOfRest(rest)}-${String(end)}`
    const piece = ofItem.get(key) ?? rowsPiece(item, rest, end, geometry)
    ofItem.set(key, piece)
    return piece
  }
  const added = (reach: Reach, piece: Piece): Reach => {
    const at = (ease: keyof Reach): Filled => ({
      y: startOf(piece, reach[ease], geometry) + piece.height[ease],
      white: piece.below
    })
    return { tight: at('tight'), designed: at('designed'), loose: at('loose') }
  }
  const fits = ({ y }: Filled): boolean => y <= bottom + eps
  /** How far the boxes bound to an item reach on a page of their own. */
  const boundTo = (index: number): number => {
    let first = index
    while (flow[first - 1]?.kind === 'box' && flow[first - 1]?.keep) first--
    let filled: Filled = { y: top, white: 0 }
    for (const piece of boxes.slice(first, index))
      if (piece) filled = { y: startOf(piece, filled, geometry) + piece.height.designed, white: 0 }
    return filled.y
  }

  return (place) => {
    const ends: End[] = []
    const offer = (
      kind: End['kind'],
      next: Place,
      pieces: readonly Piece[],
      { tight, designed, loose }: Reach
    ): void => {
      ends.push({
        kind,
        next,
        pieces: [...pieces],
        y: { tight: tight.y, designed: designed.y, loose: loose.y }
      })
    }

    /** From here on down the page; behind a figure that is left out, if one is named. */
    const walk = (from: number, on: Piece[], start: Reach, figure?: number): void => {
      let reach = start
      let admitted = false
      for (let i = from; i < flow.length; i++) {
        const item = flow[i]
        if (!item) return
        const box = boxes[i]
        if (figure !== undefined && !(item.kind === 'box' && item.runs)) return
        const rest =
          item.kind === 'table' ? (i === place.item && place.rest) || undefined : undefined
        const piece =
          box ??
          (item.kind === 'table'
            ? rowsOf(item, rest ?? allRows(item.table), item.table.rowCount)
            : undefined)
        if (!piece) return
        const next = added(reach, piece)
        const squeezed = fits(reach.designed) && !fits(next.designed)
        if (squeezed && isFigure(item) && !item.keep && figure === undefined && on.length > 0)
          walk(i + 1, [...on], reach, i)
        if (squeezed && item.kind === 'table') {
          const over = tableEnds(item, i, rest, on, reach)
          if (over) {
            on.push(over.piece)
            reach = added(reach, over.piece)
            offer('plain', { item: i + 1 }, on, reach)
            continue
          }
        }
        if (!fits(next.tight)) return
        if (squeezed && (isFigure(item) || item.kind === 'table')) admitted = true
        on.push(piece)
        reach = next
        if (item.keep && i < flow.length - 1) continue
        const kind = figure !== undefined ? 'ahead' : admitted ? 'admits' : 'plain'
        admitted = false
        offer(kind, { item: i + 1, ...(figure !== undefined && { figure }) }, on, reach)
      }
    }

    /** Ends within a table that does not fit as it was designed; its last part where that is one. */
    const tableEnds = (
      item: TableItem,
      index: number,
      begun: Rest | undefined,
      on: readonly Piece[],
      reach: Reach
    ): { piece: Piece } | undefined => {
      const { table } = item
      const rest = begun ?? allRows(table)
      const whole = rowsOf(item, rest, table.rowCount)
      const above = begun ? top : boundTo(index)
      if (whole.height.tight <= bottom - above + eps) {
        if (table.cells.some(({ flows }) => flows)) return undefined
        for (const row of table.block.parts ?? []) {
          if (row - rest.row < leastRows || table.rowCount - row < leastRows) continue
          const piece = rowsOf(item, rest, row)
          const after = added(reach, piece)
          if (!fits(after.tight)) break
          offer('parts', { item: index, rest: { row, taken: rest.taken } }, [...on, piece], after)
        }
        return undefined
      }
      const room = bottom - startOf({ above: 0, onGrid: false }, reach.designed, geometry)
      const fresh = on.length === 0
      const alone =
        !begun && !nextPart(table, rest, bottom - above, 1, 0) && nextPart(table, rest, depth, 1, 0)
      if (alone && !fresh) offer('must', { item: index }, on, reach)
      const nearTop = room >= depth - 3 * pitch - eps
      const part: TablePart | undefined =
        nextPart(table, rest, room, fresh || begun ? 1 : leastRows, 1) ??
        (nearTop ? nextPart(table, rest, room, 1, 0) : undefined)
      if (!part && !fresh && !(nearTop && !nextPart(table, rest, depth, 1, 0))) return undefined
      const next = part ?? splitRow(table, rest, room)
      const piece = partPiece(item, next, geometry)
      if (!next.rest) return { piece }
      offer('must', { item: index, rest: next.rest }, [...on, piece], added(reach, piece))
      return undefined
    }

    const begin: Filled = { y: top, white: 0 }
    let reach: Reach = { tight: begin, designed: begin, loose: begin }
    const on: Piece[] = []
    const held = place.figure === undefined ? undefined : boxes[place.figure]
    if (held) {
      on.push(held)
      reach = added(reach, held)
      offer('plain', { item: place.item }, on, reach)
    }
    walk(place.item, on, reach)
    // Bound together, and no page holds them: as many as there is room for.
    if (ends.length === 0) overfull()
    return ends

    function overfull(): void {
      const pieces: Piece[] = []
      let reach: Reach = { tight: begin, designed: begin, loose: begin }
      let i = place.item
      for (; i < flow.length; i++) {
        const box = boxes[i]
        if (!box) break
        const next = added(reach, box)
        if (pieces.length > 0 && !fits(next.designed)) break
        pieces.push(box)
        reach = next
      }
      offer('must', { item: i }, pieces, reach)
    }
  }
}

/** Which rest of a table this is. */
export const placeOfRest = ({ row, taken }: Rest): string => [row, ...taken.values()].join('.')
