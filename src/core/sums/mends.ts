import {
  balances,
  cellsByBalance,
  holds,
  indexOf,
  balancesByCell,
  type CellNumbers,
  type Sums
} from './balances.ts'
import { columnNameOf } from '../form/field-name.ts'
import type { FieldId } from '../form/table.ts'

/**
 * A set of changes after which every balance that holds one of the changed cells holds, and of which
 * nothing can be left out. The cells are positions in the flat vector, `by` what is added to each.
 */
export interface Mend {
  readonly cells: readonly number[]
  readonly by: readonly number[]
  /** The broken balances that it mends, as bits: bit n for the n-th of `sums.broken`. */
  readonly mask: number
  /** How many cells somebody got wrong: totals that merely followed do not count. */
  readonly size: number
}

/**
 * All mends of up to `depth` cells.
 *
 * A smallest set has no cycle among its cells and balances (else one cell fewer would do), so there
 * is an order in which each cell settles one balance for good: the search follows such orders, and
 * each change is known at once from the balance it settles.
 */
export function mendsOf(numbers: CellNumbers, sums: Sums, depth: number): Mend[] {
  const { values } = numbers
  const difference = Float64Array.from(sums.difference)
  const { blanks, broken } = sums
  const found = new Map<string, Mend>()
  const cells: number[] = []
  const by: number[] = []

  /** Balances that hold a changed cell and do not hold. */
  const unsettled = (): number[] => {
    const list: number[] = []
    for (const cell of cells) {
      for (const { balance } of balancesByCell[cell] ?? []) {
        if (list.includes(balance)) continue
        if (!holds(difference[balance] as number, blanks[balance] as number)) list.push(balance)
      }
    }
    return list
  }

  const shift = (cell: number, amount: number): void => {
    for (const { balance, sign } of balancesByCell[cell] ?? []) {
      difference[balance] = (difference[balance] as number) + sign * amount
    }
  }

  const record = (): void => {
    const order = cells.map((_, i) => i).sort((a, b) => (cells[a] ?? 0) - (cells[b] ?? 0))
    const key = order.map((i) => `${cells[i]}+${by[i]}`).join()
    if (found.has(key)) return
    found.set(key, {
      cells: order.map((i) => cells[i] as number),
      by: order.map((i) => by[i] as number),
      mask: maskOf(sums, cells),
      size: cells.length
    })
  }

  /** Settles `balance` by each of its cells in turn; `open` is all that still has to be settled. */
  const extend = (balance: number, open: readonly number[], left: number): void => {
    // A balance with blanks fixes no number.
    if (blanks[balance] !== 0) return
    for (const cell of cellsByBalance[balance] ?? []) {
      if (cells.includes(cell)) continue
      const parts = balancesByCell[cell] ?? []
      if (left === 1 && !open.every((b) => parts.some((part) => part.balance === b))) continue
      const sign = parts.find((part) => part.balance === balance)?.sign ?? 1
      const amount = -sign * (difference[balance] as number)
      const to = (values[cell] as number) + amount
      if (to < 0 || !Number.isSafeInteger(to)) continue
      cells.push(cell)
      by.push(amount)
      shift(cell, amount)
      const rest = unsettled()
      if (rest.length === 0) record()
      else if (left > 1 && rest.length <= 3 * (left - 1)) {
        for (const next of left === 2 ? rest.slice(0, 1) : rest) extend(next, rest, left - 1)
      }
      shift(cell, -amount)
      cells.pop()
      by.pop()
    }
  }

  for (const balance of broken) extend(balance, [balance], depth)
  return [...found.values()]
}

/** The broken balances in which one of the cells takes part. */
function maskOf({ broken }: Sums, cells: readonly number[]): number {
  let mask = 0
  broken.forEach((balance, bit) => {
    const touched = cells.some((cell) =>
      balancesByCell[cell]?.some((part) => part.balance === balance)
    )
    if (touched) mask |= 1 << bit
  })
  return mask
}

/**
 * Mends that change an answer of table 3 together with the three totals that were computed from it:
 * its row's, its column's, and the corner. Totals follow what people type, so that a wrong part
 * breaks only the two balances of carried cases. Weighs as much as one of the rows 新收, 上年结转 or
 * 结转 with its total.
 */
export function partsWithTotals(numbers: CellNumbers, sums: Sums): Mend[] {
  const corner = sumBalances.get('total')
  if (!corner) return []
  return [...sumBalances].flatMap(([column, sum]) => {
    if (column === 'total') return []
    const by = sums.difference[sum.carried] as number
    if (!sums.broken.includes(sum.carried) || sums.difference[corner.carried] !== by) return []
    return sum.answers.flatMap((answer, row): Mend[] => {
      const cells = [answer, corner.answers[row] as number, sum.handled, corner.handled]
      if (cells.some((cell) => numbers.blank[cell] || (numbers.values[cell] as number) + by < 0)) {
        return []
      }
      const mend = { cells, by: cells.map(() => by) }
      return settles(sums, mend) ? [{ ...mend, mask: maskOf(sums, cells), size: 2 }] : []
    })
  })
}

/**
 * Mends that move an amount from one column to another within one kind of answer, together with the
 * totals of both columns, which followed what was typed. The row's own total is right all the while,
 * so that only the balances of carried cases show it. Weighs as much as the same move in the rows
 * 新收, 上年结转 or 结转.
 */
export function movesWithTotals(numbers: CellNumbers, sums: Sums): Mend[] {
  const off = [...sumBalances.values()].filter(
    ({ carried }) => carried !== sumBalances.get('total')?.carried && sums.broken.includes(carried)
  )
  return off.flatMap((from, i) =>
    off.slice(i + 1).flatMap((to): Mend[] => {
      const by = sums.difference[from.carried] as number
      if (sums.difference[to.carried] !== -by) return []
      return from.answers.flatMap((answer, row): Mend[] => {
        const cells = [answer, to.answers[row] as number, from.handled, to.handled]
        const mend = { cells, by: [by, -by, by, -by] }
        const possible = cells.every(
          (cell, at) =>
            !numbers.blank[cell] && (numbers.values[cell] as number) + (mend.by[at] as number) >= 0
        )
        if (!possible || !settles(sums, mend)) return []
        return [{ ...mend, mask: maskOf(sums, cells), size: 2 }]
      })
    })
  )
}

/** For each column of table 3: its answers, their total, and the balance of carried cases. */
const sumBalances = new Map(
  balances.flatMap(({ rule, left, right: [handled] }) => {
    if (rule !== 'T3-SUM' || !handled) return []
    const column = columnNameOf(handled)
    const carried = balances.findIndex(
      (other) => other.rule === 'T3-BAL' && other.right.includes(handled)
    )
    const at = (field: FieldId): number => indexOf.get(field) ?? -1
    return [[column, { answers: left.map(at), handled: at(handled), carried }] as const]
  })
)

/** Whether these changes together leave every balance they touch holding. */
function settles(sums: Sums, { cells, by }: Pick<Mend, 'cells' | 'by'>): boolean {
  const change = new Map<number, number>()
  cells.forEach((cell, i) => {
    for (const { balance, sign } of balancesByCell[cell] ?? []) {
      change.set(balance, (change.get(balance) ?? 0) + sign * (by[i] as number))
    }
  })
  return [...change].every(([balance, amount]) =>
    holds((sums.difference[balance] as number) + amount, sums.blanks[balance] as number)
  )
}
