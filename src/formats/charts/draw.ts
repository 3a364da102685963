/** Charts as drawings: Chart.js lays them out, the recorder keeps what it draws. */
import {
  ArcElement,
  BarController,
  BarElement,
  BasicPlatform,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PieController,
  PointElement
} from 'chart.js'
import type { ChartConfiguration, ChartDataset, ChartItem, Plugin, Scale } from 'chart.js'
import type { ChartSpec } from '../../core/blocks.ts'
import type { Drawing } from '../../typeset/drawing.ts'
import type { FontSet } from '../../typeset/metrics.ts'
import { areas, cycled, edge, lines } from './inks.ts'
import { record } from './recorder.ts'

Chart.register(BarController, BarElement, LineController, LineElement, PointElement)
Chart.register(PieController, ArcElement, CategoryScale, LinearScale, LogarithmicScale, Legend)

/** A chart drawn, and the characters of it that no font has. */
export interface DrawnChart {
  readonly drawing: Drawing
  readonly missing: ReadonlySet<number>
}

const font = { size: 9, family: 'hei' }
const ink = '#222222'
const grid = '#d9d9d9'

/** Draws a chart to fill this many points. */
export function drawChart(
  spec: ChartSpec,
  width: number,
  height: number,
  fonts: FontSet
): DrawnChart {
  const { canvas, marks, missing } = record(width, height, fonts, 'hei')
  const chart = new Chart(canvas as ChartItem, configuration(spec, width))
  // Taken before the chart goes, which wipes its canvas.
  const drawing = { width, height, marks: [...marks] }
  chart.destroy()
  return { drawing, missing }
}

function configuration(spec: ChartSpec, width: number): ChartConfiguration {
  const pie = spec.type === 'pie'
  return {
    type: spec.type,
    platform: BasicPlatform,
    data: { labels: labelsOf(spec, width), datasets: spec.series.map(dataset(spec)) },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      events: [],
      font,
      color: ink,
      layout: { padding: { top: pie ? 4 : 14, bottom: pie ? 4 : 0, right: 8 } },
      plugins: {
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
      ...(!pie && { scales: axes(spec) })
    },
    plugins: pie ? [] : [figures(spec)]
  }
}

/** Lines are told apart by their dashes: the legend shows a piece of each. */
const strokes = {
  usePointStyle: true,
  pointStyleWidth: 26,
  generateLabels: (chart: Chart) =>
    Chart.defaults.plugins.legend.labels.generateLabels(chart).map((label, i) => ({
      ...label,
      pointStyle: 'line' as const,
      lineDash: [...cycled(lines, i).dash],
      lineWidth: 1.4
    }))
}

/** A pie shows no axis, so its legend tells the figures; an axis has room for so much in a line. */
const labelsOf = ({ type, labels, series }: ChartSpec, width: number): (string | string[])[] =>
  labels.map((label, i) =>
    type === 'pie'
      ? `${label} ${series[0]?.values[i] ?? '—'}`
      : wrapped(label, (0.85 * width) / labels.length / font.size)
  )

/** The text in lines of so many em, a character of ASCII being half of one. */
function wrapped(text: string, em: number): string[] {
  const lines = ['']
  let room = em
  for (const char of text) {
    const width = char < '\u0100' ? 0.55 : 1
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
  ({ type, scale, labels }: ChartSpec) =>
  ({ name, values }: ChartSpec['series'][number], index: number): ChartDataset => {
    // A logarithmic scale has no zero; the figure stands in the table of figures all the same.
    const data = values.map((value) => (scale === 'log' && value === 0 ? null : value))
    const common = { label: name, data: type === 'pie' ? data.map((value) => value ?? 0) : data }
    if (type === 'line') {
      const { color, dash, point } = cycled(lines, index)
      return {
        ...common,
        type,
        borderColor: color,
        backgroundColor: color,
        borderDash: [...dash],
        borderWidth: 1.4,
        pointStyle: point,
        pointRadius: labels.length > 24 ? 0 : 2.2,
        // With it Chart.js draws on the context and not through an opaque Path2D.
        segment: {}
      }
    }
    const fill = (at: number) => cycled(areas, at)
    return {
      ...common,
      type,
      backgroundColor: type === 'pie' ? labels.map((_, i) => fill(i)) : fill(index),
      borderColor: type === 'pie' ? '#ffffff' : edge,
      borderWidth: type === 'pie' ? 1 : 0.4,
      ...(type === 'bar' && { maxBarThickness: 34 })
    } as ChartDataset
  }

const axes = ({ scale }: ChartSpec) => ({
  x: {
    offset: true,
    ticks: { font, color: ink, maxRotation: 0, autoSkip: false },
    grid: { display: false },
    border: { color: edge, width: 0.6 }
  },
  y: {
    type: scale === 'log' ? ('logarithmic' as const) : ('linear' as const),
    beginAtZero: true,
    grace: '6%',
    afterBuildTicks: (axis: Scale) => {
      if (scale !== 'log') return
      axis.ticks = axis.ticks.filter(({ value }) => Number.isInteger(Math.log10(value)))
    },
    ticks: {
      font,
      color: ink,
      callback: String
    },
    grid: { color: grid, lineWidth: 0.4, tickLength: 4 },
    border: { display: false }
  }
})

/** Figures above bars and points, where there is room for them. */
const figures = ({ type, labels, series }: ChartSpec): Plugin => ({
  id: 'figures',
  afterDatasetsDraw: (chart) => {
    const { ctx, chartArea } = chart
    ctx.save()
    ctx.font = '8px hei'
    ctx.fillStyle = ink
    ctx.textBaseline = 'bottom'
    ctx.textAlign = 'center'
    const roomy = chartArea.width / (labels.length * (type === 'bar' ? series.length : 1)) > 18
    if (roomy && (type === 'bar' || series.length === 1)) {
      series.forEach(({ values }, index) => {
        values.forEach((value, i) => {
          const element = chart.getDatasetMeta(index).data[i]
          if (value === null || !element || !Number.isFinite(element.y)) return
          ctx.fillText(String(value), element.x, element.y - (type === 'line' ? 4 : 1))
        })
      })
    }
    ctx.restore()
  }
})
