/** Deals the flow out to pages. */
import type { Box, FlowItem, TableItem } from './boxes.ts'
import type { Setting, Sheet } from './sheet.ts'
import { paintTable } from './table-paint.ts'
import { everything, heightOf, nextPart, wholeTable, type TablePart } from './table-parts.ts'

const eps = 0.01
/** White below a table, at least, as a part of the distance of two lines. */
const belowTable = 0.35
/** How tight a table may be to follow what is on the page already; alone it may be tighter. */
const besideText = 0.5
/** A table that goes over pages begins with at least this many rows below its head. */
const leastRows = 2

/**
 * Fills pages from top to bottom. What is bound together stays on one page unless it is taller than
 * one; a table that can stand whole on a page does.
 */
export function paginate(flow: readonly FlowItem[], setting: Setting): Sheet[] {
  const { geometry } = setting
  const { top, depth, pitch } = geometry
  const bottom = top + depth
  let sheet: Sheet = { index: 0, items: [] }
  const sheets = [sheet]
  let y = top
  let white = 0

  const turn = (): void => {
    sheet = { index: sheets.length, items: [] }
    sheets.push(sheet)
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
    box.paint(sheet, start)
    y = start + box.height
    white = 0
  }
  const putPart = ({ table, sourceOf }: TableItem, part: TablePart): void => {
    const start = y + white
    paintTable(setting, sheet, table, part, start, sourceOf)
    y = start + heightOf(part)
    white = pitch * belowTable
  }
  /** Where the page would be filled to after these boxes. */
  const after = (boxes: readonly Box[], from: number): number =>
    boxes.reduce((at, box, i) => startOf(box, at, i === 0 ? white : 0) + box.height, from)

  /** The table in full where it is, or on the next page; else its first part and what follows. */
  const putTable = (boxes: readonly Box[], item: TableItem): void => {
    const { table } = item
    const here = bottom - after(boxes, y) - (boxes.length === 0 ? white : 0)
    const fresh = y <= top + eps
    const whole = wholeTable(table, here, fresh ? 0 : besideText)
    const later = whole || fresh ? undefined : wholeTable(table, bottom - after(boxes, top))
    if (whole ?? later) {
      if (later) turn()
      boxes.forEach(put)
      const part = whole ?? later
      if (part) putPart(item, part)
      return
    }
    if (!fresh && !nextPart(table, everything(table), here, leastRows, false)) turn()
    boxes.forEach(put)
    let rest: TablePart['rest'] = everything(table)
    while (rest) {
      const started = y + white
      const part = nextPart(table, rest, bottom - started, 1, false)
      if (part) {
        putPart(item, part)
        rest = part.rest
      } else if (sheet.items.length > 0 && started > top + 3 * pitch) turn()
      else {
        const cut = nextPart(table, rest, bottom - started, 1, true)
        if (!cut) break
        putPart(item, cut)
        rest = cut.rest
      }
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
    if (after(boxes, y) > bottom + eps && y > top + eps) turn()
    if (table) putTable(boxes, table)
    else
      for (const box of boxes) {
        if (after([box], y) > bottom + eps && y > top + eps) turn()
        put(box)
      }
  }
  return sheets
}
