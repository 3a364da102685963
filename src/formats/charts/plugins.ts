/** What is drawn on a chart besides what Chart.js draws: its figures, and the hatching of areas. */
import type { Chart, Plugin } from 'chart.js'
import type { ChartSpec } from '../../core/charts/spec.ts'
import { liesDown } from '../../core/charts/chart.ts'
import { hatch, type Hatched } from './hatch.ts'
import { cycled, type ChartLook } from './inks.ts'

/** A figure as it is printed. */
export const valueTextOf = ({ texts, series }: ChartSpec, s: number, i: number): string => {
  const value = series[s]?.values[i]
  return texts?.[s]?.[i] ?? (value == null ? '' : String(value))
}

/** One figure through the years: the last is what the report is about. */
export const courseOf = ({ type, series, labels }: ChartSpec): boolean =>
  type !== 'pie' &&
  series.length === 1 &&
  labels.length > 1 &&
  labels.every((l) => /^\d+年$/.test(l))

/** A logarithm has no place for 0; what is not drawn is told, on paper as on the screen. */
const noZero = '对数轴画不出 0'
const hidesZero = ({ scale, series }: ChartSpec): boolean =>
  scale === 'log' && series.some(({ values }) => values.includes(0))

/** Figures above bars and points, or behind lying bars, where there is room for them. */
export const figures = (spec: ChartSpec, { font, ink, lines }: ChartLook): Plugin => ({
  id: 'figures',
  afterDatasetsDraw: (chart) => {
    const { type, labels, series } = spec
    const { ctx, chartArea } = chart
    ctx.save()
    ctx.font = `${font.size - 1}px ${font.family}`
    ctx.fillStyle = ink
    if (hidesZero(spec)) {
      ctx.textAlign = 'left'
      ctx.textBaseline = 'top'
      ctx.fillText(noZero, 2, 2)
    }
    if (type === 'line' && series.length > 1) return void ctx.restore()
    const lying = liesDown(spec)
    ctx.textBaseline = lying ? 'middle' : 'bottom'
    ctx.textAlign = lying ? 'left' : 'center'
    const widest = Math.max(
      0,
      ...series.flatMap(({ values }, s) =>
        values.map((_, i) => ctx.measureText(valueTextOf(spec, s, i)).width)
      )
    )
    const bars = labels.length * (type === 'bar' ? series.length : 1)
    const room = lying ? chartArea.height / bars > font.size - 2 : chartArea.width / bars > widest
    if (room) {
      series.forEach(({ values }, s) => {
        values.forEach((value, i) => {
          const element = chart.getDatasetMeta(s).data[i]
          const drawn = element && Number.isFinite(element.x) && Number.isFinite(element.y)
          if (value === null || !drawn) return
          const latest = courseOf(spec) && i === values.length - 1
          ctx.fillStyle = latest ? lines[0].color : ink
          const [right, up] = lying ? [3, 0] : [0, type === 'line' ? 5 : 1]
          ctx.fillText(valueTextOf(spec, s, i), element.x + right, element.y - up)
        })
      })
    }
    ctx.restore()
  }
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

/** Hatches bars and sectors, and their samples in the legend. */
export const hatching = (spec: ChartSpec, look: ChartLook): Plugin => ({
  id: 'hatching',
  afterDatasetsDraw: (chart) => {
    if (spec.type === 'line' || courseOf(spec)) return
    spec.series.forEach((_, s) =>
      chart.getDatasetMeta(s).data.forEach((element, i) => {
        if (spec.type === 'bar') hatchBar(chart, look, s, boxOf(element as unknown as Bar, spec))
        else if (s === 0) hatchSector(chart, look, i, element as unknown as Sector)
      })
    )
  },
  afterDraw: (chart) => {
    if (spec.type === 'line' || !chart.legend?.options.display) return
    const { legendHitBoxes: boxes = [] } = chart.legend as unknown as { legendHitBoxes?: Hit[] }
    boxes.forEach(({ left, top, height }, i) => {
      const middle = top + height / 2
      const box = { left, right: left + 14, top: middle - 4, bottom: middle + 4 }
      const { mark, hatch: kind } = cycled(look.areas, i)
      hatch(chart.ctx as unknown as Hatched, kind, mark, box, () => true)
    })
  }
})

interface Hit {
  readonly left: number
  readonly top: number
  readonly height: number
}

type Box = Parameters<typeof hatch>[3]

function boxOf({ x, y, base, width, height }: Bar, spec: ChartSpec): Box {
  if (liesDown(spec)) {
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
