import { parseNumber } from '../../numbers/chinese.ts'
import type { RawCell } from './raw.ts'

/** A line as cells: its words up to the first number, then number by number. */
export function cellsOfLine(text: string, from?: number): RawCell[] {
  const cells: { text: string; start: number; end: number; number: boolean }[] = []
  for (const match of text.matchAll(/\S+/g)) {
    const [piece] = match
    const kind = parseNumber(piece).kind
    const number = kind === 'number' || kind === 'na' || /^\d+\.\d+$/.test(piece)
    const last = cells.at(-1)
    const end = match.index + piece.length
    // Columns stand two spaces apart or more; a single space may be part of a label. A number at the
    // beginning, with words right behind it, is a numbering.
    const near = last !== undefined && match.index - last.end === 1
    const numbering = cells.length === 1 && /^\d{1,2}$/.test(last?.text ?? '')
    if (near && !number && (!last.number || numbering)) {
      cells[cells.length - 1] = { ...last, text: `${last.text} ${piece}`, end, number: false }
    } else cells.push({ text: piece, start: match.index, end, number })
  }
  return cells.map(({ text: cell, start, end }) => ({
    text: cell,
    ...(from !== undefined && { at: { from: from + start, to: from + end } })
  }))
}
