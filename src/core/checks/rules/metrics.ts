import { figureText } from '../../platforms/figure.ts'
import {
  flowLineOf,
  identitiesOf,
  type KnownFigure,
  type Identity
} from '../../platforms/identities.ts'
import { metricKindOf } from '../../platforms/kinds.ts'
import { allLines, figureAt, historyOf, type FigureLine } from '../../platforms/lines.ts'
import { scaleSlips, type ScaleSlip } from '../../platforms/slips.ts'
import type { Metric, Report } from '../../report/report.ts'
import { oddValue, type Oddity } from '../../platforms/odd.ts'
import type { FindingOf } from '../../findings/finding.ts'
import { accountRules, type AccountParams } from './accounts.ts'
import { hitAt, once, type AtFigure } from './metric-hit.ts'
import type { Facts, Hit, Rules } from '../../findings/rule.ts'

/** Rules about the platforms' figures among each other and through the years. Long, for they are many. */

/** A whole and its terms that do not make each other. */
export interface BrokenIdentity extends AtFigure {
  readonly kind: Identity['kind']
  /** 1 where the whole is several figures together. */
  readonly joint?: number
  /** What the terms add up to; `due` is the same. */
  readonly sum: number
  readonly value: number
  readonly due: number
  /** The terms by their ids, as they are printed, by their names and years. */
  readonly terms: readonly string[]
  readonly texts: readonly string[]
  readonly names: readonly string[]
  readonly years: readonly number[]
  /** Of `months` alone: 1 where no month is missing that counts. */
  readonly complete?: number
}

/** A figure ten or ten thousand times the one before, or a part of it. */
interface WrongScale extends AtFigure {
  readonly times: number
  readonly meant: number
  readonly last: string
  readonly lastYear: number
}

/** `due`: what it comes to with this year's, where that is known. */
interface Fallen extends AtFigure {
  readonly last: string
  readonly lastYear: number
  readonly due?: number
}

/** What the findings of each of these rules hold. */
export interface MetricParams extends AccountParams {
  'P-FOLLOW': BrokenIdentity
  'P-TOTAL': BrokenIdentity
  'P-PARTS': BrokenIdentity
  'P-MONTHS': BrokenIdentity
  'P-SCALE': WrongScale
  'P-FALL': Fallen
  'P-NEGATIVE': AtFigure
  'P-ODD': AtFigure & { readonly why: Oddity; readonly unit: string }
}

/** Identities and slips of the report last looked at: six rules ask for them. */
let last: { metrics: unknown; previous: unknown; channels: unknown; found: Found } | undefined

interface Found {
  readonly broken: readonly Identity[]
  /** Sure where the figure without the slip also mends a sum. */
  readonly slips: readonly (ScaleSlip & { readonly sure: boolean })[]
}

function findIn(report: Report): Found {
  const { metrics, previous, channels } = report
  if (last?.metrics === metrics && last.previous === previous && last.channels === channels) {
    return last.found
  }
  const off = identitiesOf(report).filter(({ holds }) => !holds)
  const slips = scaleSlips(report).map((slip) => ({
    ...slip,
    sure: slip.times > 10 || off.some((one) => explains(slip, one))
  }))
  const broken = off.filter((one) => !slips.some((slip) => explains(slip, one)))
  const found = { broken, slips }
  last = { metrics, previous, channels, found }
  return found
}

/** Whether an identity is broken by nothing but a slip that is told already. */
function explains({ figure, meant }: ScaleSlip, { terms, whole, sum }: Identity): boolean {
  if (figure.id === whole.id) return Math.abs(sum - meant) <= Math.abs(meant) * 0.05
  const term = terms.find(({ id }) => id === figure.id)
  return (
    term !== undefined &&
    Math.abs(sum - term.value + meant - whole.value) <= Math.abs(whole.value) * 0.05
  )
}

const brokenOf =
  (...kinds: readonly Identity['kind'][]) =>
  ({ report }: Facts): Hit<BrokenIdentity>[] =>
    findIn(report)
      .broken.filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, terms, whole, sum, joint }) =>
        hitAt(whole, {
          kind,
          ...(joint && { joint: 1 }),
          sum: tidy(sum),
          value: whole.value,
          due: tidy(sum),
          terms: terms.map(({ id }) => id),
          texts: terms.map(figureText),
          names: terms.map(({ name }) => name),
          years: terms.map(({ year }) => year),
          ...(kind === 'months' && {
            complete: whole.period !== 'year' || everyMonth(whole.months) ? 1 : 0
          })
        })
      )

/**
 * The figures that a finding of these rules doubts: where it stands, and what it adds up. One about
 * the account itself doubts none, nor does a hint.
 */
export const doubtedBy = (
  finding: Pick<
    FindingOf<string, MetricParams[keyof MetricParams]>,
    'rule' | 'severity' | 'at' | 'params'
  >
): string[] =>
  finding.at.kind !== 'metric' || finding.severity === 'hint' || finding.rule === 'P-ACCOUNT'
    ? []
    : [finding.at.id, ...('terms' in finding.params ? finding.params.terms : [])]

const everyMonth = (months: Metric['months']): boolean =>
  months?.length === 12 && months.every((month) => month !== null)

/** Sums of decimals without the dust of doubles. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

const slipped = ({ report }: Facts): Hit<WrongScale>[] =>
  findIn(report).slips.map(({ figure, last, times, meant, sure }) => ({
    ...hitAt(figure, { times, meant, last: figureText(last), lastYear: last.year }),
    ...(!sure && { severity: 'hint' })
  }))

/** What has come together since the beginning can only rise. */
function fallen({ report }: Facts): Hit<Fallen>[] {
  const own = new Set(report.metrics.map(({ id }) => id))
  return allLines(report)
    .filter(({ period }) => period === 'total')
    .flatMap((line) => {
      const history = historyOf(report, line)
      return history.flatMap((figure, i): Hit<Fallen>[] => {
        const last = history[i - 1]
        if (!last || figure.value >= last.value || !own.has(figure.id)) return []
        if (findIn(report).slips.some((slip) => slip.figure.id === figure.id)) return []
        const due = grown(report, line, figure, last)
        const params = { last: figureText(last), lastYear: last.year }
        return [hitAt(figure, { ...params, ...(due !== undefined && { due }) })]
      })
    })
}

/** What had come together and this year's, where that is known and an exact number. */
function grown(
  report: Report,
  line: FigureLine,
  figure: KnownFigure,
  last: KnownFigure
): number | undefined {
  const flow = last.year === figure.year - 1 ? flowLineOf(report, line) : undefined
  const now = flow && figureAt(report, flow, figure.year)
  return now?.value == null || now.qualifier || last.qualifier
    ? undefined
    : tidy(last.value + now.value)
}

const negative = ({ report }: Facts): Hit<AtFigure>[] =>
  report.metrics
    .filter(({ value, key }) => value !== null && value < 0 && !metricKindOf(key)?.signed)
    .map((metric) => hitAt(metric, {}))

const odd = ({ report }: Facts): Hit<MetricParams['P-ODD']>[] =>
  report.metrics.flatMap((metric): Hit<MetricParams['P-ODD']>[] => {
    const why = oddValue(metric)
    return why ? [hitAt(metric, { why, unit: metric.unit })] : []
  })

export const metricRules: Rules<MetricParams> = {
  'P-FOLLOW': {
    severity: 'warning',
    asks: '年末关注数＝上年末关注数＋本年新增；带“约”“余”的按概数比较',
    ground: '由数据含义得出',
    check: brokenOf('follow')
  },
  'P-TOTAL': {
    severity: 'warning',
    asks: '累计数＝上年累计数＋本年数；带“约”“余”的按概数比较',
    ground: '由数据含义得出',
    check: brokenOf('total', 'within')
  },
  'P-PARTS': {
    severity: 'warning',
    asks: '政府网站工作年度报表：总数不少于各类之和，办结不多于收到',
    ground: '国办函〔2018〕12号',
    check: brokenOf('parts', 'sum')
  },
  'P-MONTHS': {
    severity: 'warning',
    asks: '各月之和等于全年，年末数等于 12 月的数',
    ground: '由数据含义得出',
    check: brokenOf('months')
  },
  'P-SCALE': {
    severity: 'warning',
    asks: '与上年正好差十倍或一万倍的，须核对',
    ground: '多为多写或少写一个 0，或“万”与个数混用',
    check: slipped
  },
  'P-FALL': {
    severity: 'warning',
    asks: '累计数只增不减',
    ground: '由数据含义得出',
    check: once(fallen)
  },
  'P-NEGATIVE': {
    severity: 'error',
    asks: '条数、人次不小于 0，只有净增数可为负数',
    ground: '由数据含义得出',
    check: negative
  },
  'P-ODD': {
    severity: 'warning',
    asks: '按件计的数为整数，比率不超过百分之百，数值在合理范围',
    ground: '由数据含义得出',
    check: odd
  },
  ...accountRules
}
