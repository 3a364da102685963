import { partsOf } from '../form/field-name.ts'
import { form2021 } from '../form/form.ts'
import type { Cells } from '../form/cells.ts'
import type { FieldId } from '../form/table.ts'
import { applicants, requestRows } from '../form/requests.ts'
import { recency } from './recency.ts'
import { typedOf } from './totals.ts'

/** The slips that people make with numbers, as far as two numbers can tell. */
export type SlipKind =
  /** 12 for 21 */
  | 'swappedDigits'
  | 'sign'
  /** Ten or ten thousand times too much or too little. */
  | 'tenfold'
  | 'tenThousandfold'
  /** One digit too few or too many. */
  | 'digitLost'
  | 'digitExtra'
  | 'oneDigit'
  /** 0 where a number belongs, a number where 0 belongs. */
  | 'zeroForNumber'
  | 'numberForZero'
  /** Last year's number was left standing. */
  | 'lastYear'
  /** In the neighbouring column or row: +n here, −n there. */
  | 'shift'
  | 'rowOff'
  /** Two cells hold each other's numbers. */
  | 'exchange'
  /** 1 and 2 in two cells for 12 in one. */
  | 'split'
  /** A part is wrong and its totals were computed from it. */
  | 'withTotals'
  | 'other'

/** One cell that would be given another number. */
export interface SumChange {
  readonly field: FieldId
  readonly from: number
  readonly to: number
}

/** A slip with its price: the dearer, the less likely. Of the order of 0 to 1. */
export interface Slip {
  readonly kind: SlipKind
  readonly cost: number
}

/** What may have happened to `to` that `from` stands in its cell. */
function slipBetween(from: number, to: number): Slip {
  if (from === -to) return { kind: 'sign', cost: 0.05 }
  if (from === 0 || to === 0) {
    return { kind: from === 0 ? 'zeroForNumber' : 'numberForZero', cost: 0.5 + size(from - to) }
  }
  if (from === to * 10 || to === from * 10) return { kind: 'tenfold', cost: 0.2 }
  if (from === to * 10000 || to === from * 10000) return { kind: 'tenThousandfold', cost: 0.2 }
  return digitSlip(String(from), String(to)) ?? { kind: 'other', cost: 0.8 + size(from - to) }
}

/** A little dearer for every decimal place of the change, so that the gentler change comes first. */
const size = (change: number): number => 0.02 * Math.log10(1 + Math.abs(change))

function digitSlip(from: string, to: string): Slip | undefined {
  if (from.length === to.length) {
    const wrong = Array.from(from).flatMap((digit, i) => (digit === to[i] ? [] : [i]))
    const [first = 0, second = 0] = wrong
    if (wrong.length === 1) return { kind: 'oneDigit', cost: 0.4 }
    return wrong.length === 2 && from[first] === to[second] && from[second] === to[first]
      ? { kind: 'swappedDigits', cost: 0.15 }
      : undefined
  }
  if (Math.abs(from.length - to.length) !== 1) return undefined
  const [short, long] = from.length < to.length ? [from, to] : [to, from]
  const drops = Array.from(long).some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
  return drops ? { kind: short === from ? 'digitLost' : 'digitExtra', cost: 0.35 } : undefined
}

/** The numbers of a report, and those of the year before: all that the search looks at of it. */
export interface KnownNumbers extends Pick<Background, 'previous'> {
  readonly cells: Cells
}

/** What is known beyond the numbers: last year's report, and what was typed lately. */
export interface Background {
  /** Last year's report, as far as its numbers are known. */
  readonly previous?: { readonly cells?: Cells | null | undefined } | undefined
  readonly recent?: readonly FieldId[]
}

/** What last year carried out, by the cell that it is carried into. */
const carriedOut: ReadonlyMap<FieldId, FieldId> = new Map(
  form2021.carried.map(({ from, to }) => [to, from])
)

/** How likely one change mends a slip, judged with what else is known. */
function judge({ field, from, to }: SumChange, { previous }: Background): Slip {
  let { kind, cost } = slipBetween(from, to)
  if (previous?.cells) {
    const carried = carriedOut.get(field)
    if (carried && previous.cells[carried] === to) cost -= 0.7
    else if (carried && previous.cells[carried] === from) cost += 0.7
    else if (from !== 0 && previous.cells[field] === from) {
      kind = 'lastYear'
      cost -= 0.2
    }
  }
  return { kind, cost }
}

const columns = applicants.map(({ id }) => id)
const rows = requestRows.map(({ id }) => id)

/** Row and column of a field of table 3, counted from 0. */
function placeOf(field: FieldId): { row: number; column: number } | undefined {
  const at = partsOf(field)
  return at.table === 'requests'
    ? { row: rows.indexOf(at.row), column: columns.indexOf(at.column) }
    : undefined
}

/** A slip that explains two changes together, if one does. */
function slipOfPair(a: SumChange, b: SumChange): Slip | undefined {
  const at = placeOf(a.field)
  const bt = placeOf(b.field)
  if (!at || !bt) return undefined
  const total = columns.length - 1
  const opposite = a.to - a.from === b.from - b.to
  if (at.row === bt.row && at.column !== total && bt.column !== total) {
    const [left, right] = at.column < bt.column ? [a, b] : [b, a]
    const near = Math.abs(at.column - bt.column) === 1
    if (near && right.to === 0 && right.from > 0 && `${left.from}${right.from}` === `${left.to}`) {
      return { kind: 'split', cost: 0.2 }
    }
    if (opposite) return whole(a, b, 'shift', near)
  }
  if (at.column === bt.column && opposite) {
    const near = Math.abs(at.row - bt.row) === 1
    return whole(a, b, 'rowOff', near)
  }
  if (a.from === b.to && b.from === a.to) return { kind: 'exchange', cost: 0.4 }
  return undefined
}

/** A number that stands wholly in the wrong place is likelier than one that is spread over two. */
function whole(a: SumChange, b: SumChange, kind: 'shift' | 'rowOff', near: boolean): Slip {
  const moved = a.from === b.to && b.from === a.to
  const clean = moved && (a.from === 0 || b.from === 0)
  return {
    kind: moved && !clean ? 'exchange' : kind,
    cost: (clean ? 0.2 : moved ? 0.4 : 0.7) + (near ? 0 : 0.25)
  }
}

/** Adding up several slips: each costs a whole one besides its own price. */
const another = 1

/** How likely it is that all these changes together mend what went wrong. */
export function judgeAll(changes: readonly SumChange[], background: Background): Slip {
  const { kind, cost } = judged(changes, background)
  return { kind, cost: cost - recency(changes, background.recent) }
}

function judged(changes: readonly SumChange[], background: Background): Slip {
  const [first, second, ...more] = changes
  if (!first) return { kind: 'other', cost: 0 }
  if (!second) return judge(first, background)
  if (sameChange(changes)) {
    // The part that the totals followed; it stands first in the order of the form.
    const { cost } = judge(first, background)
    const away = changes.length > 2 ? 0.1 : 0
    return { kind: 'withTotals', cost: 0.3 + away + cost }
  }
  const [one, other, ...rest] = more.length === 0 ? changes : typedOf(changes)
  const pair = one && other && rest.length === 0 ? slipOfPair(one, other) : undefined
  if (pair) return more.length === 0 ? pair : { ...pair, cost: pair.cost + followed }
  const cost = changes.reduce((sum, change) => sum + another + judge(change, background).cost, -1)
  return { kind: 'other', cost }
}

/** What it costs that totals followed a move: a little, for fewer people touch an answer's row. */
const followed = 0.1

/** A part and totals that followed it: the same was added to each. */
function sameChange(changes: readonly SumChange[]): boolean {
  const [first] = changes
  const row = first && placeOf(first.field)
  return (
    first !== undefined &&
    row !== undefined &&
    changes.every(({ from, to }) => to - from === first.to - first.from) &&
    changes.some(({ field }) => {
      const at = placeOf(field)
      return at?.row === row.row && at.column === columns.length - 1 && field !== first.field
    })
  )
}
