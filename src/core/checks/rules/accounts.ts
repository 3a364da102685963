import { lineOf } from '../../platforms/lines.ts'
import type { Channel, Metric, Report } from '../../report/report.ts'
import { hitAt, once, type AtFigure } from './metric-hit.ts'
import type { Facts, Hit, Rules } from '../../findings/rule.ts'

/** Rules about the platforms themselves: closed ones, and what is listed twice. */

/** A platform by its name, kind and id. */
interface OfChannel {
  readonly channel: string
  readonly kind: string
  readonly id: string
}

/** What was published `later` than the day on which the platform `id` was closed. */
interface AfterClosing extends AtFigure {
  readonly later: number
  readonly closedOn: string
  readonly id: string
}

/** What the findings of each of these rules hold. */
export interface AccountParams {
  'P-CLOSED': AfterClosing
  'P-CLOSEDATE': OfChannel
  'P-TWICE': AtFigure
  'P-ACCOUNT': OfChannel
}

const closingOf = (report: Report, metric: Metric): Channel | undefined =>
  report.channels.find(
    ({ id, status, closedOn }) => id === metric.channel && status === 'closed' && closedOn !== ''
  )

/** Something published after the account was closed: in a later year, or in later months. */
function afterClosing({ report }: Facts): Hit<AfterClosing>[] {
  return report.metrics.flatMap((metric): Hit<AfterClosing>[] => {
    const channel = closingOf(report, metric)
    if (!channel || metric.period !== 'year') return []
    const [year = 0, month = 0] = channel.closedOn.split('-').map(Number)
    const later =
      metric.year > year
        ? (metric.value ?? 0)
        : metric.year === year
          ? (metric.months ?? []).slice(month).reduce<number>((sum, one) => sum + (one ?? 0), 0)
          : 0
    return later > 0 ? [hitAt(metric, { later, closedOn: channel.closedOn, id: channel.id })] : []
  })
}

/** At the first figure of a platform, else at the whole report. */
function hitOfChannel({ metrics }: Report, { id, name, kind }: Channel): Hit<OfChannel> {
  const metric = metrics.find((one) => one.channel === id)
  return {
    at: metric ? { kind: 'metric', id: metric.id } : { kind: 'report' },
    params: { channel: name, kind, id }
  }
}

const undated = ({ report }: Facts): Hit<OfChannel>[] =>
  report.channels
    .filter(({ status, closedOn }) => status === 'closed' && closedOn === '')
    .map((channel) => hitOfChannel(report, channel))

/** One figure stated twice hides behind itself; the second is named. */
const twice = ({ report }: Facts): Hit<AtFigure>[] =>
  report.metrics
    .filter((metric) => lineOf(report, metric).again > 0)
    .map((metric) => hitAt(metric, {}))

function sameAccount({ report }: Facts): Hit<OfChannel>[] {
  const seen = new Map<string, Channel>()
  return report.channels.flatMap((channel) => {
    const { kind, name, accountId } = channel
    const keys = [name && `${kind} name ${name}`, accountId && `${kind} id ${accountId}`]
    const known = keys.some((key) => key && seen.has(key))
    for (const key of keys) if (key) seen.set(key, channel)
    return known ? [hitOfChannel(report, channel)] : []
  })
}

export const accountRules: Rules<AccountParams> = {
  'P-CLOSED': {
    severity: 'warning',
    asks: '账号关停注销后不再发布',
    ground: '国办发〔2018〕123号',
    check: afterClosing
  },
  'P-CLOSEDATE': {
    severity: 'hint',
    asks: '政务新媒体关停注销要备案，写明日期',
    ground: '国办发〔2018〕123号',
    check: undated
  },
  'P-TWICE': {
    severity: 'warning',
    asks: '同一平台的一项指标一年只有一个数',
    ground: '由数据含义得出',
    check: once(twice)
  },
  'P-ACCOUNT': {
    severity: 'warning',
    asks: '同一平台只列一次',
    ground: '由数据含义得出',
    check: sameAccount
  }
}
