import { mendsOf, movesWithTotals, partsWithTotals, type Mend } from './mends.ts'
import type { CellNumbers, Sums } from './balances.ts'

/** Mends of the same broken balances: alternatives to one another, all of the smallest size. */
export interface BalanceGroup {
  readonly mask: number
  readonly size: number
  readonly mends: readonly Mend[]
}

/** A division of the broken balances among groups; `rest` are those that none explains. */
export interface Plan {
  readonly groups: readonly BalanceGroup[]
  readonly rest: number
}

/** All divisions that change the fewest cells; larger mends are looked for only when needed. */
export function plansFor(numbers: CellNumbers, sums: Sums): Plan[] {
  let plans: Plan[] = []
  for (const depth of [1, 2, 3]) {
    const mends = mendsOf(numbers, sums, depth)
    if (depth > 1) mends.push(...partsWithTotals(numbers, sums), ...movesWithTotals(numbers, sums))
    plans = divisions(groupsOf(mends), sums.broken.length)
    const [plan] = plans
    if (plan?.rest === 0 && (depth > 1 || plan.groups.length === 1)) break
  }
  return plans
}

function groupsOf(mends: readonly Mend[]): BalanceGroup[] {
  const groups = new Map<number, { mask: number; size: number; mends: Mend[] }>()
  for (const mend of mends) {
    const { mask, size } = mend
    const group = groups.get(mask)
    if (!group || size < group.size) groups.set(mask, { mask, size, mends: [mend] })
    else if (size === group.size) group.mends.push(mend)
  }
  return [...groups.values()].sort((a, b) => a.size - b.size)
}

/** What an unexplained balance costs, in cells: more than most explanations. */
const unexplained = 3
/** Steps after which the search for a better division stops. */
const patience = 4000

function divisions(groups: readonly BalanceGroup[], count: number): Plan[] {
  let smallest = Infinity
  let plans: Plan[] = []
  let steps = 0
  const walk = (
    open: number,
    chosen: readonly BalanceGroup[],
    rest: number,
    size: number
  ): void => {
    if (size > smallest || steps++ > patience) return
    if (open === 0) {
      if (size < smallest) plans = []
      smallest = size
      plans.push({ groups: chosen, rest })
      return
    }
    const lowest = open & -open
    for (const group of groups) {
      if (group.mask & lowest && (group.mask & ~open) === 0) {
        walk(open & ~group.mask, [...chosen, group], rest, size + group.size)
      }
    }
    walk(open & ~lowest, chosen, rest | lowest, size + unexplained)
  }
  walk(2 ** count - 1, [], 0, 0)
  return plans
}
