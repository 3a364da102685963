import type { Metric } from '../report/report.ts'

/** Between which numbers a figure lies: 260余 is 260 to 270, 约30万 is 20万 to 40万, 85 is 85. */
export interface Interval {
  readonly low: number
  readonly high: number
}

type Stated = Pick<Metric, 'qualifier' | 'shown'> & { readonly value: number }

export function intervalOf({ value, qualifier, shown }: Stated): Interval {
  const step = stepOf(value)
  switch (qualifier) {
    case '余':
    case '多':
    case '超':
      return { low: value, high: value + step }
    case '约':
      return { low: value - step, high: value + step }
    case '近':
      return { low: value - step, high: value }
    case '': {
      const half = roundedTo(shown) / 2
      return { low: value - half, high: value + half }
    }
  }
}

/** What the last digit that is not 0 counts: 10 for 260, 100000 for 300000; at least a twentieth. */
function stepOf(value: number): number {
  const size = Math.abs(value)
  let step = 1
  while (size > 0 && size % (step * 10) === 0) step *= 10
  return Math.max(step, size / 20)
}

/** 28.6万 was rounded to 1000; a number without 万 or 亿, or a round one, to nothing. */
function roundedTo(shown: string): number {
  const [, fraction = '', unit] = /\.(\d+)(万|亿)$/.exec(shown) ?? []
  return unit ? (unit === '万' ? 1e4 : 1e8) / 10 ** fraction.length : 0
}

export const added = (all: readonly Interval[]): Interval => ({
  low: all.reduce((sum, { low }) => sum + low, 0),
  high: all.reduce((sum, { high }) => sum + high, 0)
})

/** Doubles of figures with decimals differ in the last bit. */
const dust = 1e-6

export const meet = (a: Interval, b: Interval): boolean =>
  a.low <= b.high + dust && b.low <= a.high + dust

/** Whether `a` can be as much as `b` or more. */
export const reaches = (a: Interval, b: Interval): boolean => a.high >= b.low - dust
