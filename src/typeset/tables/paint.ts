/** Puts one page's part of a table on the page: text first, then its lines. */
import {
  baseline,
  faultPlace,
  placeLine,
  type Setting,
  type PageDraft
} from '../lines/page-draft.ts'
import { leadingOf, type SetTable } from './cells.ts'
import type { SourceOf } from './nodes.ts'
import type { TablePart } from './parts.ts'
import { spanned } from './row-heights.ts'

const inner = 0.5
const frame = 1

/** Puts a part of a table on a page, its upper edge at `edge`. */
export function paintTable(
  setting: Setting,
  page: PageDraft,
  { table, sourceOf }: { readonly table: SetTable; readonly sourceOf: SourceOf },
  part: TablePart,
  edge: number
): void {
  const { left } = setting.geometry
  const top = edge + part.mark
  if (part.mark > 0) placeMark(setting, page, edge, part.mark)
  for (const cell of part.cells) {
    const { size, placed } = cell.cell
    const { node, ...source } = sourceOf(cell.cell)
    const y = top + part.heights.slice(0, cell.top).reduce((a, b) => a + b, 0)
    const leading = leadingOf(size)
    const white = spanned(part.heights, cell) - cell.lines.length * leading
    const high = cell.cell.flows || cell.atTop
    const first = y + (high ? Math.min(part.pad, white / 2) : white / 2)
    const x = left + (table.edges[placed.column] ?? 0) + cell.cell.side
    cell.lines.forEach((line, i) => {
      placeLine(setting, page, line, x, baseline(first + i * leading, leading, size), {
        ...source,
        text: cell.text,
        ...(!cell.repeated && node !== undefined && { node })
      })
    })
  }
  rule(setting, page, table, part, top)
  if (!part.cut) return
  const tallest = part.cells.find(({ cell, top: row }) => cell.flows && row >= table.headRows)
  if (!tallest) return
  const near = [...tallest.text].slice(0, 12).join('')
  setting.faults.push({
    kind: 'overfull',
    ...faultPlace(page.index, sourceOf(tallest.cell)),
    near
  })
}

/** Says above a part, at the right as official papers do, that the table began on a page before. */
function placeMark(setting: Setting, page: PageDraft, top: number, height: number): void {
  const { left, measure, small: size } = setting.geometry
  const text = '（续表）'
  for (const line of setting.setter.set(text, { role: 'body', size, measure, fit: 'ragged' }))
    placeLine(setting, page, line, left + measure - line.right, baseline(top, height, size), {
      text
    })
}

/** Draws the lines between cells and the frame, each as long as it goes. */
function rule(
  { geometry: { left } }: Setting,
  { items }: PageDraft,
  { edges }: SetTable,
  { cells, heights }: TablePart,
  top: number
): void {
  const columns = edges.length - 1
  const owner: (number | undefined)[][] = heights.map(() =>
    new Array<undefined>(columns).fill(undefined)
  )
  cells.forEach(({ cell: { placed }, top: row, rows }, index) => {
    for (let r = row; r < row + rows; r++)
      owner[r]?.fill(index, placed.column, placed.column + placed.cols)
  })
  const xs = edges.map((edge) => left + edge)
  const ys = [top]
  for (const height of heights) ys.push((ys.at(-1) ?? top) + height)
  const parts = (r: number, c: number, r2: number, c2: number): boolean =>
    owner[r]?.[c] !== owner[r2]?.[c2]
  const at = (list: readonly number[], i: number): number => list[i] ?? 0
  for (let r = 1; r < heights.length; r++)
    for (const [from, to] of stretches(columns, (c) => parts(r - 1, c, r, c)))
      items.push({
        kind: 'rule',
        x1: at(xs, from),
        y1: at(ys, r),
        x2: at(xs, to),
        y2: at(ys, r),
        width: inner
      })
  for (let c = 1; c < columns; c++)
    for (const [from, to] of stretches(heights.length, (r) => parts(r, c - 1, r, c)))
      items.push({
        kind: 'rule',
        x1: at(xs, c),
        y1: at(ys, from),
        x2: at(xs, c),
        y2: at(ys, to),
        width: inner
      })
  const [x1, x2, y1, y2] = [at(xs, 0), at(xs, columns), top, at(ys, heights.length)]
  for (const y of [y1, y2])
    items.push({ kind: 'rule', x1: x1 - frame / 2, y1: y, x2: x2 + frame / 2, y2: y, width: frame })
  for (const x of [x1, x2]) items.push({ kind: 'rule', x1: x, y1, x2: x, y2, width: frame })
}

/** The longest runs of indices below `count` for which `holds`. */
function stretches(count: number, holds: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = []
  let from = -1
  for (let i = 0; i <= count; i++) {
    if (i < count && holds(i)) {
      if (from < 0) from = i
    } else if (from >= 0) {
      found.push([from, i])
      from = -1
    }
  }
  return found
}
