import type { ChartSpec } from './spec.ts'
import { chartSpec } from './chart.ts'
import type { Chart, Report } from '../report/report.ts'
import { changeOf, type FigureChange } from '../platforms/change.ts'
import { addChart } from './edit.ts'
import type { KnownFigure } from '../platforms/identities.ts'
import { allLines, historyOf, lineId, type FigureLine } from '../platforms/lines.ts'
import { lineNames } from '../platforms/naming.ts'
import { placeCharts } from './placing.ts'
import { seriesOf } from './series.ts'

/** The years at a glance (图解): a small chart of every figure, and what changed most. */

export interface DigestEntry {
  readonly id: string
  readonly line: FigureLine
  readonly history: readonly KnownFigure[]
  readonly spec: ChartSpec
  readonly change: FigureChange | undefined
}

/** Every figure with this year's number and another year's. */
export function digest(report: Report, years = 5): DigestEntry[] {
  const lines = allLines(report)
  const names = lineNames(report, lines)
  return lines.flatMap((line): DigestEntry[] => {
    const history = historyOf(report, line).filter(
      ({ year }) => year <= report.year && year > report.year - years
    )
    const [now, last] = [history.at(-1), history.at(-2)]
    if (!now || !last || now.year !== report.year) return []
    const id = lineId(line)
    const chart = chartOf(id, names.get(id) ?? line.name, history)
    const spec = chartSpec({ ...report, charts: [chart] }, id)
    const before = last.year === report.year - 1 ? last : undefined
    return spec ? [{ id, line, history, spec, change: changeOf(now, before) }] : []
  })
}

const chartOf = (id: string, title: string, history: readonly KnownFigure[]): Chart => ({
  id,
  title,
  type: history[0]?.period === 'year' ? 'bar' : 'line',
  metrics: history.map((figure) => figure.id),
  scale: 'linear',
  alt: ''
})

/** Figures smaller than this change by half for no reason. */
const countsFrom = 20

/** The entries by how much they changed against last year, the most first. */
export const mostChanged = (entries: readonly DigestEntry[], count = 5): DigestEntry[] => {
  const weight = ({ history }: DigestEntry): number => {
    const [now = 0, last = 0] = [history.at(-1)?.value, history.at(-2)?.value]
    if (Math.max(now, last) < countsFrom || Math.min(now, last) < 0) return 0
    return Math.abs(Math.log((now + 1) / (last + 1)))
  }
  return entries
    .filter((entry) => entry.change && weight(entry) > 0)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, count)
}

/** Whether a chart follows this line through the years, and no other. */
const isCourseOf = (report: Report, chart: Chart, line: FigureLine): boolean => {
  const shown = chart.months ? [] : seriesOf(report, chart)
  const [only] = shown
  if (!only || shown.length > 1 || only.metrics.length < 2) return false
  return only.id === lineId(line)
}

/** The report with these as charts of its own, placed in the prose one after another. */
export function withDigest(report: Report, entries: readonly DigestEntry[]): Report {
  const made = entries.reduce<{ report: Report; ids: readonly string[] }>(
    (sofar, { line, spec, history }) => {
      const known = sofar.report.charts.find((chart) => isCourseOf(sofar.report, chart, line))
      if (known) return { ...sofar, ids: [...sofar.ids, known.id] }
      const { title, type } = spec
      const next = addChart(sofar.report, { title, type, figures: history })
      return { report: next, ids: [...sofar.ids, next.charts.at(-1)?.id ?? ''] }
    },
    { report, ids: [] }
  )
  return placeCharts(made.report, made.ids)
}
