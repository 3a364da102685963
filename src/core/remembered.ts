/** As many texts as one report has, and those of last year's. */
const texts = 8

/**
 * The same function, which remembers its answers for the last few texts: while a number is typed the
 * prose does not change, and while one section is written the others do not.
 */
export const remembered = <Answer>(work: (text: string) => Answer): ((text: string) => Answer) =>
  kept(work, ({ size }) => size > texts)

/** Characters of all pieces that one function remembers: several reports' whole prose. */
const characters = 1_000_000

/**
 * The same for pieces of texts, a paragraph or a line each, of which a text may have thousands: a
 * key costs the piece that it changes. Bounded by what the pieces are long.
 */
export const rememberedPieces = <Answer>(
  work: (piece: string) => Answer
): ((piece: string) => Answer) => kept(work, ({ length }) => length > characters)

/** Answers by their text, the one used longest ago first; it goes first when there is too much. */
function kept<Answer>(
  work: (text: string) => Answer,
  full: (all: { readonly size: number; readonly length: number }) => boolean
): (text: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>()
  let length = 0
  return (text) => {
    const known = answers.get(text)
    const entry = known ?? { answer: work(text) }
    if (known) answers.delete(text)
    else length += text.length
    answers.set(text, entry)
    for (const [oldest] of answers) {
      if (answers.size === 1 || !full({ size: answers.size, length })) break
      answers.delete(oldest)
      length -= oldest.length
    }
    return entry.answer
  }
}
