import type { Chart, Metric, Report } from '../report/report.ts'
import { allLines, figureAt, historyOf, lineId, type FigureLine } from '../platforms/lines.ts'
import { lineNames } from '../platforms/naming.ts'

/** A chart that the figures at hand would make; taken over it becomes one of the report's. */
export type Suggestion = Pick<Chart, 'title' | 'type'> & {
  /** Which kind of chart it is, for its name on the screen. */
  readonly id: string
  readonly figures: readonly Metric[]
  readonly months?: true
}

/** Fewer years make no course. */
const fewest = 3

/** Charts worth making, the likeliest first; those that the report has already are left out. */
export function suggestions(report: Report): Suggestion[] {
  const { year } = report
  const lines = allLines(report)
  const at = (line: FigureLine, when = year): Metric | undefined => {
    const figure = figureAt(report, line, when)
    return figure?.value == null ? undefined : figure
  }
  const names = lineNames(report, lines)
  const nameOf = (line: FigureLine) => names.get(lineId(line)) ?? line.name
  const found: Suggestion[] = []

  const counted = lines.filter((line) => line.key === 'posts' && line.period === 'year' && at(line))
  const [first] = counted
  // Different units have no axis in common.
  const posts = counted.filter((line) => first && at(line)?.unit === at(first)?.unit)
  const pairs = posts.flatMap((line) => [at(line, year - 1) ?? [], at(line) ?? []].flat())
  if (posts.length > 1) {
    const both = posts.every((line) => at(line, year - 1))
    const now = posts.flatMap((line) => at(line) ?? [])
    found.push({ id: 'posts', title: '各平台发布信息', type: 'bar', figures: both ? pairs : now })
    if (posts.length > 2) {
      found.push({ id: 'shares', title: '各平台发布信息占比', type: 'pie', figures: now })
    }
  }
  for (const line of lines) {
    const history = historyOf(report, line).slice(-5)
    if (history.length < fewest) continue
    const type = line.period === 'year' ? 'bar' : 'line'
    found.push({ id: `years ${line.key}`, title: nameOf(line), type, figures: history })
  }
  for (const line of lines) {
    const now = at(line)
    if (!now?.months || now.months.filter((month) => month !== null).length < 6) continue
    const last = figureAt(report, line, year - 1)
    const figures = last?.months ? [last, now] : [now]
    const title = `${nameOf(line)}逐月`
    found.push({ id: `months ${line.key}`, title, type: 'line', figures, months: true })
  }
  const made = new Set(report.charts.map((chart) => signature(chart.metrics, chart)))
  return found.filter((one) => {
    const ids = one.figures.map(({ id }) => id)
    return !made.has(signature(ids, one))
  })
}

const signature = (
  ids: readonly string[],
  { type, months }: { readonly type: Chart['type']; readonly months?: boolean }
): string => [type === 'pie', months ?? false, ...[...ids].sort()].join()
