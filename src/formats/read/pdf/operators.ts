import type { PDFPageProxy } from 'pdfjs-dist'
import {
  clippedBy,
  rulesOf,
  type RuledBox,
  type PaintedPath,
  type RuledLine,
  type Shape
} from './paths.ts'

/**
 * What stands on a page of a PDF, from its painting operators: characters, and ruling lines. Long, for
 * every operator that moves or paints has its case.
 */

/** A character where it is painted; lengths in points, `y` of the baseline from the page's top. */
export interface ReadGlyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the letters: the size of the font as it is painted. */
  readonly size: number
  /** Which way the letters run, in degrees clockwise; 0: as they are read. */
  readonly turned: number
  /** What can be seen there at all, such as a cell of a sheet; undefined: the whole page. */
  readonly clip?: RuledBox
}

export interface Painted {
  readonly glyphs: readonly ReadGlyph[]
  readonly rules: readonly RuledLine[]
}

type Matrix = readonly [number, number, number, number, number, number]
type Operators = typeof import('pdfjs-dist').OPS

/** The page's characters and lines beyond these are not looked at: no page of words has as many. */
const mostGlyphs = 30_000
const mostPaths = 20_000

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5]
]
const unit: Matrix = [1, 0, 0, 1, 0, 0]
const numbersOf = (value: unknown): number[] =>
  value && typeof value === 'object' ? Array.from(value as ArrayLike<number>, Number) : []
const matrixOf = (value: unknown): Matrix => {
  const list = numbersOf(value)
  const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN] = list
  const matrix: Matrix = [a, b, c, d, e, f]
  return list.length === 6 && matrix.every(Number.isFinite) ? matrix : unit
}

/** The part of the graphics state that says where text and lines come to stand (ISO 32000, 8.4). */
interface State {
  readonly ctm: Matrix
  readonly fill: string
  readonly stroke: string
  readonly lineWidth: number
  readonly clip?: RuledBox
  readonly size: number
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
}

interface ShownGlyph {
  readonly unicode: string
  /** In thousandths of the font's size. */
  readonly width: number
  readonly isSpace?: boolean
}
const isGlyph = (value: unknown): value is ShownGlyph =>
  typeof value === 'object' && value !== null && 'unicode' in value

/** Some fonts say that 行 is the radical ⾏, which looks the same. */
const plain = (text: string) =>
  text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (char) => radicals[char] ?? char.normalize('NFKC'))
/** Radicals of simplified characters, which Unicode does not equate. */
const radicals: Readonly<Record<string, string>> = {
  '\u2ea0': '民',
  '\u2ec5': '见',
  '\u2ed3': '长',
  '\u2ed4': '门',
  '\u2ee9': '黄'
}

/** Reads a page; pictures are not decoded. */
export async function paintedOn(page: PDFPageProxy, ops: Operators): Promise<Painted> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const glyphs: ReadGlyph[] = []
  const paths: PaintedPath[] = []
  const stack: State[] = []
  let state: State = {
    ctm: matrixOf(page.getViewport({ scale: 1 }).transform),
    fill: '#000000',
    stroke: '#000000',
    lineWidth: 1,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0
  }
  /** Whether the next path narrows what can be seen. */
  let clips = false
  let text = unit
  let line = { x: 0, y: 0 }
  let at = { x: 0, y: 0 }
  const save = () => stack.push(state)
  const restore = () => {
    state = stack.pop() ?? state
  }
  const move = (x: number, y: number) => {
    line = { x: line.x + x, y: line.y + y }
    at = line
  }
  const show = (shown: unknown) => {
    const across = times(state.ctm, text)
    const height = Math.hypot(across[2], across[3]) * Math.abs(state.size)
    const run = Math.hypot(across[0], across[1])
    const clip = state.clip && { clip: state.clip }
    const turned = Math.round((Math.atan2(across[1], across[0]) * 180) / Math.PI)
    for (const one of Array.isArray(shown) ? shown : []) {
      if (typeof one === 'number')
        at = { ...at, x: at.x - (one * state.size * state.stretch) / 1000 }
      else if (isGlyph(one)) {
        const wide = (one.width * state.size) / 1000
        const gap = state.charSpacing + (one.isSpace ? state.wordSpacing : 0)
        const [, , , , x, y] = times(across, [1, 0, 0, 1, at.x, at.y + state.rise])
        if (one.unicode.trim() && glyphs.length < mostGlyphs) {
          const width = Math.abs(wide * state.stretch * run)
          glyphs.push({ text: plain(one.unicode), x, y, width, size: height, turned, ...clip })
        }
        at = { ...at, x: at.x + (wide + gap) * state.stretch }
      }
    }
  }

  fnArray.forEach((operator, i) => {
    const args = (argsArray[i] ?? []) as unknown[]
    const number = (index: number) => Number(args[index]) || 0
    switch (operator) {
      case ops.save:
        return save()
      case ops.restore:
      case ops.paintFormXObjectEnd:
        return restore()
      case ops.paintFormXObjectBegin:
        save()
        state = { ...state, ctm: times(state.ctm, matrixOf(args[0])) }
        return
      case ops.transform:
        state = { ...state, ctm: times(state.ctm, matrixOf(args)) }
        return
      case ops.setFont:
        state = { ...state, size: number(1) }
        return
      case ops.setCharSpacing:
        state = { ...state, charSpacing: number(0) }
        return
      case ops.setWordSpacing:
        state = { ...state, wordSpacing: number(0) }
        return
      case ops.setHScale:
        state = { ...state, stretch: number(0) / 100 }
        return
      case ops.setLeading:
        state = { ...state, leading: -number(0) }
        return
      case ops.setTextRise:
        state = { ...state, rise: number(0) }
        return
      case ops.beginText:
      case ops.setTextMatrix:
        text = operator === ops.beginText ? unit : matrixOf(args[0])
        line = at = { x: 0, y: 0 }
        return
      case ops.setLeadingMoveText:
        state = { ...state, leading: number(1) }
        return move(number(0), number(1))
      case ops.moveText:
        return move(number(0), number(1))
      case ops.nextLine:
        return move(0, state.leading)
      case ops.showText:
      case ops.showSpacedText:
        return show(args[0])
      case ops.setFillRGBColor:
        state = { ...state, fill: String(args[0]) }
        return
      case ops.setStrokeRGBColor:
        state = { ...state, stroke: String(args[0]) }
        return
      case ops.setLineWidth:
        state = { ...state, lineWidth: number(0) }
        return
      case ops.clip:
      case ops.eoClip:
        clips = true
        return
      case ops.constructPath: {
        const shapes = shapesOf(numbersOf((args[1] as unknown[] | undefined)?.[0]), state.ctm)
        if (clips) {
          const clip = clippedBy(shapes, state.clip)
          state = { ...state, ...(clip && { clip }) }
        }
        clips = false
        const [fills, strokes] = [fillers, strokers].map((names) =>
          names.some((name) => ops[name] === args[0])
        )
        if (!(fills || strokes) || paths.length >= mostPaths) return
        paths.push({
          shapes,
          ...(fills && { fill: state.fill }),
          ...(strokes && { stroke: state.stroke }),
          width: state.lineWidth * Math.hypot(state.ctm[0], state.ctm[1])
        })
      }
    }
  })
  return { glyphs, rules: rulesOf(paths) }
}

/** Operators that end a path by filling it, and by drawing along it; the others only clip. */
const fillers = [
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke'
] as const
const strokers = [
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke'
] as const

/** Numbers behind each kind of step of a path: to move, to draw a line, a curve, to close. */
const steps = [2, 2, 6, 0]

/** The stretches of a path, in the page's measure. */
function shapesOf(path: readonly number[], ctm: Matrix): Shape[] {
  const shapes: { sides: RuledLine[]; curved: boolean }[] = []
  let start = { x: 0, y: 0 }
  let at = start
  const to = (next: typeof at) => {
    shapes.at(-1)?.sides.push({ x1: at.x, y1: at.y, x2: next.x, y2: next.y })
    at = next
  }
  for (let i = 0; i < path.length;) {
    const kind = path[i] ?? 0
    const width = steps[kind]
    if (width === undefined) break
    const [px = 0, py = 0] = path.slice(i + 1 + Math.max(0, width - 2), i + 1 + width)
    const [, , , , x, y] = times(ctm, [1, 0, 0, 1, px, py])
    const shape = shapes.at(-1)
    if (kind === 0) {
      start = at = { x, y }
      shapes.push({ sides: [], curved: false })
    } else if (kind === 1) to({ x, y })
    else if (kind === 3) to(start)
    else if (shape) {
      shape.curved = true
      at = { x, y }
    }
    i += 1 + width
  }
  return shapes
}
