import type { Finding } from '../finding.ts'
import type { Report } from '../report.ts'
import { setChart } from './charting.ts'

/** Something that would settle a finding about platforms' figures, as data. */
export type FigureRepair =
  | {
      readonly kind: 'figure'
      readonly id: string
      readonly name: string
      readonly year: number
      readonly to: number
    }
  /** Takes out a figure that is there already. */
  | { readonly kind: 'dropFigure'; readonly id: string }
  | { readonly kind: 'chartTitle'; readonly id: string; readonly title: string }

/** The repairs of a finding, the likeliest first. Empty where only a person can say. */
export function figureRepairs(report: Report, { rule, at, params }: Finding): FigureRepair[] {
  const number = (name: string) => Number(params[name] ?? NaN)
  if (rule === 'P-HEADS') {
    return [{ kind: 'chartTitle', id: String(params['id']), title: `${params['title']}（未去重）` }]
  }
  if (at.kind !== 'metric') return []
  const set = (id: string, to: number): FigureRepair[] => {
    const metric = report.metrics.find((one) => one.id === id)
    if (!metric || !Number.isFinite(to) || metric.value === to) return []
    return [{ kind: 'figure', id, name: metric.name, year: metric.year, to }]
  }
  switch (rule) {
    case 'P-SCALE':
      return set(at.id, number('meant'))
    case 'P-MONTHS':
      return set(at.id, number('sum'))
    case 'P-FOLLOW':
    case 'P-TOTAL':
    case 'P-PARTS':
      return params['kind'] === 'parts' ? [] : sides(report, at.id, params, set)
    case 'P-TWICE':
      return [{ kind: 'dropFigure', id: at.id }]
    default:
      return []
  }
}

/** Either the whole follows from its terms, or one of this report's terms from the whole. */
function sides(
  report: Report,
  whole: string,
  params: Finding['params'],
  set: (id: string, to: number) => FigureRepair[]
): FigureRepair[] {
  const sum = Number(params['sum'])
  const off = Number(params['value']) - sum
  const terms = [params['terms'] ?? []].flat().map(String)
  const year = report.metrics.find(({ id }) => id === whole)?.year
  return [
    ...terms.flatMap((id) => {
      const term = report.metrics.find((one) => one.id === id)
      // What last year's report said is not changed from here.
      if (term?.value == null || term.year !== year || term.value + off < 0) return []
      return set(id, term.value + off)
    }),
    ...set(whole, sum)
  ]
}

/** The report with a repair done. A figure keeps its qualifier; it is printed in digits. */
export function figureRepaired(report: Report, repair: FigureRepair): Report {
  switch (repair.kind) {
    case 'figure':
      return {
        ...report,
        metrics: report.metrics.map((one) =>
          one.id === repair.id ? { ...one, value: repair.to, shown: '' } : one
        )
      }
    case 'dropFigure':
      return { ...report, metrics: report.metrics.filter(({ id }) => id !== repair.id) }
    case 'chartTitle':
      return setChart(report, repair.id, { title: repair.title })
  }
}
