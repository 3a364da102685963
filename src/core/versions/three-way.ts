import { textKeys } from '../form/sections.ts'
import type { Report } from '../report/report.ts'
import {
  differences,
  entriesIn,
  isSame,
  listParts,
  orderIn,
  spotKey,
  spotsOf,
  inSection,
  unlikeSpots,
  type Difference
} from './compare.ts'
import { changedLinesSince } from './lines.ts'
import { needed, type NeededPart } from './needs.ts'

/**
 * Two states of a report measured against the last one that both sides knew. What both changed in the
 * same way is no difference. Nothing is told by revisions or times.
 */

/** Which side has changed a place; `unknown`: nobody knows what both were made of. */
export type Changed = 'here' | 'there' | 'both' | 'unknown'

/** A difference with the side that made it. */
export interface Compared {
  readonly difference: Difference
  readonly changed: Changed
  /** What both were made of: the paragraphs of a text, the value of a part. */
  readonly lines?: readonly string[]
  readonly value?: unknown
}

/** What two states say differently, with the side that has changed it since `base`. */
export function threeWay(mine: Report, theirs: Report, base: Report | undefined): Compared[] {
  if (!base) {
    return differences(mine, theirs).map((difference) => ({ difference, changed: 'unknown' }))
  }
  const before = spotsOf(base)
  const spots = unlikeSpots(mine, theirs).map(({ difference, path, ...now }): Compared => {
    const list = path.length === 1 && listParts.find((part) => part === path[0])
    const value = list ? orderIn(base, mine, list, theirs) : before.get(spotKey(path))?.value
    return { difference, value, changed: changedFrom(value, now.mine, now.theirs) }
  })
  const texts = textKeys.flatMap((section) =>
    changedLinesSince(base.text[section], mine.text[section], theirs.text[section]).map(
      ({ base: lines, ...now }): Compared => ({
        difference: inSection(section, now),
        lines,
        changed: changedFrom(lines, now.mine, now.theirs)
      })
    )
  )
  const [cells, parts] = [spots.filter(isCell), spots.filter((one) => !isCell(one))]
  const asked = [...cells, ...texts, ...parts]
  return stillNeeded(stillNeeded(asked, mine, theirs, 'metrics'), mine, theirs, 'channels')
}

const isCell = ({ difference }: Compared): boolean => difference.kind === 'cell'

const changedFrom = (before: unknown, mine: unknown, theirs: unknown): Changed =>
  isSame(before, mine) ? 'there' : isSame(before, theirs) ? 'here' : 'both'

/**
 * One side took an entry away, and the other has changed something that needs it: both have a say. A
 * figure that a new chart shows is not dropped unasked, nor is a chart left without its figure.
 */
function stillNeeded(
  list: readonly Compared[],
  mine: Report,
  theirs: Report,
  part: NeededPart
): Compared[] {
  const { by, users } = needed[part]
  const changedUsers = new Map(
    list.flatMap((one) => (keyIn(one, by) ? [[keyIn(one, by), one]] : []))
  )
  const neededBy = (report: Report, side: 'here' | 'there'): ReadonlySet<string> =>
    new Set(
      users(report)
        .filter(({ key }) => [side, 'both'].includes(changedUsers.get(key)?.changed ?? ''))
        .flatMap(({ needs }) => needs)
    )
  const [here, there] = [neededBy(mine, 'here'), neededBy(theirs, 'there')]
  const [inMine, inTheirs] = [entriesIn(mine, part), entriesIn(theirs, part)]
  return list.map((one) => {
    const key = keyIn(one, part)
    if (key === undefined) return one
    const isMissed =
      (one.changed === 'there' && !inTheirs.has(key) && here.has(key)) ||
      (one.changed === 'here' && !inMine.has(key) && there.has(key))
    return isMissed ? { ...one, changed: 'both' } : one
  })
}

/** The identity of the entry that differs, if it is one of this list. */
function keyIn({ difference }: Compared, part: string): string | undefined {
  return difference.kind === 'part' && difference.part === part ? difference.path[1] : undefined
}

/** How another state of a report stands to the one that is here. */
export type Standing = 'same' | 'newer' | 'older' | 'diverged' | 'unknown'

/** `newer`: only there changed; `older`: only here; `unknown`: nobody knows since when. */
export function standingOf(list: readonly Compared[]): Standing {
  const all = new Set(list.map(({ changed }) => changed))
  if (all.size === 0) return 'same'
  if (all.has('unknown')) return 'unknown'
  if (all.size > 1 || all.has('both')) return 'diverged'
  return all.has('there') ? 'newer' : 'older'
}

/** What only the other side changed: taken without a question. */
export const presetOf = (list: readonly Compared[]): Difference[] =>
  list.flatMap(({ difference, changed }) => (changed === 'there' ? [difference] : []))

/** What somebody has to answer. */
export const isOpen = ({ changed }: Compared): boolean =>
  changed === 'both' || changed === 'unknown'
