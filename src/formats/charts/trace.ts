/** The path and the matrix of a drawing context: what was traced, in the picture's own places. */
import type { PathSegment } from '../../typeset/page/drawing.ts'

/** The matrix a b c d e f of the canvas: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The methods of a context that trace paths and move the paper, and what has come of them. */
export function tracer() {
  let matrix = identity
  let segments: PathSegment[] = []
  /** The pen, before the matrix. */
  let pen = { x: 0, y: 0 }

  const moved = (x: number, y: number): [number, number] => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5]
  ]
  const times = ([a, b, c, d, e, f]: Matrix) => {
    const m = matrix
    const linear = (x: number, y: number) => [m[0] * x + m[2] * y, m[1] * x + m[3] * y] as const
    matrix = [...linear(a, b), ...linear(c, d), ...moved(e, f)]
  }
  const add = (command: PathSegment['command'], ...points: number[]) => {
    // As a real context does; Chart.js relies on it for bars without a figure.
    if (!points.every(Number.isFinite)) return
    const path: number[] = []
    for (let i = 0; i < points.length; i += 2) {
      path.push(...moved(points[i] ?? 0, points[i + 1] ?? 0))
    }
    segments.push({ command, points: path })
    const [x, y] = points.slice(-2)
    if (x !== undefined && y !== undefined) pen = { x, y }
  }
  const lineTo = (x: number, y: number) => add(segments.length > 0 ? 'L' : 'M', x, y)

  const methods = {
    translate: (x: number, y: number) => times([1, 0, 0, 1, x, y]),
    scale: (x: number, y: number) => times([x, 0, 0, y, 0, 0]),
    rotate: (angle: number) => {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      times([cos, sin, -sin, cos, 0, 0])
    },
    setTransform: () => {
      matrix = identity
    },
    resetTransform: () => {
      matrix = identity
    },
    beginPath: () => {
      segments = []
    },
    moveTo: (x: number, y: number) => add('M', x, y),
    lineTo,
    bezierCurveTo: (...points: number[]) => add('C', ...points),
    quadraticCurveTo: (cx: number, cy: number, x: number, y: number) => {
      const third = (a: number, b: number) => a + ((b - a) * 2) / 3
      add('C', third(pen.x, cx), third(pen.y, cy), third(x, cx), third(y, cy), x, y)
    },
    arc: (x: number, y: number, r: number, from: number, to: number, back?: boolean) => {
      for (const points of arcCurves(x, y, r, from, to, back === true)) {
        if (points.length === 2) lineTo(points[0] ?? NaN, points[1] ?? NaN)
        else add('C', ...points)
      }
    },
    /** Chart.js rounds corners with it only where bars have a radius; ours have none. */
    arcTo: lineTo,
    rect: (x: number, y: number, w: number, h: number) => {
      add('M', x, y)
      add('L', x + w, y)
      add('L', x + w, y + h)
      add('L', x, y + h)
      add('Z')
    },
    closePath: () => {
      if (segments.length > 0) add('Z')
    }
  }
  return {
    methods,
    moved,
    matrix: () => matrix,
    setMatrix: (next: Matrix) => {
      matrix = next
    },
    /** What has been traced since the path was begun; empty when that is nothing to paint. */
    path: (): PathSegment[] =>
      segments.some(({ command }) => command !== 'Z') ? [...segments] : [],
    /** Traces something beside the path under way. */
    aside: (trace: () => void) => {
      const kept = segments
      segments = []
      trace()
      segments = kept
    }
  }
}

/** An arc as its first point and then cubic curves of a quarter circle at most. */
function arcCurves(
  x: number,
  y: number,
  r: number,
  from: number,
  to: number,
  back: boolean
): number[][] {
  const full = 2 * Math.PI
  let sweep = to - from
  if (!back && sweep < 0) sweep = (sweep % full) + full
  if (back && sweep > 0) sweep = (sweep % full) - full
  sweep = Math.max(-full, Math.min(full, sweep))
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
  const step = sweep / count
  const k = (4 / 3) * Math.tan(step / 4)
  const curves = [[x + r * Math.cos(from), y + r * Math.sin(from)]]
  for (let i = 0; i < count; i++) {
    const [a, b] = [from + i * step, from + (i + 1) * step]
    curves.push([
      x + r * (Math.cos(a) - k * Math.sin(a)),
      y + r * (Math.sin(a) + k * Math.cos(a)),
      x + r * (Math.cos(b) + k * Math.sin(b)),
      y + r * (Math.sin(b) - k * Math.cos(b)),
      x + r * Math.cos(b),
      y + r * Math.sin(b)
    ])
  }
  return curves
}
