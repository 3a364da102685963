import type { Overview } from '../../core/checks/summary.ts'
import type { Summary } from '../../state/library/library.svelte.ts'

/** What the user wants to see of the library; undefined = everything. */
export interface Wish {
  readonly query: string
  readonly year: number | undefined
  readonly verdict: Overview['verdict'] | undefined
}

/** What the rules say of a report; undefined until it is judged, and where it cannot be. */
export const overviewOf = ({ judged }: Summary): Overview | undefined =>
  judged?.fate === 'checked' ? judged : undefined

/** The reports that satisfy every word searched for (unit, year, prose) and both filters. */
export function matching(
  reports: readonly Summary[],
  { query, year, verdict }: Wish,
  proseOf: (id: string) => string
): readonly Summary[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (!words.length && year === undefined && !verdict) return reports
  return reports.filter(
    (report) =>
      (year === undefined || report.year === year) &&
      (verdict === undefined || overviewOf(report)?.verdict === verdict) &&
      words.every(
        (word) =>
          report.unit.name.toLowerCase().includes(word) ||
          String(report.year).includes(word) ||
          proseOf(report.id).includes(word)
      )
  )
}

export interface ReportGroup {
  readonly by: number | string
  readonly reports: readonly Summary[]
}

/** Reports under their year or their unit, in the order in which they come. */
export function grouped(reports: readonly Summary[], by: 'year' | 'unit'): ReportGroup[] {
  const groups = new Map<number | string, Summary[]>()
  for (const report of reports) {
    const key = by === 'year' ? report.year : report.unit.name
    const group = groups.get(key)
    if (group) group.push(report)
    else groups.set(key, [report])
  }
  return [...groups].map(([by, reports]) => ({ by, reports }))
}

/** How many there are of each value, the values in the order in which they come. */
export function tally<Key>(
  reports: readonly Summary[],
  keyOf: (report: Summary) => Key
): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const report of reports) counts.set(keyOf(report), (counts.get(keyOf(report)) ?? 0) + 1)
  return counts
}
