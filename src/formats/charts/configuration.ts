/**
 * What Chart.js is told to draw of a chart: the one place for paper, preview and screen, so that
 * they show the same.
 */
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PieController,
  PointElement,
  Title,
  type ChartConfiguration,
  type ChartDataset,
  type Scale
} from 'chart.js'
import { chartPlan, filled, rowSample, type ChartPlan } from '../../core/charts/plan/plan.ts'
import { courseOf, fallsBelow, valueTextOf, type ChartSpec } from '../../core/charts/spec.ts'
import { leading, wrapped } from '../../core/charts/plan/words.ts'
import { cycled, lineInk, type ChartLook } from './inks.ts'
import { figures } from './figures.ts'
import { hatching } from './hatch.ts'
import { inLines, legendOptions, samples } from './legend.ts'

Chart.register(BarController, BarElement, LineController, LineElement, PointElement)
Chart.register(PieController, ArcElement, CategoryScale, LinearScale, LogarithmicScale, Legend)
Chart.register(Title)

/** The configuration of a chart as wide as that, in the unit of its canvas; `title` stands above. */
export function configuration(
  spec: ChartSpec,
  width: number,
  look: ChartLook,
  title = ''
): ChartConfiguration {
  const pie = spec.type === 'pie'
  const { font, ink } = look
  const plan = chartPlan(spec, width, font.size)
  return {
    type: spec.type,
    data: { labels: labelsOf(spec, plan), datasets: spec.series.map(dataset(spec, look)) },
    options: {
      animation: false,
      indexAxis: plan.lying ? 'y' : 'x',
      responsive: false,
      events: [],
      font,
      color: ink,
      layout: { padding: { ...plan.pad, bottom: pie ? 4 : 0 } },
      plugins: {
        title: {
          display: title !== '',
          text: titleLines(title, width),
          font: { ...font, size: titleSize },
          color: ink
        },
        legend: legendOptions(spec, plan, look)
      },
      ...(!pie && { scales: axes(spec, plan, look) })
    },
    plugins: [
      hatching(spec, plan.lying, look),
      samples(spec, plan, look),
      ...(pie ? [] : [figures(spec, plan, look)])
    ]
  }
}

/** Of the title that a chart by itself has. */
const titleSize = 12
const titleLines = (title: string, width: number): string[] =>
  wrapped(title, (0.94 * width) / titleSize)

/** The height that a title takes above a chart as wide as that. */
export const titleHeight = (title: string, width: number): number =>
  title === '' ? 0 : titleLines(title, width).length * 1.2 * titleSize + 20

/** Figures in rows are further lines of their labels. */
function labelsOf(spec: ChartSpec, { labels, figures: shown }: ChartPlan) {
  const lines = Math.max(1, ...labels.map(({ length }) => length))
  return labels.map((label, i) =>
    inLines(
      shown === 'rows'
        ? [
            ...label,
            ...Array.from({ length: lines - label.length }, () => ''),
            ...spec.series.map((_, s) => valueTextOf(spec, s, i) || '—')
          ]
        : label
    )
  )
}

const dataset =
  (spec: ChartSpec, look: ChartLook) =>
  ({ name, values }: ChartSpec['series'][number], index: number): ChartDataset => {
    const { type, scale, labels } = spec
    // A logarithmic scale has no zero and nothing below it.
    const data = values.map((value) =>
      scale === 'log' && value !== null && value <= 0 ? null : value
    )
    const common = { label: name, data: type === 'pie' ? data.map((value) => value ?? 0) : data }
    const last = values.length - 1
    if (type === 'line') {
      const { color, point, dash } = lineInk(look, index)
      return {
        ...common,
        type,
        borderColor: color,
        backgroundColor: color,
        pointBackgroundColor: values.map((_, i) => (i === last ? color : look.paper)),
        borderDash: [...dash],
        borderWidth: 1.4,
        pointStyle: point,
        pointRadius: labels.length > 24 ? 0 : 2.6,
        pointBorderWidth: 1.2,
        // With it Chart.js draws on the context and not through an opaque Path2D.
        segment: {}
      }
    }
    const fill = (at: number) => cycled(look.areas, at).color
    const background =
      type === 'pie'
        ? labels.map((_, i) => fill(i))
        : courseOf(spec)
          ? values.map((_, i) => (i === last ? fill(0) : look.past))
          : fill(index)
    return {
      ...common,
      type,
      backgroundColor: background,
      borderColor: type === 'pie' ? look.paper : look.edge,
      // A slice that is the whole has no neighbour to be parted from.
      borderWidth: type !== 'pie' ? 0.4 : values.filter(Boolean).length > 1 ? 1 : 0,
      ...(type === 'bar' && { maxBarThickness: 34, categoryPercentage: filled })
    } as ChartDataset
  }

function axes(spec: ChartSpec, plan: ChartPlan, look: ChartLook) {
  const { scale, reach } = spec
  const { font, ink, edge, grid } = look
  const { lying, turned } = plan
  const turn = turned ? 90 : 0
  const labels = {
    offset: true,
    ticks: {
      font: { ...font, lineHeight: turned ? 1 : leading },
      color: ink,
      minRotation: turn,
      maxRotation: turn,
      // Years and months may be left out where even upward they are too many: they can be counted.
      autoSkip: turned,
      autoSkipPadding: 0
    },
    // Chart.js keeps room for labels beyond the ends of an axis; theirs are inside of it.
    afterFit: (axis: Scale) => {
      if (lying) axis.paddingTop = axis.paddingBottom = 0
    },
    grid: { display: false, tickLength: 4 },
    // Bars stand on 0, which is elsewhere where some go below.
    border: { display: !fallsBelow(spec), color: edge, width: 0.6 }
  }
  const counts = {
    type: scale === 'log' ? ('logarithmic' as const) : ('linear' as const),
    beginAtZero: true,
    // Figures stand above upright bars.
    grace: lying ? 0 : '6%',
    display: plan.axis,
    ...(reach && {
      suggestedMax: reach.to,
      ...(scale === 'linear' && { suggestedMin: reach.from })
    }),
    afterBuildTicks: (axis: Scale) => {
      if (scale !== 'log') return
      axis.ticks = axis.ticks.filter(({ value }) => Number.isInteger(Math.log10(value)))
    },
    afterFit: (axis: Scale) => {
      // Samples stand here, before the rows of figures.
      if (plan.figures === 'rows') axis.width = Math.max(axis.width, rowSample + 4)
    },
    ticks: { font, color: ink, callback: String, maxRotation: 0, autoSkipPadding: font.size },
    grid: {
      color: ({ tick }: { tick?: { value: number } }) =>
        tick?.value === 0 && fallsBelow(spec) ? edge : grid,
      lineWidth: ({ tick }: { tick?: { value: number } }) =>
        tick?.value === 0 && fallsBelow(spec) ? 0.6 : 0.4,
      tickLength: 4
    },
    border: { display: false }
  }
  return lying ? { x: counts, y: labels } : { x: labels, y: counts }
}
