import { chartSpec } from '../../charts/chart.ts'
import { chartFaults, doubts, type ChartFault } from '../../charts/faults.ts'
import { outlierOf } from '../../charts/outlier.ts'
import { fingerprint } from '../../findings/finding.ts'
import { metricKindOf } from '../../platforms/kinds.ts'
import { matchesOf } from '../../prose/pieces.ts'
import type { Report } from '../../report/report.ts'
import { textKeys } from '../../form/sections.ts'
import { metricRules } from './metrics.ts'
import { unquotable } from './quotes.ts'
import type { Facts, Hit, Rule } from '../../findings/rule.ts'

/** Rules about charts, and about what the prose quotes of platforms' figures. */

/** Where a chart stands in the report: at its first figure that is known. */
const atChart = (report: Report, ids: readonly string[], params: Hit['params']): Hit => {
  const id = ids.find((one) => report.metrics.some((metric) => metric.id === one))
  return { at: id ? { kind: 'metric', id } : { kind: 'report' }, params }
}

/** What an office may have meant so: a year that nobody counted, an account that is new. */
const perhaps: ReadonlySet<ChartFault> = new Set(['gap', 'side', 'crowded', 'doubtful'])

function incomplete(facts: Facts): Hit[] {
  const { report } = facts
  if (report.charts.length === 0) return []
  const doubted = doubtedIn(facts)
  return report.charts.flatMap((chart): Hit[] => {
    const { id, title, metrics } = chart
    const faults = chartFaults(report, id)
    if (metrics.some((one) => doubted.has(one))) faults.push('doubtful')
    const spec = chartSpec(report, id)
    const outlier = spec && outlierOf(spec)
    const hits = faults.map((fault): Hit => ({
      ...atChart(report, metrics, { title, id, fault }),
      ...(perhaps.has(fault) && { severity: 'hint' })
    }))
    if (!outlier) return hits
    const { of, index, name, times } = outlier
    const params = { title, id, fault: 'outlier', of, index, name, times }
    return [...hits, { ...atChart(report, metrics, params), severity: 'hint' }]
  })
}

/** Figures that the rules about figures doubt and that nobody has explained. */
function doubtedIn(facts: Facts): ReadonlySet<string> {
  const { report } = facts
  const waived = new Set(report.waivers.map((waiver) => waiver.fingerprint))
  const found = Object.entries<Rule>(metricRules).flatMap(([rule, { severity, check }]) =>
    (check?.(facts) ?? []).flatMap((hit) => {
      const at = hit.at.kind === 'metric' ? hit.at.id : ''
      const mark = fingerprint(rule, at, JSON.stringify(hit.params))
      const finding = { rule, severity: hit.severity ?? severity, fingerprint: mark, ...hit }
      return waived.has(mark) ? [] : doubts({ ...finding, severity: hit.severity ?? severity })
    })
  )
  return new Set(found)
}

/** Shares of a sum of heads that may be the same people. */
function heads({ report }: Facts): Hit[] {
  return report.charts.flatMap((chart): Hit[] => {
    const shown = report.metrics.filter(
      ({ id, key }) => chart.metrics.includes(id) && metricKindOf(key)?.heads
    )
    const channels = new Set(shown.map(({ channel }) => channel))
    if (chart.type !== 'pie' || channels.size < 2 || chart.title.includes('未去重')) return []
    return [atChart(report, chart.metrics, { title: chart.title, id: chart.id })]
  })
}

/** People of several platforms counted together in a sentence, 关注数共2万人, and not said so. */
const together =
  /(?:各|全部|所有|几个|[两二三四五六七八九十\d]{1,4}个)(?:政务)?(?:平台|账号|新媒体)[^。；\n]{0,20}(?:关注|粉丝|用户|访客)[^。；\n]{0,12}(?:共|合计|总计|总数|达)[^。；\n]{0,8}\d[^。；\n]*/g

const togetherIn = matchesOf(together)

const headsTold = ({ report }: Facts): Hit[] =>
  textKeys.flatMap((section) =>
    togetherIn(report.text[section]).flatMap(({ from, match: [found] }): Hit[] => {
      if (found.includes('去重')) return []
      const at: Hit['at'] = { kind: 'text', section, from, to: from + found.length }
      return [{ at, params: { what: 'prose', found }, severity: 'hint' }]
    })
  )

export const chartRules = {
  'P-CHART': {
    severity: 'warning',
    source: '图里的数都要填了、单位一致，缺的不画',
    check: incomplete
  },
  'P-HEADS': {
    severity: 'warning',
    source: '各平台的关注数、访客数不能相加，相加的注明“未去重”',
    check: (facts) => [...heads(facts), ...headsTold(facts)]
  },
  'P-QUOTE': {
    severity: 'error',
    source: '正文引用的数和图都要有，没有的会把记号印出来',
    fixed: true,
    check: unquotable
  }
} satisfies Record<string, Rule>
