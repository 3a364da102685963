import { lineOf } from '../../platforms/lines.ts'
import type { Channel, Metric, Report } from '../../report/report.ts'
import { hitAt, once } from './metric-hit.ts'
import type { Facts, Hit, Rule } from '../../findings/rule.ts'

/** Rules about the platforms themselves: closed ones, and what is listed twice. */

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
    return later > 0 ? [hitAt(metric, { later, closedOn: channel.closedOn, id: channel.id })] : []
  })
}

const undated = ({ report }: Facts): Hit[] =>
  report.channels
    .filter(({ status, closedOn }) => status === 'closed' && closedOn === '')
    .map((channel) => {
      const metric = report.metrics.find((one) => one.channel === channel.id)
      const params = { channel: channel.name, kind: channel.kind, id: channel.id }
      return metric ? { ...hitAt(metric), params } : { at: { kind: 'report' as const }, params }
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

export const accountRules = {
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
    check: once(twice)
  },
  'P-ACCOUNT': {
    severity: 'warning',
    source: '同一个账号只列一次',
    check: sameAccount
  }
} satisfies Record<string, Rule>
