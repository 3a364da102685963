import { fields } from './form.ts'
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
  | { readonly kind: 'part'; readonly part: Part }

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
      .map((part): Difference => ({ kind: 'part', part }))
  ]
}

/** `mine` with the chosen differences taken from `theirs`. Totals are not recomputed. */
export function takeTheirs(mine: Report, theirs: Report, chosen: readonly Difference[]): Report {
  return chosen.reduce((report, difference): Report => {
    switch (difference.kind) {
      case 'cell':
        return { ...report, cells: { ...report.cells, [difference.field]: difference.theirs } }
      case 'text':
        return { ...report, text: { ...report.text, [difference.section]: difference.theirs } }
      case 'part':
        return { ...report, [difference.part]: theirs[difference.part] }
    }
  }, mine)
}
