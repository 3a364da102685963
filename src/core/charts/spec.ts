/** A chart with its figures resolved: nothing in it refers to the report any more. */
export interface ChartSpec {
  readonly id: string
  readonly type: 'bar' | 'line' | 'pie'
  readonly title: string
  /** What the ordinate counts, as in 万人次. */
  readonly unit: string
  readonly labels: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  readonly scale: 'linear' | 'log'
  /** The chart in words, for those who cannot see it. */
  readonly alt: string
  /** The figures as they are printed, by series: 约30. Absent: the digits of the values. */
  readonly texts?: readonly (readonly string[])[]
  /** The small slices of a pie, which its last label names together. */
  readonly together?: readonly { readonly label: string; readonly text: string }[]
  /** What the axis reaches to at least; of a chart in several parts, which have one scale. */
  readonly reach?: { readonly from: number; readonly to: number }
}

/**
 * The line under the `number`th chart of a report: 图1　各平台发布信息数量（单位：条）. A title that
 * brings its number keeps it.
 */
export function chartCaption({ title, unit }: ChartSpec, number: number): string {
  const name = /^图\s*\d/.test(title) ? title : `图${number}\u3000${title}`
  return unit === '' ? name : `${name}（单位：${unit}）`
}

/** A figure as it is printed; empty where there is none. */
export const valueTextOf = ({ texts, series }: ChartSpec, s: number, i: number): string => {
  const value = series[s]?.values[i]
  return texts?.[s]?.[i] ?? (value == null ? '' : String(value))
}

/** One figure through the years: the last is what the report is about. */
export const courseOf = ({ type, series, labels }: ChartSpec): boolean =>
  type !== 'pie' &&
  series.length === 1 &&
  labels.length > 1 &&
  labels.every((label) => /^\d+年$/.test(label))

/** Whether some figures are below 0, which then is a line of its own. */
export const fallsBelow = ({ series }: ChartSpec): boolean =>
  series.some(({ values }) => values.some((value) => value !== null && value < 0))

/**
 * What a chart on a logarithm says of it, wherever it is drawn: it misleads whoever compares lengths,
 * and has no place for 0 and below. Empty of other charts.
 */
export function logNote({ type, scale, series }: ChartSpec): string {
  if (type === 'pie' || scale !== 'log') return ''
  const hides = series.some(({ values }) => values.some((value) => value !== null && value <= 0))
  return `对数轴，长短不成比例${hides ? '，0 和负数画不出' : ''}`
}
