/** Where a page may end that begins at a place of the flow, and what then stands on it. */
import type { FlowItem, TableItem } from './boxes.ts'
import type { Geometry } from '../page/geometry.ts'
import type { Rest } from '../tables/cell-parts.ts'
import { allRows } from '../tables/parts.ts'
import {
  boxPiece,
  emptyPage,
  eps,
  filledWith,
  isFigure,
  rowsPiece,
  type Filled,
  type Filling,
  type PagePiece
} from './pieces.ts'
import { tableEnds } from './table-ends.ts'

/** Where a page begins: an item of the flow, what is left of it, a figure that comes before it. */
export interface PageHead {
  readonly item: number
  readonly rest?: Rest
  readonly figure?: number
}

/** An end of a page. */
export interface End extends Filling {
  /** Where the next page begins; the end of the flow is no place any more. */
  readonly next: PageHead
  /**
   * `between` two things. `admits`: behind a figure or a table that finds room only on a tighter
   * page. `ahead`: a figure is left to the next page, and text stands ahead of it. `parts`: a table
   * goes on that could stand whole. `must`: what no page can hold goes on.
   */
  readonly kind: 'between' | 'admits' | 'ahead' | 'parts' | 'must'
}

/** The ends of pages, by where they begin; there is always one. */
export function endsIn(
  flow: readonly FlowItem[],
  geometry: Geometry
): (place: PageHead) => readonly End[] {
  const bottom = geometry.top + geometry.depth
  const fits = ({ y }: Filled): boolean => y <= bottom + eps
  const boxes = flow.map((item) => (item.kind === 'box' ? boxPiece(item) : undefined))
  const rowsOf = rowPieces(geometry)
  const filled = (filling: Filling, piece: PagePiece): Filling =>
    filledWith(filling, piece, geometry)

  /** What is bound to an item, on a page of its own. */
  const boundTo = (index: number): Filling => {
    let first = index
    while (flow[first - 1]?.kind === 'box' && flow[first - 1]?.keep) first--
    return boxes
      .slice(first, index)
      .reduce((page, box) => (box ? filled(page, box) : page), emptyPage(geometry))
  }

  return (place) => {
    const ends: End[] = []

    /** Goes on from an item down the page; past a figure that is left out, if there is one. */
    const walk = (from: number, start: Filling, figure?: number): void => {
      const left = figure === undefined ? {} : { figure }
      let page = start
      let admitted = false
      for (let i = from; i < flow.length; i++) {
        const item = flow[i]
        if (!item || (figure !== undefined && !runs(item))) return
        const rest = i === place.item ? place.rest : undefined
        const piece = boxes[i] ?? wholeOf(item, rest)
        if (!piece) return
        let next = filled(page, piece)
        if (fits(page.reach.designed) && !fits(next.reach.designed)) {
          if (mayWait(i) && page.pieces.length > 0) walk(i + 1, page, i)
          if (item.kind === 'table') {
            const on = { page, index: i, rest, bound: rest ? undefined : boundTo(i) }
            const { last, ends: within } = tableEnds(item, on, rowsOf, geometry)
            ends.push(...within)
            if (last) next = filled(page, last)
          }
          admitted ||= !runs(item)
        }
        if (!fits(next.reach.tight)) return
        page = next
        if (item.keep && i < flow.length - 1) continue
        const squeezed = admitted && !fits(page.reach.designed)
        const kind = figure !== undefined ? 'ahead' : squeezed ? 'admits' : 'between'
        ends.push({ ...page, kind, next: { item: i + 1, ...left } })
        admitted = false
      }
    }

    const wholeOf = (item: FlowItem, rest?: Rest): PagePiece | undefined =>
      item.kind === 'table'
        ? rowsOf(item, rest ?? allRows(item.table), item.table.rowCount)
        : undefined

    const figure = place.figure === undefined ? undefined : boxes[place.figure]
    const first = figure ? filled(emptyPage(geometry), figure) : emptyPage(geometry)
    if (figure) ends.push({ ...first, kind: 'between', next: { item: place.item } })
    walk(place.item, first)
    return ends.length > 0 ? ends : [overfull(place.item)]
  }

  /** A figure that nothing is bound to may wait for the next page. */
  function mayWait(index: number): boolean {
    const item = flow[index]
    return item !== undefined && isFigure(item) && !item.keep && !flow[index - 1]?.keep
  }

  /** Boxes that no page holds together: as many of them as there is room for, and at least one. */
  function overfull(from: number): End {
    let page = emptyPage(geometry)
    let next = from
    for (let box = boxes[next]; box; box = boxes[++next]) {
      const more = filled(page, box)
      if (page.pieces.length > 0 && !fits(more.reach.designed)) break
      page = more
    }
    return { ...page, kind: 'must', next: { item: next } }
  }
}

/** Running text. */
export const runs = (item: FlowItem): boolean => item.kind === 'box' && item.runs === true

/** Rows of tables as pieces, each made ready once. */
export type RowPieces = (item: TableItem, rest: Rest, end: number) => PagePiece

function rowPieces(geometry: Geometry): RowPieces {
  const known = new Map<TableItem, Map<string, PagePiece>>()
  return (item, rest, end) => {
    const ofTable = known.get(item) ?? new Map<string, PagePiece>()
    known.set(item, ofTable)
    const key = `${restKey(rest)}-${String(end)}`
    const piece = ofTable.get(key) ?? rowsPiece(item, rest, end, geometry)
    ofTable.set(key, piece)
    return piece
  }
}

/** What is left of a table, as a text: the same for the same. */
export const restKey = ({ row, taken }: Rest): string => [row, ...taken.values()].join('.')
