import type { Summary } from '../../../core/checks/summary.ts'
import { fingerprint } from '../../../core/findings/finding.ts'

/** A report that is to be judged, with the ids of the earlier years of its unit. */
export interface Due {
  readonly of: Summary
  readonly past: readonly string[]
  /** All that it is judged by; another judgement is out of date. */
  readonly by: string
}

const stateOf = ({ id, rev, updatedAt }: Summary): string => `${id} ${rev} ${updatedAt}`

const isOpenable = ({ judged }: Summary): boolean => judged?.fate !== 'refused'

/**
 * The reports of a library whose judgement is missing or out of date: those that are wanted first,
 * the others in the order given, each followed by those of its unit. `ground` is what all are judged
 * by alike: the day, the rules, the office's own words; `beside`: what else one is judged by itself.
 */
export function dueIn(
  summaries: readonly Summary[],
  ground: string,
  wanted: ReadonlySet<string> = new Set(),
  beside: (id: string) => string = () => ''
): Due[] {
  const units = grouped(summaries, ({ unit }) => unit.name)
  const due = summaries.flatMap((of) => {
    const past = latestBefore(of.year, units.get(of.unit.name) ?? [])
    const by = fingerprint(ground, stateOf(of), beside(of.id), ...past.map(stateOf))
    return of.judgedBy === by ? [] : [{ of, past: past.map(({ id }) => id), by }]
  })
  const first = due.filter(({ of }) => wanted.has(of.id))
  return [...grouped([...new Set([...first, ...due])], ({ of }) => of.unit.name).values()].flat()
}

/** Of each earlier year the report that was changed last. */
function latestBefore(year: number, unit: readonly Summary[]): Summary[] {
  const latest = new Map<number, Summary>()
  for (const other of unit) {
    const known = latest.get(other.year)
    const isLater = !known || known.updatedAt < other.updatedAt
    if (other.year < year && isLater && isOpenable(other)) latest.set(other.year, other)
  }
  return [...latest.values()]
}

function grouped<Item>(list: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of list) {
    const group = groups.get(nameOf(item))
    if (group) group.push(item)
    else groups.set(nameOf(item), [item])
  }
  return groups
}
