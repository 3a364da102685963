/**
 * Where the figures of lines stand, so that no line goes through them and none covers another. Lengths
 * are in the unit of the chart; y grows downward.
 */

/** A rectangle that something takes. */
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A point of a line with the width of what is to be written beside it. */
export interface LabelledPoint {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** From a point to its figure. */
const gap = 5

const meet = (a: Extent, b: Extent): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const within = (box: Extent, area: Extent): boolean =>
  box.left >= area.left &&
  box.right <= area.right &&
  box.top >= area.top &&
  box.bottom <= area.bottom

type Place = Pick<LabelledPoint, 'x' | 'y'>

/** Whether a stretch of a line goes through a box (Liang and Barsky). */
function enters(from: Place, to: Place, box: Extent): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  let [first, last] = [0, 1]
  for (const [step, room] of [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y]
  ] as const) {
    if (step === 0 && room <= 0) return false
    if (step < 0) first = Math.max(first, room / step)
    if (step > 0) last = Math.min(last, room / step)
  }
  return first < last
}

const crossed = (points: readonly Place[], box: Extent): boolean =>
  points.some((from, i) => enters(from, points[i + 1] ?? from, box))

/** Above a point or below it, moved aside by so much. */
function boxAt({ x, y, width }: LabelledPoint, size: number, below: boolean, aside = 0): Extent {
  const top = below ? y + gap : y - gap - size
  return { left: x + aside - width / 2, right: x + aside + width / 2, top, bottom: top + size }
}

/** A point between others that are not lower, or not higher. */
function turnOf(points: readonly Place[], i: number): 'peak' | 'trough' | undefined {
  const [before, one, after] = [points[i - 1], points[i], points[i + 1]]
  if (!one) return undefined
  const others = [before, after].filter((other) => other !== undefined)
  if (others.every(({ y }) => one.y <= y)) return 'peak'
  return others.every(({ y }) => one.y >= y) ? 'trough' : undefined
}

/**
 * A figure for every point of one line: above its point, or where the line would go through it below
 * or to a side. At first each keeps to its own `place` of the axis, so that none meets another; then
 * those still crossed take what room their neighbours leave. `room`: of what is drawn. A figure stays
 * above its point where nothing is free.
 */
export function eachLabel(
  points: readonly LabelledPoint[],
  place: number,
  size: number,
  room: Extent
): readonly Extent[] {
  const free = (box: Extent) => within(box, room) && !crossed(points, box)
  const around = (i: number, point: LabelledPoint, aside: number): Extent[] => {
    const sides = turnOf(points, i) === 'trough' ? [true, false] : [false, true]
    return sides.flatMap((below) => [0, aside, -aside].map((by) => boxAt(point, size, below, by)))
  }
  const boxes = points.map((point, i) => {
    const own = Math.max(0, place - point.width) / 2
    const aside = Math.min(point.width / 2 + 2, own)
    return around(i, point, aside).find(free) ?? boxAt(point, size, false)
  })
  points.forEach((point, i) => {
    const box = boxes[i]
    if (!box || free(box)) return
    const others = boxes.filter((other) => other !== box)
    const wide = around(i, point, point.width / 2 + 2)
    boxes[i] = wide.find((one) => free(one) && !others.some((other) => meet(one, other))) ?? box
  })
  return boxes
}

/**
 * Figures at the ends of several lines, above peaks and below troughs, where they cover nothing;
 * undefined for the points that get none.
 */
export function someLabels(
  lines: readonly (readonly LabelledPoint[])[],
  size: number,
  room: Extent
): readonly (readonly (Extent | undefined)[])[] {
  const taken: Extent[] = []
  return lines.map((points) => {
    const own = new Map<number, Extent>()
    for (const i of new Set([points.length - 1, 0, ...points.keys()])) {
      const [point, turn] = [points[i], turnOf(points, i)]
      if (!point || !turn) continue
      const half = point.width / 2
      const x = Math.max(room.left + half, Math.min(point.x, room.right - half))
      const box = boxAt({ ...point, x }, size, turn === 'trough')
      const free = !taken.some((other) => meet(box, other))
      if (!free || !within(box, room) || lines.some((line) => crossed(line, box))) continue
      taken.push(box)
      own.set(i, box)
    }
    return points.map((_, i) => own.get(i))
  })
}
