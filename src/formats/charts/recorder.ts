/**
 * A 2D drawing context that draws nothing and keeps what it was told, as paths and glyphs.
 *
 * It knows what Chart.js asks of a context for bars, lines, points, pies, axes and legends; there
 * are no pictures, gradients, shadows or clips in those. Clips are let go: with straight lines and
 * scales that hold every value, nothing is drawn beyond the chart's area.
 */
import type { DrawnPath, DrawnText, Stroke } from '../../typeset/page/drawing.ts'
import type { FontRole, FontSet } from '../../typeset/page/font-metrics.ts'
import { blended } from './color.ts'
import { setLabel } from './label.ts'
import type { Matrix } from './trace.ts'
import { tracer } from './trace.ts'

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
  const trace = tracer()
  let dash: number[] = []

  const sizeOf = () => Number(/([\d.]+)px/.exec(context.font)?.[1] ?? 10)
  const scaleOf = () => Math.hypot(trace.matrix()[0], trace.matrix()[1])
  const set = (text: unknown) => {
    const label = setLabel(String(text), sizeOf(), fonts, role)
    for (const code of label.missing) missing.add(code)
    return label
  }
  const color = (style: unknown) => blended(style, context.globalAlpha)
  const paint = (how: Pick<DrawnPath, 'fill' | 'stroke'>) => {
    const segments = trace.path()
    if (segments.length > 0) marks.push({ kind: 'path', segments, ...how })
  }

  const context = {
    ...initial,
    ...trace.methods,
    canvas: {} as object,
    save: () => {
      saved.push({ state: pick(context), matrix: trace.matrix(), dash: [...dash] })
    },
    restore: () => {
      const last = saved.pop()
      if (!last) return
      Object.assign(context, last.state)
      trace.setMatrix(last.matrix)
      dash = last.dash
    },
    setLineDash: (lengths: readonly number[] | undefined) => {
      dash = [...(lengths ?? [])]
    },
    getLineDash: () => dash,
    fill: () => {
      const fill = color(context.fillStyle)
      if (fill) paint({ fill })
    },
    stroke: () => {
      const stroke = color(context.strokeStyle)
      if (!stroke || !(context.lineWidth > 0)) return
      const { lineCap: cap, lineJoin: join } = context
      const width = context.lineWidth * scaleOf()
      paint({ stroke: { color: stroke, width, dash: [...dash], cap, join } })
    },
    clip: () => undefined,
    // Chart.js wipes its whole canvas before it draws again.
    clearRect: () => {
      marks.length = 0
    },
    fillRect: (...box: Parameters<typeof trace.methods.rect>) =>
      trace.aside(() => {
        trace.methods.rect(...box)
        context.fill()
      }),
    strokeRect: (...box: Parameters<typeof trace.methods.rect>) =>
      trace.aside(() => {
        trace.methods.rect(...box)
        context.stroke()
      }),
    measureText: (text: unknown) => {
      const { width: advance } = set(text)
      return {
        width: advance,
        actualBoundingBoxLeft: 0,
        actualBoundingBoxRight: advance,
        actualBoundingBoxAscent: 0.88 * sizeOf(),
        actualBoundingBoxDescent: 0.12 * sizeOf()
      }
    },
    fillText: (text: unknown, x: number, y: number) => {
      const fill = color(context.fillStyle)
      if (!fill) return
      const label = set(text)
      const left = x - label.width * (shares[context.textAlign] ?? 0)
      const base = y + sizeOf() * (rises[context.textBaseline] ?? 0)
      const [scale, matrix] = [scaleOf(), trace.matrix()]
      for (const { font, x: start, width: long, glyphs } of label.groups) {
        const [at, down] = trace.moved(left + start, base)
        marks.push({
          kind: 'text',
          font,
          size: sizeOf() * scale,
          x: at,
          y: down,
          angle: Math.atan2(matrix[1], matrix[0]),
          color: fill,
          glyphs: glyphs.map((glyph) => ({ ...glyph, x: glyph.x * scale })),
          width: long * scale
        })
      }
    },
    strokeText: () => undefined
  }
  context.canvas = {
    width,
    height,
    style: {},
    getContext: () => context,
    getAttribute: () => null,
    setAttribute: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined
  }
  return { canvas: context.canvas, marks, missing }
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
