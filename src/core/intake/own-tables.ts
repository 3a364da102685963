import { isField, isMoney } from '../form/form.ts'
import { checkHeads, checkTitle, longHeads, noteTitle } from '../form/own-heads.ts'
import { dense } from '../form/layout.ts'
import type { FieldId } from '../form/table.ts'
import { parseNumber } from '../numbers/chinese.ts'
import { isListHead, listTitle } from '../platforms/listed.ts'
import { feeReading, feeUnitOf } from './tables/fee.ts'
import { doubted, readingOf } from './tables/reading-of.ts'
import type { RawBlock, RawCell } from './source/raw.ts'
import type { Leftover, Reading } from './source/reading.ts'
import { textOfRow } from './source/segments.ts'

/**
 * The tables that the app itself writes beside those of the form: the long form, a line for each
 * number with the name of its field, and what is only made of the others.
 */

type LongHead = keyof typeof longHeads

const titles: readonly string[] = [checkTitle, noteTitle, listTitle]

/** What these tables of a source say, and its other blocks. */
export interface OwnTables {
  readonly rest: readonly RawBlock[]
  readonly unitName?: string
  readonly year?: number
  readonly cells: Readonly<Partial<Record<FieldId, Reading>>>
  readonly notes: Readonly<Partial<Record<FieldId, string>>>
  readonly leftovers: readonly Leftover[]
}

type Grid = Extract<RawBlock, { type: 'grid' }>

/** Takes the app's own tables out of a source. */
export function ownTablesOf(source: readonly RawBlock[]): OwnTables {
  const found = source.map((block) => (block.type === 'grid' ? ownTable(block) : undefined))
  return {
    rest: source.filter((block, i) => {
      const titled = found[i + 1] && block.type === 'text' && titles.includes(block.text)
      return !found[i] && !titled
    }),
    ...found.reduce<Omit<OwnTables, 'rest'>>(
      (all, one) => ({
        ...all,
        ...one,
        cells: { ...all.cells, ...one?.cells },
        notes: { ...all.notes, ...one?.notes },
        leftovers: [...all.leftovers, ...(one?.leftovers ?? [])]
      }),
      { cells: {}, notes: {}, leftovers: [] }
    )
  }
}

/** Heads stand in one of the first rows. */
const headRows = 5

function ownTable(grid: Grid): Omit<OwnTables, 'rest'> | undefined {
  const rows = dense(grid.rows).map((row) => Array.from(row, (at) => at?.cell ?? { text: '' }))
  const texts = rows.slice(0, headRows).map((row) => row.map(({ text }) => text.trim()))
  const none = { cells: {}, notes: {}, leftovers: [] }
  if (texts.some((row) => checkHeads.every((head) => row.includes(head)))) return none
  if (texts.some(isListHead)) return { ...none, leftovers: leftOver(grid.rows, 'table') }
  const at = texts.findIndex(
    (row) =>
      row.includes(longHeads.field) &&
      (row.includes(longHeads.value) || row.includes(longHeads.note))
  )
  const head = texts[at]
  return head && longForm(head, rows.slice(at + 1))
}

/** Rows that are no number of the form, as one piece. */
function leftOver(
  rows: readonly (readonly RawCell[])[],
  reason: Leftover['reason']
): readonly Leftover[] {
  const text = rows.map(textOfRow).filter(Boolean).join('\n')
  const at = rows.flat().find((cell) => cell.text && cell.at)?.at
  return text ? [{ text, reason, ...(at && { at }) }] : []
}

function longForm(
  head: readonly string[],
  rows: readonly (readonly RawCell[])[]
): Omit<OwnTables, 'rest'> {
  const cellOf = (row: readonly RawCell[], name: LongHead): RawCell =>
    row[head.indexOf(longHeads[name])] ?? { text: '' }
  const textOf = (row: readonly RawCell[], name: LongHead) => cellOf(row, name).text.trim()
  const ours = rows.filter((row) => isField(textOf(row, 'field')))
  const [first = []] = ours
  const [unitName, year] = [
    textOf(first, 'unit'),
    Number(/^\d{4}/.exec(textOf(first, 'year'))?.[0])
  ]
  const same = (row: readonly RawCell[]) =>
    textOf(row, 'unit') === unitName && textOf(row, 'year') === textOf(first, 'year')
  const cells: Partial<Record<FieldId, Reading>> = {}
  const notes: Partial<Record<FieldId, string>> = {}
  const twice: (readonly RawCell[])[] = []
  for (const row of ours.filter(same)) {
    const field = textOf(row, 'field')
    if (!isField(field)) continue
    const note = textOf(row, 'note')
    if (note) notes[field] = note
    if (!head.includes(longHeads.value)) continue
    const reading = valueOf(field, cellOf(row, 'value'), textOf(row, 'measure'))
    const known = cells[field]
    cells[field] = known ?? (note ? { ...reading, note } : reading)
    if (!note && reading.note) notes[field] ??= reading.note
    if (!known || known.value === reading.value) continue
    cells[field] = doubted(known, 'twice', 'doubt')
    twice.push(row)
  }
  return {
    ...(unitName && { unitName }),
    ...(year && { year }),
    cells,
    notes,
    leftovers: [
      ...leftOver(twice, 'twice'),
      ...leftOver(
        ours.filter((row) => !same(row)),
        'second'
      ),
      ...leftOver(
        rows.filter((row) => !ours.includes(row)),
        'table'
      )
    ]
  }
}

function valueOf(field: FieldId, { text, at }: RawCell, measure: string): Reading {
  const raw = text.trim()
  const token = { raw, number: parseNumber(raw), column: 0, cols: 1, ...(at && { at }) }
  return isMoney(field)
    ? feeReading(token, feeUnitOf({ heads: [measure], captions: [] }))
    : readingOf(token)
}
