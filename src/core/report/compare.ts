import { stableJson } from './canonical.ts'
import { fields, isField } from '../form/form.ts'
import type { Report } from './report.ts'
import type { TextKey } from '../form/sections.ts'
import type { FieldId } from '../form/table.ts'

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
      readonly part: ComparedPart
      /** What differs inside it, where its fields are plain: their names and both values. */
      readonly inside?: readonly Inside[]
    }

/** A plain value inside a part; empty where a state does not have it. */
export interface Inside {
  readonly name: string
  readonly mine: string
  readonly theirs: string
}

/**
 * How each key of a report is compared. `each`: cell by cell, section by section; `whole`: as one
 * part; `never`: it says which copy this is or how it was saved, not what the report says.
 */
const how = {
  format: 'never',
  schema: 'never',
  form: 'never',
  id: 'never',
  rev: 'never',
  unit: 'whole',
  year: 'whole',
  scope: 'whole',
  cells: 'each',
  notes: 'whole',
  text: 'each',
  channels: 'whole',
  metrics: 'whole',
  charts: 'whole',
  previous: 'whole',
  settings: 'whole',
  waivers: 'whole',
  remarks: 'whole',
  sources: 'whole',
  imported: 'whole',
  published: 'whole',
  // Made anew with every export; what it says of other hands goes with what is taken from its file.
  proof: 'never',
  createdAt: 'never',
  updatedAt: 'never'
} as const satisfies Record<keyof Report, 'each' | 'whole' | 'never'>

type Whole = { [Key in keyof typeof how]: (typeof how)[Key] extends 'whole' ? Key : never }
/** A part that is compared as a whole; `unknown`: all that this version does not know. */
export type ComparedPart = Whole[keyof Whole] | 'unknown'

const isWhole = (key: string): key is Whole[keyof Whole] =>
  Object.hasOwn(how, key) && how[key as keyof Report] === 'whole'
const texts: readonly TextKey[] = ['leadIn', 'overview', 'problems', 'other']
const parts: readonly ComparedPart[] = [...Object.keys(how).filter(isWhole), 'unknown']

/** How another state of a report stands to the one that is here. */
export type Standing = 'same' | 'newer' | 'older' | 'diverged'

/**
 * Which of two states was saved later, as far as revisions and times tell; `diverged` where the two
 * disagree. It does not tell whether the earlier one was changed, too, since they were one.
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
    ...parts.flatMap((part): Difference[] => {
      const [here, there] = [partOf(mine, part), partOf(theirs, part)]
      // The order in which keys were written says nothing.
      if (stableJson(here) === stableJson(there)) return []
      const inside = part === 'unknown' ? [] : insideOf(here, there)
      return [{ kind: 'part', part, ...(inside.length && { inside }) }]
    })
  ]
}

const partOf = (report: Report, part: ComparedPart): unknown =>
  part === 'unknown' ? unknownIn(report) : report[part]

/** What a report holds that this version does not know: in itself, among its cells and its texts. */
export function unknownIn(report: Report): Readonly<Record<'report' | 'cells' | 'text', object>> {
  return {
    report: only(report, (key) => !isKnown(key)),
    cells: only(report.cells, (key) => !isField(key)),
    text: only(report.text, (key) => !isText(key))
  }
}

/** A report without what this version does not know. */
export const knownIn = (report: Report): Report =>
  ({
    ...only(report, isKnown),
    cells: only(report.cells, isField),
    text: only(report.text, isText)
  }) as Report

const isKnown = (key: string): boolean => Object.hasOwn(how, key)
const isText = (key: string): boolean => texts.some((section) => section === key)

const only = (values: object, wanted: (key: string) => boolean): object =>
  Object.fromEntries(Object.entries(values).filter(([key]) => wanted(key)))

const isPlain = (value: unknown): boolean =>
  value === null || value === undefined || typeof value !== 'object'

/** The plain fields of two records that differ; none of lists, or where something deeper differs. */
function insideOf(mine: unknown, theirs: unknown): Inside[] {
  if (isPlain(mine) || isPlain(theirs) || Array.isArray(mine) || Array.isArray(theirs)) return []
  const [here, there] = [mine, theirs] as [Record<string, unknown>, Record<string, unknown>]
  const names = [...new Set([...Object.keys(here), ...Object.keys(there)])]
  const changed = names.filter((name) => stableJson(here[name]) !== stableJson(there[name]))
  if (!changed.every((name) => isPlain(here[name]) && isPlain(there[name]))) return []
  return changed.map((name) => ({
    name,
    mine: String(here[name] ?? ''),
    theirs: String(there[name] ?? '')
  }))
}
