import { longest } from './clauses.ts'
import { remembered, rememberedPieces } from './remembered.ts'

/**
 * A text in pieces, so that after a key only the paragraph it changes is searched again, and no
 * pattern runs over a long text. A piece is a paragraph; one of more than 1,000 characters is cut
 * between its sentences, and a sentence that has no end, at its last comma.
 */

/** A piece, with its offset in the text. */
export interface Piece {
  readonly text: string
  readonly from: number
}

/** Longer paragraphs are cut; in characters. */
const paragraph = 1000
const sentence = new RegExp(
  `[^。！？]{1,${paragraph}}(?:[。！？；，、：]{1,9}[”’）》]{0,3})?|[。！？]{1,9}`,
  'g'
)

const piecesOf = remembered((text): readonly Piece[] =>
  Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: line, index }): Piece[] =>
    line.length <= paragraph ? [{ text: line, from: index }] : cut(line, index)
  )
)

function cut(line: string, offset: number): Piece[] {
  const pieces: Piece[] = []
  let [from, to] = [0, 0]
  const close = (): void => {
    if (to > from) pieces.push({ text: line.slice(from, to), from: offset + from })
    from = to
  }
  for (const { 0: words } of line.matchAll(sentence)) {
    if (to + words.length - from > paragraph) close()
    const end = to + words.length
    while (end - to > longest) {
      const comma = line.slice(to, to + longest).search(/[，、；,;][^，、；,;]*$/)
      to += comma > 0 ? comma + 1 : longest
      close()
    }
    to = end
  }
  close()
  return pieces
}

/** What is found piece by piece in a text, each place moved to where it stands in the text. */
export function byPiece<Place extends { readonly from: number }>(
  work: (piece: string) => readonly Place[]
): (text: string) => readonly Place[] {
  const inPiece = rememberedPieces(work)
  return remembered((text) =>
    piecesOf(text).flatMap(({ text: piece, from: by }) =>
      inPiece(piece).map((place) => moved(place, by))
    )
  )
}

function moved<Place extends { readonly from: number; readonly to?: number }>(
  place: Place,
  by: number
): Place {
  const { from, to } = place
  return { ...place, from: from + by, ...(to !== undefined && { to: to + by }) }
}

/** A match of a pattern, with what stands around it in its piece and where it begins in the text. */
export interface PieceMatch {
  readonly from: number
  readonly match: RegExpExecArray
}

/** All matches of a pattern with the flag g. */
export const matchesOf = (pattern: RegExp): ((text: string) => readonly PieceMatch[]) =>
  byPiece((piece) => Array.from(piece.matchAll(pattern), (match) => ({ from: match.index, match })))
