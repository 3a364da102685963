import { chartSpec } from '../../charts/chart.ts'
import { outlierOf } from '../../charts/outlier.ts'
import type { Finding } from '../../findings/finding.ts'
import type { Channel, Chart, Metric, Report } from '../../report/report.ts'
import type { TextKey } from '../../form/sections.ts'
import { chartRepairs } from './chart-repair.ts'
import { removeChart, setChart, splitChart } from '../../charts/edit.ts'
import { setChannel } from '../../platforms/edit.ts'
import { inOwnParagraph, unplaceCharts, withoutToken } from '../../charts/placing.ts'
import { removeChannel, removeFigure } from '../../platforms/remove.ts'

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
  | { readonly kind: 'reopen'; readonly id: string; readonly name: string }
  /** A platform that is listed twice and has no figures of its own. */
  | { readonly kind: 'dropChannel'; readonly id: string; readonly name: string }
  | Token<'ownParagraph'>
  | Token<'dropToken'>

/** What is done to a token in the prose. */
interface Token<Kind extends string> {
  readonly kind: Kind
  readonly section: TextKey
  readonly from: number
  readonly to: number
}

/** The repairs of a finding, the likeliest first. Empty where only a person can say. */
export function figureRepairs(report: Report, finding: Finding): FigureRepair[] {
  const { rule, at, params } = finding
  if (rule === 'P-HEADS') {
    return at.kind === 'text'
      ? []
      : [{ kind: 'chartTitle', id: String(params['id']), title: `${params['title']}（未去重）` }]
  }
  if (rule === 'P-CHART') return chartRepairs(report, finding)
  if (rule === 'P-QUOTE') return tokenRepairs(finding)
  if (rule === 'P-ACCOUNT' || rule === 'P-CLOSED' || rule === 'P-CLOSEDATE') {
    return channelRepairs(report, finding)
  }
  return at.kind === 'metric' ? valueRepairs(report, finding, at.id) : []
}

type Set = (id: string, to: number) => FigureRepair[]

function valueRepairs(report: Report, { rule, params }: Finding, id: string): FigureRepair[] {
  const number = (name: string) => Number(params[name] ?? NaN)
  const set: Set = (metricId, to) => {
    const metric = report.metrics.find((one) => one.id === metricId)
    if (!metric || !Number.isFinite(to) || metric.value === to) return []
    return [{ kind: 'figure', id: metricId, name: metric.name, year: metric.year, to }]
  }
  switch (rule) {
    case 'P-SCALE':
      return set(id, number('meant'))
    case 'P-MONTHS':
      // The months so far are not the year.
      return params['complete'] === 1 ? set(id, number('sum')) : []
    case 'P-NEGATIVE':
      return set(id, Math.abs(report.metrics.find((one) => one.id === id)?.value ?? NaN))
    case 'P-FALL':
      return set(id, number('due'))
    case 'P-FOLLOW':
    case 'P-TOTAL':
    case 'P-PARTS':
      if (params['joint'] === 1) return []
      return params['kind'] === 'parts' || params['kind'] === 'within'
        ? bounds(report, id, params, set)
        : sides(report, id, params, set)
    case 'P-TWICE':
      return [{ kind: 'dropFigure', id }]
    default:
      return []
  }
}

/** The whole as large as its parts, or the one part no larger than the whole; exact ones alone. */
function bounds(
  report: Report,
  whole: string,
  params: Finding['params'],
  set: Set
): FigureRepair[] {
  const terms = [params['terms'] ?? []].flat().map(String)
  const all = report.metrics.filter(({ id }) => id === whole || terms.includes(id))
  if (all.length < terms.length + 1 || all.some(({ qualifier }) => qualifier !== '')) return []
  const [only = '', ...others] = terms
  return [
    ...set(whole, Number(params['sum'])),
    ...(others.length === 0 ? set(only, Number(params['value'])) : [])
  ]
}

/** Either the whole follows from its terms, or one of this report's terms from the whole. */
function sides(report: Report, whole: string, params: Finding['params'], set: Set): FigureRepair[] {
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

/** A chart in a sentence stands below it; one that is gone leaves no mark. */
function tokenRepairs({ at, params }: Finding): FigureRepair[] {
  if (at.kind !== 'text' || at.from === undefined || at.to === undefined) return []
  const { section, from, to } = at
  if (params['what'] === 'inline') return [{ kind: 'ownParagraph', section, from, to }]
  // Without its figure a sentence says nothing: what is to stand there only a person can say.
  return params['what'] === 'chart' ? [{ kind: 'dropToken', section, from, to }] : []
}

function channelRepairs(report: Report, { rule, at, params }: Finding): FigureRepair[] {
  const figure = at.kind === 'metric' ? report.metrics.find(({ id }) => id === at.id) : undefined
  const channel = report.channels.find(({ id }) => id === (params['id'] ?? figure?.channel))
  if (!channel) return []
  const { id, name } = channel
  if (rule !== 'P-ACCOUNT') return [{ kind: 'reopen', id, name }]
  const known = [...report.metrics, ...(report.previous?.metrics ?? [])]
  const has = ({ channel: owner, value, months }: Metric) =>
    owner === id && (value !== null || months?.some((month) => month !== null))
  return known.some(has) ? [] : [{ kind: 'dropChannel', id, name }]
}

const running: Partial<Channel> = { status: 'active', closedOn: '', closeReason: '' }

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
      return removeFigure(report, repair.id)
    case 'chartTitle':
      return setChart(report, repair.id, { title: repair.title })
    case 'chartLook':
      return setChart(report, repair.id, repair.look)
    case 'chartWithout': {
      const shown = report.charts.find(({ id }) => id === repair.id)?.metrics ?? []
      const metrics = shown.filter((id) => !repair.metrics.includes(id))
      return setChart(report, repair.id, { metrics })
    }
    case 'chartSplit': {
      const spec = chartSpec(report, repair.id)
      const outlier = spec && outlierOf(spec)
      return outlier ? splitChart(report, repair.id, outlier) : report
    }
    case 'dropChart':
      return removeChart(unplaceCharts(report, [repair.id]), repair.id)
    case 'reopen':
      return setChannel(report, repair.id, running)
    case 'dropChannel':
      return removeChannel(report, repair.id)
    case 'ownParagraph':
      return inOwnParagraph(report, repair.section, repair.from, repair.to)
    case 'dropToken':
      return withoutToken(report, repair.section, repair.from, repair.to)
  }
}
