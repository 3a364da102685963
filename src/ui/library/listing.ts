import { textKeys } from '../../core/form/sections.ts'
import type { Report } from '../../core/report/report.ts'
import type { Overview } from '../../state/library/overview.ts'

/** A report in the list; `overview` is missing until the rules are loaded. */
export interface Row {
  readonly report: Report
  readonly overview: Overview | undefined
}

/** What the user wants to see of the library; undefined = everything. */
export interface Wish {
  readonly query: string
  readonly year: number | undefined
  readonly verdict: Overview['verdict'] | undefined
}

/** The rows that satisfy every word searched for (unit, year, prose) and both filters. */
export function matchingRows(rows: readonly Row[], { query, year, verdict }: Wish): Row[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    ({ report, overview }) =>
      (year === undefined || report.year === year) &&
      (verdict === undefined || overview?.verdict === verdict) &&
      words.every((word) => searchable(report).includes(word))
  )
}

const searchable = ({ unit, year, text }: Report): string =>
  [unit.name, year, ...textKeys.map((key) => text[key])].join('\n').toLowerCase()

export interface ReportGroup {
  readonly by: number | string
  readonly rows: readonly Row[]
}

/** Rows under their year or their unit, in the order in which the rows come. */
export function grouped(rows: readonly Row[], by: 'year' | 'unit'): ReportGroup[] {
  const groups = new Map<number | string, Row[]>()
  for (const row of rows) {
    const key = by === 'year' ? row.report.year : row.report.unit.name
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].map(([by, rows]) => ({ by, rows }))
}

/** How many rows there are of each value, the values in the order in which they come. */
export function tally<Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}
