import { chartSpec } from '../../charts/chart.ts'
import { chartFaults, type ChartFault } from '../../charts/faults.ts'
import { outlierOf, type Outlier } from '../../charts/outlier.ts'
import { fingerprint } from '../../findings/finding.ts'
import { metricKindOf } from '../../platforms/kinds.ts'
import { matchesOf } from '../../prose/pieces.ts'
import type { Report } from '../../report/report.ts'
import { textKeys } from '../../form/sections.ts'
import { doubtedBy, metricRules, type MetricParams } from './metrics.ts'
import { unquotable, type Unquotable } from './quotes.ts'
import type { Facts, Hit, Rule, Rules } from '../../findings/rule.ts'

/** Rules about charts, and about what the prose quotes of platforms' figures. */

/** A chart by its title and id. */
interface OfChart {
  readonly title: string
  readonly id: string
}

/** What is wrong with it, and of an outlier which part of the chart it is. */
export type WrongChart =
  (OfChart & { readonly fault: ChartFault }) | (OfChart & { readonly fault: 'outlier' } & Outlier)

/** Heads counted twice: in a chart, or in the words `found` in the prose. */
type CountedTwice = OfChart | { readonly what: 'prose'; readonly found: string }

/** What the findings of each of these rules hold. */
export interface ChartParams {
  'P-CHART': WrongChart
  'P-HEADS': CountedTwice
  'P-QUOTE': Unquotable
}

/** Where a chart stands in the report: at its first figure that is known. */
const atChart = <Params>(report: Report, ids: readonly string[], params: Params): Hit<Params> => {
  const id = ids.find((one) => report.metrics.some((metric) => metric.id === one))
  return { at: id ? { kind: 'metric', id } : { kind: 'report' }, params }
}

/** What an office may have meant so: a year that nobody counted, an account that is new. */
const perhaps: ReadonlySet<ChartFault> = new Set(['gap', 'side', 'crowded', 'doubtful'])

function incomplete(facts: Facts): Hit<WrongChart>[] {
  const { report } = facts
  if (report.charts.length === 0) return []
  const doubted = doubtedIn(facts)
  return report.charts.flatMap((chart): Hit<WrongChart>[] => {
    const { id, title, metrics } = chart
    const faults = chartFaults(report, id)
    if (metrics.some((one) => doubted.has(one))) faults.push('doubtful')
    const spec = chartSpec(report, id)
    const outlier = spec && outlierOf(spec)
    const hits = faults.map((fault): Hit<WrongChart> => ({
      ...atChart(report, metrics, { title, id, fault }),
      ...(perhaps.has(fault) && { severity: 'hint' })
    }))
    if (!outlier) return hits
    const { of, index, name, times } = outlier
    const params = { title, id, fault: 'outlier', of, index, name, times } as const
    return [...hits, { ...atChart(report, metrics, params), severity: 'hint' }]
  })
}

/** Figures that the rules about figures doubt and that nobody has explained. */
function doubtedIn(facts: Facts): ReadonlySet<string> {
  const { report } = facts
  const waived = new Set(report.waivers.map((waiver) => waiver.fingerprint))
  const rules = Object.entries<Rule<MetricParams[keyof MetricParams]>>(metricRules)
  const found = rules.flatMap(([rule, { severity, check }]) =>
    (check?.(facts) ?? []).flatMap((hit) => {
      const at = hit.at.kind === 'metric' ? hit.at.id : ''
      const mark = fingerprint(rule, at, JSON.stringify(hit.params))
      return waived.has(mark) ? [] : doubtedBy({ rule, severity, ...hit })
    })
  )
  return new Set(found)
}

/** Shares of a sum of heads that may be the same people. */
function heads({ report }: Facts): Hit<CountedTwice>[] {
  return report.charts.flatMap((chart): Hit<CountedTwice>[] => {
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

const headsTold = ({ report }: Facts): Hit<CountedTwice>[] =>
  textKeys.flatMap((section) =>
    togetherIn(report.text[section]).flatMap(({ from, match: [found] }): Hit<CountedTwice>[] => {
      if (found.includes('去重')) return []
      const at = { kind: 'text', section, from, to: from + found.length } as const
      return [{ at, params: { what: 'prose', found }, severity: 'hint' }]
    })
  )

export const chartRules: Rules<ChartParams> = {
  'P-CHART': {
    severity: 'warning',
    asks: '图表的数须已填、单位一致',
    ground: '年报惯例',
    check: incomplete
  },
  'P-HEADS': {
    severity: 'warning',
    asks: '各平台的关注数、访客数不能相加，相加的注明“未去重”',
    ground: '同一人可能关注多个平台',
    check: (facts) => [...heads(facts), ...headsTold(facts)]
  },
  'P-QUOTE': {
    severity: 'error',
    asks: '正文引用的数和图表须存在，否则将原样印出引用',
    ground: '印出的内容须完整',
    fixed: true,
    check: unquotable
  }
}
