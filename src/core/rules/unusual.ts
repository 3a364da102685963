import { fields, tableOf } from '../form.ts'
import type { Cells } from '../report.ts'
import type { FieldId } from '../table.ts'
import type { Facts, Hit } from './rule.ts'

/** Figures that do not go with those of the years before. */

/** One earlier year of the same unit, as far as the library knows it. */
export interface PastYear {
  readonly year: number
  readonly cells: Cells
}

/** Figures below this are too small for a comparison to mean anything. */
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

/** Figures far from those of five years or more; none where most years have 0. */
export function unusual({ report: { cells, year, previous }, history = [] }: Facts): Hit[] {
  const others = history.filter((one) => one.year < year && one.year !== previous?.year)
  // Last year's figures in the report are those it was begun from.
  const past = [...others, ...(previous && previous.year < year ? [previous] : [])].sort(
    (a, b) => a.year - b.year
  )
  if (past.length < fewest) return []
  const odd = new Map(
    fields.flatMap((field): [FieldId, Hit][] => {
      const hit = oddOne(field, cells[field], past)
      return hit ? [[field, hit]] : []
    })
  )
  return [...odd].flatMap(([field, hit]) => {
    const total = field.replace(/\.[^.]+$/, '.total') as FieldId
    // A part is odd with its total; then only the total is named.
    return field !== total && tableOf(field) !== 'disclosure' && odd.has(total) ? [] : [hit]
  })
}

function oddOne(field: FieldId, now: number | null, past: readonly PastYear[]): Hit | undefined {
  if (now === null) return undefined
  const known = past.flatMap(({ year, cells }) => {
    const value = cells[field]
    return value === null ? [] : [{ year, value }]
  })
  const values = known.map(({ value }) => value)
  if (values.length < fewest || values.filter((value) => value === 0).length * 2 > values.length) {
    return undefined
  }
  if (Math.max(now, ...values) < countsFrom) return undefined
  const z = modifiedZ(now, values)
  if (z === undefined || Math.abs(z) <= limit) return undefined
  const last = known.slice(-8)
  return {
    at: { kind: 'cells', fields: [field] },
    params: { now, years: last.map(({ year }) => year), values: last.map(({ value }) => value) }
  }
}
