import type { Summary } from '../../state/library/library.svelte.ts'
import type { ReportGroup } from './listing.ts'

/**
 * Which rows of a long list stand in the page: those that can be seen, and a few around them. The
 * others are empty space of their height, so that 2,000 reports cost what 40 do.
 */

/** Pixels, as the styles of the list have them. */
const rowHeight = 44
const headHeight = 34
/** Rows that stand in the page above and below those that can be seen. */
const around = 8

/** A group of which something stands in the page: its head, and some of its rows. */
export interface ShownGroup {
  readonly by: number | string
  /** Empty space above its head, in pixels. */
  readonly above: number
  /** The head's place among all rows of the table, counted from 1, after the head of the table. */
  readonly index: number
  readonly rows: readonly {
    readonly report: Summary
    /** Empty space above it. */
    readonly above: number
    readonly index: number
  }[]
}

/** What stands in the page of a list of groups. */
export interface Shown {
  readonly groups: readonly ShownGroup[]
  /** Empty space below the last row. */
  readonly below: number
  /** Rows in all, the head of the table among them. */
  readonly count: number
}

/**
 * The rows between two heights of the list, in pixels from its top, and the one that has the focus,
 * wherever it is: what has the focus does not go away.
 */
export function shownOf(
  groups: readonly ReportGroup[],
  { from, to }: { readonly from: number; readonly to: number },
  focused?: string
): Shown {
  const shown: ShownGroup[] = []
  const [first, last] = [from - around * rowHeight, to + around * rowHeight]
  let top = 0
  let empty = 0
  let index = 1
  for (const { by, reports } of groups) {
    const head = ++index
    const rows: { report: Summary; above: number; index: number }[] = []
    const above = empty
    const start = top
    top += headHeight
    let gap = 0
    for (const report of reports) {
      index++
      const isSeen = top + rowHeight >= first && top <= last
      if (isSeen || report.id === focused) {
        rows.push({ report, above: gap, index })
        gap = 0
      } else gap += rowHeight
      top += rowHeight
    }
    if (rows.length) {
      shown.push({ by, above, index: head, rows })
      empty = gap
    } else empty = above + (top - start)
  }
  return { groups: shown, below: empty, count: index }
}
