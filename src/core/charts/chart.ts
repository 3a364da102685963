import type { OutCell } from '../form/sheet.ts'
import type { ChartSpec } from './spec.ts'
import { chartNamed, scaledText, shownIn, type ShownChart } from './shown.ts'
import { figureText } from '../platforms/figure.ts'
import type { Chart, Report } from '../report/report.ts'

/** Charts of platforms' figures: what each shows, in numbers, in words and as a table. */

/** What a chart was made of, and what it was. */
interface Kept {
  readonly chart: Chart
  readonly from: readonly unknown[]
  readonly spec: ChartSpec
  readonly text: string
}

/** Charts lately made: one that shows what it showed before is the same object as before. */
const kept = new Map<string, Kept>()
const mostKept = 300

/**
 * A chart of the report with its figures filled in, or undefined when there is no such chart. As
 * long as nothing of it changes the answer stays the same object, so that nobody draws it anew.
 */
export function chartSpec(report: Report, id: string): ChartSpec | undefined {
  const chart = chartNamed(report, id)
  if (!chart) return undefined
  const { metrics, previous, channels, year } = report
  const from = [metrics, previous?.metrics, channels, year]
  const known = kept.get(id)
  if (known?.chart === chart && from.every((one, i) => one === known.from[i])) return known.spec
  const made = specOf(report, chart)
  const text = JSON.stringify(made)
  const spec = known?.text === text ? known.spec : made
  kept.delete(id)
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(id, { chart, from, spec, text })
  return spec
}

function specOf(report: Report, chart: Chart): ChartSpec {
  const shown = shownIn(report, chart)
  const { labels, series, unit, together } = shown
  const all = [
    ...series.flatMap(({ values }) => values),
    ...(together ?? []).map(({ figure }) => figure)
  ]
  const { by, name } = commonScale(all.map((one) => one?.value ?? 0))
  return {
    id: chart.id,
    type: chart.type,
    title: chart.title,
    unit: name + unit,
    labels,
    series: series.map((one) => ({
      name: one.name,
      values: one.values.map((figure) => (figure?.value == null ? null : tidy(figure.value / by)))
    })),
    scale: chart.scale,
    alt: chart.alt || inWords(chart, shown),
    texts: series.map(({ values }) => values.map((figure) => textOf(figure, by))),
    ...(together && {
      together: together.map(({ label, figure }) => ({ label, text: textOf(figure, by) }))
    })
  }
}

/** A figure as it is printed where all are divided by the same. */
function textOf(figure: ShownChart['series'][number]['values'][number], by: number): string {
  if (figure?.value == null) return ''
  const { value, qualifier } = figure
  return by === 1 ? figureText(figure) : scaledText({ value, qualifier }, by)
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
  return chart ? inWords(chart, shownIn(report, chart)) : ''
}

function inWords({ title }: Chart, { labels, series, unit, together = [] }: ShownChart): string {
  const parts = series.flatMap(({ name, values }) =>
    [
      ...values.slice(0, together.length ? -1 : undefined).map((figure, i) => ({
        label: labels[i] ?? '',
        figure
      })),
      ...together
    ].flatMap(({ label, figure }) => {
      const subject = label.endsWith('年') ? label + name : name + label
      const text = figure && figureText(figure)
      return text ? [`${subject}${text}${unit}`] : []
    })
  )
  return `${title}：${parts.join('，') || '没有数据'}。`
}

/** The figures of a chart as the rows of a table, the first row its head. */
export function chartTable(spec: ChartSpec): OutCell[][] {
  const { labels, series, texts, unit, together = [] } = spec
  return [
    [
      { text: unit ? `单位：${unit}` : '', head: 'column' },
      ...series.map(({ name }): OutCell => ({ text: name, head: 'column' }))
    ],
    ...labels.slice(0, together.length ? -1 : undefined).map((label, i): OutCell[] => [
      { text: label, head: 'row' },
      ...series.map(({ values }, s): OutCell => ({
        text: texts?.[s]?.[i] ?? String(values[i] ?? '')
      }))
    ]),
    // What is one slice for want of room is told by itself here.
    ...together.map(({ label, text }): OutCell[] => [{ text: label, head: 'row' }, { text }])
  ]
}
