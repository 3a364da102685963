/**
 * Deals the flow out to pages. What comes of it is a value, where everything stands and nothing
 * painted yet, so that a page may be tried in several ways.
 */
import type { FlowItem } from './boxes.ts'
import type { Geometry } from '../page/geometry.ts'
import { endsIn, placeOfRest, type End, type Place } from './ends.ts'
import { eases, filledPage, type FilledItem } from './pieces.ts'

/** What stands on a page, from top to bottom. */
export type FilledPage = readonly FilledItem[]

const eps = 0.01
/** So few lines are too few for the last page. */
const fewLines = 3

/** The best way from a place to the end: the page that begins there, and what follows it. */
interface Way {
  readonly cost: number
  readonly end?: End
  readonly next?: Way
}

/**
 * Fills pages from top to bottom. What is bound together stays on one page unless it is taller than
 * one.
 *
 * A page may end at several places, and each costs by how the page then looks. Of all ways through
 * the flow the cheapest is taken, as lines of a paragraph are (Knuth and Plass); of equal ones the
 * one that leaves the first pages as full as they would be without regard to the later ones, so that
 * what is typed changes no page before unless that mends one.
 */
export function paginate(flow: readonly FlowItem[], geometry: Geometry): readonly FilledPage[] {
  const endsFrom = endsIn(flow, geometry)
  const known = new Map<string, Way>()

  const wayFrom = (place: Place): Way => {
    if (place.item >= flow.length && place.figure === undefined) return { cost: 0 }
    const key = keyOf(place)
    const found = known.get(key)
    if (found) return found
    let best: Way = { cost: Infinity }
    const first = place.item === 0
    for (const { end, cost } of rated(endsFrom(place), flow.length, first, geometry)) {
      // What follows costs nothing at best.
      if (cost >= best.cost) continue
      const next = wayFrom(end.next)
      if (cost + next.cost < best.cost) best = { cost: cost + next.cost, end, next }
    }
    known.set(key, best)
    return best
  }

  const pages: FilledPage[] = []
  for (let way = wayFrom({ item: 0 }); way.end; way = way.next ?? { cost: 0 })
    pages.push(settled(way.end, !way.next?.end, geometry))
  return pages.length > 0 ? pages : [[]]
}

const keyOf = ({ item, rest, figure }: Place): string =>
  `${String(item)} ${rest ? placeOfRest(rest) : ''} ${String(figure ?? '')}`

/** Ends with what they cost, the one first that a page has without regard to the others. */
function rated(
  ends: readonly End[],
  length: number,
  first: boolean,
  geometry: Geometry
): { end: End; cost: number }[] {
  const bottom = geometry.top + geometry.depth
  const plain = ends.filter(
    ({ kind, y }) => kind === 'must' || (kind === 'plain' && y.designed <= bottom + eps)
  )
  const full = plain.at(-1)
  const fullAhead = ends
    .filter(({ kind, y }) => kind === 'ahead' && y.designed <= bottom + eps)
    .at(-1)
  const all = ends.map((end) => ({
    end,
    cost: costOf(end, end === full || end === fullAhead, length, first, geometry)
  }))
  return all.sort((a, b) => Number(b.end === full) - Number(a.end === full) || a.cost - b.cost)
}

/** What a page costs that ends so. */
function costOf(
  { kind, next, y }: End,
  full: boolean,
  length: number,
  first: boolean,
  { top, depth, pitch, lines }: Geometry
): number {
  const bottom = top + depth
  const squeezed = y.designed > bottom + eps
  const tightness = squeezed ? (y.designed - bottom) / (y.designed - y.tight) : 0
  let cost = Math.max(0, tightness - 0.5) * 6
  if (next.item >= length && next.figure === undefined) {
    if (squeezed) return cost + 2
    const few = !first && y.designed - top <= fewLines * pitch + eps
    return cost + (few ? 40 : 0)
  }
  const end = squeezed ? bottom : Math.min(bottom, y.loose)
  if (end > y.designed + eps) cost += ((end - y.designed) / (y.loose - y.designed)) * 0.5
  const gap = (bottom - end) / pitch
  const chosen = !full && kind !== 'admits' && kind !== 'parts'
  if (kind === 'ahead') cost += 0.5
  if (kind === 'parts') cost += 20
  if (chosen && gap > 3.5) return Infinity
  cost += chosen ? 2 + 0.5 * gap * gap : 1.5 * Math.max(0, gap - 1.5)
  const fill = 1 - gap / lines
  if (fill < 2 / 3 - 1e-6) cost += 60 + 120 * (2 / 3 - fill)
  return cost
}

/** The page as it stands: loose as designed where it is the last one, else to its foot where it may be. */
function settled({ pieces, y }: End, last: boolean, geometry: Geometry): FilledPage {
  const bottom = geometry.top + geometry.depth
  const at = (ease: number) => filledPage(pieces, ease, geometry)
  const fits = (ease: number): boolean => at(ease).end <= bottom + eps
  const squeezed = y.designed > bottom + eps
  if (!squeezed && (last || y.loose - y.designed < eps)) return at(eases.designed).items
  const [tightest, loosest] = squeezed
    ? [eases.tight, eases.designed]
    : [eases.designed, eases.loose]
  if (fits(loosest)) return at(loosest).items
  // A page grows steadily with its ease: halve until it is used to a hundredth of a point.
  let [low, high] = [tightest, loosest] as [number, number]
  for (let step = 0; step < 20; step++) {
    const half = (low + high) / 2
    if (fits(half)) low = half
    else high = half
  }
  return at(low).items
}
