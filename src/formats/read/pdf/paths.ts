/**
 * Which painted paths are the lines of tables. Programs paint boxes for other ends too: white ones
 * behind every line of text, coloured ones to highlight words or shade cells. A box is a line only
 * where it is as thin as one, and no line is seen that has the colour of what it lies on.
 */

/** A straight line along one axis, or a filled bar so thin that it is one. */
export interface RuledLine {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** A path as it was painted, its points in the page's own measure. */
export interface PaintedPath {
  readonly shapes: readonly Shape[]
  /** Colours as `#rrggbb`; undefined: not filled, not stroked. */
  readonly fill?: string
  readonly stroke?: string
  /** Of the stroke, in points. */
  readonly width: number
}

/** One stretch of a path without a lift of the pen; a curve in it parts its straight sides. */
export interface Shape {
  readonly sides: readonly RuledLine[]
  readonly curved: boolean
}

export interface RuledBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
interface Area extends RuledBox {
  readonly color: string
}

/** Bars thicker than this are areas, in points. */
const thinnest = 3
const slack = 0.5
/** No page of tables has more lines. */
const mostRules = 20_000
/** Of a page of thousands of marks not each is compared with each: what is largest counts. */
const mostCompared = 1_000_000
const among = (areas: readonly Area[], others: number) =>
  areas.slice(0, Math.max(20, Math.floor(mostCompared / Math.max(1, others))))
/** Paper is white, and whoever paints a box in its colour may be a shade off. */
const isPaper = (color: string): boolean => /^#(?:f[c-f]){3}$/i.test(color)
const isThin = ({ left, top, right, bottom }: RuledBox) =>
  Math.min(right - left, bottom - top) <= thinnest

export function rulesOf(paths: readonly PaintedPath[]): RuledLine[] {
  const rules: (RuledLine & { readonly color: string })[] = []
  const areas: Area[] = []
  for (const { shapes, fill, stroke, width } of paths) {
    if (rules.length > mostRules) break
    const straight = shapes.filter(({ curved }) => !curved)
    if (stroke !== undefined && width <= thinnest) {
      for (const rule of straight.flatMap(({ sides }) => sides).flatMap(alongAxis)) {
        rules.push({ ...rule, color: stroke })
      }
    }
    if (fill === undefined) continue
    const boxes = straight.flatMap(boxOf)
    for (const [i, box] of boxes.entries()) {
      if (isThin(box)) rules.push({ ...middleOf(box), color: fill })
      else if (isFrame(box, boxes[i + 1])) {
        rules.push(...edgesOf(box).map((rule) => ({ ...rule, color: fill })))
        break
      } else areas.push({ ...box, color: fill })
    }
  }
  const coloured = areas
    .filter(({ color }) => !isPaper(color))
    .sort((a, b) => sizeOf(b) - sizeOf(a))
  const shown = rules.filter(({ color }) => !isPaper(color))
  const white = rules.filter(({ color }) => isPaper(color))
  const below = among(coloured, white.length)
  return [
    ...shown,
    ...white.filter((rule) => below.some((area) => lies(rule, area))),
    ...cutOut(areas, coloured)
  ].map(({ x1, y1, x2, y2 }) => ({ x1, y1, x2, y2 }))
}

const sizeOf = ({ left, top, right, bottom }: RuledBox) => (right - left) * (bottom - top)

/** A side along one axis as a line; a slanting one, or a dot, is none. */
function alongAxis({ x1, y1, x2, y2 }: RuledLine): RuledLine[] {
  const [wide, high] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  if ((wide > slack && high > slack) || Math.max(wide, high) < 0.05) return []
  return [
    middleOf({
      left: Math.min(x1, x2),
      right: Math.max(x1, x2),
      top: Math.min(y1, y2),
      bottom: Math.max(y1, y2)
    })
  ]
}

function middleOf({ left, top, right, bottom }: RuledBox): RuledLine {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return right - left >= bottom - top
    ? { x1: left, x2: right, y1: y, y2: y }
    : { x1: x, x2: x, y1: top, y2: bottom }
}

function boxOf({ sides }: Shape): RuledBox[] {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x1, y1, x2, y2 } of sides) {
    box.left = Math.min(box.left, x1, x2)
    box.right = Math.max(box.right, x1, x2)
    box.top = Math.min(box.top, y1, y2)
    box.bottom = Math.max(box.bottom, y1, y2)
  }
  return box.right - box.left > 0.05 || box.bottom - box.top > 0.05 ? [box] : []
}

/** What is left to be seen of a page where a path clips it. */
export function clippedBy(
  shapes: readonly Shape[],
  before: RuledBox | undefined
): RuledBox | undefined {
  const [box, ...others] = shapes.flatMap(boxOf)
  if (!box || others.length) return before
  if (!before) return box
  return {
    left: Math.max(box.left, before.left),
    top: Math.max(box.top, before.top),
    right: Math.min(box.right, before.right),
    bottom: Math.min(box.bottom, before.bottom)
  }
}

/** A box with another cut out of it, so that a thin border is left. */
const isFrame = (outer: RuledBox, inner: RuledBox | undefined): boolean =>
  inner !== undefined &&
  [
    inner.left - outer.left,
    inner.top - outer.top,
    outer.right - inner.right,
    outer.bottom - inner.bottom
  ].every((gap) => gap >= 0 && gap <= thinnest)

const edgesOf = ({ left, top, right, bottom }: RuledBox): RuledLine[] => [
  { x1: left, x2: right, y1: top, y2: top },
  { x1: left, x2: right, y1: bottom, y2: bottom },
  { x1: left, x2: left, y1: top, y2: bottom },
  { x1: right, x2: right, y1: top, y2: bottom }
]

/** Whether the middle of a line lies on an area or along its edge. */
function lies({ x1, y1, x2, y2 }: RuledLine, { left, top, right, bottom }: RuledBox): boolean {
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
  return (
    x >= left - thinnest && x <= right + thinnest && y >= top - thinnest && y <= bottom + thinnest
  )
}

/** Old pages paint a coloured box and the cells of a table in white upon it, a hair apart. */
function cutOut(areas: readonly Area[], coloured: readonly Area[]): RuledLine[] {
  const cells = areas.filter(({ color }) => isPaper(color))
  return among(coloured, cells.length).flatMap((area) => {
    const inside = cells.filter(
      ({ left, top, right, bottom }) =>
        left >= area.left && right <= area.right && top >= area.top && bottom <= area.bottom
    )
    const covered = inside.reduce((sum, cell) => sum + sizeOf(cell), 0)
    return inside.length > 1 && covered > sizeOf(area) * 0.8 && covered < sizeOf(area)
      ? inside.flatMap(edgesOf)
      : []
  })
}
