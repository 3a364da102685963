import type { PDFPageProxy } from 'pdfjs-dist'

/**
 * What stands on a page of a PDF, from its painting operators: characters, and ruling lines. Long, for
 * every operator that moves or paints has its case.
 */

/** A character where it is painted; lengths in points, `y` of the baseline from the page's top. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the letters: the size of the font as it is painted. */
  readonly size: number
}

/** A straight line along one axis, or a filled bar so thin that it is one. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface Painted {
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
}

type Matrix = readonly [number, number, number, number, number, number]
type Operators = typeof import('pdfjs-dist').OPS

/** The page's characters and lines beyond these are not looked at: no page of words has as many. */
const mostGlyphs = 30_000
const mostRules = 20_000
/** Bars thicker than this are areas, in points. */
const thinnest = 3

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
  return list.length === 6 && list.every(Number.isFinite) ? (list as unknown as Matrix) : unit
}

/** The part of the graphics state that says where text and lines come to stand (ISO 32000, 8.4). */
interface State {
  readonly ctm: Matrix
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
  const glyphs: Glyph[] = []
  const rules: Rule[] = []
  const stack: State[] = []
  let state: State = {
    ctm: matrixOf(page.getViewport({ scale: 1 }).transform),
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0
  }
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
    for (const one of Array.isArray(shown) ? shown : []) {
      if (typeof one === 'number')
        at = { ...at, x: at.x - (one * state.size * state.stretch) / 1000 }
      else if (isGlyph(one)) {
        const wide = (one.width * state.size) / 1000
        const gap = state.charSpacing + (one.isSpace ? state.wordSpacing : 0)
        const [, , , , x, y] = times(across, [1, 0, 0, 1, at.x, at.y + state.rise])
        if (one.unicode.trim() && glyphs.length < mostGlyphs) {
          const width = Math.abs(wide * state.stretch * run)
          glyphs.push({ text: plain(one.unicode), x, y, width, size: height })
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
      case ops.constructPath:
        if (args[0] === ops.endPath || args[0] === ops.clip || rules.length > mostRules) return
        rules.push(...rulesOf(numbersOf((args[1] as unknown[] | undefined)?.[0]), state.ctm))
    }
  })
  return { glyphs, rules: rules.slice(0, mostRules) }
}

/** Numbers behind each kind of step of a path: to move, to draw a line, a curve, to close. */
const steps = [2, 2, 6, 0]

/** The straight lines of a path, and thin areas as the line in their middle. */
function rulesOf(path: readonly number[], ctm: Matrix): readonly Rule[] {
  const lines: Rule[] = []
  let [startX, startY, x, y] = [0, 0, 0, 0]
  const to = (nextX: number, nextY: number) => {
    const rule = ruleOf({ x1: x, y1: y, x2: nextX, y2: nextY })
    if (rule) lines.push(rule)
    ;[x, y] = [nextX, nextY]
  }
  for (let i = 0; i < path.length;) {
    const kind = path[i] ?? 0
    const width = steps[kind]
    if (width === undefined) break
    const [px = 0, py = 0] = path.slice(i + 1 + Math.max(0, width - 2), i + 1 + width)
    const [, , , , toX, toY] = times(ctm, [1, 0, 0, 1, px, py])
    if (kind === 0) [startX, startY, x, y] = [toX, toY, toX, toY]
    else if (kind === 1) to(toX, toY)
    else if (kind === 3) to(startX, startY)
    else [x, y] = [toX, toY]
    i += 1 + width
  }
  return thinned(lines)
}

const slack = 0.5

function ruleOf({ x1, y1, x2, y2 }: Rule): Rule | null {
  const [wide, high] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  if ((wide > slack && high > slack) || Math.max(wide, high) < 0.05) return null
  return wide >= high
    ? { x1: Math.min(x1, x2), x2: Math.max(x1, x2), y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 }
    : { y1: Math.min(y1, y2), y2: Math.max(y1, y2), x1: (x1 + x2) / 2, x2: (x1 + x2) / 2 }
}

/** Four lines around a thin bar are one line. */
function thinned(lines: readonly Rule[]): readonly Rule[] {
  const xs = lines.flatMap(({ x1, x2 }) => [x1, x2])
  const ys = lines.flatMap(({ y1, y2 }) => [y1, y2])
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  if (lines.length < 2 || Math.min(right - left, bottom - top) > thinnest) return lines
  const rule =
    right - left >= bottom - top
      ? { x1: left, x2: right, y1: (top + bottom) / 2, y2: (top + bottom) / 2 }
      : { x1: (left + right) / 2, x2: (left + right) / 2, y1: top, y2: bottom }
  return [rule]
}
