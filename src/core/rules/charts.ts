import { chartFaults } from '../chart.ts'
import { isField } from '../form.ts'
import { kindOf } from '../metrics/kinds.ts'
import { quotedFigure, token } from '../quote.ts'
import type { Report } from '../report.ts'
import type { TextKey } from '../sections.ts'
import type { Facts, Hit, Rule } from './rule.ts'

/** Rules about charts, and about what the prose quotes of platforms' figures. */

/** Where a chart stands in the report: at its first figure that is known. */
const atChart = (report: Report, ids: readonly string[], params: Hit['params']): Hit => {
  const id = ids.find((one) => report.metrics.some((metric) => metric.id === one))
  return { at: id ? { kind: 'metric', id } : { kind: 'report' }, params }
}

const incomplete = ({ report }: Facts): Hit[] =>
  report.charts.flatMap((chart) =>
    chartFaults(report, chart.id).map((fault) =>
      atChart(report, chart.metrics, { title: chart.title, id: chart.id, fault })
    )
  )

/** Shares of a sum of heads that may be the same people. */
function heads({ report }: Facts): Hit[] {
  return report.charts.flatMap((chart): Hit[] => {
    const shown = report.metrics.filter(
      ({ id, key }) => chart.metrics.includes(id) && kindOf(key)?.heads
    )
    const channels = new Set(shown.map(({ channel }) => channel))
    if (chart.type !== 'pie' || channels.size < 2 || chart.title.includes('未去重')) return []
    return [atChart(report, chart.metrics, { title: chart.title, id: chart.id })]
  })
}

/** A token that nothing stands behind would be printed as it is. */
function unquotable({ report }: Facts): Hit[] {
  const charts = new Set(report.charts.map(({ id }) => id))
  return (Object.keys(report.text) as TextKey[]).flatMap((section) =>
    [...report.text[section].matchAll(token)].flatMap((match): Hit[] => {
      const [whole, name = ''] = match
      const [kind = '', id = ''] = [name.split(':')[0], name.slice(name.indexOf(':') + 1)]
      const known =
        kind === 'chart'
          ? charts.has(id)
          : kind === 'metric'
            ? quotedFigure(report, id) !== undefined
            : isField(name)
      if (known) return []
      const from = match.index
      const what = kind === 'chart' || kind === 'metric' ? kind : 'other'
      const at: Hit['at'] = { kind: 'text', section, from, to: from + whole.length }
      return [{ at, params: { what, found: whole } }]
    })
  )
}

export const chartRules = {
  'P-CHART': {
    severity: 'warning',
    source: '图里的数都要填了、单位一致，缺的不画',
    check: incomplete
  },
  'P-HEADS': {
    severity: 'warning',
    source: '各平台的关注数、访客数不能相加，相加的注明“未去重”',
    check: heads
  },
  'P-QUOTE': {
    severity: 'error',
    source: '正文引用的数和图都要有，没有的会把记号印出来',
    check: unquotable
  }
} satisfies Record<string, Rule>
