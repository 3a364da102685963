/**
 * How long the words of a chart are. Fonts differ, and none is at hand when pages are planned: Han
 * characters take an em, the others about what the widest of common fonts gives them.
 */

/** Distance of two lines, in em. */
export const leading = 1.2

/** A text in lines. */
export type Lines = readonly string[]

const widthOf = (char: string): number =>
  char >= '\u0370' ? 1 : /[A-Z@%&—·×]/.test(char) ? 0.78 : 0.58

/** The length of a text in em. */
export const emOf = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + widthOf(char), 0)

/** The length of the longest, in em. */
export const longestEm = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, emOf(text)), 0)

/** The text in lines of at most so many em and about equal, so that no character stands alone. */
export function wrapped(text: string, most: number): string[] {
  const all = emOf(text)
  for (let count = Math.max(1, Math.ceil(all / most)); ; count++) {
    // A line may end an em early.
    const lines = filledLines(text, Math.min(most, all / count + 1))
    if (lines.length <= count) return lines
  }
}

function filledLines(text: string, em: number): string[] {
  const lines = ['']
  let room = em
  for (const char of text) {
    const width = widthOf(char)
    if (width > room && lines.at(-1) !== '') {
      lines.push('')
      room = em
    }
    lines[lines.length - 1] += char
    room -= width
  }
  return lines
}
