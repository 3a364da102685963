import type { NumberReading } from '../../numbers/chinese.ts'
import type { SourceSpan } from './raw.ts'

/**
 * Which column each number of a row belongs to, when the row has fewer or more cells than the form.
 * The form's own arithmetic decides: in every group of cells the last is the sum of the others. Long,
 * for it holds all the ways to lay out a row, which compete.
 */

/** A cell of the source that is no label. */
export interface CellToken {
  readonly raw: string
  readonly number: NumberReading
  readonly at?: SourceSpan
  /** Where it stands in its row, counted in columns of the source. */
  readonly column: number
  /** How many columns it covers. */
  readonly cols: number
}

export interface Slot {
  /** The cell of the source; missing where the source has none. */
  readonly token?: CellToken
  readonly value: number | null
  /** How the value came about, when it is not simply what the cell says. */
  readonly how?: 'deduced' | 'split' | 'spaced' | 'missing'
}

/** What was done to make a row fit the form; the rows of one table are compared by it. */
export type Fit =
  /** Nothing: it has as many cells as the form. */
  | { readonly kind: 'whole' }
  /** These columns of the form have no cell, in ascending order. */
  | { readonly kind: 'gaps'; readonly columns: readonly number[] }
  /** The blank cell at this place was left out. */
  | { readonly kind: 'without'; readonly at: number }
  /** The cell at this place and the one behind it are the digits of one number. */
  | { readonly kind: 'joined'; readonly at: number }

export interface Placement {
  readonly slots: readonly Slot[]
  readonly fit: Fit
  /** How many blank cells before the numbers were left out; none where the row has no others. */
  readonly front: number
}

export const whole: Fit = { kind: 'whole' }

export function isSameFit(a: Fit, b: Fit): boolean {
  if (a.kind === 'whole') return b.kind === 'whole'
  if (a.kind !== 'gaps') return a.kind === b.kind && a.at === b.at
  return b.kind === 'gaps' && isSameList(a.columns, b.columns)
}

const isSameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])

export const isBlank = ({ number }: CellToken): boolean => number.kind === 'blank'

/** The index of the last cell with something in it; -1 when all are blank. */
export function lastFilled(tokens: readonly CellToken[]): number {
  let last = tokens.length - 1
  for (let token = tokens[last]; token && isBlank(token); token = tokens[last]) last--
  return last
}

export const valueOf = ({ number }: CellToken): number | null =>
  number.kind === 'number' ? number.value : null

/** More missing cells than this say nothing. */
const mostGaps = 2

/**
 * Every way to lay the cells of a row into groups of `sizes` cells that the arithmetic allows; the
 * likeliest first. Empty when there is none. `width` is how many cells a row of this source has at
 * most, where it lost a column; `withDrops` says that its rows may have one cell more than the form.
 */
export function placements(
  tokens: readonly CellToken[],
  sizes: readonly number[],
  width = sizes.reduce((sum, size) => sum + size, 0),
  withDrops = false
): Placement[] {
  const count = sizes.reduce((sum, size) => sum + size, 0)
  const found: Placement[] = []
  for (const { front, cells } of trimmings(tokens, width)) {
    const slots = cells.map((token): Slot => ({ token, value: valueOf(token) }))
    const missing = count - slots.length
    if (missing === sizes.length && missing > mostGaps) alikeInGroups(slots, sizes, front, found)
    else if (missing === 0) add(found, { slots, fit: whole, front }, sizes)
    else if (missing > 0 && missing <= mostGaps) {
      for (const columns of choices(count, missing))
        add(found, gapped(slots, columns, front), sizes)
    }
  }
  const spaced = sizes.length === 1 ? gapsBySpacing(tokens, count) : undefined
  const stands = found.find(
    ({ fit }) => spaced && fit.kind === 'gaps' && isSameList(fit.columns, spaced)
  )
  if (stands) return [stands]
  if (!found.length || withDrops) {
    for (const { front, cells } of trimmings(tokens, count + 1)) {
      if (cells.length !== count + 1) continue
      drops(cells, sizes, front, found)
      joins(cells, sizes, front, found)
    }
  }
  return found
}

/**
 * The missing columns by how far apart the numbers of a line stand, where they stand in columns of
 * one width; undefined where the spaces tell nothing.
 */
function gapsBySpacing(tokens: readonly CellToken[], count: number): readonly number[] | undefined {
  const steps: number[] = []
  for (let i = 1; i < tokens.length; i++) {
    const [left, right] = [tokens[i - 1]?.at, tokens[i]?.at]
    // One character apart is a tab: it says where a cell ends, not where it stands.
    if (!left || !right || right.from - left.to < 2) return undefined
    steps.push(right.from - left.from)
  }
  const width = Math.min(...steps)
  const wide = steps.map((step) => step / width)
  if (wide.some((step) => Math.abs(step - Math.round(step)) > 0.2)) return undefined
  const gaps: number[] = []
  let column = 0
  for (const step of wide) {
    for (let i = 1; i < Math.round(step); i++) gaps.push(column + i)
    column += Math.round(step)
  }
  return tokens.length + gaps.length === count ? gaps : undefined
}

/** The cells without the blank ones at the ends that are too many, in every way that can be. */
export function trimmings(
  tokens: readonly CellToken[],
  count: number
): { readonly front: number; readonly cells: readonly CellToken[] }[] {
  const excess = tokens.length - count
  if (excess <= 0) return [{ front: 0, cells: tokens }]
  const lead = tokens.findIndex((token) => !isBlank(token))
  if (lead < 0) return [{ front: 0, cells: tokens.slice(0, count) }]
  const trail = tokens.length - 1 - lastFilled(tokens)
  const result: { front: number; cells: readonly CellToken[] }[] = []
  for (let front = Math.min(lead, excess); front >= Math.max(0, excess - trail); front--) {
    result.push({ front, cells: tokens.slice(front, front + count) })
  }
  return result
}

/** All ascending choices of `missing` columns, the last columns first: totals are lost most often. */
function choices(count: number, missing: number): number[][] {
  if (missing === 0) return [[]]
  const result: number[][] = []
  for (let last = count - 1; last >= missing - 1; last--) {
    for (const head of choices(last, missing - 1)) result.push([...head, last])
  }
  return result
}

/** The row with no cell in these columns of the form. */
function gapped(cells: readonly Slot[], columns: readonly number[], front: number): Placement {
  const slots = [...cells]
  for (const column of columns) slots.splice(column, 0, { value: null, how: 'missing' })
  return { slots, fit: { kind: 'gaps', columns }, front }
}

/** Keeps a placement whose groups add up, with what follows from them filled in. */
function add(found: Placement[], { slots, fit, front }: Placement, sizes: readonly number[]): void {
  const filled: Slot[] = []
  let from = 0
  for (const size of sizes) {
    const group = completed(slots.slice(from, from + size))
    // A row of the source that is complete stays as it is, even when it does not add up.
    if (!group && fit.kind !== 'whole') return
    filled.push(...(group ?? slots.slice(from, from + size)))
    from += size
  }
  found.push({ slots: filled, fit, front })
}

const sumOf = (slots: readonly Slot[]) => slots.reduce((sum, { value }) => sum + (value ?? 0), 0)

/** Whether a group adds up; a blank total says nothing, blank parts count as nothing. */
export function addsUp(group: readonly Slot[]): boolean {
  const total = group.at(-1)
  const parts = group.slice(0, -1)
  if (!total || total.value === null) return true
  if (parts.every(({ value }) => value === null)) return true
  return sumOf(parts) === total.value
}

/** The group with its one missing cell deduced; null where the numbers contradict each other. */
function completed(group: readonly Slot[]): readonly Slot[] | null {
  const gaps = group.filter(({ how }) => how === 'missing')
  if (gaps.length === 0) return addsUp(group) ? group : null
  const total = group.at(-1)
  const parts = group.slice(0, -1)
  if (!total) return null
  const sum = sumOf(parts)
  const rest = total.value === null ? null : total.value - sum
  if (gaps.length > 1) return rest === null || rest >= 0 ? group : null
  const known = parts.filter(({ how }) => how !== 'missing')
  const value =
    total.how === 'missing'
      ? known.every((part) => part.value !== null)
        ? sum
        : null
      : known.every((part) => part.value !== null) || (rest ?? 0) > 0
        ? rest
        : null
  if (value !== null && value < 0) return null
  if (value === null) return group
  return group.map((slot) => (slot.how === 'missing' ? { value, how: 'deduced' } : slot))
}

/** One cell fewer in every group: the same one of each, as the totals. */
function alikeInGroups(
  slots: readonly Slot[],
  sizes: readonly number[],
  front: number,
  found: Placement[]
): void {
  const size = sizes[0] ?? 0
  for (let column = size - 1; column >= 0; column--) {
    const columns = sizes.map((_, group) => group * size + column)
    add(found, gapped(slots, columns, front), sizes)
  }
}

/** One cell too many: a blank one that is no cell of the form, as of a column only for looks. */
function drops(
  tokens: readonly CellToken[],
  sizes: readonly number[],
  front: number,
  found: Placement[]
): void {
  tokens.forEach((token, i) => {
    if (!isBlank(token)) return
    const slots = tokens
      .filter((other) => other !== token)
      .map((other): Slot => ({ token: other, value: valueOf(other) }))
    add(found, { slots, fit: { kind: 'without', at: i }, front }, sizes)
  })
}

/** One cell too many: two neighbours that are the digits of one number, when the sums prove it. */
function joins(
  tokens: readonly CellToken[],
  sizes: readonly number[],
  front: number,
  found: Placement[]
): void {
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [first, second] = [tokens[i], tokens[i + 1]]
    if (!first || !second || !/^[1-9]\d*$/.test(first.raw) || !/^\d+$/.test(second.raw)) continue
    const value = Number(first.raw + second.raw)
    const token: CellToken = {
      ...first,
      raw: `${first.raw} ${second.raw}`,
      number: { kind: 'number', value },
      ...(first.at && second.at && { at: { from: first.at.from, to: second.at.to } })
    }
    const slots = tokens.map((cell): Slot => ({ token: cell, value: valueOf(cell) }))
    slots.splice(i, 2, { token, value, how: 'split' })
    if (proved(slots, sizes)) found.push({ slots, fit: { kind: 'joined', at: i }, front })
  }
}

/** Whether every group states a total other than 0 or blank and adds up to it. */
function proved(slots: readonly Slot[], sizes: readonly number[]): boolean {
  let from = 0
  return sizes.every((size) => {
    const group = slots.slice(from, (from += size))
    return addsUp(group) && (sizes.length > 1 || (group.at(-1)?.value ?? 0) > 0)
  })
}

/** Numbers whose digits stand apart in one cell (`1 2`), where reading them as one makes it add up. */
export function mendSpaced(slots: readonly Slot[]): readonly Slot[] {
  const apart = slots.filter(({ token }) => token && /^\d+(?:\s+\d+)+$/.test(token.raw))
  if (!apart.length || apart.some(({ value }) => value !== null)) return slots
  const mended = slots.map((slot): Slot =>
    apart.includes(slot) && slot.token
      ? { ...slot, value: Number(slot.token.raw.replace(/\s+/g, '')), how: 'spaced' }
      : slot
  )
  return addsUp(mended) && (mended.at(-1)?.value ?? 0) > 0 ? mended : slots
}
