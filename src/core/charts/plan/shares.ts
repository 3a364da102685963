import { hasQualifier } from '../../platforms/figure.ts'
import { emOf, wrapped, type Lines } from './words.ts'
import { valueTextOf, type ChartSpec } from '../spec.ts'

/** What the slices of a pie are of the whole. */

/**
 * Shares in tenths of a percent that make 1000 together: what rounding leaves over goes to those that
 * lost most of it. None where there is no whole to have a share in.
 */
function tenthsOf(values: readonly number[]): readonly number[] | undefined {
  const whole = values.reduce((sum, value) => sum + value, 0)
  if (!(whole > 0) || values.some((value) => value < 0)) return undefined
  const exact = values.map((value) => (value / whole) * 1000)
  const tenths = exact.map(Math.floor)
  const over = 1000 - tenths.reduce((sum, tenth) => sum + tenth, 0)
  const lost = exact.map((value, i) => ({ i, part: value - (tenths[i] ?? 0) }))
  lost.sort((a, b) => b.part - a.part)
  for (const { i } of lost.slice(0, over)) tenths[i] = (tenths[i] ?? 0) + 1
  return tenths
}

/** The share of every slice in words, 62.3%; empty for a slice without a figure. */
export function shareTexts(spec: ChartSpec): string[] {
  const values = spec.series[0]?.values ?? []
  const tenths = tenthsOf(values.map((value) => value ?? 0))
  // Shares of a whole that is known about are known about.
  const about = values.some((_, i) => hasQualifier(valueTextOf(spec, 0, i))) ? '约' : ''
  return spec.labels.map((_, i) => {
    const tenth = tenths?.[i]
    if (tenth === undefined || values[i] == null) return ''
    if (tenth === 0 && values[i] !== 0) return '不足0.1%'
    return `${about}${String(tenth / 10)}%`
  })
}

/** What the legend says of every slice, in lines of at most so many em: 门户网站 1286条 62.3%. */
export function sliceTexts(spec: ChartSpec, most: number): Lines[] {
  const shares = shareTexts(spec)
  return spec.labels.map((label, i) => {
    const figure = valueTextOf(spec, 0, i)
    const tells = figure ? `${figure}${spec.unit} ${shares[i] ?? ''}`.trim() : '—'
    const whole = `${label} ${tells}`
    return emOf(whole) <= most ? [whole] : [...wrapped(label, most), ...wrapped(tells, most)]
  })
}
