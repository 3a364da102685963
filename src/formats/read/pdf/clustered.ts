import { parseNumber } from '../../../core/numbers/chinese.ts'
import type { RawCell } from '../../../core/intake/source/raw.ts'
import { joinedLines, median, type PdfPiece } from './pieces.ts'

/**
 * Tables without lines: numbers that stand one under another are columns, and a label that runs
 * over several lines belongs to the numbers beside its middle.
 */

export interface Clustered {
  readonly rows: readonly (readonly RawCell[])[]
}

const isNumber = ({ text }: PdfPiece) => ['number', 'na'].includes(parseNumber(text).kind)
const centre = ({ left, right }: PdfPiece) => (left + right) / 2
const centreOf = (piece: PdfPiece | undefined) => (piece ? centre(piece) : 0)
/** A table has at least as many rows and columns of numbers. */
const fewest = 3
/** No label runs over more lines. */
const mostLines = 6

/** Whether a line has numbers side by side, as rows of a table have. */
export const isNumberRow = (line: readonly PdfPiece[]): boolean =>
  line.filter(isNumber).length >= fewest

/** The table that consecutive lines make up; null where their numbers do not stand in columns. */
export function clusteredTable(lines: readonly (readonly PdfPiece[])[]): Clustered | null {
  const numberRows = lines.filter(isNumberRow)
  const size = median(lines.flat().map((piece) => piece.size))
  const columns = columnsOf(numberRows.map((line) => line.filter(isNumber)))
  if (numberRows.length < fewest || columns.length < fewest) return null
  const edge = Math.min(
    ...numberRows.flatMap((line) => line.filter(isNumber)).map(({ left }) => left)
  )
  const isLabel = (piece: PdfPiece) => centre(piece) < edge && !isNumber(piece)
  const first = numberRows[0]?.[0]?.y ?? 0
  const last = numberRows.at(-1)?.[0]?.y ?? 0
  const room = size * 1.6 * (mostLines / 2)
  const labels = lines
    .flat()
    .filter((piece) => isLabel(piece) && piece.y > first - room && piece.y < last + room)
  const vertical = downward(labels, size)
  const groups = groupLabels(
    labels.filter((piece) => !vertical.includes(piece)),
    size
  )
  const own = labels.filter((piece) => !vertical.includes(piece) && !groups.flat().includes(piece))
  const ys = numberRows.map((line) => line.find(isNumber)?.y ?? 0)
  const assigned = beside(ownLines(own), ys).map((lines) => labelOf(lines.flat()))
  const heads = lines
    .filter((line) => (line[0]?.y ?? 0) < first && !isNumberRow(line))
    .map((line) => line.filter((piece) => !labels.includes(piece)).map(({ text }) => ({ text })))
  const groupAt = groups.map((group) => {
    const top = group[0]?.y ?? 0
    return { top, text: joinedLines(group.map(({ text }) => text)) }
  })
  const rows = numberRows.map((line, row): RawCell[] => {
    const from = ys[row - 1] ?? -Infinity
    const leads = groupAt.filter(({ top }) => top > from && top <= (ys[row] ?? 0) + size / 2)
    const cells = columns.map((at) => {
      const there = line.filter(
        (piece) => piece.right > edge - 1 && nearest(columns, centre(piece)) === at
      )
      return { text: there.map(({ text }) => text).join(' ') }
    })
    return [...leads.map(({ text }) => ({ text })), { text: assigned[row] ?? '' }, ...cells]
  })
  const caption = vertical.length ? [[{ text: vertical.map(({ text }) => text).join('') }]] : []
  return { rows: [...heads.filter((row) => row.length), ...caption, ...rows] }
}

const nearest = (places: readonly number[], x: number): number | undefined =>
  places.reduce<number | undefined>(
    (best, at) => (best === undefined || Math.abs(at - x) < Math.abs(best - x) ? at : best),
    undefined
  )

/** The middles of columns, by the rows with the most numbers. */
function columnsOf(rows: readonly (readonly PdfPiece[])[]): number[] {
  const count = Math.max(0, ...rows.map(({ length }) => length))
  const full = rows.filter(({ length }) => length === count)
  return Array.from({ length: count }, (_, i) => median(full.map((row) => centreOf(row[i]))))
}

/** Single characters one under another: 三、本年度办理结果. */
function downward(labels: readonly PdfPiece[], size: number): PdfPiece[] {
  const single = labels.filter(({ text }) => [...text].length === 1)
  const stack = single.filter(
    (piece) => single.filter((one) => Math.abs(centre(one) - centre(piece)) < size / 2).length >= 3
  )
  return stack.sort((a, b) => a.y - b.y)
}

/** Labels of groups stand left of the labels of rows; each with the lines that it runs over. */
function groupLabels(labels: readonly PdfPiece[], size: number): PdfPiece[][] {
  const marked = labels.filter(({ text }) => /^[（(][一二三四五六]/.test(text))
  const inner = labels.filter(({ text }) => /^\d{1,2}\s*[.．、]/.test(text))
  const left = median(inner.map((piece) => piece.left))
  const starts = marked.filter((piece) => inner.length > 2 && piece.right < left + size / 2)
  return starts.map((start) => {
    const group = [start]
    for (const piece of labels) {
      const last = group.at(-1) ?? start
      const below = piece.y > last.y && piece.y - last.y < size * 2
      if (below && piece.right < left + size / 2 && !marked.includes(piece)) group.push(piece)
    }
    return group
  })
}

/** The lines of labels, from the top. */
function ownLines(labels: readonly PdfPiece[]): PdfPiece[][] {
  const lines: PdfPiece[][] = []
  for (const piece of [...labels].sort((a, b) => a.y - b.y)) {
    const last = lines.at(-1)
    if (last && piece.y - (last[0]?.y ?? 0) < piece.size * 0.4) last.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left))
}

const numbering = /^(?:[一二三四]、|[（(][一二三四五六七][）)]|\d{1,2}\s*[.．、])/

const close = /^[\u4e00-\u9fa5]{1,4}(?=\d{1,2}[.．、])/

/** From the last piece with a numbering on; what ends left of it belongs to the label of a group. */
function labelOf(given: readonly PdfPiece[]): string {
  // The label of a group may stand so close that it seems to be one with the row's.
  const pieces = given.map((piece) => ({ ...piece, text: piece.text.replace(close, '') }))
  const from = pieces.reduce((at, { text }, i) => (numbering.test(text) ? i : at), 0)
  const start = pieces[from]
  return joinedLines(
    pieces
      .slice(from)
      .filter((piece) => piece === start || piece.right > (start?.left ?? 0))
      .map(({ text }) => text)
  )
}

/**
 * Deals the lines of labels out to rows in order, so that each row's numbers stand beside the
 * middle of its lines: the least sum of distances, found row by row.
 */
function beside(
  lines: readonly (readonly PdfPiece[])[],
  ys: readonly number[]
): (readonly PdfPiece[])[][] {
  /** For each number of lines used, the least cost of the rows so far and how many the last took. */
  let costs = Array.from({ length: lines.length + 1 }, (_, used) => (used === 0 ? 0 : Infinity))
  const takes: number[][] = []
  for (const y of ys) {
    const take = costs.map(() => 0)
    const next = costs.map((_, used) => {
      let best = Infinity
      for (let count = 0; count <= Math.min(mostLines, used); count++) {
        const own = lines.slice(used - count, used)
        const middle = own.reduce((sum, [piece]) => sum + (piece?.y ?? 0), 0) / count
        const cost = (costs[used - count] ?? Infinity) + (count ? Math.abs(middle - y) : 40)
        if (cost < best) [best, take[used]] = [cost, count]
      }
      return best
    })
    takes.push(take)
    costs = next
  }
  let used = costs.reduce((best, cost, i) => (cost < Infinity ? i : best), 0)
  const result: (readonly PdfPiece[])[][] = []
  for (const take of takes.reverse()) {
    const count = take[used] ?? 0
    result.unshift(lines.slice(used - count, used))
    used -= count
  }
  return result
}
