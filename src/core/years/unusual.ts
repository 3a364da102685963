import { partsOf } from '../form/field-name.ts'
import { formOf } from '../form/form.ts'
import { remedyField } from '../form/remedies.ts'
import { requestField, type RequestRow } from '../form/requests.ts'
import type { Report } from '../report/report.ts'
import type { PastYear } from '../form/cells.ts'
import type { FieldId } from '../form/table.ts'
import { asStated, type Facts, type Hit } from '../findings/rule.ts'

/** Figures that do not go with those of the years before. */

/** The years of one unit, of two reports for one year the one that was changed last. */
export function yearsOf(reports: readonly Report[]): PastYear[] {
  const latest = new Map<number, Report>()
  for (const report of reports) {
    const other = latest.get(report.year)
    if (!other || other.updatedAt < report.updatedAt) latest.set(report.year, report)
  }
  return [...latest.values()].map(({ year, cells }) => ({ year, cells }))
}

/** Figures below this, in 件 or 元, are too small for a comparison to mean anything. */
export const countsFrom = 20

/** Fewer years say nothing about what is usual. */
const fewest = 5
/** The modified z-score above which a value is an outlier (Iglewicz and Hoaglin, 1993). */
const limit = 3.5

const median = (sorted: readonly number[]): number => {
  const middle = sorted.length >> 1
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}
const ascending = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b)

/**
 * The modified z-score of a value among others: 0.6745 × its distance from their median, in median
 * absolute deviations. Where more than half are equal that deviation is 0, and the mean one stands
 * in, 0.7979 times; undefined where all are equal, for then nothing is known of how they vary.
 */
export function modifiedZ(value: number, others: readonly number[]): number | undefined {
  const middle = median(ascending(others))
  const deviations = others.map((other) => Math.abs(other - middle))
  const mad = median(ascending(deviations))
  if (mad > 0) return (0.6745 * (value - middle)) / mad
  const mean = deviations.reduce((sum, one) => sum + one, 0) / deviations.length
  return mean > 0 ? (0.7979 * (value - middle)) / mean : undefined
}

/** What is usual in one cell, after the years in which it is known. */
interface Usual {
  readonly values: readonly number[]
  readonly years: readonly number[]
  readonly most: number
}

const usualOf = new WeakMap<
  readonly PastYear[],
  { previous: unknown; year: number; usual: Map<FieldId, Usual> }
>()

/** The cells of which enough is known. The years before do not change while this one is written. */
function usualCells({ report, history = [] }: Facts): Map<FieldId, Usual> {
  const { year, previous } = report
  const known = usualOf.get(history)
  if (known && known.previous === previous && known.year === year) return known.usual
  const others = history.filter((one) => one.year < year && one.year !== previous?.year)
  // Last year's figures in the report are those it was begun from.
  const past = [...others, ...(previous && previous.year < year ? [previous] : [])].sort(
    (a, b) => a.year - b.year
  )
  const usual = new Map(
    past.length < fewest
      ? []
      : formOf(report).fields.flatMap((field): [FieldId, Usual][] => {
          const filled = past.filter(({ cells }) => cells[field] !== null)
          const values = filled.map(({ cells }) => cells[field] ?? 0)
          const zeros = values.filter((value) => value === 0).length
          if (values.length < fewest || zeros * 2 > values.length) return []
          const years = filled.map((one) => one.year)
          return [[field, { values, years, most: Math.max(...values) }]]
        })
  )
  usualOf.set(history, { previous, year, usual })
  return usual
}

/** A figure beside those of the years before, in 件 or 元. */
export interface Unusual {
  readonly now: number
  readonly years: readonly number[]
  readonly values: readonly number[]
}

/** Figures far from those of five years or more; none where most years have 0. */
export function unusual(facts: Facts): Hit<Unusual>[] {
  const { cells, previous } = facts.report
  const odd = new Map<FieldId, Hit<Unusual>>()
  const ups = new Map<FieldId, boolean>()
  for (const [field, usual] of usualCells(facts)) {
    const now = cells[field]
    const hit = goesOn(now, usual) ? undefined : oddOne(field, now, usual)
    if (!hit) continue
    odd.set(field, hit)
    ups.set(field, (now ?? 0) > (previous?.cells[field] ?? usual.values.at(-1) ?? 0))
  }
  return [...odd].flatMap(([field, hit]) => (follows(field, ups) ? [] : [hit]))
}

/**
 * Whether a figure that changed did so with another one that is named already: a part with its total,
 * and in table 三 the answers and their total with what came in. `ups` are the figures that changed,
 * true for those that rose.
 */
export function follows(field: FieldId, ups: ReadonlyMap<FieldId, boolean>): boolean {
  const at = partsOf(field)
  if (at.table === 'disclosure') return false
  const total =
    at.table === 'requests' ? requestField(at.row, 'total') : remedyField(at.row, 'total')
  if (field !== total && ups.has(total)) return true
  if (at.table !== 'requests' || ['received', 'carriedIn', 'carriedOut'].includes(at.row)) {
    return false
  }
  const leaders: RequestRow[] = at.row === 'handled' ? ['received'] : ['received', 'handled']
  return leaders.some((row) =>
    [requestField(row, at.column), requestField(row, 'total')].some(
      (leader) => ups.get(leader) === ups.get(field)
    )
  )
}

/** How much more than the last change a change may be and still be the same rise or fall. */
const asBefore = 1.5

/** Whether a figure rises or falls on as it did last year: 9, 20 and now 29. */
function goesOn(now: number | null, { values }: Usual): boolean {
  const [before = 0, last = 0] = values.slice(-2)
  const [step, next] = [last - before, (now ?? 0) - last]
  if (step === 0 || Math.sign(step) !== Math.sign(next)) return false
  return Math.abs(next) <= asBefore * Math.abs(step)
}

/** How many of the years are shown beside the figure. */
const shown = 8

function oddOne(
  field: FieldId,
  now: number | null,
  { values, years, most }: Usual
): Hit<Unusual> | undefined {
  if (now === null || asStated(field, Math.max(now, most)) < countsFrom) return undefined
  const z = modifiedZ(now, values)
  if (z === undefined || Math.abs(z) <= limit) return undefined
  return {
    at: { kind: 'cells', fields: [field] },
    params: {
      now: asStated(field, now),
      years: years.slice(-shown),
      values: values.slice(-shown).map((value) => asStated(field, value))
    }
  }
}
