import { shortNumber } from '../numbers/short-number.ts'
import type { Metric } from '../report/report.ts'
import { metricKindOf } from './kinds.ts'

/** Figures beside each other: of two years, of several platforms. */

/** How a figure stands to last year's. Exact only where both figures are. */
export interface FigureChange {
  /** `share`: in percent of last year's; `amount`: in single units. */
  readonly kind: 'share' | 'amount'
  readonly by: number
  readonly about: boolean
}

/**
 * What flows through a year is compared in percent, what stands at its end or has come together
 * since the beginning by the difference. Undefined where one of the two is missing, and for a
 * percentage of 0.
 */
export function changeOf(
  now: Metric | undefined,
  last: Metric | undefined
): FigureChange | undefined {
  if (now?.value == null || last?.value == null) return undefined
  const about = now.qualifier !== '' || last.qualifier !== ''
  const by = now.value - last.value
  if (now.period !== 'year') return { kind: 'amount', by, about }
  if (last.value <= 0) return undefined
  return { kind: 'share', by: Math.round((by / last.value) * 1000) / 10, about }
}

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
