import { fields } from './form.ts'
import { withCells } from './notes.ts'
import type { Report } from './report.ts'
import type { TextKey } from './sections.ts'
import type { FieldId } from './table.ts'

/** One thing that two states of a report say differently. */
export type Difference =
  | {
      readonly kind: 'cell'
      readonly field: FieldId
      readonly mine: number | null
      readonly theirs: number | null
    }
  | {
      readonly kind: 'text'
      readonly section: TextKey
      readonly mine: string
      readonly theirs: string
    }
  /** Any other part of the report, taken as a whole: platforms, settings, waivers … */
  | {
      readonly kind: 'part'
      readonly part: Part
      /** What differs inside it, where its fields are plain: their names and both values. */
      readonly inside?: readonly Inside[]
    }

/** A plain value inside a part; empty where a state does not have it. */
export interface Inside {
  readonly name: string
  readonly mine: string
  readonly theirs: string
}

export type Part = (typeof parts)[number]

const texts: readonly TextKey[] = ['leadIn', 'overview', 'problems', 'other']
const parts = [
  'unit',
  'year',
  'scope',
  'notes',
  'channels',
  'metrics',
  'charts',
  'previous',
  'settings',
  'waivers',
  'remarks',
  'sources'
] as const

/** How another state of a report stands to the one that is here. */
export type Standing = 'same' | 'newer' | 'older' | 'diverged'

/**
 * Whether `theirs` was made from `mine` or `mine` from it, as far as revisions and times tell. Where
 * they disagree, or agree and yet the contents differ, both were changed since they were one.
 */
export function standing(mine: Report, theirs: Report): Standing {
  if (differences(mine, theirs).length === 0) return 'same'
  const times = theirs.updatedAt.localeCompare(mine.updatedAt)
  if (theirs.rev > mine.rev && times > 0) return 'newer'
  if (theirs.rev < mine.rev && times < 0) return 'older'
  return 'diverged'
}

/** What two states of a report say differently, in the order of the report. */
export function differences(mine: Report, theirs: Report): Difference[] {
  return [
    ...fields
      .filter((field) => mine.cells[field] !== theirs.cells[field])
      .map((field): Difference => ({
        kind: 'cell',
        field,
        mine: mine.cells[field],
        theirs: theirs.cells[field]
      })),
    ...texts
      .filter((section) => mine.text[section] !== theirs.text[section])
      .map((section): Difference => ({
        kind: 'text',
        section,
        mine: mine.text[section],
        theirs: theirs.text[section]
      })),
    ...parts
      .filter((part) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part]))
      .map((part): Difference => {
        const inside = insideOf(mine[part], theirs[part])
        return { kind: 'part', part, ...(inside.length && { inside }) }
      })
  ]
}

const isPlain = (value: unknown): boolean =>
  value === null || value === undefined || typeof value !== 'object'

/** The plain fields of two records that differ; none of lists, or where something deeper differs. */
function insideOf(mine: unknown, theirs: unknown): Inside[] {
  if (isPlain(mine) || isPlain(theirs) || Array.isArray(mine) || Array.isArray(theirs)) return []
  const [here, there] = [mine, theirs] as [Record<string, unknown>, Record<string, unknown>]
  const names = [...new Set([...Object.keys(here), ...Object.keys(there)])]
  const changed = names.filter((name) => JSON.stringify(here[name]) !== JSON.stringify(there[name]))
  if (!changed.every((name) => isPlain(here[name]) && isPlain(there[name]))) return []
  return changed.map((name) => ({
    name,
    mine: String(here[name] ?? ''),
    theirs: String(there[name] ?? '')
  }))
}

/**
 * `mine` with the chosen differences taken from `theirs`. Totals are not recomputed. Figures bring
 * the platforms they belong to, charts the figures they show: nothing is left without its owner.
 */
export function takeTheirs(mine: Report, theirs: Report, chosen: readonly Difference[]): Report {
  const chosenOnly = chosen.reduce((report, difference): Report => {
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
        return { ...report, [difference.part]: theirs[difference.part] }
    }
  }, mine)
  const taken = chosen.some((one) => one.kind === 'part' && one.part === 'notes')
    ? { ...chosenOnly, notes: notesOfBoth(chosenOnly, mine, theirs) }
    : chosenOnly
  return chosen.some(({ kind }) => kind === 'part') ? withOwners(taken, [theirs, mine]) : taken
}

/** Their notes behind their numbers; behind a number that stayed mine, mine. */
function notesOfBoth({ cells }: Report, mine: Report, theirs: Report): Report['notes'] {
  const isTheirs = (field: string) => cells[field as FieldId] === theirs.cells[field as FieldId]
  return Object.fromEntries([
    ...Object.entries(theirs.notes).filter(([field]) => isTheirs(field)),
    ...Object.entries(mine.notes).filter(([field]) => !isTheirs(field))
  ])
}

/** The report with the figures its charts show and the platforms of its figures, from others. */
function withOwners(report: Report, others: readonly Report[]): Report {
  const known = new Set(report.metrics.map(({ id }) => id))
  const shown = new Set(report.charts.flatMap((chart) => chart.metrics))
  const metrics = firstById(
    others.flatMap((one) => one.metrics).filter(({ id }) => shown.has(id) && !known.has(id))
  )
  const all = [...report.metrics, ...metrics]
  const owners = new Set(all.map(({ channel }) => channel))
  const here = new Set(report.channels.map(({ id }) => id))
  const channels = firstById(
    others.flatMap((one) => one.channels).filter(({ id }) => owners.has(id) && !here.has(id))
  )
  return { ...report, metrics: all, channels: [...report.channels, ...channels] }
}

const firstById = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  list.filter(({ id }, i) => list.findIndex((other) => other.id === id) === i)
