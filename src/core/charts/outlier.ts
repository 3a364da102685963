import type { ChartSpec } from './spec.ts'

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

/**
 * The outlier of a chart on a linear scale, among its series or among its labels, the larger of the
 * two; a pie is there to show such shares. Years and months are one course: nothing of them can be
 * taken out.
 */
export function outlierOf({ type, scale, labels, series }: ChartSpec): Outlier | undefined {
  if (type === 'pie' || scale === 'log') return undefined
  const course = labels.every((label) => /[年月]$/.test(label))
  const across = course ? [] : labels.map((_, i) => series.map(({ values }) => values[i] ?? null))
  const names = series.map(({ name }) => name)
  const found = [
    largestOf(
      'series',
      names,
      series.map(({ values }) => values)
    ),
    largestOf('label', labels, across)
  ]
  return found.reduce((a, b) => (b && (!a || b.times > a.times) ? b : a))
}

function largestOf(
  of: Outlier['of'],
  names: readonly string[],
  parts: readonly (readonly (number | null)[])[]
): Outlier | undefined {
  const sizes = parts.map((values) =>
    values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0)
  )
  const size = Math.max(0, ...sizes)
  const index = sizes.indexOf(size)
  const others = Math.max(0, ...sizes.filter((_, i) => i !== index))
  if (others <= 0 || size < crushes * others) return undefined
  return { of, index, name: names[index] ?? '', times: Math.round(size / others) }
}
