import type { ChartSpec } from './blocks.ts'

/** The part of a chart that is so large that the others are no more than a line at the foot. */
export interface Outlier {
  /** Whether it is a whole series or one label of all series. */
  readonly of: 'series' | 'label'
  readonly index: number
  readonly name: string
  /** How many times the largest of the others it is. */
  readonly times: number
}

/** From here on the others cannot be read off any more. */
const crushes = 12

/** The outlier of a chart on a linear scale; a pie is there to show such shares. */
export function outlierOf({ type, scale, labels, series }: ChartSpec): Outlier | undefined {
  if (type === 'pie' || scale === 'log') return undefined
  const sizes =
    series.length > 1
      ? series.map(({ values }) => largest(values))
      : labels.map((_, i) => largest(series.map(({ values }) => values[i] ?? null)))
  // Years and months of one figure are one course: there is nothing to take out of it.
  if (series.length <= 1 && labels.every((label) => /[年月]$/.test(label))) return undefined
  const index = sizes.indexOf(Math.max(...sizes))
  const others = Math.max(0, ...sizes.filter((_, i) => i !== index))
  const size = sizes[index] ?? 0
  if (others <= 0 || size < crushes * others) return undefined
  const of = series.length > 1 ? 'series' : 'label'
  const name = (of === 'series' ? series[index]?.name : labels[index]) ?? ''
  return { of, index, name, times: Math.round(size / others) }
}

const largest = (values: readonly (number | null)[]): number =>
  Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
