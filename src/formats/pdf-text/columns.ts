import type { Item } from './page-blocks.ts'
import { isNumberRow } from './clustered.ts'
import { median, textOf, type Piece } from './pieces.ts'

/** Where the lines of a page begin and end, and pages that are set in two columns. */

/** Left and right ends of the lines of a column, in points. */
export interface Margins {
  readonly left: number
  readonly right: number
}

type Line = Extract<Item, { kind: 'line' }>

/** A line with fewer letters tells nothing about the margins. */
const wordy = 12
/** Lines that must stand beside one another for two columns. */
const fewest = 4
const letters = (pieces: readonly Piece[]) => [...textOf(pieces)].length

/** The margins that these lines keep to; null where there are too few to tell. */
export function marginsOf(lines: readonly (readonly Piece[])[]): Margins | null {
  const long = lines.filter((pieces) => letters(pieces) >= wordy)
  if (long.length < fewest) return null
  const ends = long.map((pieces) => pieces.at(-1)?.right ?? 0).sort((a, b) => b - a)
  // One line may reach further than all others, hung with a mark or set by itself.
  return { left: median(long.map((pieces) => pieces[0]?.left ?? 0)), right: ends[1] ?? 0 }
}

/** The lines of a page in the order in which they are read: one column after the other. */
export function inReadingOrder(items: readonly Item[]): Item[] {
  const result: Item[] = []
  let stretch: Line[] = []
  const close = () => {
    result.push(...ordered(stretch))
    stretch = []
  }
  for (const item of items) {
    if (item.kind === 'line') stretch.push(item)
    else {
      close()
      result.push(item)
    }
  }
  close()
  return result
}

function ordered(lines: readonly Line[]): readonly Line[] {
  const gutter = gutterOf(lines)
  if (gutter === null) return lines
  const crosses = ({ pieces }: Line) =>
    pieces.some(({ left, right }) => left < gutter && right > gutter)
  const result: Line[] = []
  let band: Line[] = []
  const close = () => {
    const sides = [
      (piece: Piece) => piece.right <= gutter,
      (piece: Piece) => piece.right > gutter
    ].map((own) => band.map((line) => ({ ...line, pieces: line.pieces.filter(own) })))
    const filled = sides.map((side) => side.filter(({ pieces }) => pieces.length))
    const both = band.filter((_, i) => sides.every((side) => side[i]?.pieces.length)).length
    if (both < fewest) result.push(...band)
    else {
      for (const side of filled) {
        const margins = marginsOf(side.map(({ pieces }) => pieces))
        result.push(...side.map((line) => ({ ...line, ...(margins && { margins }) })))
      }
    }
    band = []
  }
  for (const line of lines) {
    if (!crosses(line)) {
      band.push(line)
      continue
    }
    close()
    result.push(line)
  }
  close()
  return result
}

/** The middle of the gap that parts two columns of prose; null where there is none. */
function gutterOf(lines: readonly Line[]): number | null {
  const gaps = lines.flatMap(({ pieces }) => {
    const [first, second, third] = pieces
    if (!first || !second || third || isNumberRow(pieces)) return []
    if (letters([first]) < wordy / 2 || letters([second]) < wordy / 2) return []
    return [(first.right + second.left) / 2]
  })
  const middle = median(gaps)
  const there = gaps.filter((gap) => Math.abs(gap - middle) < 20).length
  return there >= fewest && there > gaps.length / 2 ? middle : null
}
