import type { RawCell } from '../../../core/intake/source/raw.ts'
import { textOfCell, hungMarks, middleOf } from './pieces.ts'
import type { ReadGlyph } from './operators.ts'
import type { RuledBox, RuledLine } from './paths.ts'

/**
 * Tables that are drawn: a cell is what the ruling lines close in. Long, for lines, groups of lines and
 * cells are one chain that shares its measures.
 */

/** A table on a page, with the characters that stand in it. */
export interface RuledTable {
  readonly top: number
  readonly bottom: number
  readonly rows: readonly (readonly RawCell[])[]
  readonly glyphs: ReadonlySet<ReadGlyph>
  /** Whether its first or its last row is cut by the break of a page, without a line to close it. */
  readonly cut: { readonly above: boolean; readonly below: boolean }
}

/** Lines closer than this are one, in points. */
const near = 2.5
/** More lines of one direction than any page of tables has. */
const mostLines = 400

/** A line across (`at` is its y) or down (`at` is its x), from `from` to `to`. */
interface Line {
  readonly at: number
  readonly from: number
  readonly to: number
}

export function ruledTables(
  rules: readonly RuledLine[],
  glyphs: readonly ReadGlyph[]
): RuledTable[] {
  const across = merged(
    rules.filter(({ y1, y2 }) => y1 === y2).map(({ x1, x2, y1 }) => ({ at: y1, from: x1, to: x2 }))
  )
  const down = merged(
    rules
      .filter(({ x1, x2, y1, y2 }) => x1 === x2 && y1 !== y2)
      .map(({ x1, y1, y2 }) => ({ at: x1, from: y1, to: y2 }))
  )
  if (across.length > mostLines || down.length > mostLines) return []
  const hung = hungMarks(glyphs)
  return groups(across, down)
    .flatMap((group) => tableOf(group, glyphs, hung))
    .sort((a, b) => a.top - b.top)
}

/** Pieces of one line drawn cell by cell as the whole line. */
function merged(lines: readonly Line[]): Line[] {
  const result: Line[] = []
  const open: Line[] = []
  const sorted = [...lines].sort((a, b) => a.at - b.at || a.from - b.from)
  const levels: Line[][] = []
  for (const line of sorted) {
    const level = levels.at(-1)
    if (level && line.at - (level[0]?.at ?? 0) < near) level.push(line)
    else levels.push([line])
  }
  for (const level of levels) {
    const at = level.reduce((sum, line) => sum + line.at, 0) / level.length
    open.length = 0
    for (const line of level.sort((a, b) => a.from - b.from)) {
      const last = open.at(-1)
      if (last && line.from - last.to < near) {
        open[open.length - 1] = { at, from: last.from, to: Math.max(last.to, line.to) }
      } else open.push({ at, from: line.from, to: line.to })
    }
    result.push(...open.filter(({ from, to }) => to - from > near * 2))
  }
  return result
}

interface Group {
  readonly across: Line[]
  readonly down: Line[]
}

const meet = (across: Line, down: Line) =>
  down.at > across.from - near &&
  down.at < across.to + near &&
  across.at > down.from - near &&
  across.at < down.to + near

/** Lines that touch one another belong to one table. */
function groups(across: readonly Line[], down: readonly Line[]): Group[] {
  const free = new Set(down)
  const rest = new Set(across)
  const result: Group[] = []
  for (const first of across) {
    if (!rest.delete(first)) continue
    const group: Group = { across: [first], down: [] }
    for (let i = 0, j = 0; i < group.across.length || j < group.down.length;) {
      const line = group.across[i]
      if (line) {
        for (const one of free) if (meet(line, one) && free.delete(one)) group.down.push(one)
        i++
        continue
      }
      const vertical = group.down[j]
      if (vertical)
        for (const one of rest) if (meet(one, vertical) && rest.delete(one)) group.across.push(one)
      j++
    }
    result.push(group)
  }
  return result
}

/** Whether all sides of a box lie along lines of a table. */
const isCell = (
  { left, right, top, bottom }: RuledBox,
  xs: readonly number[],
  ys: readonly number[]
) =>
  [left, right].every((x) => xs.some((at) => Math.abs(at - x) < near)) &&
  [top, bottom].every((y) => ys.some((at) => Math.abs(at - y) < near))

/** Rows are no lower than this, in points. */
const shortest = 8

/** How far up (`from`), or down (as a negative `to`), most of the lines down reach. */
function reachOf(down: readonly Line[], end: 'from' | 'to'): number {
  const ends = down.map((line) => (end === 'from' ? line.from : -line.to)).sort((a, b) => a - b)
  // Two at least: a rail beside the page is no side of a cell.
  return ends[1] ?? ends[0] ?? 0
}

/** A line below words ends in the middle of a cell, a border where it meets another. */
const isBorder = ({ from, to }: Line, xs: readonly number[]): boolean =>
  [from, to].every(
    (end) =>
      end < (xs[0] ?? 0) + near ||
      end > (xs.at(-1) ?? 0) - near ||
      xs.some((at) => Math.abs(at - end) < near * 2)
  )

/** Distinct places of lines, in order. */
function places(lines: readonly Line[]): number[] {
  const result: number[] = []
  for (const { at } of [...lines].sort((a, b) => a.at - b.at)) {
    if (at - (result.at(-1) ?? -Infinity) >= near) result.push(at)
  }
  return result
}

function tableOf(
  group: Group,
  glyphs: readonly ReadGlyph[],
  hung: ReadonlyMap<ReadGlyph, ReadGlyph>
): RuledTable[] {
  const down = group.down
  const xs = places(down)
  const across = group.across.filter((line) => isBorder(line, xs))
  const closed = places(across)
  // Where the lines down go on beyond the last line across, a page breaks a row.
  const [highest, lowest] = [reachOf(down, 'from'), -reachOf(down, 'to')]
  const cut = {
    above: highest < (closed[0] ?? 0) - shortest,
    below: lowest > (closed.at(-1) ?? 0) + shortest
  }
  const ys = [...(cut.above ? [highest] : []), ...closed, ...(cut.below ? [lowest] : [])]
  const [top = 0, bottom = 0, left = 0, right = 0] = [ys[0], ys.at(-1), xs[0], xs.at(-1)]
  const [columns, depth] = [xs.length - 1, ys.length - 1]
  // One column is a frame around words, whatever it is divided by.
  if (columns < 2 || depth < 1) return []
  /** Whether a line stands between two neighbours, about in the middle of their common side. */
  const split = (lines: readonly Line[], at: number | undefined, middle: number) =>
    lines.some(
      (line) => Math.abs(line.at - (at ?? 0)) < near && line.from < middle && line.to > middle
    )
  const mid = (list: readonly number[], i: number) => ((list[i] ?? 0) + (list[i + 1] ?? 0)) / 2
  const owner = Array.from({ length: depth }, () => new Array<string>(columns).fill(''))
  const inside: ReadGlyph[][][] = owner.map((row) => row.map(() => []))
  const taken = new Set<ReadGlyph>()
  for (const glyph of glyphs) {
    // A mark that hangs over the border belongs to the cell that its line stands in.
    const { x: start, width } = hung.get(glyph) ?? glyph
    // Words that run out of their cell are clipped, not seen in the next.
    const cell = glyph.clip && isCell(glyph.clip, xs, ys) ? glyph.clip : undefined
    const x = cell ? (cell.left + cell.right) / 2 : start + width / 2
    const y = cell ? (cell.top + cell.bottom) / 2 : middleOf(glyph)
    if (x < left || x > right || y < top || y > bottom) continue
    const column = xs.filter((at) => at <= x).length - 1
    const row = ys.filter((at) => at <= y).length - 1
    inside[row]?.[column]?.push(glyph)
    taken.add(glyph)
  }
  const rows: RawCell[][] = Array.from({ length: depth }, () => [])
  for (let r = 0; r < depth; r++) {
    for (let c = 0; c < columns; c++) {
      if (owner[r]?.[c]) continue
      let cols = 1
      while (c + cols < columns && !owner[r]?.[c + cols] && !split(down, xs[c + cols], mid(ys, r)))
        cols++
      let deep = 1
      const open = (row: number) =>
        Array.from({ length: cols }, (_, i) => i).every(
          (i) => !owner[row]?.[c + i] && !split(across, ys[row], mid(xs, c + i))
        )
      while (r + deep < depth && open(r + deep)) deep++
      const own: ReadGlyph[] = []
      for (let i = r; i < r + deep; i++) {
        for (let j = c; j < c + cols; j++) {
          const line = owner[i]
          if (line) line[j] = 'taken'
          own.push(...(inside[i]?.[j] ?? []))
        }
      }
      rows[r]?.push({
        text: textOfCell(own),
        ...(cols > 1 && { cols }),
        ...(deep > 1 && { rows: deep })
      })
    }
  }
  // The break of a page may leave one row of a table, of two cells.
  const filled = rows.flat().filter(({ text }) => text)
  return filled.length > 1 ? [{ top, bottom, rows, glyphs: taken, cut }] : []
}
