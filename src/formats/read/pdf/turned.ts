import type { Painted, ReadGlyph } from './operators.ts'

/**
 * Letters that do not run as they are read: the label at the side of a table, a watermark across the
 * page, a wide table laid on its side.
 */

/** Degrees by which scanned or drawn letters may lean and still be upright. */
const leaning = 8
const isUpright = ({ turned }: ReadGlyph) => Math.abs(turned) <= leaning

/** The page with most of its letters upright: turned by a quarter where they run up or down. */
export function uprightPage(painted: Painted): Painted {
  const { glyphs, rules } = painted
  const along = (degrees: number) =>
    glyphs.filter(({ turned }) => Math.abs(turned - degrees) <= leaning).length
  const half = glyphs.length / 2
  const quarter = along(90) > half ? 90 : along(-90) > half ? -90 : 0
  if (!quarter) return painted
  const turn = (x: number, y: number): [number, number] => (quarter === 90 ? [y, -x] : [-y, x])
  // Places count from the top of the page, so that all must lie below it again.
  const all = glyphs.map(({ x, y }) => turn(x, y)[1])
  const lowest = all.reduce((least, y) => Math.min(least, y), 0) - 100
  const moved = (x: number, y: number): [number, number] => {
    const [left, top] = turn(x, y)
    return [left, top - lowest]
  }
  return {
    glyphs: glyphs.map((glyph) => {
      const [x, y] = moved(glyph.x, glyph.y)
      return { ...glyph, x, y, turned: glyph.turned - quarter }
    }),
    rules: rules.map((rule) => {
      const [[ax, ay], [bx, by]] = [moved(rule.x1, rule.y1), moved(rule.x2, rule.y2)]
      return {
        x1: Math.min(ax, bx),
        x2: Math.max(ax, bx),
        y1: Math.min(ay, by),
        y2: Math.max(ay, by)
      }
    })
  }
}

/**
 * The letters that are upright, and each run of those that are not as one, in its middle: so a cell
 * that holds it gets it whole, in the order in which it was painted.
 */
export function withRuns(glyphs: readonly ReadGlyph[]): {
  upright: ReadGlyph[]
  runs: ReadGlyph[]
} {
  const upright: ReadGlyph[] = []
  const runs: ReadGlyph[][] = []
  for (const glyph of glyphs) {
    if (isUpright(glyph)) {
      upright.push(glyph)
      continue
    }
    const run = runs.at(-1)
    const last = run?.at(-1)
    const apart = last && Math.hypot(glyph.x - last.x, glyph.y - last.y)
    if (run && apart !== undefined && last?.turned === glyph.turned && apart < glyph.size * 3) {
      run.push(glyph)
    } else runs.push([glyph])
  }
  return {
    upright,
    runs: runs.flatMap((run) => {
      const [first] = run
      const last = run.at(-1)
      if (!first || !last) return []
      const text = run.map((one) => one.text).join('')
      return [{ ...first, text, x: (first.x + last.x) / 2, y: (first.y + last.y) / 2, width: 0 }]
    })
  }
}
