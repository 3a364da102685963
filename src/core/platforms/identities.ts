import type { Metric, Report } from '../report/report.ts'
import { added, intervalOf, meet, reaches, type Interval } from './interval.ts'
import { figureAt, figureLinesOf, type FigureLine } from './lines.ts'

/**
 * What must be equal among a platform's figures. Figures with a qualifier or rounded to 万 agree when
 * they can: 约30万 and 170万 make 200万. Long, for each kind of whole has its own way to its terms.
 */

export type KnownFigure = Metric & { readonly value: number }

export interface Identity {
  /**
   * `follow`: last year's followers and the new ones are this year's; `total`: what had come
   * together and this year's is what has; `within`: what has come together is no less than this
   * year's; `sum`: the parts are the whole; `parts`: they are no more; `months`: the months are the
   * year.
   */
  readonly kind: 'follow' | 'total' | 'within' | 'sum' | 'parts' | 'months'
  /** Added up; none for `months`, which are no figures of their own. */
  readonly terms: readonly KnownFigure[]
  readonly whole: KnownFigure
  /** What the terms add up to. */
  readonly sum: number
  readonly holds: boolean
  /** The whole is several figures together, as categories that an office keeps instead of a total. */
  readonly joint?: true
}

/** Wholes and their parts, on one platform in one year. */
interface Whole {
  readonly whole: string
  readonly parts: readonly string[]
  /** Nothing else can be in the whole. */
  readonly equal?: true
  /** A figure in between, which is compared instead where it is known. */
  readonly unless?: string
}

const wholes: readonly Whole[] = [
  { whole: 'posts', parts: ['briefs', 'news', 'catalogue'] },
  { whole: 'posts', parts: ['category'] },
  { whole: 'posts', parts: ['originals'] },
  { whole: 'posts', parts: ['videos'] },
  { whole: 'pv', parts: ['visitors'] },
  { whole: 'cases', parts: ['casesNatural', 'casesLegal'], equal: true },
  { whole: 'services', parts: ['servicesOnline'] },
  { whole: 'msgsIn', parts: ['msgsDone'] },
  { whole: 'msgsDone', parts: ['msgsOpen'] },
  { whole: 'msgsIn', parts: ['msgsOpen'], unless: 'msgsDone' },
  { whole: 'readings', parts: ['readingTexts', 'readingMedia', 'readingPress'] },
  { whole: 'accounts', parts: ['accountsFiled'] },
  { whole: 'polls', parts: ['pollsOpen'] },
  { whole: 'talksIn', parts: ['talksDone'] },
  { whole: 'faults', parts: ['faultsMended'] }
]

/** Whether a line is the sum of others by what it is: what has come together, or all there is of a kind. */
export function isTotal(report: Report, { channel, key, period }: FigureLine): boolean {
  if (period === 'total') return true
  const beside = figureLinesOf(report, channel)
  return wholes.some(
    ({ whole, parts, equal }) =>
      equal && whole === key && beside.some((line) => parts.includes(line.key))
  )
}

const figureIn = (
  report: Report,
  line: FigureLine | undefined,
  year: number
): KnownFigure | undefined => {
  const metric = line && figureAt(report, line, year)
  return metric?.value == null ? undefined : { ...metric, value: metric.value }
}

/** Every identity whose figures are known, of all years that this report itself has figures of. */
export function identitiesOf(report: Report): Identity[] {
  const years = [...new Set(report.metrics.map(({ year }) => year))].sort((a, b) => b - a)
  return report.channels.flatMap((channel) => {
    const lines = figureLinesOf(report, channel.id)
    return years.flatMap((year) => identitiesIn(report, lines, year))
  })
}

function identitiesIn(report: Report, lines: readonly FigureLine[], year: number): Identity[] {
  const at = (line: FigureLine | undefined, when = year) => figureIn(report, line, when)
  const only = (key: string, period?: FigureLine['period']): FigureLine | undefined => {
    const found = lines.filter(
      (line) => line.key === key && (period === undefined || line.period === period)
    )
    return found.length === 1 ? found[0] : undefined
  }
  const found: (Identity | undefined)[] = []

  const end = only('followersEnd', 'end')
  // Only those who came can be counted too; where none left, they are what the number grew by.
  const grown = at(only('followersNet', 'year')) ?? at(only('followersNew', 'year'))
  found.push(equal('follow', [at(end, year - 1), grown], at(end)))

  for (const line of lines) {
    if (line.period === 'total') {
      const flow = flowAmong(lines, line)
      const before = at(line, year - 1)
      const added = at(flow)
      found.push(
        before ? equal('total', [before, added], at(line)) : atMost('within', [added], at(line))
      )
    }
    found.push(monthsOf(at(line)))
  }

  for (const { whole, parts, equal: exact, unless } of wholes) {
    if (unless && lines.some((line) => line.key === unless && at(line))) continue
    for (const period of new Set(lines.filter(({ key }) => key === whole).map((l) => l.period))) {
      const big = lines.filter((line) => line.key === whole && line.period === period)
      const small = lines.filter((line) => parts.includes(line.key) && line.period === period)
      const terms = small.map((line) => at(line))
      if (exact) {
        const complete = new Set(small.map(({ key }) => key)).size === parts.length
        const only = big.length === 1 ? at(big[0]) : undefined
        found.push(complete ? equal('sum', terms, only) : undefined)
      } else found.push(atMost('parts', terms, joined(big.map((line) => at(line)))))
    }
  }
  return found.filter((one) => one !== undefined)
}

/** 累计访问量 and 访问量, or 本年访问量, are one thing counted over different times. */
const bare = (name: string): string =>
  name.replace(/累[计积]|历年|历史|迄今|开[设通]以来|本年度?|全年|年度|当年|年内|[总()（）]/g, '')

const sameMeaning = (a: FigureLine, b: FigureLine): boolean =>
  a.key === b.key && a.again === b.again && bare(a.name) === bare(b.name)

const flowAmong = (lines: readonly FigureLine[], line: FigureLine): FigureLine | undefined => {
  const flows = lines.filter((one) => one.period === 'year' && sameMeaning(one, line))
  return flows.find(({ name }) => name === line.name) ?? flows[0]
}

/** The line of what flows through the year into a line of what has come together. */
export const flowLineOf = (report: Report, line: FigureLine): FigureLine | undefined =>
  flowAmong(figureLinesOf(report, line.channel), line)

const total = (terms: readonly KnownFigure[]): number =>
  terms.reduce((sum, { value }) => sum + value, 0)

function equal(
  kind: 'follow' | 'total' | 'sum',
  terms: readonly (KnownFigure | undefined)[],
  whole: KnownFigure | undefined
): Identity | undefined {
  const known = terms.filter((term) => term !== undefined)
  if (!whole || known.length === 0 || known.length < terms.length) return undefined
  const holds = meet(added(known.map(intervalOf)), intervalOf(whole))
  return { kind, terms: known, whole, sum: total(known), holds }
}

function atMost(
  kind: 'within' | 'parts',
  given: readonly (KnownFigure | undefined)[],
  whole: Joint | undefined
): Identity | undefined {
  const terms = given.filter((term) => term !== undefined)
  if (!whole || terms.length === 0) return undefined
  const holds = reaches(whole.interval ?? intervalOf(whole), added(terms.map(intervalOf)))
  const joint = whole.interval && { joint: true as const }
  return { kind, terms, whole, sum: total(terms), holds, ...joint }
}

/** A figure, or several together with the interval they lie in; it stands at the first of them. */
type Joint = KnownFigure & { readonly interval?: Interval }

function joined(figures: readonly (KnownFigure | undefined)[]): Joint | undefined {
  const known = figures.filter((figure) => figure !== undefined)
  const [first] = known
  // A category that is not filled in leaves the whole unknown.
  if (!first || known.length < figures.length || known.length === 1) {
    return figures.length === 1 ? first : undefined
  }
  const about = known.some(({ qualifier }) => qualifier !== '')
  return {
    ...first,
    name: known.map(({ name }) => name).join('、'),
    value: total(known),
    shown: '',
    qualifier: about ? '约' : '',
    interval: added(known.map(intervalOf))
  }
}

/** Of what flows through the year all months together, of what stands at its end the last. */
function monthsOf(whole: KnownFigure | undefined): Identity | undefined {
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
