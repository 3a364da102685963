/**
 * Hatching of bars and sectors that tells areas apart on a grey printer. Drawn as plain lines, which a recorder keeps as
 * vectors; a pattern of the canvas would be a picture.
 */

import type { Chart, Plugin } from 'chart.js'
import type { Extent } from '../../core/charts/plan/line-labels.ts'
import { courseOf, type ChartSpec } from '../../core/charts/spec.ts'
import { cycled, type ChartLook, type Hatch } from './inks.ts'

/** What a context must be able to do to be hatched on. */
export type Hatched = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'stroke' | 'strokeStyle' | 'lineWidth' | 'save' | 'restore'
> & { setLineDash: (lengths: number[]) => void }

/** Directions of each kind of lines, as steps along the line. */
const directions: Readonly<Record<Hatch, readonly (readonly [number, number])[]>> = {
  none: [],
  up: [[1, -1]],
  down: [[1, 1]],
  flat: [[1, 0]],
  upright: [[0, 1]],
  cross: [
    [1, -1],
    [1, 1]
  ]
}

/** Between two lines, in the unit of the canvas. */
const gap = 5

/** Hatches the part of a box that lies inside of a shape. */
export function hatch(
  ctx: Hatched,
  kind: Hatch,
  color: string,
  box: Extent,
  inside: (x: number, y: number) => boolean
): void {
  if (kind === 'none') return
  ctx.save()
  ctx.strokeStyle = color
  ctx.lineWidth = 0.7
  ctx.setLineDash([])
  ctx.beginPath()
  for (const [dx, dy] of directions[kind]) hatchLines(ctx, [dx, dy], box, inside)
  ctx.stroke()
  ctx.restore()
}

function hatchLines(
  ctx: Hatched,
  [dx, dy]: readonly [number, number],
  { left, top, right, bottom }: Extent,
  inside: (x: number, y: number) => boolean
): void {
  const length = right - left + bottom - top
  // Lines start on a raster of the whole canvas, so that neighbours of one kind go on into another.
  const from = (edge: number) => Math.ceil(edge / gap) * gap
  const starts: [number, number][] = []
  if (dy === 0) for (let y = from(top); y < bottom; y += gap) starts.push([left, y])
  else if (dx === 0) for (let x = from(left); x < right; x += gap) starts.push([x, top])
  else {
    const [low, high] = dy > 0 ? [left - bottom, right - top] : [left + top, right + bottom]
    for (let c = from(low); c < high; c += gap) {
      starts.push(
        dy > 0
          ? [Math.max(left, c + top), Math.max(top, left - c)]
          : [Math.max(left, c - bottom), Math.min(bottom, c - left)]
      )
    }
  }
  for (const [x, y] of starts) {
    let begun: [number, number] | undefined
    let at: [number, number] = [x, y]
    for (let step = 0; step <= length; step += 0.5) {
      const next: [number, number] = [x + dx * step, y + dy * step]
      const within =
        next[0] >= left &&
        next[0] <= right &&
        next[1] >= top &&
        next[1] <= bottom &&
        inside(...next)
      if (within && !begun) begun = next
      if (!within && begun) {
        line(ctx, begun, at)
        begun = undefined
      }
      at = next
    }
    if (begun) line(ctx, begun, at)
  }
}

function line(ctx: Hatched, from: [number, number], to: [number, number]): void {
  ctx.moveTo(...from)
  ctx.lineTo(...to)
}

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
export const hatching = (spec: ChartSpec, lying: boolean, look: ChartLook): Plugin => ({
  id: 'hatching',
  afterDatasetsDraw: (chart) => {
    if (spec.type === 'line' || courseOf(spec)) return
    if (spec.type === 'pie' && !spec.series[0]?.values.some(Boolean)) drawEmpty(chart, look)
    spec.series.forEach((_, s) =>
      chart.getDatasetMeta(s).data.forEach((element, i) => {
        if (spec.type === 'bar') hatchBar(chart, look, s, boxOf(element as unknown as Bar, lying))
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

function boxOf({ x, y, base, width, height }: Bar, lying: boolean): Extent {
  if (lying) {
    const [left, right] = [Math.min(x, base), Math.max(x, base)]
    return { left, right, top: y - height / 2, bottom: y + height / 2 }
  }
  const [top, bottom] = [Math.min(y, base), Math.max(y, base)]
  return { left: x - width / 2, right: x + width / 2, top, bottom }
}

function hatchBar({ ctx }: Chart, look: ChartLook, index: number, box: Extent): void {
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
