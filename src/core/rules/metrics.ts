import { figureText } from '../metrics/figure.ts'
import { identitiesOf, type Identity } from '../metrics/identities.ts'
import { kindOf } from '../metrics/kinds.ts'
import { allLines, historyOf, lineOf } from '../metrics/lines.ts'
import { scaleSlips, type ScaleSlip } from '../metrics/slips.ts'
import type { Channel, Metric, Report } from '../report.ts'
import type { Facts, Hit, Rule } from './rule.ts'

/** Rules about the platforms' figures among each other and through the years. */

const hitAt = (metric: Metric, params: Hit['params'] = {}): Hit => ({
  at: { kind: 'metric', id: metric.id },
  params: { name: metric.name, year: metric.year, stated: figureText(metric), ...params }
})

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
  ({ report }: Facts): Hit[] =>
    findIn(report)
      .broken.filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, terms, whole, sum }) =>
        hitAt(whole, {
          kind,
          sum: tidy(sum),
          value: whole.value,
          due: tidy(sum),
          terms: terms.map(({ id }) => id),
          texts: terms.map(figureText),
          names: terms.map(({ name }) => name),
          years: terms.map(({ year }) => year)
        })
      )

/** Sums of decimals without the dust of doubles. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

const slipped = ({ report }: Facts): Hit[] =>
  findIn(report).slips.map(({ figure, last, times, meant, sure }) => ({
    ...hitAt(figure, { times, meant, last: figureText(last), lastYear: last.year }),
    ...(!sure && { severity: 'hint' })
  }))

/** What has come together since the beginning can only rise. */
function fallen({ report }: Facts): Hit[] {
  const own = new Set(report.metrics.map(({ id }) => id))
  return allLines(report)
    .filter(({ period }) => period === 'total')
    .flatMap((line) => {
      const history = historyOf(report, line)
      return history.flatMap((figure, i): Hit[] => {
        const last = history[i - 1]
        if (!last || figure.value >= last.value || !own.has(figure.id)) return []
        if (findIn(report).slips.some((slip) => slip.figure.id === figure.id)) return []
        return [hitAt(figure, { last: figureText(last), lastYear: last.year })]
      })
    })
}

const negative = ({ report }: Facts): Hit[] =>
  report.metrics
    .filter(({ value, key }) => value !== null && value < 0 && !kindOf(key)?.signed)
    .map((metric) => hitAt(metric))

const closingOf = (report: Report, metric: Metric): Channel | undefined =>
  report.channels.find(
    ({ id, status, closedOn }) => id === metric.channel && status === 'closed' && closedOn !== ''
  )

/** Something published after the account was closed: in a later year, or in later months. */
function afterClosing({ report }: Facts): Hit[] {
  return report.metrics.flatMap((metric): Hit[] => {
    const channel = closingOf(report, metric)
    if (!channel || metric.period !== 'year') return []
    const [year = 0, month = 0] = channel.closedOn.split('-').map(Number)
    const later =
      metric.year > year
        ? (metric.value ?? 0)
        : metric.year === year
          ? (metric.months ?? []).slice(month).reduce<number>((sum, one) => sum + (one ?? 0), 0)
          : 0
    return later > 0 ? [hitAt(metric, { later, closedOn: channel.closedOn })] : []
  })
}

const undated = ({ report }: Facts): Hit[] =>
  report.channels
    .filter(({ status, closedOn }) => status === 'closed' && closedOn === '')
    .map((channel) => {
      const metric = report.metrics.find((one) => one.channel === channel.id)
      const params = { channel: channel.name, kind: channel.kind }
      return metric
        ? { ...hitAt(metric), params }
        : { at: { kind: 'report' as const }, params: { ...params, id: channel.id } }
    })

/** One figure stated twice hides behind itself; the second is named. */
const twice = ({ report }: Facts): Hit[] =>
  report.metrics.filter((metric) => lineOf(report, metric).again > 0).map((metric) => hitAt(metric))

function sameAccount({ report: { channels, metrics } }: Facts): Hit[] {
  const seen = new Map<string, Channel>()
  return channels.flatMap((channel): Hit[] => {
    const { kind, name, accountId } = channel
    const keys = [name && `${kind} name ${name}`, accountId && `${kind} id ${accountId}`]
    const known = keys.some((key) => key && seen.has(key))
    for (const key of keys) if (key) seen.set(key, channel)
    if (!known) return []
    const metric = metrics.find((one) => one.channel === channel.id)
    const at: Hit['at'] = metric ? { kind: 'metric', id: metric.id } : { kind: 'report' }
    return [{ at, params: { channel: name, kind, id: channel.id } }]
  })
}

export const metricRules = {
  'P-FOLLOW': {
    severity: 'warning',
    source: '年末关注数＝上年末关注数＋本年新增；带“约”“余”的按概数比',
    check: brokenOf('follow')
  },
  'P-TOTAL': {
    severity: 'warning',
    source: '累计数＝上年累计数＋本年数；带“约”“余”的按概数比',
    check: brokenOf('total')
  },
  'P-PARTS': {
    severity: 'warning',
    source: '政府网站工作年度报表：总数不少于各类之和，办结不多于收到（国办函〔2018〕12号）',
    check: brokenOf('parts', 'sum')
  },
  'P-MONTHS': {
    severity: 'warning',
    source: '各月之和等于全年，年末数等于 12 月的数',
    check: brokenOf('months')
  },
  'P-SCALE': {
    severity: 'warning',
    source: '与上年正好差十倍或一万倍，多为多写少写一个 0，或把“万”当成了个',
    check: slipped
  },
  'P-FALL': {
    severity: 'warning',
    source: '累计数只增不减',
    check: fallen
  },
  'P-NEGATIVE': {
    severity: 'error',
    source: '条数、人次从 0 起，只有净增数可以是负数',
    check: negative
  },
  'P-CLOSED': {
    severity: 'warning',
    source: '账号关停注销后不再发布（国办发〔2018〕123号）',
    check: afterClosing
  },
  'P-CLOSEDATE': {
    severity: 'hint',
    source: '政务新媒体关停注销要备案，写明日期（国办发〔2018〕123号）',
    check: undated
  },
  'P-TWICE': {
    severity: 'warning',
    source: '同一平台的一项指标一年只有一个数',
    check: twice
  },
  'P-ACCOUNT': {
    severity: 'warning',
    source: '同一个账号只列一次',
    check: sameAccount
  }
} satisfies Record<string, Rule>
