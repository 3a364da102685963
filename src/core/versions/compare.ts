import { fields, isField } from '../form/form.ts'
import { textKeys, type TextKey } from '../form/sections.ts'
import type { FieldId } from '../form/table.ts'
import { stableJson } from '../report/canonical.ts'
import { isRecord, without } from '../report/json.ts'
import { isPart, keysThat, reportParts, type KeysThat } from '../report/parts.ts'
import type { Report } from '../report/report.ts'

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

/** A part that is compared as a whole; `unknown`: all that this version does not know. */
export type ComparedPart = KeysThat<typeof reportParts, 'compared', 'whole'> | 'unknown'

const whole: readonly ComparedPart[] = [...keysThat(reportParts, 'compared', 'whole'), 'unknown']

type Comparing = (mine: Report, theirs: Report) => Difference[]

/** The parts that are compared key by key. */
const each = {
  cells: (mine, theirs) =>
    fields
      .filter((field) => mine.cells[field] !== theirs.cells[field])
      .map((field) => ({
        kind: 'cell',
        field,
        mine: mine.cells[field],
        theirs: theirs.cells[field]
      })),
  text: (mine, theirs) =>
    textKeys
      .filter((section) => mine.text[section] !== theirs.text[section])
      .map((section) => ({
        kind: 'text',
        section,
        mine: mine.text[section],
        theirs: theirs.text[section]
      }))
} satisfies Record<KeysThat<typeof reportParts, 'compared', 'each'>, Comparing>

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

/** What two states of a report say differently: numbers, texts, and the other parts in their order. */
export function differences(mine: Report, theirs: Report): Difference[] {
  return [
    ...Object.values(each).flatMap((compared: Comparing) => compared(mine, theirs)),
    ...whole.flatMap((part): Difference[] => {
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
    report: without<object>(report, isPart),
    cells: without<object>(report.cells, isField),
    text: without<object>(report.text, isText)
  }
}

/** A report without what this version does not know. */
export const knownIn = (report: Report): Report => ({
  ...without(report, (key) => !isPart(key)),
  cells: without(report.cells, (key) => !isField(key)),
  text: without(report.text, (key) => !isText(key))
})

const isText = (key: string): boolean => textKeys.some((section) => section === key)

const isPlain = (value: unknown): boolean =>
  value === null || value === undefined || typeof value !== 'object'

/** The plain fields of two records that differ; none of lists, or where something deeper differs. */
function insideOf(mine: unknown, theirs: unknown): Inside[] {
  if (!isRecord(mine) || !isRecord(theirs)) return []
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const changed = names.filter((name) => stableJson(mine[name]) !== stableJson(theirs[name]))
  if (!changed.every((name) => isPlain(mine[name]) && isPlain(theirs[name]))) return []
  return changed.map((name) => ({
    name,
    mine: String(mine[name] ?? ''),
    theirs: String(theirs[name] ?? '')
  }))
}
