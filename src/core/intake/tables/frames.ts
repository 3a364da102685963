import { addsUp, isBlank, type Placement, type Slot, type CellToken } from '../source/placement.ts'

/**
 * Where the numbers of a row begin when it has blank cells that are none of the form's. In one table
 * they begin right behind the label, or so many cells behind it, or in one column of the source, or
 * behind the blank cells that the label covered: the rows that leave no choice say which, and the
 * others follow them.
 */

/** Where a way to read a row has its first number, in one way of counting. */
type Frame = (row: number, way: Placement) => number | undefined

export interface Framed {
  /** The one way that fits the table; undefined where that is not known. */
  readonly way: Placement | undefined
  /** The row leaves no choice, and begins elsewhere than the rows around it. */
  readonly strange: boolean
}

/** So many rows, and such a share of them, make a rule for the others. */
const fewest = 3
const share = 0.8

/**
 * @param ways how each row can be read
 * @param rows the cells of each row behind its label
 * @param sizes the groups of a row whose last cell is the sum of the others; none in table 二
 * @param spans how many columns the label of each row covers in the form
 */
export function framesOf(
  ways: readonly (readonly Placement[])[],
  rows: readonly (readonly CellToken[])[],
  sizes: readonly number[],
  spans: readonly number[]
): (row: number) => Framed {
  const frames: readonly Frame[] = [
    (_, { front }) => front,
    (row, { front }) => rows[row]?.[front]?.column,
    (row, { front }) => front - (spans[row] ?? 1) + 1
  ]
  const agreed = frames.flatMap((frame): [Frame, number][] => {
    const seen = new Map<number, number>()
    for (const [row, [only, ...others]] of ways.entries()) {
      if (!only || only.fit.kind !== 'whole' || others.length || isAllBlank(only)) continue
      const at = frame(row, only)
      if (at !== undefined) seen.set(at, (seen.get(at) ?? 0) + 1)
    }
    const all = [...seen.values()].reduce((sum, times) => sum + times, 0)
    const [rule] = [...seen].filter(([, times]) => times >= fewest && times >= all * share)
    return rule ? [[frame, rule[0]]] : []
  })
  return (row) => {
    const list = ways[row] ?? []
    if (list.some(({ fit }) => fit.kind !== 'whole')) return { way: undefined, strange: false }
    const fitting = new Set(
      agreed.flatMap(([frame, at]) => list.filter((way) => frame(row, way) === at))
    )
    const [first] = list
    // Then the blank cells may be all the row has, and the numbers those of one without its label.
    const late = first !== undefined && first.front >= first.slots.length
    const strange = first !== undefined && fitting.size === 0 && (agreed.length > 0 || late)
    if (list.length < 2) return { way: list[0], strange }
    const proven = list.filter(({ slots }) => isProven(slots, sizes))
    const likely = agreed.length ? [...fitting] : proven
    // The sum of the row decides between two places that both fit the table.
    const [way, ...rivals] =
      likely.length > 1 ? likely.filter((one) => proven.includes(one)) : likely
    const doubtful = !way || rivals.length > 0 || proven.some((other) => other !== way)
    return { way: doubtful ? undefined : way, strange: false }
  }
}

const isAllBlank = ({ slots }: Placement) =>
  slots.every(({ token }) => token === undefined || isBlank(token))

/** Whether the sums prove where numbers stand: every group has its total, not all of them 0. */
export function isProven(slots: readonly Slot[], sizes: readonly number[]): boolean {
  let from = 0
  const groups = sizes.map((size) => slots.slice(from, (from += size)))
  return (
    groups.every((group) => addsUp(group) && group.at(-1)?.value !== null) &&
    groups.some((group) => group.at(-1)?.value)
  )
}
