import type { ChartSpec, OutCell } from './blocks.ts'
import { figureText, printed } from './metrics/figure.ts'
import { figureAt, knownFigures, lineId, lineOf, type Line } from './metrics/lines.ts'
import type { Chart, Metric, Report } from './report.ts'

/** Charts of platforms' figures: what each shows, in numbers, in words and as a table. */

/** What a chart shows, before it is put into one unit. */
interface Shown {
  readonly labels: readonly string[]
  readonly series: readonly {
    readonly name: string
    readonly values: readonly (Pick<Metric, 'value' | 'shown' | 'qualifier'> | undefined)[]
  }[]
  readonly unit: string
}

const chartNamed = (report: Report, id: string): Chart | undefined =>
  report.charts.find((candidate) => candidate.id === id)

const metricsOf = (report: Report, chart: Chart): Metric[] => {
  const known = knownFigures(report)
  return chart.metrics.flatMap((id) => known.find((metric) => metric.id === id) ?? [])
}

/**
 * One figure followed through several years, all of them between the first and the last; else the
 * figures side by side; or the months of each.
 */
function shownIn(report: Report, chart: Chart): Shown {
  const metrics = metricsOf(report, chart)
  const unit = metrics[0]?.unit ?? ''
  const years = [...new Set(metrics.map(({ year }) => year))].sort((a, b) => a - b)
  const [first = report.year, last = first] = [years[0], years.at(-1)]
  if (chart.months) {
    return {
      labels: Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
      series: metrics.map((metric) => ({
        name: years.length > 1 ? `${metric.year}年` : nameOf(report, chart, metric),
        values: Array.from({ length: 12 }, (_, i) => monthOf(metric, i))
      })),
      unit
    }
  }
  const lines = new Map<string, { line: Line; metric: Metric }>()
  for (const metric of metrics) {
    const line = lineOf(report, metric)
    const known = lines.get(lineId(line))
    if (!known) lines.set(lineId(line), { line, metric })
  }
  const entries = [...lines.values()]
  // Two years side by side compare platforms; three and more are a course through time.
  if (years.length > 2 || (years.length === 2 && entries.length === 1)) {
    const span = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    return {
      labels: span.map((year) => `${year}年`),
      series: entries.map(({ line, metric }) => ({
        name: nameOf(report, chart, metric),
        values: span.map((year) => figureAt(report, line, year))
      })),
      unit
    }
  }
  const size = ({ line }: (typeof entries)[number]) => figureAt(report, line, last)?.value ?? 0
  const ordered = chart.sorted ? [...entries].sort((a, b) => size(b) - size(a)) : entries
  return {
    labels: ordered.map(({ metric }) => nameOf(report, chart, metric)),
    series: (years.length ? years : [report.year]).map((year) => ({
      name: `${year}年`,
      values: ordered.map(({ line }) => figureAt(report, line, year))
    })),
    unit
  }
}

const monthOf = ({ months }: Metric, i: number): Shown['series'][number]['values'][number] => {
  const value = months?.[i]
  return value == null ? undefined : { value, shown: '', qualifier: '' }
}

const nameOf = (report: Report, chart: Chart, metric: Metric): string => {
  const own = chart.names?.[metric.id]
  if (own) return own
  const channel = report.channels.find(({ id }) => id === metric.channel)
  return channel ? `${channel.name}${metric.name}` : metric.name
}

/** A chart of the report with its figures filled in, or undefined when there is no such chart. */
export function chartSpec(report: Report, id: string): ChartSpec | undefined {
  const chart = chartNamed(report, id)
  if (!chart) return undefined
  const { labels, series, unit } = shownIn(report, chart)
  const scale = commonScale(series.flatMap(({ values }) => values.map((one) => one?.value ?? 0)))
  const { by, name } = scale
  return {
    id,
    type: chart.type,
    title: chart.title,
    unit: name + unit,
    labels,
    series: series.map((one) => ({
      name: one.name,
      values: one.values.map((figure) => (figure?.value == null ? null : tidy(figure.value / by)))
    })),
    scale: chart.scale,
    alt: chart.alt || chartInWords(report, id),
    texts: series.map(({ values }) =>
      values.map((figure) =>
        figure?.value == null
          ? ''
          : by === 1
            ? figureText(figure)
            : printed(String(tidy(figure.value / by)), figure.qualifier)
      )
    )
  }
}

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

/** All figures in 万 or in 亿, where that is shorter and loses nothing. */
function commonScale(values: readonly number[]): { by: number; name: string } {
  const largest = Math.max(0, ...values.map(Math.abs))
  for (const { by, name } of [
    { by: 1e8, name: '亿' },
    { by: 1e4, name: '万' }
  ]) {
    const exact = values.every((value) => Number.isInteger(tidy((value / by) * 100)))
    if (largest >= by * 10 && exact) return { by, name }
  }
  return { by: 1, name: '' }
}

/** The chart in words, made of its figures: what stands in for it where it cannot be seen. */
export function chartInWords(report: Report, id: string): string {
  const chart = chartNamed(report, id)
  if (!chart) return ''
  const { labels, series, unit } = shownIn(report, chart)
  const parts = series.flatMap(({ name, values }) =>
    values.flatMap((figure, i) => {
      const label = labels[i] ?? ''
      const subject = label.endsWith('年') ? label + name : name + label
      const text = figure && figureText(figure)
      return text ? [`${subject}${text}${unit}`] : []
    })
  )
  return `${chart.title}：${parts.join('，') || '没有数据'}。`
}

/** Why a chart does not show what it should. */
export type ChartFault = 'empty' | 'missing' | 'units' | 'negative'

export function chartFaults(report: Report, id: string): ChartFault[] {
  const chart = chartNamed(report, id)
  if (!chart) return []
  const metrics = metricsOf(report, chart)
  const filled = metrics.filter(({ value, months }) =>
    chart.months ? months?.some((month) => month !== null) : value !== null
  )
  if (filled.length === 0) return ['empty']
  const faults: ChartFault[] = []
  if (filled.length < chart.metrics.length) faults.push('missing')
  if (new Set(filled.map(({ unit }) => unit)).size > 1) faults.push('units')
  // Neither a slice nor a logarithm knows numbers below 0.
  const strict = chart.type === 'pie' || chart.scale === 'log'
  if (strict && filled.some(({ value }) => (value ?? 0) < 0)) faults.push('negative')
  return faults
}

/** The figures of a chart as the rows of a table, the first row its head. */
export function chartTable(spec: ChartSpec): OutCell[][] {
  const { labels, series, texts, unit } = spec
  return [
    [
      { text: unit ? `单位：${unit}` : '', head: 'column' },
      ...series.map(({ name }): OutCell => ({ text: name, head: 'column' }))
    ],
    ...labels.map((label, i): OutCell[] => [
      { text: label, head: 'row' },
      ...series.map(({ values }, s): OutCell => ({
        text: texts?.[s]?.[i] ?? String(values[i] ?? '')
      }))
    ])
  ]
}
