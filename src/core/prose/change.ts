/** One stretch of a text replaced. Offsets are into the text before. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * The smallest single change that makes one text of another; undefined where they are the same. A
 * character of two code units is never cut.
 */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  if (isHigh(before, from - 1) || isHigh(after, from - 1)) from--
  let end = 0
  while (end < shorter - from && before[before.length - 1 - end] === after[after.length - 1 - end])
    end++
  if (isLow(before, before.length - end) || isLow(after, after.length - end)) end--
  end = Math.max(0, end)
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) }
}

const isHigh = (text: string, at: number): boolean => /[\uD800-\uDBFF]/.test(text.charAt(at))
const isLow = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at))
