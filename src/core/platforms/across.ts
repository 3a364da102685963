import type { Metric } from '../report/report.ts'
import { shortNumber } from './change.ts'
import { metricKindOf } from './kinds.ts'

/**
 * Figures of one meaning together, as they would be printed. A sum of figures of which one is 约 or
 * 余 is 约. Empty where there is nothing to add: no figures, averages, different units.
 */
export function togetherText(figures: readonly (Metric | undefined)[]): string {
  const known = figures.flatMap((one) => (one?.value == null ? [] : [{ ...one, value: one.value }]))
  const [first] = known
  if (!first || metricKindOf(first.key)?.average || known.some(({ unit }) => unit !== first.unit))
    return ''
  const sum = known.reduce((total, { value }) => total + value, 0)
  return `${known.some(({ qualifier }) => qualifier) ? '约' : ''}${shortNumber(sum)}`
}
