/** How alike two texts are. */
export interface Similarity {
  /** Share of pairs of characters that both have (Dice), without white space and digits: 0 to 1. */
  readonly share: number
  /** Whether nothing but figures was changed. */
  readonly onlyNumbers: boolean
}

/**
 * Compares two texts, and remembers the answers of the last few: while one section is written the
 * others do not change, and nobody wants to compare them again on every key.
 */
export function similarity(a: string, b: string): Similarity {
  const known = answers.find((answer) => answer.a === a && answer.b === b)
  if (known) return known.is
  const [left, right] = [a, b].map((text) => text.replace(/[\s\d]/g, ''))
  const is = { share: dice(left ?? '', right ?? ''), onlyNumbers: a !== b && left === right }
  answers.unshift({ a, b, is })
  answers.length = Math.min(answers.length, 8)
  return is
}

const answers: { a: string; b: string; is: Similarity }[] = []

function dice(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0
  const counts = new Map<string, number>()
  for (let i = 1; i < a.length; i++) {
    const pair = a.slice(i - 1, i + 1)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let i = 1; i < b.length; i++) {
    const pair = b.slice(i - 1, i + 1)
    const left = counts.get(pair) ?? 0
    if (left > 0) {
      shared++
      counts.set(pair, left - 1)
    }
  }
  return (2 * shared) / (a.length + b.length - 2)
}
