import { chartSpec } from '../../charts/chart.ts'
import { outlierOf } from '../../charts/outlier.ts'
import type { Place } from '../../findings/finding.ts'
import type { KnownFinding } from '../finding.ts'
import type { BrokenIdentity } from '../rules/metrics.ts'
import type { Unquotable } from '../rules/quotes.ts'
import type { Channel, Metric, Report } from '../../report/report.ts'
import type { TextKey } from '../../form/sections.ts'
import { chartRepairs, type ChartRepair } from './chart-repair.ts'
import { removeChart, setChart, splitChart } from '../../charts/edit.ts'
import { setChannel } from '../../platforms/edit.ts'
import { ownFrom } from '../../platforms/entering.ts'
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
  | ChartRepair
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
export function figureRepairs(report: Report, finding: KnownFinding): FigureRepair[] {
  const { at } = finding
  const id = at.kind === 'metric' ? at.id : ''
  const set = (metricId: string, to: number): FigureRepair[] => setTo(report, metricId, to)
  switch (finding.rule) {
    case 'P-HEADS': {
      const { params } = finding
      return 'what' in params
        ? []
        : [{ kind: 'chartTitle', id: params.id, title: `${params.title}（未去重）` }]
    }
    case 'P-CHART':
      return chartRepairs(report, finding.params)
    case 'P-QUOTE':
      return tokenRepairs(at, finding.params)
    case 'P-ACCOUNT':
    case 'P-CLOSED':
    case 'P-CLOSEDATE':
      return channelRepairs(report, finding.params.id, finding.rule === 'P-ACCOUNT')
    case 'P-SCALE':
      return set(id, finding.params.meant)
    case 'P-MONTHS':
      // The months so far are not the year.
      return finding.params.complete === 1 ? set(id, finding.params.sum) : []
    case 'P-NEGATIVE':
      return set(id, Math.abs(report.metrics.find((one) => one.id === id)?.value ?? NaN))
    case 'P-FALL':
      return set(id, finding.params.due ?? NaN)
    case 'P-FOLLOW':
    case 'P-TOTAL':
    case 'P-PARTS': {
      const { joint, kind } = finding.params
      if (joint === 1) return []
      return kind === 'parts' || kind === 'within'
        ? bounds(report, id, finding.params)
        : sides(report, id, finding.params)
    }
    case 'X-FIGURE': {
      // A number with 约 or 余 would lose it.
      const { found, value, id: held } = finding.params
      return found === String(value) ? set(held, value) : []
    }
    case 'P-TWICE':
      return [{ kind: 'dropFigure', id }]
    default:
      return []
  }
}

/** Another number for a figure; none where it is there already, or is no number. */
function setTo({ metrics }: Report, id: string, to: number): FigureRepair[] {
  const metric = metrics.find((one) => one.id === id)
  if (!metric || !Number.isFinite(to) || metric.value === to) return []
  return [{ kind: 'figure', id, name: metric.name, year: metric.year, to }]
}

/** The whole as large as its parts, or the one part no larger than the whole; exact ones alone. */
function bounds(
  report: Report,
  whole: string,
  { terms, sum, value }: BrokenIdentity
): FigureRepair[] {
  const all = report.metrics.filter(({ id }) => id === whole || terms.includes(id))
  if (all.length < terms.length + 1 || all.some(({ qualifier }) => qualifier !== '')) return []
  const [only = '', ...others] = terms
  return [...setTo(report, whole, sum), ...(others.length === 0 ? setTo(report, only, value) : [])]
}

/** Either the whole follows from its terms, or one of this report's terms from the whole. */
function sides(
  report: Report,
  whole: string,
  { terms, sum, value }: BrokenIdentity
): FigureRepair[] {
  const off = value - sum
  const year = report.metrics.find(({ id }) => id === whole)?.year
  return [
    ...terms.flatMap((id) => {
      const term = report.metrics.find((one) => one.id === id)
      // What last year's report said is not changed from here.
      if (term?.value == null || term.year !== year || term.value + off < 0) return []
      return setTo(report, id, term.value + off)
    }),
    ...setTo(report, whole, sum)
  ]
}

/** A chart in a sentence stands below it; one that is gone leaves no mark. */
function tokenRepairs(at: Place, { what }: Unquotable): FigureRepair[] {
  if (at.kind !== 'text' || at.from === undefined || at.to === undefined) return []
  const { section, from, to } = at
  if (what === 'inline') return [{ kind: 'ownParagraph', section, from, to }]
  // Without its figure a sentence says nothing: what is to stand there only a person can say.
  return what === 'chart' ? [{ kind: 'dropToken', section, from, to }] : []
}

/** One listed `twice` goes, where it has nothing of its own; one that is closed is open again. */
function channelRepairs(report: Report, id: string, twice: boolean): FigureRepair[] {
  const channel = report.channels.find((one) => one.id === id)
  if (!channel) return []
  const { name } = channel
  if (!twice) return [{ kind: 'reopen', id, name }]
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
          one.id === repair.id
            ? { ...one, value: repair.to, shown: '', ...ownFrom(report, one.source) }
            : one
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
