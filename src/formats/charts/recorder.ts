/**
 * A 2D drawing context that draws nothing and keeps what it was told, as paths and glyphs.
 *
 * It knows what Chart.js asks of a context for bars, lines, points, pies, axes and legends; there
 * are no pictures, gradients, shadows or clips in those. Clips are let go: with straight lines and
 * scales that hold every value, nothing is drawn beyond the chart's area.
 */
import type { DrawnPath, DrawnText, Segment, Stroke } from '../../typeset/drawing.ts'
import type { FontRole, FontSet } from '../../typeset/metrics.ts'
import type { Glyph } from '../../typeset/page.ts'
import { blended } from './color.ts'

/** The matrix a b c d e f of the canvas: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [number, number, number, number, number, number]

const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** What `save` keeps and `restore` brings back. */
const initial = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt' as Stroke['cap'],
  lineJoin: 'miter' as Stroke['join'],
  lineDashOffset: 0,
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic'
}

export interface Recording {
  /** To be handed to Chart.js in place of a canvas. */
  readonly canvas: object
  readonly marks: readonly (DrawnPath | DrawnText)[]
  /** Characters that no font has. */
  readonly missing: ReadonlySet<number>
}

/** A canvas of this size in points, whose text is set in the given role. */
export function record(width: number, height: number, fonts: FontSet, role: FontRole): Recording {
  const marks: (DrawnPath | DrawnText)[] = []
  const missing = new Set<number>()
  const saved: { state: typeof initial; matrix: Matrix; dash: number[] }[] = []
  let matrix = identity
  let dash: number[] = []
  let segments: Segment[] = []
  /** The pen, before the matrix. */
  let pen = { x: 0, y: 0 }

  const moved = (x: number, y: number): [number, number] => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5]
  ]
  const times = (a: number, b: number, c: number, d: number, e: number, f: number) => {
    const [x, y] = moved(e, f)
    const m = matrix
    matrix = [
      m[0] * a + m[2] * b,
      m[1] * a + m[3] * b,
      m[0] * c + m[2] * d,
      m[1] * c + m[3] * d,
      x,
      y
    ]
  }
  const add = (command: Segment['command'], ...points: number[]) => {
    // As a real context does; Chart.js relies on it for bars without a figure.
    if (!points.every(Number.isFinite)) return
    const path: number[] = []
    for (let i = 0; i < points.length; i += 2)
      path.push(...moved(points[i] ?? 0, points[i + 1] ?? 0))
    segments.push({ command, points: path })
    const [x, y] = points.slice(-2)
    if (x !== undefined && y !== undefined) pen = { x, y }
  }
  const sizeOf = () => Number(/([\d.]+)px/.exec(context.font)?.[1] ?? 10)
  /** Glyphs grouped by font, and the width of all, in points. */
  const set = (text: string) => {
    const size = sizeOf()
    const groups: { font: string; x: number; glyphs: Glyph[] }[] = []
    let x = 0
    for (const char of text) {
      const code = char.codePointAt(0) ?? 0
      const metric = fonts.metric(role, code)
      if (!metric) {
        missing.add(code)
        continue
      }
      let group = groups.at(-1)
      if (group?.font !== metric.font) groups.push((group = { font: metric.font, x, glyphs: [] }))
      group.glyphs.push({ code, x: x - group.x })
      x += metric.advance * size
    }
    return { groups, width: x, size }
  }
  const color = (style: unknown) => blended(style, context.globalAlpha)
  const paint = (fill: string | undefined, stroke: string | undefined) => {
    if (!segments.some(({ command }) => command !== 'Z') || (!fill && !stroke)) return
    const pen = stroke && {
      color: stroke,
      width: context.lineWidth * Math.hypot(matrix[0], matrix[1]),
      dash: [...dash],
      cap: context.lineCap,
      join: context.lineJoin
    }
    marks.push({
      kind: 'path',
      segments: [...segments],
      ...(fill && { fill }),
      ...(pen && { stroke: pen })
    })
  }
  const box = (x: number, y: number, w: number, h: number) => {
    add('M', x, y)
    add('L', x + w, y)
    add('L', x + w, y + h)
    add('L', x, y + h)
    add('Z')
  }
  /** Draws a rectangle beside the path under way. */
  const aside = (draw: () => void) => {
    const kept = segments
    segments = []
    draw()
    segments = kept
  }

  const context = {
    ...initial,
    canvas: {} as object,
    save: () => {
      const { canvas: _, ...state } = context
      saved.push({ state: pick(state), matrix, dash: [...dash] })
    },
    restore: () => {
      const last = saved.pop()
      if (last) Object.assign(context, last.state)
      if (last) ({ matrix, dash } = last)
    },
    translate: (x: number, y: number) => times(1, 0, 0, 1, x, y),
    scale: (x: number, y: number) => times(x, 0, 0, y, 0, 0),
    rotate: (angle: number) =>
      times(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0),
    setTransform: () => {
      matrix = identity
    },
    resetTransform: () => {
      matrix = identity
    },
    setLineDash: (lengths: readonly number[] | undefined) => {
      dash = [...(lengths ?? [])]
    },
    getLineDash: () => dash,
    beginPath: () => {
      segments = []
    },
    moveTo: (x: number, y: number) => add('M', x, y),
    lineTo: (x: number, y: number) => add(segments.length > 0 ? 'L' : 'M', x, y),
    bezierCurveTo: (...points: number[]) => add('C', ...points),
    closePath: () => {
      if (segments.length > 0) add('Z')
    },
    rect: box,
    arc: (x: number, y: number, r: number, from: number, to: number, back?: boolean) => {
      for (const points of arcCurves(x, y, r, from, to, back === true)) {
        if (points.length === 2) add(segments.length > 0 ? 'L' : 'M', ...points)
        else add('C', ...points)
      }
    },
    arcTo: (x: number, y: number) => add('L', x, y),
    quadraticCurveTo: (cx: number, cy: number, x: number, y: number) => {
      const third = (a: number, b: number) => a + ((b - a) * 2) / 3
      add('C', third(pen.x, cx), third(pen.y, cy), third(x, cx), third(y, cy), x, y)
    },
    fill: () => paint(color(context.fillStyle), undefined),
    stroke: () => {
      if (context.lineWidth > 0) paint(undefined, color(context.strokeStyle))
    },
    clip: () => undefined,
    // Chart.js wipes its whole canvas before it draws again.
    clearRect: () => {
      marks.length = 0
    },
    fillRect: (...at: [number, number, number, number]) =>
      aside(() => {
        box(...at)
        context.fill()
      }),
    strokeRect: (...at: [number, number, number, number]) =>
      aside(() => {
        box(...at)
        context.stroke()
      }),
    measureText: (text: unknown) => {
      const { width: advance, size } = set(String(text))
      return {
        width: advance,
        actualBoundingBoxLeft: 0,
        actualBoundingBoxRight: advance,
        actualBoundingBoxAscent: 0.88 * size,
        actualBoundingBoxDescent: 0.12 * size
      }
    },
    fillText: (text: unknown, x: number, y: number) => {
      const { groups, width: advance, size } = set(String(text))
      const left = x - advance * (shares[context.textAlign] ?? 0)
      const base = y + size * (rises[context.textBaseline] ?? 0)
      const scale = Math.hypot(matrix[0], matrix[1])
      const fill = color(context.fillStyle)
      for (const { font, x: start, glyphs } of fill ? groups : []) {
        const [at, down] = moved(left + start, base)
        marks.push({
          kind: 'text',
          font,
          size: size * scale,
          x: at,
          y: down,
          angle: Math.atan2(matrix[1], matrix[0]),
          color: fill ?? '#000000',
          glyphs: glyphs.map((glyph) => ({ ...glyph, x: glyph.x * scale }))
        })
      }
    },
    strokeText: () => undefined
  }
  const canvas = {
    width,
    height,
    style: {},
    getContext: () => context,
    getAttribute: () => null,
    setAttribute: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined
  }
  context.canvas = canvas
  return { canvas, marks, missing }
}

const pick = (state: typeof initial): typeof initial =>
  Object.fromEntries(
    Object.keys(initial).map((key) => [key, state[key as keyof typeof initial]])
  ) as typeof initial

/** How much of a text's width lies before its anchor. */
const shares: Readonly<Record<string, number>> = { center: 0.5, right: 1, end: 1 }

/** How far the baseline lies below the anchor, in em, for a Han body of 0.88 above and 0.12 below. */
const rises: Readonly<Record<string, number>> = {
  top: 0.88,
  hanging: 0.88,
  middle: 0.38,
  bottom: -0.12
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
