/**
 * Two lists of the same thing laid beside each other: what stands in both, what was changed, and what
 * only one of them has.
 */

/** How two entries are compared. */
export interface Comparing<Mine, Theirs> {
  readonly same: (mine: Mine, theirs: Theirs) => boolean
  /** How alike two entries are that are not the same, 0 to 1. */
  readonly alike: (mine: Mine, theirs: Theirs) => number
  /** Whether two that stand alone between what is the same are one, changed beyond recognition. */
  readonly fits: (mine: Mine, theirs: Theirs) => boolean
}

/** A stretch of both lists: `same` and `changed` have one entry of each. */
export type Stretch<Mine, Theirs> =
  | { readonly kind: 'same' | 'changed'; readonly mine: Mine; readonly theirs: Theirs }
  | { readonly kind: 'apart'; readonly mine: readonly Mine[]; readonly theirs: readonly Theirs[] }

/** Entries less alike than this are two. */
const leastAlike = 0.5
/** What would take more comparisons than this is compared line for line, in the order it stands. */
const mostSame = 4_000_000
const mostAlike = 10_000

/** All stretches, in order; both lists are in them to the last entry. */
export function aligned<Mine, Theirs>(
  mine: readonly Mine[],
  theirs: readonly Theirs[],
  { same, alike, fits }: Comparing<Mine, Theirs>
): Stretch<Mine, Theirs>[] {
  const equals = pairsOf(mine, theirs, mostSame, (a, b) => (same(a, b) ? 1 : 0))
  return around(mine, theirs, equals, 'same', (a, b) => {
    const pairs = pairsOf(a, b, mostAlike, (one, other) => {
      const share = alike(one, other)
      return share < leastAlike ? 0 : share
    })
    return around(a, b, pairs, 'changed', ([one, ...more], [other, ...others]) => {
      if (one === undefined && other === undefined) return []
      const alone = one !== undefined && other !== undefined && more.length + others.length === 0
      if (alone && fits(one, other)) return [{ kind: 'changed', mine: one, theirs: other }]
      const [here, there] = [one === undefined ? [] : [one], other === undefined ? [] : [other]]
      return [{ kind: 'apart', mine: [...here, ...more], theirs: [...there, ...others] }]
    })
  })
}

/** Two entries that belong together, by their places in the lists. */
interface Pair {
  readonly mine: number
  readonly theirs: number
}

/** The stretches of what is paired, and of what `between` makes of all that stands between pairs. */
function around<Mine, Theirs>(
  mine: readonly Mine[],
  theirs: readonly Theirs[],
  pairs: readonly Pair[],
  kind: 'same' | 'changed',
  between: (mine: readonly Mine[], theirs: readonly Theirs[]) => Stretch<Mine, Theirs>[]
): Stretch<Mine, Theirs>[] {
  let done: Pair = { mine: 0, theirs: 0 }
  const stretches = pairs.flatMap((pair): Stretch<Mine, Theirs>[] => {
    const before = between(mine.slice(done.mine, pair.mine), theirs.slice(done.theirs, pair.theirs))
    done = { mine: pair.mine + 1, theirs: pair.theirs + 1 }
    const [one, other] = [mine[pair.mine], theirs[pair.theirs]]
    return one === undefined || other === undefined
      ? before
      : [...before, { kind, mine: one, theirs: other }]
  })
  return [...stretches, ...between(mine.slice(done.mine), theirs.slice(done.theirs))]
}

/** The pairs in the order of both lists that have the most worth together; 0 never makes a pair. */
function pairsOf<Mine, Theirs>(
  mine: readonly Mine[],
  theirs: readonly Theirs[],
  most: number,
  worth: (mine: Mine, theirs: Theirs) => number
): Pair[] {
  const worthAt = (i: number, j: number): number => {
    const [one, other] = [mine[i], theirs[j]]
    return one === undefined || other === undefined ? 0 : worth(one, other)
  }
  // Most of a document is as it was: its beginning and its end need no table.
  let from = 0
  while (worthAt(from, from) === 1) from++
  let [end, thereEnd] = [mine.length, theirs.length]
  while (end > from && thereEnd > from && worthAt(end - 1, thereEnd - 1) === 1) {
    end--
    thereEnd--
  }
  const [height, width] = [end - from, thereEnd - from]
  const head = Array.from({ length: from }, (_, i) => ({ mine: i, theirs: i }))
  const tail = Array.from({ length: mine.length - end }, (_, i) => ({
    mine: end + i,
    theirs: thereEnd + i
  }))
  if (height * width > most) {
    const rows = Array.from({ length: Math.min(height, width) }, (_, i) => from + i)
    const inOrder = rows.filter((i) => worthAt(i, i) > 0).map((i) => ({ mine: i, theirs: i }))
    return [...head, ...inOrder, ...tail]
  }
  if (height * width === 0) return [...head, ...tail]
  const line = width + 1
  const worths = new Float32Array(height * width)
  const best = new Float32Array((height + 1) * line)
  const bestAt = (i: number, j: number): number => best[i * line + j] ?? 0
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      const own = worthAt(from + i, from + j)
      worths[i * width + j] = own
      const paired = own > 0 ? own + bestAt(i + 1, j + 1) : 0
      best[i * line + j] = Math.max(paired, bestAt(i + 1, j), bestAt(i, j + 1))
    }
  }
  const middle: Pair[] = []
  for (let i = 0, j = 0; i < height && j < width;) {
    const own = worths[i * width + j] ?? 0
    // The same sums in the same order give the same number, to the last bit.
    if (own > 0 && Math.fround(own + bestAt(i + 1, j + 1)) === bestAt(i, j)) {
      middle.push({ mine: from + i++, theirs: from + j++ })
    } else if (bestAt(i + 1, j) >= bestAt(i, j + 1)) i++
    else j++
  }
  return [...head, ...middle, ...tail]
}
