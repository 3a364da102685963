import type { ShownChart } from './shown.ts'

/** The slices of a pie, and which of them are too small to stand by themselves. */

/** A slice of a pie. */
export interface ShownSlice {
  readonly label: string
  readonly figure: ShownChart['series'][number]['values'][number]
}

/** More bars of a group or slices than this cannot be told apart. */
export const mostAreas = 8
/** A smaller part of a pie is a line in it and no area. */
const smallest = 0.03
/**
 * The small slices as one that names them, and of those that are left the smallest, where there are
 * more than can be told apart. One small slice stays what it is.
 */
export function withRest(shown: ShownChart): ShownChart {
  const [only] = shown.series
  if (!only) return shown
  const slices = shown.labels.map((label, i): ShownSlice => ({ label, figure: only.values[i] }))
  const size = ({ figure }: ShownSlice) => figure?.value ?? 0
  const sumOf = (some: readonly ShownSlice[]) => some.reduce((sum, slice) => sum + size(slice), 0)
  const least = smallest * sumOf(slices)
  // What is not known, or below 0, is told by itself: it is no small part of the whole.
  const known = slices.filter((slice) => slice.figure?.value != null && size(slice) >= 0)
  const bySize = [...known].sort((a, b) => size(b) - size(a))
  const few = bySize.filter((slice) => size(slice) >= least).length
  const large = few < bySize.length || few > mostAreas ? Math.min(few, mostAreas - 1) : few
  const together = bySize.slice(large)
  if (together.length < 2 || large === 0) return shown
  const kept = slices.filter((slice) => !together.includes(slice))
  const inside = slices.filter((slice) => together.includes(slice))
  const about = inside.some(({ figure }) => figure?.qualifier)
  const rest = {
    value: Math.round(sumOf(inside) * 1e6) / 1e6,
    shown: '',
    qualifier: about ? ('约' as const) : ('' as const)
  }
  return {
    ...shown,
    labels: [
      ...kept.map(({ label }) => label),
      `其他（${inside.map(({ label }) => label).join('、')}）`
    ],
    series: [{ name: only.name, values: [...kept.map(({ figure }) => figure), rest] }],
    together: inside
  }
}
