import { textKeys } from '../form/sections.ts'
import { isRecord, without } from '../report/json.ts'
import { reportParts, type KeysThat } from '../report/parts.ts'
import type { Report } from '../report/report.ts'
import { entriesIn, isSame, listParts, type Difference, type ListPart } from './compare.ts'
import { takenLines } from './lines.ts'
import { needed, type NeededPart } from './needs.ts'

/** Two states of a report made into one. */

interface States {
  readonly mine: Report
  readonly theirs: Report
  /** What is taken from theirs. */
  readonly cells: readonly Of<'cell'>[]
  readonly texts: readonly Of<'text'>[]
  readonly places: readonly Of<'part'>[]
}
type Of<Kind> = Extract<Difference, { kind: Kind }>

/** `mine` with the chosen differences taken from `theirs`. Totals are not recomputed. */
export function takeTheirs(mine: Report, theirs: Report, chosen: readonly Difference[]): Report {
  if (chosen.length === 0) return mine
  const states: States = {
    mine,
    theirs,
    cells: chosen.filter((one) => one.kind === 'cell'),
    texts: chosen.filter((one) => one.kind === 'text'),
    places: chosen.filter((one) => one.kind === 'part')
  }
  const taken = withLists(states.places.reduce(withPlace, mine), states)
  return Object.values(rules).reduce((report: Report, rule: Rule) => rule(report, states), taken)
}

type Rule = (taken: Report, states: States) => Report

/** The parts that are more than taken, in this order: charts bring figures, figures their platforms. */
const rules = {
  cells: (taken, { cells }) => {
    const numbers = Object.fromEntries(cells.map(({ field, theirs }) => [field, theirs]))
    return { ...taken, cells: { ...taken.cells, ...numbers } }
  },
  /** A number comes as it is printed there, with its note. */
  notes(taken, { theirs, cells }) {
    const fields = new Set<string>(cells.map(({ field }) => field))
    const [mine, others] = [
      without(taken.notes, (key) => fields.has(key)),
      without(theirs.notes, (key) => !fields.has(key))
    ]
    return { ...taken, notes: { ...mine, ...others } }
  },
  text(taken, { texts }) {
    const written = textKeys.map((key) => {
      const lines = texts.filter(({ section }) => section === key)
      return [key, takenLines(taken.text[key], lines)]
    })
    return { ...taken, text: { ...taken.text, ...Object.fromEntries(written) } }
  },
  metrics: (taken, states) => withNeeded(taken, states, 'metrics'),
  channels: (taken, states) => withNeeded(taken, states, 'channels'),
  /** The remark that other hands changed the file comes with whatever is taken from it. */
  proof: (taken, { theirs: { proof } }) =>
    proof && 'changed' in proof ? { ...taken, proof } : taken
} satisfies Record<KeysThat<typeof reportParts, 'merged', 'own'>, Rule>

/** A report with what theirs say in a place that is in no list. */
function withPlace(report: Report, { part, path, theirs }: Of<'part'>): Report {
  const [head = '', key] = path
  if (listParts.some((list) => list === part)) return report
  const holder: unknown = Object.entries(report).find(([name]) => name === head)?.[1]
  const value = key === undefined || !isRecord(holder) ? theirs : withKey(holder, key, theirs)
  return withKey(report, head, value)
}

/** A record with another value under a key; without the key where there is none. */
const withKey = <Holder extends object>(holder: Holder, key: string, value: unknown): Holder =>
  value === undefined ? without(holder, (one) => one === key) : { ...holder, [key]: value }

/** A report with its lists made of the entries of both that were chosen. */
function withLists(report: Report, { mine, theirs, places }: States): Report {
  const lists = listParts.flatMap((part) => {
    const chosen = places.filter((one) => one.part === part)
    return chosen.length > 0 ? [[part, listOfBoth(part, mine, theirs, chosen)] as const] : []
  })
  return { ...report, ...Object.fromEntries(lists) }
}

/**
 * A list of what was chosen of both. Entries that only one of them has stand behind those that they
 * stand behind there; in one place, those with the smaller identity first, whichever side asks.
 */
function listOfBoth(
  part: ListPart,
  mine: Report,
  theirs: Report,
  chosen: readonly Of<'part'>[]
): object[] {
  const [here, there] = [entriesIn(mine, part), entriesIn(theirs, part)]
  const taken = new Set(chosen.map(({ path: [, key] }) => key))
  const valueOf = (key: string): object | undefined => (taken.has(key) ? there : here).get(key)
  const [first, second] = [here, there].map((entries) =>
    [...entries.keys()].filter((key) => valueOf(key) !== undefined)
  )
  // A difference without a key is the order of the list.
  const order = taken.has(undefined)
    ? orderOfBoth(second ?? [], first ?? [])
    : orderOfBoth(first ?? [], second ?? [])
  return order.flatMap((key) => valueOf(key) ?? [])
}

/** The keys of both lists in the order of the first. */
function orderOfBoth(first: readonly string[], second: readonly string[]): string[] {
  const [own, others] = [runsOf(first, new Set(second)), runsOf(second, new Set(first))]
  const behind = new Map(others.map((run) => [run.behind, run.keys]))
  return own.flatMap(({ behind: key, keys }) => {
    const more = behind.get(key) ?? []
    const both = (keys[0] ?? '') < (more[0] ?? '') ? [...keys, ...more] : [...more, ...keys]
    return key === undefined ? both : [key, ...both]
  })
}

/** Keys that the other list has not, behind the key before them that it has. */
function runsOf(
  keys: readonly string[],
  common: ReadonlySet<string>
): { readonly behind: string | undefined; readonly keys: string[] }[] {
  const runs: { behind: string | undefined; keys: string[] }[] = [{ behind: undefined, keys: [] }]
  for (const key of keys) {
    if (common.has(key)) runs.push({ behind: key, keys: [] })
    else runs.at(-1)?.keys.push(key)
  }
  return runs
}

/** A report with what its entries need: one that only one state has so brings it from there. */
function withNeeded(report: Report, { mine, theirs }: States, part: NeededPart): Report {
  const { by, users } = needed[part]
  const entries = new Map(entriesIn(report, part))
  const before = entries.size
  const states = [theirs, mine].map((state) => ({
    users: entriesIn(state, by),
    entries: entriesIn(state, part)
  }))
  for (const { key, value, needs } of users(report)) {
    const [holder, other] = states.filter((state) => isSame(state.users.get(key), value))
    for (const need of other ? [] : needs) {
      const found = holder?.entries.get(need)
      if (found && !entries.has(need)) entries.set(need, found)
    }
  }
  return entries.size === before ? report : { ...report, [part]: [...entries.values()] }
}
