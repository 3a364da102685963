import type { Metric } from '../../report/report.ts'
import type { Moment } from '../dates.ts'
import type { FigureReading } from '../figure.ts'
import type { Period } from '../kinds.ts'

/** Adding up the rows of an export: days to months, months to the year. */

type Figure = Extract<FigureReading, { kind: 'figure' }>
type Months = readonly (number | null)[]

/** What the rows of one figure come to. */
export interface Accumulated extends Pick<Metric, 'value' | 'shown' | 'qualifier'> {
  readonly value: number
  readonly rows: number
  readonly unit?: string
  readonly months?: (number | null)[]
}

export interface Accumulator {
  readonly add: (date: Moment | undefined, reading: Figure) => void
  /** `known`: months that the report has already; those of the export go before them. */
  readonly result: (known: Months | undefined) => Accumulated
}

/** Without the dust of adding decimals. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6
const blank = (): (number | null)[] => Array.from({ length: 12 }, () => null)

/**
 * Takes the rows of one figure in one year. A row of a whole year or month stands for itself and is
 * not added to the rows of its months or days. Of what stands at an end, the latest counts.
 */
export function accumulator(period: Period): Accumulator {
  const flows = period === 'year'
  let whole: number | null = null
  const byMonth = blank()
  const byDay = blank()
  /** The day of the month that stands in `byDay`, where the latest counts. */
  const dayOf = blank()
  let rows = 0
  let single: Figure | undefined
  let rounded = false

  const add = (date: Moment | undefined, reading: Figure): void => {
    const { value } = reading
    single = rows === 0 ? reading : undefined
    rows++
    rounded ||= reading.qualifier !== ''
    const month = (date?.month ?? 0) - 1
    if (!date || month < 0) whole = flows ? tidy((whole ?? 0) + value) : value
    else if (date.day === 0) byMonth[month] = flows ? tidy((byMonth[month] ?? 0) + value) : value
    else if (flows) byDay[month] = tidy((byDay[month] ?? 0) + value)
    else if (date.day >= (dayOf[month] ?? 0)) {
      byDay[month] = value
      dayOf[month] = date.day
    }
  }

  const result = (known: Months | undefined): Accumulated => {
    const read = byMonth.map((value, i) => value ?? byDay[i] ?? null)
    const monthly = read.some((value) => value !== null)
    const months = read.map((value, i) => value ?? known?.[i] ?? null)
    const filled = months.filter((value) => value !== null)
    const value =
      whole ?? (flows ? tidy(filled.reduce((sum, one) => sum + one, 0)) : (filled.at(-1) ?? 0))
    const alone = single && !monthly ? single : undefined
    return {
      value,
      rows,
      shown: alone?.shown ?? '',
      // A sum of rounded figures is no more exact than they are.
      qualifier: alone ? alone.qualifier : rounded ? '约' : '',
      ...(alone?.unit && { unit: alone.unit }),
      ...(monthly && { months })
    }
  }
  return { add, result }
}
