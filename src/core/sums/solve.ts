import type { Form } from '../form/form.ts'
import type { Mend } from './mends.ts'
import { plansFor } from './plans.ts'
import {
  equationOf,
  cellNumbersOf,
  sumsOf,
  type Equation,
  type CellNumbers,
  type Sums
} from './balances.ts'
import {
  judgeAll,
  type Background,
  type KnownNumbers,
  type SumChange,
  type SlipKind
} from './slips.ts'
import type { Balance, FieldId } from '../form/table.ts'
import { isLate } from './recency.ts'
import { typedOf } from './totals.ts'

/**
 * The search for the cells that are wrong where sums are broken, after Fellegi and Holt: of all sets
 * of cells whose change would mend what is broken, the smallest; among equals, the likeliest slip.
 * README.md beside this file explains the steps. This is the only way into the search.
 */

/** A set of changes that mends all balances of a cause. */
export interface Suspect {
  readonly changes: readonly SumChange[]
  readonly kind: SlipKind
  /** Lower is likelier; comparable within one cause only. */
  readonly cost: number
}

/** Broken balances that have one explanation, or one broken balance that has none. */
export interface Cause {
  /** The broken balances, with both sums. */
  readonly equations: readonly Equation[]
  /** Likeliest first; empty when no change of up to three cells mends them. */
  readonly suspects: readonly Suspect[]
  /** Whether the first suspect is the only smallest set: then it may be named as the cause. */
  readonly unique: boolean
  /** Whether all cells of the first suspect were typed lately. */
  readonly late: boolean
}

/** The numbers of a report, how their sums stand, and why those that are broken are. */
export interface Solution {
  /** The form whose sums they are. */
  readonly form: Form
  readonly numbers: CellNumbers
  readonly sums: Sums
  /** The root causes of the broken balances, in the order of the form. */
  readonly causes: readonly Cause[]
}

/**
 * Solves the sums of a report. The answer holds for these cells, this year before and these cells
 * typed lately (`recent`, the newest first); it is handed to whoever needs it, not searched again.
 */
export function solve(form: Form, report: KnownNumbers, recent?: readonly FieldId[]): Solution {
  const numbers = cellNumbersOf(form, report.cells)
  const sums = sumsOf(numbers)
  return { form, numbers, sums, causes: causesOf(form, report, numbers, sums, recent) }
}

function causesOf(
  form: Form,
  report: KnownNumbers,
  numbers: CellNumbers,
  sums: Sums,
  recent?: readonly FieldId[]
): Cause[] {
  const { broken } = sums
  if (broken.length === 0) return []
  const background: Background = { form, previous: report.previous, ...(recent && { recent }) }
  const equations = broken.map((b) => equationOf(form.balances[b] as Balance, report.cells))
  const causeOf = (mask: number, suspects: readonly Suspect[]): Cause => {
    const own = equations.filter((_, bit) => mask & (1 << bit))
    const ordered = [...suspects].sort((a, b) => a.cost - b.cost).slice(0, offered)
    const [first] = ordered
    return {
      equations: own,
      suspects: ordered,
      unique:
        suspects.length === 1 &&
        !ordered.some(({ changes }) => isMove(typedOf(form, changes), own)),
      late: first !== undefined && isLate(typedOf(form, first.changes), recent)
    }
  }
  if (broken.length > manageable || !numbers.small) {
    return equations.map((equation) => ({
      equations: [equation],
      suspects: [],
      unique: false,
      late: false
    }))
  }

  const plans = plansFor(numbers, sums).map(({ groups, rest }) => {
    const judged = groups.map((group) => ({
      mask: group.mask,
      suspects: group.mends.map((mend) => suspectOf(mend, numbers, background))
    }))
    const cost = judged.reduce((sum, { suspects }) => sum + cheapest(suspects), 0)
    return { groups: judged, rest, cost }
  })
  const [best] = plans.sort((a, b) => a.cost - b.cost)
  if (!best) return []
  const rivals = plans.filter(({ rest }) => rest === best.rest)
  const inAll = (mask: number): boolean =>
    rivals.every(({ groups }) => groups.some((group) => group.mask === mask))
  const found = best.groups
    .filter(({ mask }) => inAll(mask))
    .map(({ mask, suspects }) => causeOf(mask, suspects))
  const disputed = rivals.map(({ groups }) => groups.filter(({ mask }) => !inAll(mask)))
  const mask = (disputed[0] ?? []).reduce((all, group) => all | group.mask, 0)
  // Where the balances can be divided in several ways, each division is one suspect of one cause.
  if (mask)
    found.push(
      causeOf(
        mask,
        disputed.flatMap((groups) => products(groups))
      )
    )
  for (let bit = 0; bit < broken.length; bit++) {
    if (best.rest & (1 << bit)) found.push(causeOf(1 << bit, []))
  }
  const order = (cause: Cause): number => equations.indexOf(cause.equations[0] as Equation)
  return found.sort((a, b) => order(a) - order(b))
}

/**
 * Whether changes move an amount between columns while all sums of rows and of answers are right:
 * where totals followed what was typed, two cells of different rows can have done the same, and not
 * all such pairs are looked for.
 */
const isMove = (typed: readonly SumChange[], equations: readonly Equation[]): boolean =>
  typed.length > 1 && equations.every(({ balance }) => balance.rule === 'T3-BAL')

/** More broken balances than this are a table read wrongly, not slips. */
const manageable = 30
/** No one reads more candidates. */
const offered = 30
/** Of each part of a disputed cause, so many candidates are combined with those of the others. */
const combined = 3

const cheapest = (suspects: readonly Suspect[]): number =>
  Math.min(...suspects.map(({ cost }) => cost))

/** One suspect of each, in every combination of the likeliest. */
function products(groups: readonly { readonly suspects: readonly Suspect[] }[]): Suspect[] {
  return groups.reduce<Suspect[]>(
    (made, { suspects }) =>
      made.flatMap((one) =>
        [...suspects]
          .sort((a, b) => a.cost - b.cost)
          .slice(0, combined)
          .map((other) => ({
            changes: [...one.changes, ...other.changes],
            kind: one.changes.length ? 'other' : other.kind,
            cost: one.cost + other.cost
          }))
      ),
    [{ changes: [], kind: 'other', cost: 0 }]
  )
}

function suspectOf({ cells, by }: Mend, { values }: CellNumbers, background: Background): Suspect {
  const { fields } = background.form
  const changes = cells.map((cell, i): SumChange => {
    const from = values[cell] as number
    return { field: fields[cell] as FieldId, from, to: from + (by[i] as number) }
  })
  return { changes, ...judgeAll(changes, background) }
}
