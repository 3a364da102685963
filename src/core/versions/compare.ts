import { fields, isField } from '../form/form.ts'
import { textKeys, type TextKey } from '../form/sections.ts'
import type { FieldId } from '../form/table.ts'
import { stableJson } from '../report/canonical.ts'
import { without } from '../report/json.ts'
import { isPart, keysThat, reportParts, type KeysThat } from '../report/parts.ts'
import type { Report } from '../report/report.ts'
import { changedLines, type Paragraphs } from './lines.ts'

/** One thing that two states of a report say differently. */
export type Difference =
  /** A number with its note, which is said of it. */
  | {
      readonly kind: 'cell'
      readonly field: FieldId
      readonly mine: number | null
      readonly theirs: number | null
    }
  /** Paragraphs of a text. */
  | (Paragraphs & { readonly kind: 'text'; readonly section: TextKey })
  /**
   * A place in any other part of the report. `path` leads to it: the part, and a key in it or the
   * identity of an entry. A list by itself is the order of its entries. Undefined: not there.
   */
  | {
      readonly kind: 'part'
      readonly part: ComparedPart
      readonly path: readonly string[]
      readonly mine: unknown
      readonly theirs: unknown
    }

/** A part that is compared place by place or as a whole. */
export type ComparedPart = PlainPart | ListPart | 'notes' | 'unknown'
type PlainPart = KeysThat<typeof reportParts, 'compared', 'keys' | 'whole'>
/** A list of entries, each with an identity. */
export type ListPart = KeysThat<typeof reportParts, 'compared', 'entries'>

/** A place of a report that one can change and leave every other as it is. */
interface Spot {
  readonly part: ComparedPart | 'cells'
  readonly path: readonly string[]
  readonly value: unknown
}
type Spots = ReadonlyMap<string, Spot>

/** An entry of a list under its identity. */
interface Entry {
  readonly key: string
  readonly value: object
}

const byId = (list: readonly { readonly id: string }[]): Entry[] =>
  list.map((value) => ({ key: value.id, value }))

/** The entries of each list. */
const listed = {
  channels: ({ channels }) => byId(channels),
  metrics: ({ metrics }) => byId(metrics),
  charts: ({ charts }) => byId(charts),
  waivers: ({ waivers }) => waivers.map((value) => ({ key: value.fingerprint, value })),
  remarks: ({ remarks }) => byId(remarks),
  sources: ({ sources }) => byId(sources)
} satisfies Record<ListPart, (report: Report) => Entry[]>

/** The lists of a report, in its order. */
export const listParts = keysThat(reportParts, 'compared', 'entries')
const keyedParts = keysThat(reportParts, 'compared', 'keys')
const wholeParts = keysThat(reportParts, 'compared', 'whole')

/** The entries of a list by their identities, in their order. */
export const entriesIn = (report: Report, part: ListPart): ReadonlyMap<string, object> =>
  new Map(listed[part](report).map(({ key, value }) => [key, value]))

/** Two values that say the same; the order in which keys were written says nothing. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && stableJson(one) === stableJson(other))

/** A path as the key of a place. */
export const spotKey = (path: readonly string[]): string => JSON.stringify(path)

/** The place of a difference as text, another for each in a list of them. */
export const differenceKey = (difference: Difference): string =>
  spotKey(
    difference.kind === 'cell'
      ? ['cells', difference.field]
      : difference.kind === 'text'
        ? ['text', difference.section, `${difference.line}`, `${difference.mine.length > 0}`]
        : difference.path
  )

/** Every place of a report but its texts and the order of its lists, under its path. */
export function spotsOf(report: Report): Spots {
  const { cells, notes } = report
  const within = (part: Spot['part'], holder: object): Spot[] =>
    Object.entries(holder).map(([key, value]) => ({ part, path: [part, key], value }))
  const unknown = unknownIn(report)
  const spots: Spot[] = [
    ...fields.map((field) => ({
      part: 'cells' as const,
      path: ['cells', field],
      value: { value: cells[field], note: notes[field] }
    })),
    ...keyedParts.flatMap((part) => within(part, report[part])),
    ...wholeParts.map((part) => ({ part, path: [part], value: report[part] })),
    ...within('notes', without<object>(notes, isField)),
    ...listParts.flatMap((part) =>
      listed[part](report).map(({ key, value }) => ({ part, path: [part, key], value }))
    ),
    ...Object.entries(unknown.report).map(([key, value]) => ({
      part: 'unknown' as const,
      path: [key],
      value
    })),
    ...(['cells', 'text'] as const).flatMap((holder) =>
      Object.entries(unknown[holder]).map(([key, value]) => ({
        part: 'unknown' as const,
        path: [holder, key],
        value
      }))
    )
  ]
  return new Map(spots.map((spot) => [spotKey(spot.path), spot]))
}

/** What two states of a report say differently: numbers, texts, and the other parts place by place. */
export function differences(mine: Report, theirs: Report): Difference[] {
  const texts = textKeys.flatMap((section) => {
    const [here, there] = [mine.text[section], theirs.text[section]]
    return here === there ? [] : changedLines(here, there).map((lines) => inSection(section, lines))
  })
  return inOrder([...texts, ...unlikeSpots(mine, theirs).map(({ difference }) => difference)])
}

/** A difference within a section. */
export const inSection = (section: TextKey, { line, mine, theirs }: Paragraphs): Difference => ({
  kind: 'text',
  section,
  line,
  mine,
  theirs
})

const kinds: readonly Difference['kind'][] = ['cell', 'text', 'part']

/** Numbers first, then texts, then all the rest. */
const inOrder = (list: readonly Difference[]): Difference[] =>
  kinds.flatMap((kind) => list.filter((one) => one.kind === kind))

/** A place in which two states differ, with what they say there. */
interface UnlikeSpot {
  readonly difference: Exclude<Difference, { kind: 'text' }>
  readonly path: readonly string[]
  readonly mine: unknown
  readonly theirs: unknown
}

/** The differences but for texts, which are compared otherwise where their base is known. */
export function unlikeSpots(mine: Report, theirs: Report): UnlikeSpot[] {
  const [here, there] = [spotsOf(mine), spotsOf(theirs)]
  const spots = [...new Map([...here, ...there])].flatMap(([key, { part, path }]): UnlikeSpot[] => {
    const values = { mine: here.get(key)?.value, theirs: there.get(key)?.value }
    if (isSame(values.mine, values.theirs)) return []
    if (part !== 'cells')
      return [{ difference: { kind: 'part', part, path, ...values }, path, ...values }]
    const [, field = ''] = path
    if (!isField(field)) return []
    const numbers = { mine: mine.cells[field], theirs: theirs.cells[field] }
    return [{ difference: { kind: 'cell', field, ...numbers }, path, ...values }]
  })
  const orders = listParts.flatMap((part): UnlikeSpot[] => {
    const values = { mine: orderIn(mine, theirs, part), theirs: orderIn(theirs, mine, part) }
    const path = [part]
    return isSame(values.mine, values.theirs)
      ? []
      : [{ difference: { kind: 'part', part, path, ...values }, path, ...values }]
  })
  return [...spots, ...orders]
}

/** The identities in a list that other states have, too, in the order of the first. */
export function orderIn(report: Report, other: Report, part: ListPart, third = other): string[] {
  const [there, also] = [entriesIn(other, part), entriesIn(third, part)]
  return [...entriesIn(report, part).keys()].filter((key) => there.has(key) && also.has(key))
}

/** What a report holds that this version does not know: in itself, among its cells and its texts. */
const unknownIn = (report: Report): Readonly<Record<'report' | 'cells' | 'text', object>> => ({
  report: without<object>(report, isPart),
  cells: without<object>(report.cells, isField),
  text: without<object>(report.text, isText)
})

const isText = (key: string): boolean => textKeys.some((section) => section === key)
