import type { Metric } from '../report/report.ts'
import { metricKindOf } from './kinds.ts'

/** Figures that cannot be, whatever stands beside them. */

/** What is counted one by one. */
const counted = /^(?:条|个|次|人次|人|件|期|场|篇|项|册|份|户|家|位|名)$/

/** More people than live in the country; more of anything than a platform of the state has had. */
const mostHeads = 1.5e9
const mostOfAll = 1e12

/** `fraction`: half a thing; `share`: a share of more than all; `huge`: more than there can be. */
export type Oddity = 'fraction' | 'share' | 'huge'

/** What is odd about a figure by itself; undefined where nothing is. */
export function oddValue(
  metric: Pick<Metric, 'key' | 'name' | 'value' | 'unit'>
): Oddity | undefined {
  const { key, name, value, unit } = metric
  if (value === null) return undefined
  if (unit === '%' || unit === '％') {
    // Growth may be more than double.
    return value > 100 && !/增|同比|环比|比上年/.test(name) ? 'share' : undefined
  }
  const size = Math.abs(value)
  if (size > (metricKindOf(key)?.heads ? mostHeads : mostOfAll)) return 'huge'
  return counted.test(unit) && !Number.isInteger(value) ? 'fraction' : undefined
}
