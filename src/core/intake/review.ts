import { parseCell } from '../form/cell.ts'
import { tableOf, type Form } from '../form/form.ts'
import { columnNameOf, rowNameOf } from '../form/field-name.ts'
import type { FoundFigure } from './figures/found-figure.ts'
import type { Doubt, Patch, Reading } from './source/reading.ts'
import { eachText, type TextKey } from '../form/sections.ts'
import { tableIds, type Balance, type FieldId, type TableId } from '../form/table.ts'

/**
 * The review of a reading before it becomes a draft: what is to be looked at, what the user said
 * about it, and the patch that comes of both.
 */

/** Cells that are to be looked at for one reason, together. */
export interface Question {
  readonly fields: readonly FieldId[]
  /** `stroke`: the source has / or 无 there. `absent`: it has no such row, `table`: nor the table. */
  readonly why: Doubt | 'stroke' | 'absent' | 'table'
  /** No value could be settled, or the source itself makes it doubtful: somebody has to say. */
  readonly open: boolean
}

/** From this many cells on a whole column is one question, else each row is one. */
const manyInColumn = 5

function questionOf(reading: Reading): Pick<Question, 'why' | 'open'> | undefined {
  if (reading.kind === 'na') return { why: 'stroke', open: true }
  if (reading.confidence === 'sure') return undefined
  return { why: reading.why ?? 'words', open: reading.confidence === 'doubt' }
}

/** Fields by the name of their row. */
function byRow(fields: readonly FieldId[]): Map<string, FieldId[]> {
  const rows = new Map<string, FieldId[]>()
  for (const field of fields) {
    const name = rowNameOf(field)
    rows.set(name, [...(rows.get(name) ?? []), field])
  }
  return rows
}

/** Cells that were not found: by row, or by table where all of it is missing. */
function absent(form: Form, { cells }: Patch): Question[] {
  return tableIds.flatMap((table): Question[] => {
    const own = form.fieldsOf(table)
    const missing = own.filter((field) => !cells[field])
    if (missing.length === own.length) return [{ fields: own, why: 'table', open: true }]
    return [...byRow(missing).values()].map((row) => ({ fields: row, why: 'absent', open: true }))
  })
}

/** All questions of a reading: the open ones first, each kind in the order of the form. */
export function questionsOf(form: Form, patch: Patch): Question[] {
  const { cells } = patch
  const asked = form.fields.flatMap((field) => {
    const reading = cells[field]
    const question = reading && questionOf(reading)
    return question ? [{ ...question, field }] : []
  })
  const key = ({ field, why, open }: (typeof asked)[number], part: 'row' | 'column'): string => {
    const name = part === 'column' ? columnNameOf(field) : rowNameOf(field)
    return [part, tableOf(field), name, why, open].join(' ')
  }
  const sizes = new Map<string, number>()
  for (const each of asked) {
    sizes.set(key(each, 'column'), (sizes.get(key(each, 'column')) ?? 0) + 1)
  }
  const groups = new Map<string, { fields: FieldId[]; why: Question['why']; open: boolean }>()
  for (const each of asked) {
    const column = key(each, 'column')
    const name = (sizes.get(column) ?? 0) >= manyInColumn ? column : key(each, 'row')
    const group = groups.get(name)
    if (group) group.fields.push(each.field)
    else groups.set(name, { fields: [each.field], why: each.why, open: each.open })
  }
  const questions = [...groups.values()]
  return [
    ...questions.filter(({ open }) => open),
    ...absent(form, patch),
    ...questions.filter(({ open }) => !open)
  ]
}

/** Where a piece that was not understood goes; `drop`: nowhere. */
export type LeftoverHome = TextKey | 'drop'

export interface Answers {
  readonly unitName: string
  readonly year: number
  /** What the user typed instead of what was read; it can be read as `parseCell` does. */
  readonly typed: Readonly<Partial<Record<FieldId, string>>>
  /** Cells of open questions that nobody answered: they stay empty. */
  readonly unanswered: readonly FieldId[]
  /** By place in `patch.leftovers`. */
  readonly homes: Readonly<Record<number, LeftoverHome>>
  /** Tables and sections of prose that are not taken over: they stay blank. */
  readonly left: readonly ReviewPart[]
  /** Figures of the prose that are not taken over. */
  readonly dropped: readonly FoundFigure[]
}

/** What is accepted or left as a whole. */
export type ReviewPart = TableId | TextKey

/** A row of a table for which nothing was found, to be given the numbers of a row left over. */
export interface FreeRow {
  /** The name of the row, as `requests.carriedIn`. */
  readonly id: string
  readonly fields: readonly FieldId[]
}

/** The rows that lack all their cells and have as many as a row left over has numbers. */
export function freeRows({ fields }: Form, { cells }: Patch, count: number): FreeRow[] {
  return [...byRow(fields)]
    .filter(([, row]) => row.length === count && row.every((field) => !cells[field]))
    .map(([id, row]) => ({ id, fields: row }))
}

/** The patch with the answers in it. */
export function withAnswers(patch: Patch, answers: Answers): Patch {
  const { typed, unanswered, homes, left, dropped } = answers
  const cells: Partial<Record<FieldId, Reading>> = { ...patch.cells }
  const notes = new Map(Object.entries(patch.notes) as [FieldId, string][])
  for (const field of unanswered) {
    notes.delete(field)
    const reading = cells[field]
    if (reading) cells[field] = { ...reading, value: null }
  }
  for (const [field, text] of Object.entries(typed) as [FieldId, string][]) {
    const reading = parseCell(field, text)
    if (!reading.ok || unanswered.includes(field)) continue
    // The note that was read with another number is not said of this one.
    if (reading.note) notes.set(field, reading.note)
    else if (cells[field]?.value !== reading.value) notes.delete(field)
    cells[field] = { raw: text, value: reading.value, kind: 'number', confidence: 'sure' }
  }
  const placed = (key: TextKey): string =>
    [
      left.includes(key) ? '' : patch.text[key],
      ...patch.leftovers.filter((_, i) => homes[i] === key).map(({ text }) => text)
    ]
      .filter(Boolean)
      .join('\n')
  return {
    ...patch,
    unitName: answers.unitName,
    year: answers.year,
    cells: taken(cells, left),
    notes: taken(Object.fromEntries(notes), left),
    text: eachText(placed),
    figures: left.includes('overview')
      ? []
      : patch.figures.filter((figure) => !dropped.includes(figure)),
    leftovers: patch.leftovers.filter((_, i) => homes[i] === undefined)
  }
}

/** What belongs to tables that are taken over. */
const taken = <T>(
  record: Readonly<Partial<Record<FieldId, T>>>,
  left: readonly ReviewPart[]
): Partial<Record<FieldId, T>> =>
  Object.fromEntries(
    Object.entries(record).filter(([field]) => !left.includes(tableOf(field as FieldId)))
  ) as Partial<Record<FieldId, T>>

/** Whether the equations of the form hold on what was read; one with a blank in it says nothing. */
export function balancesOn(
  { balances }: Form,
  { cells }: Patch
): { held: number; broken: readonly Balance[] } {
  const valueOf = (field: FieldId): number | null => cells[field]?.value ?? null
  const sum = (parts: readonly FieldId[]): number =>
    parts.reduce((all, field) => all + (valueOf(field) ?? 0), 0)
  const told = balances.filter(({ left, right }) =>
    [...left, ...right].every((field) => valueOf(field) !== null)
  )
  const broken = told.filter(({ left, right }) => sum(left) !== sum(right))
  return { held: told.length - broken.length, broken }
}
