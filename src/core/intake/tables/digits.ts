import { requestRowName } from '../../form/field-name.ts'
import type { Reading } from '../source/reading.ts'
import { cuts } from './cuts.ts'
import type { FormRow } from '../source/labels.ts'
import type { Slot, CellToken } from '../source/placement.ts'

/**
 * Numbers that lost all separators (21710000218 for 217 1 0 0 0 0 218): cut where the sums of their
 * rows and columns leave one way, and left alone where they leave several.
 */

/** A row of table 三 with every way to read it; one, where its cells stand apart. */
interface Candidates {
  readonly row: FormRow
  readonly ways: readonly (readonly number[])[]
}

/** So many different sums are kept while rows are added up; beyond them the columns decide nothing. */
const mostSums = 4000

/**
 * The choice of one way for each row of table 三 with which every column adds up; null where there
 * are several or rows are missing, `contradiction` where there is none.
 */
function chosenByColumns(
  rows: readonly Candidates[]
): ReadonlyMap<FormRow, readonly number[]> | 'contradiction' | null {
  const byId = new Map(rows.map((one) => [one.row.id, one]))
  const [received, carriedIn, handled, carriedOut] = edges.map((id) => byId.get(id))
  const outcomes = rows.filter(({ row }) => !edges.includes(row.id))
  if (!received || !carriedIn || !handled || !carriedOut || outcomes.length !== 21) return null
  if (rows.some(({ ways }) => ways.length === 0)) return null
  const most = columnsOf(handled).map((_, c) => Math.max(...handled.ways.map((way) => way[c] ?? 0)))
  type Sum = { readonly total: readonly number[]; readonly picks: Picks; readonly several: boolean }
  let sums = new Map<string, Sum>([['', { total: most.map(() => 0), picks: null, several: false }]])
  for (const { row, ways } of outcomes) {
    const next = new Map<string, Sum>()
    for (const { total, picks, several } of sums.values()) {
      for (const way of ways) {
        const sum = total.map((value, c) => value + (way[c] ?? 0))
        if (sum.some((value, c) => value > (most[c] ?? 0))) continue
        const key = sum.join()
        const again = several || next.has(key)
        next.set(key, { total: sum, picks: { row, way, before: picks }, several: again })
        if (next.size > mostSums) return null
      }
    }
    sums = next
  }
  const found: { readonly picks: Picks; readonly several: boolean }[] = []
  for (const way of handled.ways) {
    const sum = sums.get(way.join())
    if (!sum) continue
    for (const a of received.ways) {
      for (const b of carriedIn.ways) {
        for (const c of carriedOut.ways) {
          if (way.some((n, i) => (a[i] ?? 0) + (b[i] ?? 0) !== n + (c[i] ?? 0))) continue
          const own = [
            [handled, way],
            [received, a],
            [carriedIn, b],
            [carriedOut, c]
          ] as const
          const picks = own.reduce<Picks>(
            (before, [{ row }, way]) => ({ row, way, before }),
            sum.picks
          )
          found.push({ picks, several: sum.several })
        }
      }
    }
  }
  const [only, ...others] = found
  if (!only) return 'contradiction'
  if (others.length || only.several) return null
  const chosen = new Map<FormRow, readonly number[]>()
  for (let at = only.picks; at; at = at.before) chosen.set(at.row, at.way)
  return chosen
}

/** The ways chosen so far, the last first. */
type Picks = {
  readonly row: FormRow
  readonly way: readonly number[]
  readonly before: Picks
} | null

/** The rows that are no answers: those summed up are all the others. */
const edges = (['received', 'carriedIn', 'handled', 'carriedOut'] as const).map(requestRowName)
const columnsOf = ({ row }: Candidates) => row.fields

/** The digits of a row that came as one number. */
function digitsOf(tokens: readonly CellToken[], count: number): string | undefined {
  const [only, ...others] = tokens.filter(({ raw }) => raw !== '')
  return only && !others.length && /^\d+$/.test(only.raw) && only.raw.length >= count
    ? only.raw
    : undefined
}

/** What digits were cut into, as readings to be looked at. */
const cutReadings = (
  token: CellToken,
  values: readonly number[],
  confidence: 'likely' | 'doubt'
): Reading[] =>
  values.map((value) => ({
    raw: token.raw,
    value,
    kind: value === 0 ? 'zero' : 'number',
    confidence,
    why: 'uncut',
    ...(token.at && { at: token.at })
  }))

/**
 * The readings of a row that came as digits alone, in groups of `sizes`; undefined where it did not,
 * or can be cut in several ways.
 */
export function cutDigits(
  tokens: readonly CellToken[],
  sizes: readonly number[],
  summed = true
): Reading[] | undefined {
  const count = sizes.reduce((sum, size) => sum + size, 0)
  const digits = digitsOf(tokens, count)
  const token = tokens.find(({ raw }) => raw === digits)
  const [only, ...others] = (digits && cuts(digits, sizes, summed)) || []
  return token && only && !others.length
    ? cutReadings(token, only, summed ? 'likely' : 'doubt')
    : undefined
}

interface RequestRow {
  readonly row: FormRow
  readonly tokens: readonly CellToken[]
  /** How its cells were placed, where they stand apart. */
  readonly slots: readonly Slot[] | undefined
}

/**
 * The readings of the rows of table 三 that came as digits alone and can be cut in one way, by their
 * place in `rows`.
 */
export function cutRequests(rows: readonly RequestRow[]): ReadonlyMap<number, readonly Reading[]> {
  const readings = new Map<number, readonly Reading[]>()
  const candidates = rows.map(
    ({ row, tokens, slots }): Candidates & { readonly token?: CellToken } => {
      const count = row.fields.length
      const digits = digitsOf(tokens, count)
      if (digits === undefined) {
        const values = slots?.flatMap(({ value }) => value ?? [])
        return { row, ways: values?.length === count ? [values] : [] }
      }
      const token = tokens.find(({ raw }) => raw === digits)
      return { row, ways: cuts(digits, [count]) ?? [], ...(token && { token }) }
    }
  )
  if (!candidates.some(({ token }) => token)) return readings
  const chosen = chosenByColumns(candidates)
  for (const [i, { row, ways, token }] of candidates.entries()) {
    const [only, ...others] = ways
    const values = chosen instanceof Map ? chosen.get(row) : others.length ? undefined : only
    const confidence = chosen === 'contradiction' ? 'doubt' : 'likely'
    if (token && values) readings.set(i, cutReadings(token, values, confidence))
  }
  return readings
}
