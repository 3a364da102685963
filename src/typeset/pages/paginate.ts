/**
 * Deals the flow out to pages. What comes of it is a value, where everything stands and nothing
 * painted yet, so that a page may be tried in several ways.
 */
import type { Box, FlowItem, TableItem } from './boxes.ts'
import type { Geometry } from '../page/geometry.ts'
import {
  splitRow,
  allRows,
  heightOf,
  nextPart,
  wholeTable,
  type TablePart
} from '../tables/parts.ts'

const eps = 0.01
/** White below a table, at least, as a part of the distance of two lines. */
const belowTable = 0.35
/** How tight a table may be to follow what is on the page already; alone it may be tighter. */
const besideText = 0.5
/** A table that goes over pages begins with at least this many rows below its head. */
const leastRows = 2
/** So few lines on the last page are pulled back, if tables this much tighter make room for them. */
const fewLines = 3
const tighter = [0.6, 0.2]

/** Something at its place on a page, its upper edge at `top`. */
export type FilledItem =
  | { readonly kind: 'box'; readonly top: number; readonly box: Box }
  | {
      readonly kind: 'table'
      readonly top: number
      readonly item: TableItem
      readonly part: TablePart
    }

/** What stands on a page, from top to bottom. */
export type FilledPage = readonly FilledItem[]

/**
 * Fills pages from top to bottom. What is bound together stays on one page unless it is taller than
 * one; a table that can stand whole on a page does.
 */
export function paginate(flow: readonly FlowItem[], geometry: Geometry): readonly FilledPage[] {
  const loose = deal(flow, geometry, 1)
  const count = loose.pages.length
  if (count < 2 || loose.filled > fewLines * geometry.pitch + eps) return loose.pages
  for (const ease of tighter) {
    const tight = deal(flow, geometry, ease)
    if (tight.pages.length < count) return tight.pages
  }
  return loose.pages
}

/** Pages, and how far the last one is filled. */
interface Dealt {
  readonly pages: readonly FilledPage[]
  readonly filled: number
}

/** Fills pages; `ease` is that of tables which are not squeezed for other reasons. */
function deal(flow: readonly FlowItem[], { top, depth, pitch }: Geometry, ease: number): Dealt {
  const bottom = top + depth
  let page: FilledItem[] = []
  const pages = [page]
  let y = top
  let white = 0

  const turn = (): void => {
    page = []
    pages.push(page)
    y = top
    white = 0
  }
  const snapped = (at: number): number => top + Math.ceil((at - top) / pitch - eps) * pitch
  /** Where a box would begin if the page were filled to `at`. */
  const startOf = (box: Box, at: number, above: number): number => {
    if (at <= top + eps) return top
    const from = at + Math.max(above, box.above)
    return box.onGrid ? snapped(from) : from
  }
  const put = (box: Box): void => {
    const start = startOf(box, y, white)
    page.push({ kind: 'box', top: start, box })
    y = start + box.height
    white = 0
  }
  const putPart = (item: TableItem, part: TablePart): void => {
    const start = y + white
    page.push({ kind: 'table', top: start, item, part })
    y = start + heightOf(part)
    white = pitch * belowTable
  }
  /** Where the page would be filled to after these boxes. */
  const after = (boxes: readonly Box[], from: number): number =>
    boxes.reduce((at, box, i) => startOf(box, at, i === 0 ? white : 0) + box.height, from)

  /** The boxes, one of them lowered so that they end with the page, if that can be. */
  const lowered = (boxes: readonly Box[]): readonly Box[] => {
    const over = after(boxes, y) - bottom
    const soft = boxes.find(({ height, least }) => height - over >= (least ?? height) - eps)
    return over > eps && soft
      ? boxes.map((box) => (box === soft ? { ...box, height: box.height - over } : box))
      : boxes
  }

  /** The table in full where it is, or on the next page; else its first part and what follows. */
  const putTable = (boxes: readonly Box[], item: TableItem): void => {
    const { table } = item
    const here = bottom - after(boxes, y) - (boxes.length === 0 ? white : 0)
    const below = bottom - after(boxes, top)
    const fresh = y <= top + eps
    const whole = wholeTable(table, here, fresh ? 0 : besideText, ease)
    const later = whole || fresh ? undefined : wholeTable(table, below, 0, ease)
    if (whole ?? later) {
      if (later) turn()
      boxes.forEach(put)
      const part = whole ?? later
      if (part) putPart(item, part)
      return
    }
    const all = allRows(table)
    // A first row that leaves no room for its heading: the heading stays on the page before.
    const alone = !nextPart(table, all, below, 1, 0) && nextPart(table, all, depth, 1, 0)
    if (!fresh && !alone && !nextPart(table, all, here, leastRows, 1)) turn()
    boxes.forEach(put)
    let rest: TablePart['rest'] = all
    while (rest) {
      const room = bottom - y - white
      const nearTop = room >= depth - 3 * pitch - eps
      const part: TablePart | undefined =
        nextPart(table, rest, room, 1, 1) ??
        (nearTop ? nextPart(table, rest, room, 1, 0) : undefined)
      const begun = y > top + eps
      if (!part && begun && !(nearTop && !nextPart(table, rest, depth, 1, 0))) {
        turn()
        continue
      }
      const next: TablePart = part ?? splitRow(table, rest, room)
      putPart(item, next)
      rest = next.rest
      if (rest && bottom - y < pitch) turn()
    }
  }

  for (let i = 0; i < flow.length;) {
    const boxes: Box[] = []
    let table: TableItem | undefined
    let bound = true
    while (bound && i < flow.length && !table) {
      const item = flow[i++]
      if (!item) break
      if (item.kind === 'table') table = item
      else boxes.push(item)
      bound = item.keep
    }
    const fitted = table ? boxes : lowered(boxes)
    if (after(fitted, y) > bottom + eps && y > top + eps) turn()
    if (table) putTable(boxes, table)
    else
      for (const box of fitted) {
        if (after([box], y) > bottom + eps && y > top + eps) turn()
        put(box)
      }
  }
  return { pages, filled: y - top }
}
