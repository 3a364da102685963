import { parseCell } from './cell.ts'
import { entryOf, fields, form2021, tableOf } from './form.ts'
import type { Doubt, Patch, Reading } from './reading.ts'
import type { TextKey } from './sections.ts'
import type { Balance, FieldId } from './table.ts'
import { sumOf } from './totals.ts'

/**
 * The review of a reading before it becomes a draft: what is to be looked at, what the user said
 * about it, and the patch that comes of both.
 */

/** Cells that are to be looked at for one reason, together. */
export interface Question {
  readonly fields: readonly FieldId[]
  /** `stroke`: the source has / or 无 there. */
  readonly why: Doubt | 'stroke'
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

/** All questions of a reading: the open ones first, each kind in the order of the form. */
export function questionsOf({ cells }: Patch): Question[] {
  const asked = fields.flatMap((field) => {
    const reading = cells[field]
    const question = reading && questionOf(reading)
    return question ? [{ ...question, field }] : []
  })
  const key = ({ field, why, open }: (typeof asked)[number], part: 'row' | 'column'): string => {
    const words = field.split('.')
    const name = part === 'column' ? words.at(-1) : words.slice(0, -1).join('.')
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
  return [...questions.filter(({ open }) => open), ...questions.filter(({ open }) => !open)]
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
}

/** The patch with the answers in it. */
export function answered(patch: Patch, answers: Answers): Patch {
  const { typed, unanswered, homes } = answers
  const cells: Partial<Record<FieldId, Reading>> = { ...patch.cells }
  const notes: Partial<Record<FieldId, string>> = Object.fromEntries(
    Object.entries(patch.notes).filter(([field]) => !unanswered.includes(field as FieldId))
  )
  for (const field of unanswered) {
    const reading = cells[field]
    if (reading) cells[field] = { ...reading, value: null }
  }
  for (const [field, text] of Object.entries(typed) as [FieldId, string][]) {
    const reading = parseCell(entryOf(field), text)
    if (!reading.ok || unanswered.includes(field)) continue
    cells[field] = { raw: text, value: reading.value, kind: 'number', confidence: 'sure' }
    if (reading.note) notes[field] = reading.note
  }
  const placed = (key: TextKey): string =>
    [patch.text[key], ...patch.leftovers.filter((_, i) => homes[i] === key).map(({ text }) => text)]
      .filter(Boolean)
      .join('\n')
  return {
    ...patch,
    unitName: answers.unitName,
    year: answers.year,
    cells,
    notes,
    text: {
      leadIn: placed('leadIn'),
      overview: placed('overview'),
      problems: placed('problems'),
      other: placed('other')
    },
    leftovers: patch.leftovers.filter((_, i) => homes[i] === undefined)
  }
}

/** Whether the equations of the form hold on what was read; one with a blank in it says nothing. */
export function balancesOn({ cells }: Patch): { held: number; broken: readonly Balance[] } {
  const values = (parts: readonly FieldId[]): (number | null | undefined)[] =>
    parts.map((field) => cells[field]?.value)
  const told = form2021.balances.filter(({ left, right }) =>
    values([...left, ...right]).every((value) => value !== null && value !== undefined)
  )
  const all = Object.fromEntries(
    fields.map((field) => [field, cells[field]?.value ?? null])
  ) as Record<FieldId, number | null>
  const broken = told.filter(({ left, right }) => sumOf(all, left) !== sumOf(all, right))
  return { held: told.length - broken.length, broken }
}
