import type { WrongChart } from '../rules/charts.ts'
import type { Chart, Metric, Report } from '../../report/report.ts'
import { knownFigures } from '../../platforms/lines.ts'

/** Something that would settle a fault of a chart, as data. */
export type ChartRepair =
  | { readonly kind: 'chartTitle'; readonly id: string; readonly title: string }
  /** Draws a chart otherwise: as columns, on another scale. */
  | {
      readonly kind: 'chartLook'
      readonly id: string
      readonly look: Partial<Pick<Chart, 'type' | 'scale'>>
    }
  /** Takes figures out of a chart; they stay in the report. */
  | { readonly kind: 'chartWithout'; readonly id: string; readonly metrics: readonly string[] }
  /** The part that crushes the others in a chart of its own. */
  | { readonly kind: 'chartSplit'; readonly id: string; readonly name: string }
  /** The chart taken out of the report and of the prose. */
  | { readonly kind: 'dropChart'; readonly id: string; readonly title: string }

/** What would settle the faults of a chart: without a figure, drawn otherwise, or taken out. */
export function chartRepairs(report: Report, wrong: WrongChart): ChartRepair[] {
  const chart = report.charts.find(({ id }) => id === wrong.id)
  if (!chart) return []
  const { id, title } = chart
  const known = new Map(knownFigures(report).map((metric) => [metric.id, metric]))
  const shown = chart.metrics.flatMap((one) => known.get(one) ?? [])
  const without = (gone: (metric: Metric) => boolean): ChartRepair[] => {
    const kept = new Set(shown.filter((metric) => !gone(metric)).map((metric) => metric.id))
    const metrics = chart.metrics.filter((one) => !kept.has(one))
    return metrics.length > 0 && kept.size > 0 ? [{ kind: 'chartWithout', id, metrics }] : []
  }
  switch (wrong.fault) {
    case 'empty':
      return [{ kind: 'dropChart', id, title }]
    case 'missing':
      return without((metric) => isBlank(chart, metric))
    case 'units': {
      const unit = commonest(shown.map((metric) => metric.unit))
      return without((metric) => metric.unit !== unit)
    }
    case 'periods': {
      const period = commonest(shown.map((metric) => metric.period))
      return without((metric) => metric.period !== period)
    }
    case 'negative':
      return [{ kind: 'chartLook', id, look: { type: 'bar', scale: 'linear' } }]
    case 'side': {
      const last = Math.max(...shown.map(({ year }) => year))
      return without(({ year }) => year < last)
    }
    case 'outlier': {
      const split: ChartRepair = { kind: 'chartSplit', id, name: wrong.name }
      // A logarithm has no place for 0 and below.
      const log = shown.every(({ value }) => value === null || value > 0)
      return log ? [split, { kind: 'chartLook', id, look: { scale: 'log' } }] : [split]
    }
    default:
      return []
  }
}

const isBlank = ({ months }: Chart, metric: Metric): boolean =>
  months ? !metric.months?.some((month) => month !== null) : metric.value === null

/** The value that is there most often; of equals the first. */
function commonest<Value>(values: readonly Value[]): Value | undefined {
  const times = (value: Value) => values.filter((one) => one === value).length
  return values.reduce<Value | undefined>(
    (best, value) => (best !== undefined && times(best) >= times(value) ? best : value),
    undefined
  )
}
