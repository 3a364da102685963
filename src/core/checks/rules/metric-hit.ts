import { figureText } from '../../platforms/figure.ts'
import type { Metric } from '../../report/report.ts'
import type { Facts, Hit } from '../../findings/rule.ts'

/** What every finding at a platform's figure tells of it; `stated` as it is printed. */
export interface AtFigure {
  readonly name: string
  readonly year: number
  readonly stated: string
}

/** Something found at a platform's figure, with what else its sentence says. */
export const hitAt = <More extends object>(metric: Metric, more: More): Hit<AtFigure & More> => ({
  at: { kind: 'metric', id: metric.id },
  params: { name: metric.name, year: metric.year, stated: figureText(metric), ...more }
})

/** The same check, which remembers what it found in the facts last looked at: charts ask again. */
export function once<Params>(
  check: (facts: Facts) => Hit<Params>[]
): (facts: Facts) => Hit<Params>[] {
  let last: { readonly facts: Facts; readonly hits: Hit<Params>[] } | undefined
  return (facts) => {
    if (last?.facts !== facts) last = { facts, hits: check(facts) }
    return last.hits
  }
}
