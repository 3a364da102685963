/**
 * Hatching that tells areas apart on a grey printer. Drawn as plain lines, which a recorder keeps as
 * vectors; a pattern of the canvas would be a picture.
 */

/** What a context must be able to do to be hatched on. */
export type Hatched = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'stroke' | 'strokeStyle' | 'lineWidth' | 'save' | 'restore'
> & { setLineDash: (lengths: number[]) => void }

export type Hatch = 'none' | 'up' | 'down' | 'flat' | 'cross' | 'upright'

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

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
  box: Box,
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
  { left, top, right, bottom }: Box,
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
