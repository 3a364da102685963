/** What is drawn on a chart besides what Chart.js draws: its figures, samples, hatching of areas. */
import type { Chart, Plugin } from 'chart.js'
import { drawPoint } from 'chart.js/helpers'
import { leading, rowSample, type ChartPlan } from '../../core/charts/plan.ts'
import { courseOf, hidesZero, valueTextOf, type ChartSpec } from '../../core/charts/spec.ts'
import { hatch, type Hatched } from './hatch.ts'
import { cycled, lineInk, type ChartLook } from './inks.ts'

/** A logarithm has no place for 0; what is not drawn is told, on paper as on the screen. */
const noZero = '对数轴画不出 0'

/** Figures above bars and points, or behind lying ones, where the plan has them there. */
export const figures = (spec: ChartSpec, plan: ChartPlan, look: ChartLook): Plugin => ({
  id: 'figures',
  afterDatasetsDraw: (chart) => {
    const { ctx, chartArea } = chart
    const { size, family } = look.font
    ctx.save()
    ctx.font = `${size}px ${family}`
    ctx.fillStyle = look.ink
    if (hidesZero(spec)) {
      ctx.textAlign = 'left'
      ctx.textBaseline = 'top'
      ctx.fillText(noZero, 2, chartArea.top - plan.pad.top)
    }
    if (plan.figures === 'each')
      spec.series.forEach((_, s) => allFigures(chart, spec, plan, look, s))
    if (plan.figures === 'some') someFigures(chart, spec, look)
    ctx.restore()
  }
})

/** The elements of a series that are drawn, with what they are to say. */
const drawnFigures = (chart: Chart, spec: ChartSpec, s: number) =>
  (spec.series[s]?.values ?? []).flatMap((value, i) => {
    const element = chart.getDatasetMeta(s).data[i] as unknown as Partial<Bar> | undefined
    const { x = NaN, y = NaN, base } = element ?? {}
    if (value === null || !Number.isFinite(x) || !Number.isFinite(y)) return []
    return [{ i, x, y, base, text: valueTextOf(spec, s, i) }]
  })

function allFigures(chart: Chart, spec: ChartSpec, plan: ChartPlan, look: ChartLook, s: number) {
  const { ctx } = chart
  const { lying } = plan
  const [right, up] = spec.type === 'line' ? [6, 5] : [3, 1]
  ctx.textBaseline = lying ? 'middle' : 'bottom'
  ctx.textAlign = lying ? 'left' : 'center'
  for (const { i, x, y, base, text } of drawnFigures(chart, spec, s)) {
    ctx.fillStyle = courseOf(spec) && i === spec.labels.length - 1 ? look.lines[0].color : look.ink
    // Beside the end of a bar, and of one below zero beside its beginning.
    if (lying) ctx.fillText(text, Math.max(x, base ?? x) + right, y)
    else ctx.fillText(text, x, Math.min(y, base ?? y) - up)
  }
}

/** Figures at the ends of lines, above peaks and below troughs, where they cover nothing. */
function someFigures(chart: Chart, spec: ChartSpec, { ink, font: { size } }: ChartLook): void {
  const { ctx, chartArea } = chart
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'center'
  ctx.fillStyle = ink
  const lines = spec.series.map((_, s) => drawnFigures(chart, spec, s))
  const covered: Box[] = []
  for (const line of lines) {
    for (const at of [line.length - 1, 0, ...line.keys()]) {
      const one = line[at]
      if (!one) continue
      const [before = one, after = one] = [line[at - 1], line[at + 1]]
      const peak = one.y <= before.y && one.y <= after.y
      if (!peak && !(one.y >= before.y && one.y >= after.y)) continue
      const half = ctx.measureText(one.text).width / 2
      const x = Math.max(chartArea.left + half, Math.min(one.x, chart.width - half))
      const y = peak ? one.y - 5 - size / 2 : one.y + 5 + size / 2
      const box = {
        left: x - half - 2,
        right: x + half + 2,
        top: y - size / 2,
        bottom: y + size / 2
      }
      if (box.bottom > chartArea.bottom || covered.some((other) => meet(box, other))) continue
      if (lines.some((other) => crosses(other, box))) continue
      covered.push(box)
      ctx.fillText(one.text, x, y)
    }
  }
}

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Whether a line goes through a box, as far as can be seen. */
const crosses = (
  points: readonly { readonly x: number; readonly y: number }[],
  box: Box
): boolean =>
  points.some((from, i) => {
    const to = points[i + 1] ?? from
    return Array.from({ length: 17 }, (_, step) => step / 16).some((part) => {
      const [x, y] = [from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)]
      return x > box.left && x < box.right && y > box.top && y < box.bottom
    })
  })

interface Bar {
  readonly x: number
  readonly y: number
  readonly base: number
  readonly width: number
  readonly height: number
}
interface Sector {
  readonly x: number
  readonly y: number
  readonly startAngle: number
  readonly endAngle: number
  readonly outerRadius: number
}

/** Hatches bars and sectors; a pie of nothing is an empty circle. */
export const hatching = (spec: ChartSpec, plan: ChartPlan, look: ChartLook): Plugin => ({
  id: 'hatching',
  afterDatasetsDraw: (chart) => {
    if (spec.type === 'line' || courseOf(spec)) return
    if (spec.type === 'pie' && !spec.series[0]?.values.some(Boolean)) drawEmpty(chart, look)
    spec.series.forEach((_, s) =>
      chart.getDatasetMeta(s).data.forEach((element, i) => {
        if (spec.type === 'bar')
          hatchBar(chart, look, s, boxOf(element as unknown as Bar, plan.lying))
        else if (s === 0) hatchSector(chart, look, i, element as unknown as Sector)
      })
    )
  }
})

function drawEmpty({ ctx, chartArea }: Chart, { edge }: ChartLook): void {
  const { left, right, top, bottom } = chartArea
  const radius = Math.min(right - left, bottom - top) / 2 - 2
  if (!(radius > 0)) return
  ctx.save()
  ctx.beginPath()
  ctx.arc((left + right) / 2, (top + bottom) / 2, radius, 0, 2 * Math.PI)
  ctx.strokeStyle = edge
  ctx.lineWidth = 0.6
  ctx.stroke()
  ctx.restore()
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

type Box = Parameters<typeof hatch>[3]

function boxOf({ x, y, base, width, height }: Bar, lying: boolean): Box {
  if (lying) {
    const [left, right] = [Math.min(x, base), Math.max(x, base)]
    return { left, right, top: y - height / 2, bottom: y + height / 2 }
  }
  const [top, bottom] = [Math.min(y, base), Math.max(y, base)]
  return { left: x - width / 2, right: x + width / 2, top, bottom }
}

function hatchBar({ ctx }: Chart, look: ChartLook, index: number, box: Box): void {
  if (!Object.values(box).every(Number.isFinite)) return
  const { mark, hatch: kind } = cycled(look.areas, index)
  hatch(ctx as unknown as Hatched, kind, mark, box, () => true)
}

function hatchSector({ ctx }: Chart, look: ChartLook, index: number, sector: Sector): void {
  const { x, y, startAngle, endAngle, outerRadius: r } = sector
  if (!(endAngle > startAngle) || !Number.isFinite(r)) return
  const { mark, hatch: kind } = cycled(look.areas, index)
  const turn = 2 * Math.PI
  const within = (px: number, py: number) => {
    if (Math.hypot(px - x, py - y) > r - 0.5) return false
    const angle = (((Math.atan2(py - y, px - x) - startAngle) % turn) + turn) % turn
    return angle <= endAngle - startAngle
  }
  const box = { left: x - r, right: x + r, top: y - r, bottom: y + r }
  hatch(ctx as unknown as Hatched, kind, mark, box, within)
}
