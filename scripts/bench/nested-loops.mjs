// @ts-check
/**
 * What anybody would write first: loops over rows and columns, each sum by name. It stands here as
 * the measure for the arithmetic rules, which know nothing of rows and columns.
 */
const columns = ['natural', 'commercial', 'research', 'welfare', 'legal', 'otherOrg', 'total']
const outcomes = {
  '': ['granted', 'partlyGranted'],
  'refused.': [
    'stateSecret',
    'lawForbids',
    'safety',
    'thirdParty',
    'internal',
    'process',
    'caseFile',
    'query'
  ],
  'unavailable.': ['notHeld', 'needsMaking', 'unclear'],
  'declined.': ['petition', 'repeat', 'publication', 'excessive', 'confirm'],
  'other.': ['notCorrected', 'feeUnpaid', 'other']
}
const rows = [
  'received',
  'carriedIn',
  ...Object.entries(outcomes).flatMap(([group, list]) => list.map((row) => group + row)),
  'handled',
  'carriedOut'
]

/**
 * @param {import('../../src/core/report/report.ts').Report} report
 * @returns {string[]} a sentence for every sum that does not hold
 */
export function nestedLoops(report) {
  const faults = []
  const cells = /** @type {Readonly<Record<string, number | null>>} */ (report.cells)
  const at = (/** @type {string} */ row, /** @type {string} */ column) =>
    cells[`requests.${row}.${column}`] ?? 0
  for (const row of rows) {
    let sum = 0
    for (const column of columns) if (column !== 'total') sum += at(row, column)
    if (sum !== at(row, 'total')) faults.push(`${row}: ${sum} ≠ ${at(row, 'total')}`)
  }
  for (const column of columns) {
    let sum = 0
    for (const [group, list] of Object.entries(outcomes)) {
      for (const row of list) sum += at(group + row, column)
    }
    if (sum !== at('handled', column)) faults.push(`${column}: ${sum} ≠ ${at('handled', column)}`)
    const into = at('received', column) + at('carriedIn', column)
    const out = at('handled', column) + at('carriedOut', column)
    if (into !== out) faults.push(`${column}: ${into} ≠ ${out}`)
  }
  for (const kind of ['review', 'direct', 'afterReview']) {
    let sum = 0
    for (const outcome of ['upheld', 'corrected', 'other', 'pending']) {
      sum += cells[`remedies.${kind}.${outcome}`] ?? 0
    }
    const total = cells[`remedies.${kind}.total`] ?? 0
    if (sum !== total) faults.push(`${kind}: ${sum} ≠ ${total}`)
  }
  return faults
}
