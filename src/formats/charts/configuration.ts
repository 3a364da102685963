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
import type { ChartSpec } from '../../core/charts/spec.ts'
import { liesDown } from '../../core/charts/chart.ts'
import { cycled, type ChartLook } from './inks.ts'
import { courseOf, figures, hatching, valueTextOf } from './plugins.ts'

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
  return {
    type: spec.type,
    data: { labels: labelsOf(spec, width, look), datasets: spec.series.map(dataset(spec, look)) },
    options: {
      animation: false,
      indexAxis: liesDown(spec) ? 'y' : 'x',
      responsive: false,
      events: [],
      font,
      color: ink,
      layout: { padding: { top: pie ? 4 : 5 + font.size, bottom: pie ? 4 : 0, right: 8 } },
      plugins: {
        title: {
          display: title !== '',
          text: wrapped(title, (0.94 * width) / titleSize),
          font: { ...font, size: titleSize },
          color: ink
        },
        legend: {
          display: pie || spec.series.length > 1,
          position: pie ? 'right' : 'bottom',
          labels: {
            font,
            color: ink,
            boxWidth: 14,
            boxHeight: 8,
            ...(spec.type === 'line' && strokes)
          }
        }
      },
      ...(!pie && { scales: axes(spec, look) })
    },
    plugins: [hatching(spec, look), ...(pie ? [] : [figures(spec, look)])]
  }
}

/** Of the title that a chart by itself has. */
const titleSize = 12

/** Lines are told apart by their dashes: the legend shows a piece of each. */
const strokes = {
  usePointStyle: true,
  pointStyleWidth: 26,
  generateLabels: (chart: Chart) =>
    Chart.defaults.plugins.legend.labels.generateLabels(chart).map((label, i) => ({
      ...label,
      pointStyle: 'line' as const,
      lineDash: [...cycled(dashes, i)],
      lineWidth: 1.4
    }))
}
const dashes: readonly [readonly number[], ...(readonly number[])[]] = [
  [],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3]
]

/** A pie shows no axis, so its legend tells the figures; an axis has room for so much in a line. */
const labelsOf = (spec: ChartSpec, width: number, { font }: ChartLook): (string | string[])[] =>
  spec.labels.map((label, i) =>
    spec.type === 'pie'
      ? `${label} ${valueTextOf(spec, 0, i) || '—'}`
      : liesDown(spec)
        ? label
        : wrapped(label, (0.85 * width) / spec.labels.length / font.size)
  )

const widthOf = (char: string): number => (char < '\u0100' ? 0.55 : 1)

/** The text in lines of at most so many em and about equal, so that no character stands alone. */
function wrapped(text: string, most: number): string[] {
  const all = Array.from(text).reduce((sum, char) => sum + widthOf(char), 0)
  const em = Math.min(most, Math.ceil(all / Math.max(1, Math.ceil(all / most))) + 0.5)
  const lines = ['']
  let room = em
  for (const char of text) {
    const width = widthOf(char)
    if (width > room && lines.at(-1) !== '') {
      lines.push('')
      room = em
    }
    lines[lines.length - 1] += char
    room -= width
  }
  return lines
}

const dataset =
  (spec: ChartSpec, look: ChartLook) =>
  ({ name, values }: ChartSpec['series'][number], index: number): ChartDataset => {
    const { type, scale, labels } = spec
    // A logarithmic scale has no zero; the figure stands in the table of figures all the same.
    const data = values.map((value) => (scale === 'log' && value === 0 ? null : value))
    const common = { label: name, data: type === 'pie' ? data.map((value) => value ?? 0) : data }
    const last = values.length - 1
    if (type === 'line') {
      const { color, point } = cycled(look.lines, index)
      return {
        ...common,
        type,
        borderColor: color,
        backgroundColor: color,
        pointBackgroundColor: values.map((_, i) => (i === last ? color : look.paper)),
        borderDash: [...cycled(dashes, index)],
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
      borderWidth: type === 'pie' ? 1 : 0.4,
      ...(type === 'bar' && { maxBarThickness: 34 })
    } as ChartDataset
  }

/** Labels stand as close as their axis demands, and get smaller before they are left out. */
const smallest = 6

function axes(spec: ChartSpec, look: ChartLook) {
  const { font, ink, edge, grid } = look
  const lying = liesDown(spec)
  const labels = {
    offset: true,
    ticks: {
      font: lying
        ? ({ chart }: { chart: Chart }) => ({
            ...font,
            size: Math.max(
              Math.min(font.size, smallest),
              Math.min(font.size, (0.7 * chart.height) / spec.labels.length)
            )
          })
        : font,
      color: ink,
      maxRotation: 0,
      autoSkip: lying,
      autoSkipPadding: 0
    },
    grid: { display: false },
    border: { color: edge, width: 0.6 }
  }
  const counts = {
    type: spec.scale === 'log' ? ('logarithmic' as const) : ('linear' as const),
    beginAtZero: true,
    // Figures stand above upright bars and behind lying ones.
    grace: lying ? '14%' : '6%',
    // A course of one figure has its numbers written on it.
    display: !(courseOf(spec) && spec.labels.length <= 8),
    afterBuildTicks: (axis: Scale) => {
      if (spec.scale !== 'log') return
      axis.ticks = axis.ticks.filter(({ value }) => Number.isInteger(Math.log10(value)))
    },
    ticks: { font, color: ink, callback: String },
    grid: { color: grid, lineWidth: 0.4, tickLength: 4 },
    border: { display: false }
  }
  return lying ? { x: counts, y: labels } : { x: labels, y: counts }
}
