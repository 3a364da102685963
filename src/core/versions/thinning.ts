/**
 * Which snapshots are worth their room: all of the last day, ever fewer of the time before. Long, for
 * age, number and size are weighed in one place.
 */

/** Why a state was kept. But for the first two it is the state before something large was done. */
export const snapshotReasons = [
  'opened',
  'while-working',
  'import',
  'merge',
  'conflict',
  'repairs',
  'fill',
  'texts',
  'restore',
  'migration',
  'removed'
] as const
export type SnapshotReason = (typeof snapshotReasons)[number]

/** Whether a word that some version stored is a reason that this one knows. */
export const isSnapshotReason = (word: unknown): word is SnapshotReason =>
  snapshotReasons.some((reason) => reason === word)

/** Whether it is the state before something large. A reason that is not known counts as large. */
export const isLarge = (reason: string): boolean =>
  reason !== 'opened' && reason !== 'while-working'

/** A snapshot without what it says. */
export interface Snapshotted {
  readonly key: number
  readonly reportId: string
  /** ISO 8601. */
  readonly at: string
  readonly reason: string
  /** About how much room it takes. */
  readonly bytes: number
}

/** How many there may be, and how many bytes they may take together. */
export interface SnapshotBound {
  readonly count: number
  readonly bytes: number
}

/** Of one report, and of all reports together. */
export interface SnapshotBounds {
  readonly each: SnapshotBound
  readonly all: SnapshotBound
}

/** How long a deleted report can be brought back, in days. */
export const binDays = 30

export const usualBounds: SnapshotBounds = {
  each: { count: 120, bytes: 16_000_000 },
  all: { count: 20_000, bytes: 128_000_000 }
}

const hour = 3_600_000
/** In milliseconds. */
export const day = 24 * hour
/** Up to each age, one is kept of every such span of time; spans nest, so that no pass undoes another. */
const spans = [
  { upTo: day, span: 0 },
  { upTo: 7 * day, span: hour },
  { upTo: 90 * day, span: day },
  { upTo: Infinity, span: 30 * day }
] as const

/** Those of one report, the oldest first. */
type Line = readonly Snapshotted[]

/**
 * The snapshots that go, of these of any reports. First by age: of every span the last stays, of
 * those before something large where there are any. Then, where that is more than the bounds allow,
 * the densest, the old before the new: what stays lies the further apart the longer ago it was.
 * The last of a report stays as long as the bound of all allows, and the first state before something
 * large of the last day stays in any case: with it, there is always a state from before.
 */
export function surplus(
  moments: readonly Snapshotted[],
  now: Date,
  bounds: SnapshotBounds = usualBounds
): Snapshotted[] {
  const lines = linesOf(moments).map((line) => {
    const [left = []] = within([aged(line, now)], bounds.each, ['dense', 'large'], now)
    return left
  })
  const kept = new Set(within(lines, bounds.all, ['dense', 'last', 'large'], now).flat())
  return moments.filter((moment) => !kept.has(moment))
}

/** In the order in which they go. `last`: the only ones that are left of a report. */
type Tier = 'dense' | 'last' | 'large'

/** The lines without what goes so that together they keep to a bound, as far as they may. */
function within(
  lines: readonly Line[],
  bound: SnapshotBound,
  tiers: readonly Tier[],
  now: Date
): Line[] {
  let left = [...lines]
  for (const tier of tiers) {
    for (;;) {
      let count = sum(left, ({ length }) => length)
      let bytes = sum(left.flat(), (moment) => moment.bytes)
      if (count <= bound.count && bytes <= bound.bytes) return left
      // One of each report at a time: what goes makes its neighbour less dense.
      const going = new Set<Snapshotted>()
      for (const moment of leastMissed(left, tier, now)) {
        if (count <= bound.count && bytes <= bound.bytes) break
        going.add(moment)
        count--
        bytes -= moment.bytes
      }
      if (going.size === 0) break
      left = left.map((line) =>
        line.some((moment) => going.has(moment))
          ? line.filter((moment) => !going.has(moment))
          : line
      )
    }
  }
  return left
}

/** Of each line the one that is missed least, the least missed first. */
function leastMissed(lines: readonly Line[], tier: Tier, now: Date): Snapshotted[] {
  const found = lines.flatMap((line) => {
    const first = line.find((moment) => isProtected(moment, now))
    const weighed = line.flatMap((moment, i) => {
      const next = line[i + 1]
      if (moment === first || tierOf(moment, next, now) !== tier) return []
      return [{ moment, missed: missing(line[i - 1], moment, next, now) }]
    })
    const [least, ...others] = weighed
    return least ? [others.reduce((a, b) => (b.missed < a.missed ? b : a), least)] : []
  })
  return found.sort((a, b) => a.missed - b.missed).map(({ moment }) => moment)
}

/**
 * How wide the gap is that it leaves, seen from today: an hour is much of this morning and nothing of
 * last year. The first has nothing before it, and is missed more than most; of the last ones the
 * oldest is missed least.
 */
function missing(
  before: Snapshotted | undefined,
  moment: Snapshotted,
  next: Snapshotted | undefined,
  now: Date
): number {
  const age = Math.max(ageOf(moment, now), 1)
  if (!next) return 1 / age
  const gap = (before ? ageOf(before, now) : 2 * age) - ageOf(next, now)
  return gap / Math.max(ageOf(next, now), 1)
}

/** `undefined`: it stays in any case. */
function tierOf(moment: Snapshotted, next: Snapshotted | undefined, now: Date): Tier | undefined {
  if (isProtected(moment, now)) return next ? 'large' : undefined
  return next ? 'dense' : 'last'
}

const isProtected = (moment: Snapshotted, now: Date): boolean =>
  isLarge(moment.reason) && ageOf(moment, now) <= day

/** A line with one for each span of its past. */
function aged(line: Line, now: Date): Line {
  const best = new Map<string, Snapshotted>()
  for (const moment of line) {
    const age = ageOf(moment, now)
    const { span } = spans.find(({ upTo }) => age <= upTo) ?? spans[0]
    const name = span ? `${span}:${Math.floor(timeOf(moment) / span)}` : `${moment.key}`
    const before = best.get(name)
    if (!before || isLarge(moment.reason) || !isLarge(before.reason)) best.set(name, moment)
  }
  const kept = new Set(best.values())
  // The last state stays, however old it is: nothing has come after it.
  return line.filter((moment, i) => kept.has(moment) || i === line.length - 1)
}

function linesOf(moments: readonly Snapshotted[]): Line[] {
  const lines = new Map<string, Snapshotted[]>()
  for (const moment of moments) {
    const line = lines.get(moment.reportId)
    if (line) line.push(moment)
    else lines.set(moment.reportId, [moment])
  }
  return [...lines.values()].map((line) =>
    line.sort((a, b) => timeOf(a) - timeOf(b) || a.key - b.key)
  )
}

/** A time that nobody can read is older than any. */
const timeOf = ({ at }: Snapshotted): number => Date.parse(at) || 0

/** Nothing is younger than now, whatever the clock said then. */
const ageOf = (moment: Snapshotted, now: Date): number =>
  Math.max(0, now.getTime() - timeOf(moment))

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0)
