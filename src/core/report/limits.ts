/**
 * How large a report may be. The largest real ones hold some 30 thousand characters and a few hundred
 * platform figures. What was pasted by mistake is kept all the same, a novel of a million characters
 * too; what is far beyond would hold up every screen that looks at it. The lengths of single texts and lists stand in the schema (report.ts).
 */

/** Characters of one section, and entries of one list. */
export const longestText = 1_500_000
export const longestList = 5_000

/** `depth`: nested deeper than any report; `size`: too many values, or characters in all of them. */
export type Excess = 'depth' | 'size'

const deepest = 32
const mostValues = 500_000
const mostCharacters = 16_000_000

/** What a value from a file has too much of. Looks at each part once, without recursion. */
export function excessOf(data: unknown): Excess | undefined {
  let values = 0
  let characters = 0
  let level: unknown[] = [data]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return 'depth'
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value === 'string') characters += value.length
      else if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
          values++
          characters += key.length
          next.push(inner)
        }
      }
    }
    if (values > mostValues || characters > mostCharacters) return 'size'
    level = next
  }
  return undefined
}
