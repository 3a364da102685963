import { chartNamed, metricsOf, mostLines, shownIn, type ShownChart } from './shown.ts'
import { mostAreas } from './slices.ts'
import { lineId, lineOf } from '../platforms/lines.ts'
import type { Chart, Report } from '../report/report.ts'

/**
 * Why a chart does not show what it should. `periods`: what flowed through a year beside what had
 * come together; `gap`: years left out in between; `side`: a line has one of two years compared;
 * `crowded`: more lines or colours than can be told apart; `doubtful`: the checks doubt a figure.
 */
export type ChartFault =
  'empty' | 'missing' | 'units' | 'periods' | 'negative' | 'gap' | 'side' | 'crowded' | 'doubtful'

/** @param doubted the figures that open findings of the report doubt, by their ids */
export function chartFaults(
  report: Report,
  id: string,
  doubted: ReadonlySet<string> = new Set()
): ChartFault[] {
  const chart = chartNamed(report, id)
  if (!chart) return []
  const metrics = metricsOf(report, chart)
  const filled = metrics.filter(({ value, months }) =>
    chart.months ? months?.some((month) => month !== null) : value !== null
  )
  if (filled.length === 0) return ['empty']
  const faults: ChartFault[] = []
  const shown = shownIn(report, chart)
  const known = chart.type === 'pie' ? metrics.length : chart.metrics.length
  if (filled.length < known) faults.push('missing')
  if (new Set(filled.map(({ unit }) => unit)).size > 1) faults.push('units')
  if (new Set(filled.map(({ period }) => period)).size > 1) faults.push('periods')
  // Neither a slice nor a logarithm knows numbers below 0.
  const strict = chart.type === 'pie' || chart.scale === 'log'
  const values = shown.series.flatMap((one) => one.values.map((figure) => figure?.value ?? 0))
  if (strict && values.some((value) => value < 0)) faults.push('negative')
  if (hasGap(shown)) faults.push('gap')
  if (lacksSide(report, chart, shown)) faults.push('side')
  const most = chart.type === 'line' ? mostLines : mostAreas
  if (chart.type !== 'pie' && shown.series.length > most) faults.push('crowded')
  if (metrics.some((metric) => doubted.has(metric.id))) faults.push('doubtful')
  return faults
}

/** A year without a figure between years that have one. */
const hasGap = ({ way, series }: ShownChart): boolean =>
  way === 'course' &&
  series.some(({ values }) => {
    const known = values.map((figure) => figure?.value != null)
    return known.slice(known.indexOf(true), known.lastIndexOf(true)).includes(false)
  })

/** One year of a comparison without the other, where the platform was there in both. */
function lacksSide(report: Report, chart: Chart, { way, years, entries }: ShownChart): boolean {
  const [first, last] = years
  if (way !== 'side' || first === undefined || last === undefined) return false
  const shown = new Set(
    metricsOf(report, chart).map((one) => `${one.year} ${lineId(lineOf(report, one))}`)
  )
  return entries.some(({ line }) => {
    const channel = report.channels.find(({ id }) => id === line.channel)
    const has = (year: number) => shown.has(`${year} ${lineId(line)}`)
    const opened = channel?.status === 'opened' || channel?.openedOn.startsWith(String(last))
    const closed = channel?.status === 'closed'
    return (!has(first) && !opened) || (!has(last) && !closed)
  })
}
