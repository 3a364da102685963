import type { Metric, Report } from '../report.ts'
import { added, intervalOf, meet, reaches } from './interval.ts'
import { figureAt, linesOf, type Line } from './lines.ts'

/**
 * What must be equal among a platform's figures. Figures with a qualifier or rounded to 万 agree when
 * they can: 约30万 and 170万 make 200万.
 */

export type Figure = Metric & { readonly value: number }

export interface Identity {
  /**
   * `follow`: last year's followers and the new ones are this year's; `total`: what had come
   * together and this year's is what has; `sum`: the parts are the whole; `parts`: they are no more;
   * `months`: the months are the year.
   */
  readonly kind: 'follow' | 'total' | 'sum' | 'parts' | 'months'
  /** Added up; none for `months`, which are no figures of their own. */
  readonly terms: readonly Figure[]
  readonly whole: Figure
  /** What the terms add up to. */
  readonly sum: number
  readonly holds: boolean
}

/** Wholes and their parts, on one platform in one year; `=` where nothing else can be in the whole. */
const wholes: readonly { whole: string; parts: readonly string[]; equal?: true }[] = [
  { whole: 'posts', parts: ['briefs', 'news', 'catalogue'] },
  { whole: 'posts', parts: ['category'] },
  { whole: 'posts', parts: ['originals'] },
  { whole: 'posts', parts: ['videos'] },
  { whole: 'pv', parts: ['visitors'] },
  { whole: 'cases', parts: ['casesNatural', 'casesLegal'], equal: true },
  { whole: 'services', parts: ['servicesOnline'] },
  { whole: 'msgsIn', parts: ['msgsDone'] },
  { whole: 'msgsDone', parts: ['msgsOpen'] },
  { whole: 'polls', parts: ['pollsOpen'] },
  { whole: 'talksIn', parts: ['talksDone'] },
  { whole: 'faults', parts: ['faultsMended'] }
]

const figureIn = (report: Report, line: Line | undefined, year: number): Figure | undefined => {
  const metric = line && figureAt(report, line, year)
  return metric?.value == null ? undefined : { ...metric, value: metric.value }
}

/** Every identity whose figures are known, of all years that this report itself has figures of. */
export function identitiesOf(report: Report): Identity[] {
  const years = [...new Set(report.metrics.map(({ year }) => year))].sort((a, b) => b - a)
  return report.channels.flatMap((channel) => {
    const lines = linesOf(report, channel.id)
    return years.flatMap((year) => identitiesIn(report, lines, year))
  })
}

function identitiesIn(report: Report, lines: readonly Line[], year: number): Identity[] {
  const at = (line: Line | undefined, when = year) => figureIn(report, line, when)
  const only = (key: string, period?: Line['period']): Line | undefined => {
    const found = lines.filter(
      (line) => line.key === key && (period === undefined || line.period === period)
    )
    return found.length === 1 ? found[0] : undefined
  }
  const found: (Identity | undefined)[] = []

  const end = only('followersEnd', 'end')
  found.push(equal('follow', [at(end, year - 1), at(only('followersNew', 'year'))], at(end)))

  for (const line of lines) {
    if (line.period === 'total') {
      const flow = lines.find((one) => one.period === 'year' && sameMeaning(one, line))
      found.push(equal('total', [at(line, year - 1), at(flow)], at(line)))
    }
    found.push(monthsOf(at(line)))
  }

  for (const { whole, parts, equal: exact } of wholes) {
    const big = only(whole, lines.find(({ key }) => key === whole)?.period)
    const small = lines.filter((line) => parts.includes(line.key) && line.period === big?.period)
    const terms = small.map((line) => at(line))
    if (exact) {
      const complete = new Set(small.map(({ key }) => key)).size === parts.length
      found.push(complete ? equal('sum', terms, at(big)) : undefined)
    } else
      found.push(
        atMost(
          terms.filter((term) => term !== undefined),
          at(big)
        )
      )
  }
  return found.filter((one) => one !== undefined)
}

const sameMeaning = (a: Line, b: Line): boolean =>
  a.key === b.key && a.name === b.name && a.again === b.again

const total = (terms: readonly Figure[]): number => terms.reduce((sum, { value }) => sum + value, 0)

function equal(
  kind: 'follow' | 'total' | 'sum',
  terms: readonly (Figure | undefined)[],
  whole: Figure | undefined
): Identity | undefined {
  const known = terms.filter((term) => term !== undefined)
  if (!whole || known.length === 0 || known.length < terms.length) return undefined
  const holds = meet(added(known.map(intervalOf)), intervalOf(whole))
  return { kind, terms: known, whole, sum: total(known), holds }
}

function atMost(terms: readonly Figure[], whole: Figure | undefined): Identity | undefined {
  if (!whole || terms.length === 0) return undefined
  const holds = reaches(intervalOf(whole), added(terms.map(intervalOf)))
  return { kind: 'parts', terms, whole, sum: total(terms), holds }
}

/** Of what flows through the year all months together, of what stands at its end the last. */
function monthsOf(whole: Figure | undefined): Identity | undefined {
  const months = whole?.months
  if (!whole || !months) return undefined
  const known = months.filter((month) => month !== null)
  if (known.length === 0) return undefined
  const last = months[11]
  if (whole.period !== 'year') {
    if (last == null) return undefined
    const exact = { low: last, high: last }
    return { kind: 'months', terms: [], whole, sum: last, holds: meet(exact, intervalOf(whole)) }
  }
  const sum = known.reduce((a, b) => a + b, 0)
  const exact = { low: sum, high: sum }
  const complete = known.length === 12
  const own = intervalOf(whole)
  return {
    kind: 'months',
    terms: [],
    whole,
    sum,
    holds: complete ? meet(exact, own) : known.some((m) => m < 0) || reaches(own, exact)
  }
}
