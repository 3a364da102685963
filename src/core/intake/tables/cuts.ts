/** Cutting a run of digits into the numbers of a row. */

/** More steps than this, and the digits are too many to be cut. */
const mostSteps = 200_000
/** No number of a report has more digits. */
const longest = 8

/**
 * Every way to cut digits into groups of `sizes` numbers of which the last is the sum of the others,
 * none with a 0 in front. Without sums (`summed` false) every way there is. Null where there are too
 * many to look through.
 */
export function cuts(
  digits: string,
  sizes: readonly number[],
  summed = true
): (readonly number[])[] | null {
  const count = sizes.reduce((sum, size) => sum + size, 0)
  const ends = new Set(sizes.map((_, i) => sizes.slice(0, i + 1).reduce((a, b) => a + b, 0) - 1))
  const found: (readonly number[])[] = []
  const taken: number[] = []
  let steps = 0
  const step = (from: number, sum: number): boolean => {
    if (++steps > mostSteps) return false
    const left = count - taken.length
    const rest = digits.length - from
    if (left === 0) {
      if (rest === 0) found.push([...taken])
      return true
    }
    if (rest < left || rest > left * longest) return true
    const last = summed && ends.has(taken.length)
    const lengths = digits[from] === '0' ? [1] : range(Math.min(longest, rest - left + 1))
    for (const length of lengths) {
      const value = Number(digits.slice(from, from + length))
      if (last && value !== sum) continue
      taken.push(value)
      const whole = step(from + length, last ? 0 : sum + value)
      taken.pop()
      if (!whole) return false
    }
    return true
  }
  return step(0, 0) ? found : null
}

const range = (to: number): number[] => Array.from({ length: to }, (_, i) => i + 1)
