/** Where clauses and sentences begin and end, looked for from a place in the text outwards. */

/** No sentence is longer, in characters: the bound keeps pasted text without any mark from taking long. */
export const longest = 400

/** Offset behind the last of `marks` before `at`, or as far back as a sentence can reach. */
export function startOf(text: string, at: number, marks: string): number {
  let from = at
  while (from > Math.max(0, at - longest) && !marks.includes(text.charAt(from - 1))) from--
  return from
}

/** Offset of the first of `marks` from `at` on, or as far on as a sentence can reach. */
export function endOf(text: string, at: number, marks: string): number {
  let to = at
  while (to < Math.min(text.length, at + longest) && !marks.includes(text.charAt(to))) to++
  return to
}
