/** A sentence of some kind, and what is to be found in it. */
export interface Wording {
  readonly kind: string
  readonly text: string
  readonly expected: string
}

/** Sentences by kind, each on a line of its own before a bar and what is to be found in it. */
export const wordingsOf = (kinds: Readonly<Record<string, string>>): Wording[] =>
  Object.entries(kinds).flatMap(([kind, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((part) => part.trim()))
      .map(([text = '', expected = '']) => ({ kind, text, expected }))
  )
