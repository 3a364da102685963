/** Where clauses and sentences begin and end, looked for from a place in the text outwards. */

/** Offset behind the last of `marks` before `at`; 0 where there is none. */
export function startOf(text: string, at: number, marks: string): number {
  let from = at
  while (from > 0 && !marks.includes(text.charAt(from - 1))) from--
  return from
}

/** Offset of the first of `marks` from `at` on; the end of the text where there is none. */
export function endOf(text: string, at: number, marks: string): number {
  let to = at
  while (to < text.length && !marks.includes(text.charAt(to))) to++
  return to
}
