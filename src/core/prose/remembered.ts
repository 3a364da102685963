/** Texts that one function remembers: the sections of a report and of last year's. */
const texts = 8

/**
 * The same function, which remembers its answers for the last few texts: while a number is typed the
 * prose does not change, and while one section is written the others do not.
 */
export function remembered<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const answerTo = kept(work, texts, () => 1)
  return (text) => answerTo(text)
}

/** Characters of the pieces that one function remembers: the longest text that a report may hold. */
const characters = 2_000_000

/**
 * The same for pieces of texts, a paragraph each, of which a text may have thousands: after a key only
 * the piece that it changes is worked on. Bounded by the length of the pieces together.
 */
export function rememberedPieces<Answer>(
  work: (piece: string) => Answer
): (piece: string) => Answer {
  const answerTo = rememberedPiecesWith(work)
  return (piece) => answerTo(piece)
}

/** What an answer depends on beside the piece: numbers, and words without a space. */
type Given = readonly (string | number | undefined)[]

/** The same where the answer depends on something else too. */
export const rememberedPiecesWith = <Answer, More extends Given>(
  work: (piece: string, ...given: More) => Answer
): ((piece: string, ...given: More) => Answer) =>
  kept(work, characters, (piece) => piece.length + 1)

/**
 * Answers in two generations: what is asked for again moves to the newer one, and when that is full
 * it takes the place of the older. So at most twice `room` is held, and nothing in use is forgotten.
 */
function kept<Answer, More extends Given>(
  work: (text: string, ...given: More) => Answer,
  room: number,
  sizeOf: (text: string) => number
): (text: string, ...given: More) => Answer {
  let newer = new Map<string, { readonly answer: Answer }>()
  let older = newer
  let size = 0
  return (text, ...given) => {
    const key = given.length > 0 ? `${given.join(' ')}\n${text}` : text
    const known = newer.get(key)
    if (known) return known.answer
    const entry = older.get(key) ?? { answer: work(text, ...given) }
    size += sizeOf(key)
    if (size > room && newer.size > 0) {
      older = newer
      newer = new Map()
      size = sizeOf(key)
    }
    newer.set(key, entry)
    return entry.answer
  }
}
