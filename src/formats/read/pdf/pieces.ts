import type { ReadGlyph } from './operators.ts'

/** Characters put together again: lines, and in a line the pieces between wide gaps. */

/** Characters that stand together on one line. */
export interface PdfPiece {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The baseline, from the page's top. */
  readonly y: number
  readonly size: number
}

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Where the middle of the letters is, above the baseline. */
export const middleOf = ({ y, size }: Pick<ReadGlyph, 'y' | 'size'>): number => y - size * 0.35

/** The characters by line, from the top; small digits raised a little stay on their line. */
export function glyphLines(glyphs: readonly ReadGlyph[]): ReadGlyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)
  const lines: ReadGlyph[][] = []
  let base = 0
  for (const glyph of sorted) {
    const last = lines.at(-1)
    if (last && glyph.y - base < Math.min(glyph.size, last[0]?.size ?? 0) * 0.4) last.push(glyph)
    else {
      lines.push([glyph])
      base = glyph.y
    }
  }
  return lines.map((line) => unrepeated(line.sort((a, b) => a.x - b.x)))
}

/** Bold that is made by painting the same character twice, a hair apart. */
const unrepeated = (line: readonly ReadGlyph[]): ReadGlyph[] =>
  line.filter((glyph, i) => {
    const before = line[i - 1]
    return !(before?.text === glyph.text && glyph.x - before.x < glyph.size * 0.15)
  })

const isDigit = (text: string) => /^\d$/.test(text)
const isNarrow = (text: string) => /^[\x21-\x7e]$/.test(text)

const gapsOf = (line: readonly ReadGlyph[]): number[] =>
  line.slice(1).map((glyph, i) => glyph.x - (line[i]?.x ?? 0) - (line[i]?.width ?? 0))

/** So many letters show whether all of a line stand apart. */
const fewestSpread = 8

/** The pieces of a line; a gap of `apart` letters parts them. */
export function piecesOf(line: readonly ReadGlyph[], apart: number): PdfPiece[] {
  const pieces: PdfPiece[] = []
  const spread = line.length < fewestSpread ? 0 : Math.max(0, median(gapsOf(line)))
  for (const glyph of line) {
    const last = pieces.at(-1)
    const gap = last ? glyph.x - last.right : 0
    const right = glyph.x + glyph.width
    // Columns of numbers may stand closer than a letter is wide; a space in a number is narrower.
    const digits = apart < 1 && isDigit(glyph.text) && isDigit(last?.text.at(-1) ?? '')
    if (last && gap < glyph.size * (digits ? 0.35 : apart)) {
      // Between two Chinese characters a gap is the justification of the line.
      const wide = isNarrow(glyph.text) && isNarrow(last.text.at(-1) ?? '')
      const space = gap - spread > glyph.size * (wide ? 0.18 : 0.9) ? ' ' : ''
      pieces[pieces.length - 1] = { ...last, text: last.text + space + glyph.text, right }
    } else pieces.push({ text: glyph.text, left: glyph.x, right, y: glyph.y, size: glyph.size })
  }
  return pieces
}

/** Closing marks, which programs hang into the margin where a line has no room for them. */
const closing = /^[。．，、；：！？）》」』】〕”’…]+$/

/**
 * The pieces of a line as one text. Wide gaps are kept, but not before a mark that hangs, nor where
 * every letter is a piece of its own: such a line is only spread over its width.
 */
export function textOfPieces(pieces: readonly PdfPiece[]): string {
  const single = pieces.filter(({ text }) => /^\P{ASCII}$/u.test(text)).length
  const spread = pieces.length > 3 && single > pieces.length * 0.6
  const gap = spread ? '' : pieces.length > 2 ? '   ' : ' '
  return pieces.reduce(
    (text, piece) => text + (text && !closing.test(piece.text) ? gap : '') + piece.text,
    ''
  )
}

/** Whether a line has nothing but marks that close the line before it. */
export const isHung = (pieces: readonly PdfPiece[]): boolean =>
  pieces.length > 0 && pieces.every(({ text }) => closing.test(text))

/** Closing marks, each with the letter right before it on its line, as far as there is one. */
export function hungMarks(glyphs: readonly ReadGlyph[]): ReadonlyMap<ReadGlyph, ReadGlyph> {
  const marks = new Map<ReadGlyph, ReadGlyph>()
  for (const line of glyphLines(glyphs)) {
    line.forEach((glyph, i) => {
      const before = line[i - 1]
      const gap = before ? glyph.x - before.x - before.width : Infinity
      if (before && closing.test(glyph.text) && gap < glyph.size / 2) {
        marks.set(glyph, marks.get(before) ?? before)
      }
    })
  }
  return marks
}

/** Lines of one cell or paragraph as one text; digits over digits do not become one number. */
export const joinedLines = (lines: readonly string[]): string =>
  lines.reduce((text, line) => {
    if (!text) return line
    const numbers = /[\d.,]$/.test(text) && /^[\d.,]/.test(line)
    const words = /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line)
    return text + (numbers ? '\n' : words ? ' ' : '') + line
  }, '')

/** The text of a cell, line by line. */
export const textOfCell = (glyphs: readonly ReadGlyph[]): string =>
  joinedLines(
    glyphLines(glyphs).map((line) =>
      piecesOf(line, Infinity)
        .map(({ text }) => text)
        .join('')
    )
  )
