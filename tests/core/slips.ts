import type { Cells } from '../../src/core/report.ts'
import type { FieldId } from '../../src/core/table.ts'
import { below } from './reports.ts'

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

/** The cells with so many different cells of table 3 got wrong. */
export function slipped(cells: Cells, count: number, next: () => number): Slipped {
  const requests = (Object.keys(cells) as FieldId[]).filter((one) => one.startsWith('requests.'))
  const wrong = new Map<FieldId, { value: number; kind: HandSlip }>()
  while (wrong.size < count) {
    const field = requests[below(next, requests.length)] as FieldId
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
