import type { RawCell, SourceSpan } from '../../core/intake/source/raw.ts'

/** Writes down the text of a source as it is shown for review, and tells where each piece went. */
export interface ShownText {
  readonly line: (text: string) => SourceSpan
  readonly cells: (row: readonly RawCell[]) => RawCell[]
  readonly text: () => string
}

export function shown(): ShownText {
  const pieces: string[] = []
  let length = 0
  const push = (text: string): SourceSpan => {
    const at = { from: length, to: length + text.length }
    pieces.push(text)
    length = at.to
    return at
  }
  const ended = (text: string, end: string) => {
    const at = push(text)
    push(end)
    return at
  }
  return {
    line: (text) => ended(text, '\n'),
    cells: (row) =>
      row.map((cell, i) => {
        const at = ended(cell.text.replace(/\s+/g, ' '), i + 1 < row.length ? '\t' : '\n')
        return { ...cell, at }
      }),
    text: () => pieces.join('')
  }
}
