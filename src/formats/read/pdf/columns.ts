import { isHeading } from '../../../core/intake/source/headings.ts'
import { isNumberRow } from './clustered.ts'
import type { Margins, PlacedItem } from './items.ts'
import { median, textOfPieces, type PdfPiece } from './pieces.ts'

/** Where the lines of a page begin and end, and pages that are set in two columns. */

type Line = Extract<PlacedItem, { kind: 'line' }>

/** A line with fewer letters tells nothing about the margins. */
const wordy = 12
/** Lines that must stand beside one another for two columns. */
const fewest = 3
const letters = (pieces: readonly PdfPiece[]) => [...textOfPieces(pieces)].length

/** The margins that these lines keep to; null where there are too few to tell. */
export function marginsOf(lines: readonly (readonly PdfPiece[])[]): Margins | null {
  const long = lines.filter((pieces) => letters(pieces) >= wordy)
  if (long.length <= fewest) return null
  const starts = long.map((pieces) => pieces[0]?.left ?? 0).sort((a, b) => a - b)
  const ends = long.map((pieces) => pieces.at(-1)?.right ?? 0).sort((a, b) => b - a)
  // One line may reach further than all others, hung with a mark or set by itself.
  return { left: starts[1] ?? 0, right: ends[1] ?? 0 }
}

/** The lines of all pages in the order in which they are read: one column after the other. */
export function inReadingOrder(pages: readonly (readonly PlacedItem[])[]): PlacedItem[] {
  // A few lines alone do not tell; those of other pages may.
  const known = gutterOf(pages.flat().filter(isLine))
  return pages.flatMap((items) => {
    const result: PlacedItem[] = []
    let stretch: Line[] = []
    const close = () => {
      result.push(...ordered(stretch, gutterOf(stretch) ?? known))
      stretch = []
    }
    for (const item of items) {
      if (isLine(item)) stretch.push(item)
      else {
        close()
        result.push(item)
      }
    }
    close()
    return result
  })
}

const isLine = (item: PlacedItem): item is Line => item.kind === 'line'

function ordered(lines: readonly Line[], gutter: number | null): readonly Line[] {
  if (gutter === null) return lines
  const crosses = ({ pieces }: Line) =>
    pieces.some(({ left, right }) => left < gutter && right > gutter)
  const result: Line[] = []
  let band: Line[] = []
  const close = () => {
    const sides = [
      (piece: PdfPiece) => piece.right <= gutter,
      (piece: PdfPiece) => piece.right > gutter
    ].map((own) => band.map((line) => ({ ...line, pieces: line.pieces.filter(own) })))
    const filled = sides.map((side) => side.filter(({ pieces }) => pieces.length))
    const beside = band.map((_, i) =>
      Math.min(...sides.map((side) => letters(side[i]?.pieces ?? [])))
    )
    // One line will do where both of its halves are as long as a column.
    const both = beside.filter((count) => count > 0).length > 1 || Math.max(...beside) >= wordy
    if (!both) result.push(...band)
    else {
      for (const side of filled) {
        const pieces = side.map((line) => line.pieces)
        const margins = marginsOf(pieces) ?? {
          left: Math.min(...pieces.map(([first]) => first?.left ?? Infinity)),
          right: Math.max(...pieces.map((line) => line.at(-1)?.right ?? 0))
        }
        result.push(...side.map((line) => ({ ...line, margins })))
      }
    }
    band = []
  }
  for (const [i, line] of lines.entries()) {
    if (crosses(line)) {
      close()
      result.push(line)
      continue
    }
    // Where the columns end together, what follows is again as wide as the page; one of them may be
    // a line longer.
    const ended = lines.slice(Math.max(0, i - 2), i).some(({ pieces }) => pieces.length > 1)
    if (ended && line.pieces.length === 1 && isHeading(textOfPieces(line.pieces))) close()
    band.push(line)
  }
  close()
  return result
}

/** Where the second of two columns of prose begins; null where there is none. */
function gutterOf(lines: readonly Line[]): number | null {
  const starts = lines.flatMap(({ pieces }) => {
    const [first, second, third] = pieces
    if (!first || !second || third || isNumberRow(pieces)) return []
    return letters([first]) < wordy / 2 || letters([second]) < wordy / 2 ? [] : [second]
  })
  const middle = median(starts.map(({ left }) => left))
  // The first line of a paragraph begins two letters further in.
  const there = starts.filter(({ left, size }) => Math.abs(left - middle) < size * 2.5)
  if (there.length < fewest || there.length * 2 < starts.length) return null
  return Math.min(...there.map(({ left }) => left)) - 1
}
