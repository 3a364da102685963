/** The legend of a chart, and what of it Chart.js does not draw. */
import { Chart, type Plugin } from 'chart.js'
import { drawPoint } from 'chart.js/helpers'
import { rowSample, type ChartPlan } from '../../core/charts/plan/plan.ts'
import { legendGap } from '../../core/charts/plan/legend.ts'
import { leading } from '../../core/charts/plan/words.ts'
import type { ChartSpec } from '../../core/charts/spec.ts'
import { hatch, type Hatched } from './hatch.ts'
import { cycled, lineInk, type ChartLook } from './inks.ts'

/** Chart.js takes a text of one line and lines for different things. */
export const inLines = (lines: readonly string[]): string | string[] =>
  lines.length > 1 ? [...lines] : (lines[0] ?? '')

/** Names of lines and bars; of a pie the labels, which tell its figures. */
export function legendOptions({ type }: ChartSpec, { legend }: ChartPlan, look: ChartLook) {
  const { font, ink } = look
  return {
    display: legend !== undefined,
    position: legend?.position ?? 'bottom',
    ...(legend?.position === 'right' && { maxWidth: legend.beside + legend.unknown }),
    labels: {
      font,
      color: ink,
      boxWidth: type === 'line' ? 26 : 14,
      boxHeight: 8,
      padding: legendGap,
      ...(type !== 'pie' && {
        usePointStyle: type === 'line',
        pointStyleWidth: 26,
        generateLabels: (chart: Chart) =>
          Chart.defaults.plugins.legend.labels.generateLabels(chart).map((label, i) => ({
            ...label,
            // Chart.js sets lines below each other, though its types know one only.
            text: inLines(legend?.names[i] ?? []) as string,
            ...(type === 'line' && {
              pointStyle: 'line' as const,
              lineDash: [...lineInk(look, i).dash],
              lineWidth: 1.4
            })
          }))
      })
    }
  }
}

/** Hatching and points in the samples of the legend, and samples before rows of figures. */
export const samples = (spec: ChartSpec, plan: ChartPlan, look: ChartLook): Plugin => ({
  id: 'samples',
  afterDraw: (chart) => {
    if (!plan.legend) return
    const { legendHitBoxes: boxes = [] } = chart.legend as unknown as { legendHitBoxes?: Hit[] }
    boxes.forEach(({ left, top }, i) => {
      // Chart.js centres a sample in the first line of its text.
      const middle = top + look.font.size / 2
      if (spec.type === 'line') point(chart, look, i, left + 13, middle)
      else hatchSample(chart, look, i, left, middle)
    })
    if (plan.figures === 'rows') rowSamples(chart, spec, look)
  }
})

function hatchSample({ ctx }: Chart, look: ChartLook, index: number, left: number, y: number) {
  const { mark, hatch: kind } = cycled(look.areas, index)
  const box = { left, right: left + 14, top: y - 4, bottom: y + 4 }
  hatch(ctx as unknown as Hatched, kind, mark, box, () => true)
}

function point({ ctx }: Chart, look: ChartLook, index: number, x: number, y: number): void {
  const { color, point: pointStyle } = lineInk(look, index)
  ctx.save()
  ctx.setLineDash([])
  ctx.fillStyle = look.paper
  ctx.strokeStyle = color
  ctx.lineWidth = 1.2
  drawPoint(ctx, { pointStyle, radius: 2.6, rotation: 0, borderWidth: 1.2 }, x, y)
  ctx.restore()
}

/** Rows are the last lines of the labels: before each the sample of its line or bars. */
function rowSamples(chart: Chart, { type, series }: ChartSpec, look: ChartLook): void {
  const { ctx, chartArea } = chart
  const [item] = chart.scales['x']?.getLabelItems() ?? []
  if (!item || !Array.isArray(item.label)) return
  const first = item.label.length - series.length
  const left = chartArea.left - rowSample
  series.forEach((_, s) => {
    const [, top] = item.options.translation ?? [0, 0]
    const y = top + item.textOffset + (first + s) * leading * look.font.size
    if (type === 'line') {
      const { color, dash } = lineInk(look, s)
      ctx.save()
      ctx.strokeStyle = color
      ctx.lineWidth = 1.4
      ctx.setLineDash([...dash])
      ctx.beginPath()
      ctx.moveTo(left, y)
      ctx.lineTo(left + 26, y)
      ctx.stroke()
      ctx.restore()
      point(chart, look, s, left + 13, y)
    } else {
      ctx.save()
      ctx.fillStyle = cycled(look.areas, s).color
      ctx.strokeStyle = look.edge
      ctx.lineWidth = 0.4
      ctx.fillRect(left + 6, y - 4, 14, 8)
      ctx.strokeRect(left + 6, y - 4, 14, 8)
      ctx.restore()
      hatchSample(chart, look, s, left + 6, y)
    }
  })
}

interface Hit {
  readonly left: number
  readonly top: number
}
