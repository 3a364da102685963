import { framesOf, isProven } from './frames.ts'
import {
  addsUp,
  isBlank,
  isSameFit,
  lastFilled,
  mendSpaced,
  placements,
  type Fit,
  type Placement,
  type Slot,
  type CellToken
} from '../source/placement.ts'

/** Settles how the rows of one table are to be read, each by itself first, then all together. */

/** A row as it was settled. Where `open` is set for a column, the arithmetic left a choice. */
export interface Settled {
  readonly slots: readonly Slot[]
  readonly open: readonly boolean[]
  /** Whether one of several ways to read the row was chosen. */
  readonly chosen: boolean
  /** The columns of a group that does not add up as it stands, and totals blank above numbers. */
  readonly suspect: readonly boolean[]
  /** The first column behind a cell that was left out or joined; those on are as doubtful. */
  readonly from?: number
  /** Whether this row alone lacks a cell, not the whole table a column. */
  readonly short: boolean
}

/** `balanced` counts how many of the table's column sums hold for a choice of rows. */
export type Judge = (rows: readonly (readonly Slot[] | null)[]) => number

/**
 * @param rows the cells of each row behind its label
 * @param sizes the groups of a row, as [7] or [5, 5, 5]
 * @param failures how many sums over columns a reading of all rows breaks
 * @param spans how many columns the label of each row covers in the form
 */
export function settleRows(
  rows: readonly (readonly CellToken[])[],
  sizes: readonly number[],
  failures: Judge,
  spans: readonly number[] = []
): (Settled | null)[] {
  const count = sizes.reduce((sum, size) => sum + size, 0)
  const width = widthOf(rows, count)
  const first = rows.map((tokens) => placements(tokens, sizes, width))
  // A column only for looks in one row is one in all, though blank cells may hide it.
  const wider = first.some(
    (list) => list.length > 0 && list.every(({ fit }) => fit.kind === 'without')
  )
  const ways = wider ? rows.map((tokens) => placements(tokens, sizes, width, true)) : first
  const shared = sharedFits(ways.map((list) => list.map(({ fit }) => fit)))
  const by = (fit: Fit) => ways.map((list) => pick(list, fit)?.slots ?? null)
  const best = only(shared, (fit) => failures(by(fit)))
  const framed = framesOf(ways, rows, sizes, spans)
  const settledRows = ways.map((list, row): Settled | null => {
    const fits = best && list.find(({ fit }) => isSameFit(fit, best))
    const gapped = list.length > 1 && fits !== undefined
    const frame = framed(row)
    const agreed = gapped ? fits : frame.way
    const way = agreed ?? list[0]
    if (!way) return null
    const columns = Array.from({ length: count }, (_, column) => column)
    const differs = columns.map((column) =>
      list.some(({ slots }) => slots[column]?.value !== way.slots[column]?.value)
    )
    const chosen = differs.includes(true)
    const settled = !chosen || agreed !== undefined
    const slots = sizes.length === 1 ? mendSpaced(way.slots) : way.slots
    return {
      slots,
      open: settled ? columns.map(() => false) : differs,
      chosen: (chosen && (gapped || !settled)) || frame.strange,
      suspect: suspects(slots, sizes),
      ...((way.fit.kind === 'without' || way.fit.kind === 'joined') && { from: way.fit.at }),
      short: width === count || (rows[row]?.length ?? 0) < width
    }
  })
  return inDisorder(settledRows)
    ? settledRows.map((one) => one && unproven(one, sizes))
    : settledRows
}

/**
 * Whether many rows with numbers in them do not add up or lack a cell: then any may be shifted, and
 * those of zeros are.
 */
function inDisorder(rows: readonly (Settled | null)[]): boolean {
  const telling = rows.filter((one) => one?.slots.some(({ value }) => value))
  const sound = telling.filter((one) => one && !one.suspect.includes(true) && !lacks(one))
  return sound.length * 3 < telling.length * 2
}

const lacks = ({ slots, short }: Settled): boolean => short && slots.some(({ token }) => !token)

/**
 * Marks a row of a table in disorder. Its sums prove it only where it begins with a number: where the
 * total is lost, a row that a blank cell of its label moved on adds up by chance, whenever its last
 * number is the sum of those before.
 */
const unproven = (one: Settled, sizes: readonly number[]): Settled => {
  const [first] = one.slots
  const proven = first?.token && !isBlank(first.token) && isProven(one.slots, sizes)
  return proven ? one : { ...one, suspect: one.slots.map(() => true) }
}

const pick = (list: readonly Placement[], fit: Fit) =>
  list.find((way) => isSameFit(way.fit, fit)) ?? (list.length === 1 ? list[0] : undefined)

function groups(slots: readonly Slot[], sizes: readonly number[]): (readonly Slot[])[] {
  let from = 0
  return sizes.map((size) => slots.slice(from, (from += size)))
}

/**
 * How many of a row's cells are cells of the form. A table that lost a column on the way was cut to
 * one width, and rows with a short label then have blank cells at their ends that are none of the
 * form's; the rows without blank ends show the width.
 */
function widthOf(rows: readonly (readonly CellToken[])[], count: number): number {
  const full = rows.filter(
    ([first, ...rest]) => first && !isBlank(first) && lastFilled(rest) === rest.length - 1
  )
  const lengths = full.map(({ length }) => length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length / 2)] ?? count
  const same = lengths.filter((length) => length === width).length
  const cut = width < count && same >= 3 && same >= lengths.length * 0.8
  return cut ? width : count
}

/**
 * Which cells may not be what they seem: those of a group that does not add up, or whose total is
 * blank above numbers, as in a row that lost a cell and was filled up. With blank cells in it the
 * whole row may have been shifted.
 */
function suspects(slots: readonly Slot[], sizes: readonly number[]): boolean[] {
  const marks = groups(slots, sizes).flatMap((group) => {
    const parts = group.slice(0, -1)
    const lost = group.at(-1)?.value === null && parts.some(({ value }) => value !== null)
    return group.map(() => lost || !addsUp(group))
  })
  const isEmpty = (slot: Slot | undefined) => !slot?.token || isBlank(slot.token)
  const shifted = marks.includes(true) && slots.some(isEmpty)
  // Table 四 in one row has no label that says where it begins.
  const loose = sizes.length > 1 && !slots.every(isEmpty) && !isProven(slots, sizes)
  const open = loose && (isEmpty(slots[0]) || isEmpty(slots.at(-1)))
  return shifted || open ? slots.map(() => true) : marks
}

/** What every row that lacks a cell, or has one too many, could be made to fit by. */
function sharedFits(ways: readonly (readonly Fit[])[]): readonly Fit[] {
  const [first = [], ...others] = ways.filter(
    (list) => list.length > 0 && list.every(({ kind }) => kind !== 'whole' && kind !== 'joined')
  )
  return first.filter((fit) => others.every((list) => list.some((one) => isSameFit(one, fit))))
}

/** The one choice that breaks no sum, or the only one there is; undefined when several do. */
function only(choices: readonly Fit[], failures: (choice: Fit) => number): Fit | undefined {
  if (choices.length <= 1) return choices[0]
  const sound = choices.filter((choice) => failures(choice) === 0)
  return sound.length === 1 ? sound[0] : undefined
}
