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
}

/**
 * The line under the `number`th chart of a report: 图1　各平台发布信息数量（单位：条）. A title that
 * brings its number keeps it.
 */
export function chartCaption({ title, unit }: ChartSpec, number: number): string {
  const name = /^图\s*\d/.test(title) ? title : `图${number}\u3000${title}`
  return unit === '' ? name : `${name}（单位：${unit}）`
}
