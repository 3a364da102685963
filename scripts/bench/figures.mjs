// @ts-check
/**
 * A measured figure.
 *
 * @typedef {object} Figure
 * @property {string} what
 * @property {number} ms
 * @property {number} [aim] what we want it to stay under, in milliseconds
 * @property {string} [note]
 */

/**
 * The value below which a share of the samples lies.
 *
 * @param {readonly number[]} samples in any order
 * @param {number} share 0.5 for the median, 0.95 for p95
 */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}
