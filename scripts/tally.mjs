// @ts-check
/**
 * What one step of `npm test` came to. A step that runs no tests of its own counts as one.
 *
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Counts a step.
 *
 * @param {boolean} ok whether the command ended well
 * @param {unknown} report the JSON report of Vitest or Playwright; undefined for other steps
 * @returns {Count}
 */
export function countOf(ok, report) {
  const { passed, failed, skipped } = read(report)
  const none = passed + failed === 0
  return {
    passed: passed + (none && ok ? 1 : 0),
    // A command that failed without a failing test (a file that does not load) still failed.
    failed: failed + (failed === 0 && !ok ? 1 : 0),
    skipped
  }
}

/**
 * @param {unknown} report
 * @returns {Count}
 */
function read(report) {
  const found = /** @type {Record<string, any>} */ (report ?? {})
  // Playwright: a flaky test failed once and passed later; here nothing is tried twice.
  const { expected, unexpected, flaky, skipped } = found['stats'] ?? {}
  return {
    passed: found['numPassedTests'] ?? expected ?? 0,
    failed: found['numFailedTests'] ?? (unexpected ?? 0) + (flaky ?? 0),
    skipped: found['numPendingTests'] ?? skipped ?? 0
  }
}

/**
 * The closing table and, as its last line, `N passed, N failed`.
 *
 * @param {readonly (Count & { name: string, seconds: number, why?: string })[]} steps
 * @returns {string}
 */
export function summaryOf(steps) {
  const width = Math.max(...steps.map(({ name }) => name.length))
  const line = (/** @type {string} */ name, /** @type {(string | number)[]} */ ...cells) =>
    `  ${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(9)).join('')}`
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    steps.reduce((total, step) => total + step[key], 0)
  return [
    line('', 'passed', 'failed', 'skipped', 'seconds'),
    ...steps.map(
      ({ name, passed, failed, skipped, seconds, why }) =>
        line(name, passed, failed, skipped, seconds.toFixed(0)) + (why ? `  ${why}` : '')
    ),
    '',
    `${sum('passed')} passed, ${sum('failed')} failed`
  ].join('\n')
}
