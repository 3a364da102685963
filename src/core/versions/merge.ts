import { knownIn, unknownIn, type ComparedPart, type Difference } from './compare.ts'
import { withCells } from '../report/edit.ts'
import { without } from '../report/json.ts'
import { reportParts, type KeysThat } from '../report/parts.ts'
import type { Report } from '../report/report.ts'

/** Two states of a report made into one. */

interface States {
  readonly mine: Report
  readonly theirs: Report
  /** The parts that are taken from theirs. */
  readonly parts: ReadonlySet<ComparedPart>
}

/** `mine` with the chosen differences taken from `theirs`. Totals are not recomputed. */
export function takeTheirs(mine: Report, theirs: Report, chosen: readonly Difference[]): Report {
  if (chosen.length === 0) return mine
  const taken = chosen.reduce((report, difference): Report => {
    switch (difference.kind) {
      case 'cell':
        return withCells(
          report,
          { ...report.cells, [difference.field]: difference.theirs },
          // A number comes as it is printed there, with its note.
          { [difference.field]: theirs.notes[difference.field] ?? '' }
        )
      case 'text':
        return { ...report, text: { ...report.text, [difference.section]: difference.theirs } }
      case 'part':
        return withPart(report, theirs, difference.part)
    }
  }, mine)
  const parts = new Set(chosen.flatMap((one) => (one.kind === 'part' ? [one.part] : [])))
  const states = { mine, theirs, parts }
  return Object.values(rules).reduce((report: Report, rule: Rule) => rule(report, states), taken)
}

type Rule = (taken: Report, states: States) => Report

/** The parts that are more than taken, in this order: charts bring figures, figures their platforms. */
const rules = {
  notes: (taken, { mine, theirs, parts }) =>
    parts.has('notes') ? { ...taken, notes: notesOfBoth(taken, mine, theirs) } : taken,
  /** With the figures that its charts show. */
  metrics(taken, { mine, theirs, parts }) {
    const shown = new Set(taken.charts.flatMap(({ metrics }) => metrics))
    const missing = missingIn(taken.metrics, [...theirs.metrics, ...mine.metrics], shown)
    return parts.size > 0 ? { ...taken, metrics: [...taken.metrics, ...missing] } : taken
  },
  /** With the platforms that its figures belong to. */
  channels(taken, { mine, theirs, parts }) {
    const owners = new Set(taken.metrics.map(({ channel }) => channel))
    const missing = missingIn(taken.channels, [...theirs.channels, ...mine.channels], owners)
    return parts.size > 0 ? { ...taken, channels: [...taken.channels, ...missing] } : taken
  },
  /** The remark that other hands changed the file comes with whatever is taken from it. */
  proof: (taken, { theirs: { proof } }) =>
    proof && 'changed' in proof ? { ...taken, proof } : taken
} satisfies Record<KeysThat<typeof reportParts, 'merged', 'own'>, Rule>

/** Their notes behind their numbers; behind a number that stayed mine, mine. */
function notesOfBoth({ cells }: Report, mine: Report, theirs: Report): Report['notes'] {
  const [now, there] = [cells, theirs.cells].map(
    (one) => new Map<string, unknown>(Object.entries(one))
  )
  const isTheirs = (field: string) => now?.get(field) === there?.get(field)
  return Object.fromEntries([
    ...Object.entries(theirs.notes).filter(([field]) => isTheirs(field)),
    ...Object.entries(mine.notes).filter(([field]) => !isTheirs(field))
  ])
}

/** The report with a part of another; without it where the other has none. */
function withPart(report: Report, theirs: Report, part: ComparedPart): Report {
  if (part !== 'unknown') {
    const gone = theirs[part] === undefined
    return without({ ...report, [part]: theirs[part] }, (key) => gone && key === part)
  }
  const [known, unknown] = [knownIn(report), unknownIn(theirs)]
  return {
    ...known,
    ...unknown.report,
    cells: { ...known.cells, ...unknown.cells },
    text: { ...known.text, ...unknown.text }
  }
}

/** Of the others, one of each that is wanted and not here. */
function missingIn<Item extends { readonly id: string }>(
  here: readonly Item[],
  others: readonly Item[],
  wanted: ReadonlySet<string>
): Item[] {
  const known = new Set(here.map(({ id }) => id))
  return others.filter(
    ({ id }, i) =>
      wanted.has(id) && !known.has(id) && others.findIndex((other) => other.id === id) === i
  )
}
