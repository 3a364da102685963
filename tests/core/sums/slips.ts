import type { Cells } from '../../../src/core/form/cells.ts'
import type { FieldId, TableId } from '../../../src/core/form/table.ts'
import { applicants, requestRows } from '../../../src/core/form/requests.ts'
import { below } from '../report/reports.ts'

/** What a slip of the hand makes of a number; undefined where it would change nothing. */
export const handSlips = {
  swappedDigits: (n: number) => {
    const digits = String(n)
    return digits.length > 1 ? Number(digits.slice(0, -2) + digits.at(-1) + digits.at(-2)) : n
  },
  tenfold: (n: number) => n * 10,
  tenThousandfold: (n: number) => n * 10000,
  sign: (n: number) => -n,
  digitLost: (n: number) => Math.floor(n / 10),
  digitExtra: (n: number, next: () => number) => n * 10 + 1 + below(next, 9),
  oneDigit: (n: number, next: () => number) => n - (n % 10) + below(next, 10),
  zeroForNumber: (_: number) => 0,
  any: (_: number, next: () => number) => below(next, 60)
} satisfies Record<string, (n: number, next: () => number) => number>

export type HandSlip = keyof typeof handSlips

export interface Slipped {
  readonly cells: Cells
  readonly fields: readonly FieldId[]
  readonly kinds: readonly HandSlip[]
}

const kinds = Object.keys(handSlips) as HandSlip[]

/** The cells with so many different cells of a table, of table 3 unless told, got wrong. */
export function slipped(
  cells: Cells,
  count: number,
  next: () => number,
  table: TableId = 'requests'
): Slipped {
  const all = (Object.keys(cells) as FieldId[]).filter((one) => one.startsWith(`${table}.`))
  const wrong = new Map<FieldId, { value: number; kind: HandSlip }>()
  while (wrong.size < count) {
    const field = all[below(next, all.length)] as FieldId
    const kind = kinds[below(next, kinds.length)] as HandSlip
    const was = cells[field] ?? 0
    const value = handSlips[kind](was, next)
    if (value !== was) wrong.set(field, { value, kind })
  }
  return {
    cells: {
      ...cells,
      ...Object.fromEntries([...wrong].map(([field, { value }]) => [field, value]))
    },
    fields: [...wrong.keys()],
    kinds: [...wrong.values()].map(({ kind }) => kind)
  }
}

/** Cells of which two neighbours in table 3 hold each other's numbers; none where they are equal. */
export function exchanged(
  cells: Cells,
  where: 'column' | 'row',
  next: () => number
): Slipped | undefined {
  const row = below(next, requestRows.length - Number(where === 'row'))
  const column = below(next, applicants.length - 2)
  const at = (r: number, c: number) =>
    `requests.${requestRows[r]?.id}.${applicants[c]?.id}` as FieldId
  const one = at(row, column)
  const other = where === 'row' ? at(row + 1, column) : at(row, column + 1)
  if (cells[one] === cells[other]) return undefined
  return {
    cells: { ...cells, [one]: cells[other], [other]: cells[one] },
    fields: [one, other],
    kinds: []
  }
}
