import type { Form } from '../form/form.ts'
import type { Cells } from '../form/cells.ts'
import type { Balance, FieldId } from '../form/table.ts'
import { isRowTotal } from './totals.ts'

/**
 * All arithmetic of a form at once: its balances as a sparse matrix of +1 (left) and −1 (right) over
 * the flat vector of its numbers, 200 in the form of 2021.
 *
 * A blank is not 0, yet an error must be a real contradiction. So a blank stands for any number
 * from 0 up: total 5 over 3 and a blank is possible (the blank may be 2), total 2 over 3 and a blank
 * is not. A balance without blanks is `closed`: it holds or it does not.
 */
export interface BalanceMatrix {
  /** Position of each field in the flat vector, which has the order of `form.fields`. */
  readonly indexOf: ReadonlyMap<FieldId, number>
  /** For each field of the flat vector, the balances it takes part in: three at most. */
  readonly balancesByCell: readonly (readonly BalancePart[])[]
  /** For each balance, the positions of its cells in the flat vector, left before right. */
  readonly cellsByBalance: readonly (readonly number[])[]
  /** The same one after another; `starts[b]` is where b begins, `rights[b]` where its right does. */
  readonly terms: Int16Array
  readonly starts: Int16Array
  readonly rights: Int16Array
  readonly answerColumns: readonly AnswerColumn[]
}

/** A column of table 三, as positions: its answers, their total, and its balance of carried cases. */
export interface AnswerColumn {
  readonly answers: readonly number[]
  readonly handled: number
  readonly carried: number
  /** Whether its cells are the totals of their rows. */
  readonly total: boolean
}

/** A cell's part in a balance: +1 on its left, −1 on its right. */
export interface BalancePart {
  readonly balance: number
  readonly sign: 1 | -1
}

/** By form: sums are taken on every key. */
const matrices = new WeakMap<Form, BalanceMatrix>()

/** The matrix of a form. */
function matrixOf(form: Form): BalanceMatrix {
  const matrix = matrices.get(form) ?? newMatrix(form)
  matrices.set(form, matrix)
  return matrix
}

function newMatrix(form: Form): BalanceMatrix {
  const { fields, balances } = form
  const indexOf = new Map(fields.map((field, i) => [field, i]))
  const at = (field: FieldId): number => indexOf.get(field) ?? -1
  const cellsByBalance = balances.map(({ left, right }) => [...left, ...right].map(at))
  const starts = new Int16Array(balances.length + 1)
  const rights = new Int16Array(balances.length)
  balances.forEach(({ left, right }, b) => {
    rights[b] = (starts[b] ?? 0) + left.length
    starts[b + 1] = (rights[b] ?? 0) + right.length
  })
  const balancesByCell = fields.map((field) =>
    balances.flatMap(({ left, right }, balance): BalancePart[] =>
      left.includes(field)
        ? [{ balance, sign: 1 }]
        : right.includes(field)
          ? [{ balance, sign: -1 }]
          : []
    )
  )
  const answerColumns = balances.flatMap(({ rule, left, right: [handled] }): AnswerColumn[] => {
    if (rule !== 'T3-SUM' || !handled) return []
    const carried = balances.findIndex(
      (other) => other.rule === 'T3-BAL' && other.right.includes(handled)
    )
    const total = isRowTotal(form, handled)
    return [{ answers: left.map(at), handled: at(handled), carried, total }]
  })
  const terms = Int16Array.from(cellsByBalance.flat())
  return { indexOf, balancesByCell, cellsByBalance, terms, starts, rights, answerColumns }
}

/** Below this no sum of a balance leaves the whole numbers that a double holds exactly. */
const exactBelow = Number.MAX_SAFE_INTEGER / 32

/** The numbers of a report as the flat vector of a matrix; blanks count 0 there. */
export interface CellNumbers {
  readonly matrix: BalanceMatrix
  readonly values: Float64Array
  readonly blank: Uint8Array
  /** Whether every sum of these numbers is exact in double arithmetic. */
  readonly small: boolean
}

/** The numbers of a report by a form. */
export function cellNumbersOf(form: Form, cells: Cells): CellNumbers {
  const { fields } = form
  const values = new Float64Array(fields.length)
  const blank = new Uint8Array(fields.length)
  let small = true
  fields.forEach((field, i) => {
    const value = cells[field]
    if (value === null || value === undefined) blank[i] = 1
    else {
      values[i] = value
      if (value > exactBelow || value < -exactBelow) small = false
    }
  })
  return { matrix: matrixOf(form), values, blank, small }
}

/** The sums on both sides of every balance, compared. */
export interface Sums {
  /** Σ left − Σ right for each balance, blanks counting 0. */
  readonly difference: Float64Array
  /** Blanks in a balance: 0 none (it is closed), 1 on the left, 2 on the right, 3 on both sides. */
  readonly blanks: Uint8Array
  /** Positions of the balances that are contradicted, whatever their blanks may be. */
  readonly broken: readonly number[]
}

/** Whether a balance with this difference between its sides can hold. */
export const holds = (difference: number, blanks: number): boolean =>
  difference === 0 || (difference < 0 ? (blanks & 1) !== 0 : (blanks & 2) !== 0)

/** How every balance stands on these numbers. */
export function sumsOf({ matrix, values, blank, small }: CellNumbers): Sums {
  const { terms, starts, rights } = matrix
  const count = rights.length
  const difference = new Float64Array(count)
  const blanks = new Uint8Array(count)
  const broken: number[] = []
  for (let b = 0; b < count; b++) {
    const middle = rights[b] as number
    const end = starts[b + 1] as number
    let sum = 0
    let open = 0
    for (let t = starts[b] as number; t < end; t++) {
      const i = terms[t] as number
      if (t < middle) {
        sum += values[i] as number
        open |= blank[i] as number
      } else {
        sum -= values[i] as number
        open |= (blank[i] as number) << 1
      }
    }
    if (!small) sum = Number(exactDifference(matrix, values, b))
    difference[b] = sum
    blanks[b] = open
    if (!holds(sum, open)) broken.push(b)
  }
  return { difference, blanks, broken }
}

function exactDifference(
  { terms, starts, rights }: BalanceMatrix,
  values: Float64Array,
  b: number
): bigint {
  let sum = 0n
  for (let t = starts[b] as number; t < (starts[b + 1] as number); t++) {
    const value = BigInt(values[terms[t] as number] as number)
    sum += t < (rights[b] as number) ? value : -value
  }
  return sum
}

/** One side of an equation with its numbers put in; a blank is null and adds nothing. */
export interface Side {
  readonly terms: readonly { readonly field: FieldId; readonly value: number | null }[]
  /** Exact, however large the numbers are. */
  readonly sum: bigint
}

/** A balance with the numbers of a report put in. */
export interface Equation {
  readonly balance: Balance
  readonly left: Side
  readonly right: Side
}

/** A balance with these cells put in. */
export function equationOf(balance: Balance, cells: Cells): Equation {
  const side = (list: readonly FieldId[]): Side => {
    const terms = list.map((field) => ({ field, value: cells[field] }))
    return { terms, sum: terms.reduce((sum, { value }) => sum + BigInt(value ?? 0), 0n) }
  }
  return { balance, left: side(balance.left), right: side(balance.right) }
}
