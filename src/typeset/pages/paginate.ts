/**
 * Deals the flow out to pages. What comes of it is a value, where everything stands and nothing
 * painted yet, so that a page may be tried in several ways.
 */
import type { FlowItem } from './boxes.ts'
import type { Geometry } from '../page/geometry.ts'
import { endsIn, restKey, runs, type End, type PageHead } from './ends.ts'
import { eases, eps, itemsAt, type FilledItem } from './pieces.ts'

/** What stands on a page, from top to bottom. */
export type FilledPage = readonly FilledItem[]

/** With fewer lines the last page looks forgotten. */
const enoughLines = 4

/** The best way from a place to the end: the page that begins there, and what follows it. */
interface Way {
  readonly cost: number
  readonly end?: End
  readonly next?: Way
}

/** A place from which the best way is being looked for. */
interface Search {
  readonly key: string
  readonly ends: readonly Rated[]
  /** The ends tried so far, and the best way among them. */
  tried: number
  best: Way
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
  const arrived: Way = { cost: 0 }
  const known = new Map<string, Way>()
  const searchFrom = (place: PageHead): Search => ({
    key: keyOf(place),
    ends: rated(endsFrom(place), flow, place.item === 0 && !place.rest, geometry),
    tried: 0,
    best: { cost: Infinity }
  })

  // A list of its own and not the calls of functions: a text may have thousands of pages.
  const searches = isOver({ item: 0 }, flow) ? [] : [searchFrom({ item: 0 })]
  let way = arrived
  for (let search = searches.at(-1); search; search = searches.at(-1)) {
    const { ends, key, tried, best } = search
    const next = ends[tried]
    // What follows costs nothing at best.
    if (!next || next.cost >= best.cost) {
      if (!next) {
        known.set(key, best)
        searches.pop()
        way = best
      }
      search.tried++
      continue
    }
    const after = isOver(next.end.next, flow) ? arrived : known.get(keyOf(next.end.next))
    if (!after) {
      searches.push(searchFrom(next.end.next))
      continue
    }
    const cost = next.cost + after.cost
    if (cost < best.cost) search.best = { cost, end: next.end, next: after }
    search.tried++
  }

  const pages: FilledPage[] = []
  for (; way.end; way = way.next ?? arrived)
    pages.push(settled(way.end, way.next === arrived, geometry))
  return pages.length > 0 ? pages : [[]]
}

const keyOf = ({ item, rest, figure }: PageHead): string =>
  `${String(item)} ${rest ? restKey(rest) : ''} ${String(figure ?? '')}`

/** What a page costs; a line left blank at its foot is the unit. */
const costs = {
  /** It is less than two thirds full, and more by how much. */
  short: [60, 120],
  /** It is the last one, for each line that it has too few. */
  few: 15,
  /** A table goes on that could stand whole. */
  parts: 20,
  /** It ends before its foot for the sake of another. */
  early: 4,
  /** It is tighter than need be, so that no page comes after it. */
  drawnIn: 1,
  /** A figure stands on the page after. */
  ahead: 0.5,
  /** It is as loose as can be. */
  loose: 0.5,
  /** It is as tight as can be, not half as tight. */
  tight: 3
} as const
/** So many lines may be left blank for the sake of another page: where text goes on, and elsewhere. */
const mostBlank = { inText: 2.1, between: 7.1 } as const

interface Rated {
  readonly end: End
  readonly cost: number
}

/** The ends of a page with what they cost, first the one that it has by itself. */
function rated(
  ends: readonly End[],
  flow: readonly FlowItem[],
  first: boolean,
  geometry: Geometry
): Rated[] {
  const bottom = geometry.top + geometry.depth
  const easy = ends.filter(({ kind, reach }) => kind === 'must' || reach.designed.y <= bottom + eps)
  const own = easy.filter(({ kind }) => kind === 'between' || kind === 'must').at(-1)
  const ahead = easy.filter(({ kind }) => kind === 'ahead').at(-1)
  return ends
    .map((end) => {
      if (isOver(end.next, flow)) return { end, cost: costOfLast(end, first, geometry) }
      const early = end !== own && end !== ahead && end.kind !== 'admits' && end.kind !== 'parts'
      const next = flow[end.next.item]
      const most = next && runs(next) ? mostBlank.inText : mostBlank.between
      return { end, cost: costOf(end, early ? most : undefined, geometry) }
    })
    .sort((a, b) => Number(b.end === own) - Number(a.end === own) || a.cost - b.cost)
}

const isOver = ({ item, figure }: PageHead, flow: readonly FlowItem[]): boolean =>
  item >= flow.length && figure === undefined

/** How far a page that was designed too high is on its way to as tight as can be: 0 if it was not. */
function squeezeOf({ reach: { tight, designed } }: End, bottom: number): number {
  const over = designed.y - bottom
  return over > eps ? over / (designed.y - tight.y) : 0
}

const tightnessOf = (squeeze: number): number => Math.max(0, 2 * squeeze - 1) * costs.tight

/** What the last page costs; `only`: the first one too. */
function costOfLast(end: End, only: boolean, { top, depth, pitch }: Geometry): number {
  const squeeze = squeezeOf(end, top + depth)
  const lines = Math.ceil((end.reach.designed.y - top) / pitch - eps)
  return (
    tightnessOf(squeeze) +
    (squeeze > 0 ? costs.drawnIn : 0) +
    (only ? 0 : Math.max(0, enoughLines - lines) * costs.few)
  )
}

/** What another page costs; `most`: the lines that it may leave blank, if it ends before it has to. */
function costOf(
  end: End,
  most: number | undefined,
  { top, depth, pitch, lines }: Geometry
): number {
  const bottom = top + depth
  const { designed, loose } = end.reach
  const squeeze = squeezeOf(end, bottom)
  const foot = squeeze > 0 ? bottom : Math.min(bottom, loose.y)
  const looseness = foot > designed.y + eps ? (foot - designed.y) / (loose.y - designed.y) : 0
  const blank = (bottom - foot) / pitch
  if (most !== undefined && blank > most) return Infinity
  const lack = blank / lines - 1 / 3
  return (
    tightnessOf(squeeze) +
    looseness * costs.loose +
    (most === undefined ? 1.5 * Math.max(0, blank - 1.5) : costs.early + 0.5 * blank ** 2) +
    (end.kind === 'ahead' ? costs.ahead : end.kind === 'parts' ? costs.parts : 0) +
    (lack > eps / lines ? costs.short[0] + costs.short[1] * lack : 0)
  )
}

/** A page as it stands: the last one as it was designed, others loose enough to reach their foot. */
function settled({ pieces, reach }: End, last: boolean, geometry: Geometry): FilledPage {
  const bottom = geometry.top + geometry.depth
  const at = (ease: number) => itemsAt(pieces, ease, geometry)
  const fits = (ease: number): boolean => at(ease).end <= bottom + eps
  const { tight, designed, loose } = eases
  const squeezed = reach.designed.y > bottom + eps
  if (!squeezed && (last || fits(loose))) return at(last ? designed : loose).items
  // A page grows steadily with its ease: halve until it is used to a hundredth of a point.
  let [low, high]: [number, number] = squeezed ? [tight, designed] : [designed, loose]
  for (let step = 0; step < 20; step++) {
    const half = (low + high) / 2
    if (fits(half)) low = half
    else high = half
  }
  return at(low).items
}
