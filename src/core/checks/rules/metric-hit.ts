import { figureText } from '../../platforms/figure.ts'
import type { Metric } from '../../report/report.ts'
import type { Facts, Hit } from '../../findings/rule.ts'

/** Something found at a platform's figure, with what its sentence says of it. */
export const hitAt = (metric: Metric, params: Hit['params'] = {}): Hit => ({
  at: { kind: 'metric', id: metric.id },
  params: { name: metric.name, year: metric.year, stated: figureText(metric), ...params }
})

/** The same check, which remembers what it found in the facts last looked at: charts ask again. */
export function once(check: (facts: Facts) => Hit[]): (facts: Facts) => Hit[] {
  let last: { readonly facts: Facts; readonly hits: Hit[] } | undefined
  return (facts) => {
    if (last?.facts !== facts) last = { facts, hits: check(facts) }
    return last.hits
  }
}
