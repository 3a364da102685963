import type { Channel, Metric, Report } from '../report.ts'
import { figureColumn, headScale, looksNumeric, type Column, type FigureTable } from './columns.ts'
import { keepsYear, readDate, type Moment } from './dates.ts'
import { setFigure } from './edit.ts'
import { readFigure, scaledFigure, type FigureReading } from './figure.ts'
import { accumulator, type Accumulated, type Accumulator } from './intake-sums.ts'
import { kindOf } from './kinds.ts'
import { figureAt, lineId, linesOf, newestOf, type Line } from './lines.ts'

/** Taking figures out of a platform's export, once its columns are known. */

/** A figure that the export gives, not yet in the report. */
export interface Taken {
  readonly line: Line
  readonly year: number
  readonly figure: Pick<Metric, 'value' | 'shown' | 'qualifier'> & Partial<Metric>
  /** How many rows of the export it was made of. */
  readonly rows: number
  /** What the report has there now, where that is another number. */
  readonly instead: number | undefined
  /** Rows of one day that only a column not taken tells apart, as articles, were added up. */
  readonly summed?: true
}

/**
 * A cell that was not taken, and why; `at` is the row in the file. `accounts`: several platforms have
 * this name; `same`: the row repeats an earlier one; `twice`: the day is there already; `again`: the
 * figure is, and no date tells the two apart; `scale`: head and cell both say 万.
 */
export interface Refused {
  readonly at: number
  readonly column: string
  readonly text: string
  readonly why:
    | 'number'
    | 'negative'
    | 'percent'
    | 'scale'
    | 'date'
    | 'account'
    | 'accounts'
    | 'label'
    | 'same'
    | 'twice'
    | 'again'
}

export interface Intake {
  readonly taken: readonly Taken[]
  readonly refused: readonly Refused[]
}

type Figure = Extract<FigureReading, { kind: 'figure' }>

interface Sum extends Accumulator {
  readonly line: Line
  readonly year: number
  summed: boolean
}

/** The line of totals under a table counts all that stands above it once more. */
const totalLine = /^(?:合计|总计|总和|小计|汇总)$/
/** A share of a day's rows that is all of them. */
const everything = /^(?:全部|整体|总体|所有|全网)/

/** Reads the rows of an export of one platform, or of several where a column names them. */
export function takeIn(
  report: Report,
  { head, rows }: FigureTable,
  columns: readonly Column[],
  channel: Channel
): Intake {
  const refused: Refused[] = []
  const sums = new Map<string, Sum>()
  const place = (column: Column) => columns.indexOf(column)
  const [dateAt, accountAt, labelAt] = [place('date'), place('account'), place('label')]
  const loose = columns.flatMap((column, i) => (column === 'skip' ? [i] : []))
  const scaled = head.map(headScale)
  const seenRows = new Set<string>()
  /** What tells the rows of a figure's day apart, by the day. */
  const days = new Map<string, Set<string>>()
  const targets = new Map<string, Target>()
  const target = (column: Column, account: Channel, label: string): Target => {
    const id = [column, account.id, label].join('\u001f')
    const known = targets.get(id) ?? targetOf(report, column, account, label)
    targets.set(id, known)
    return known
  }

  for (const { at, cells } of rows) {
    const refuse = (i: number, why: Refused['why']) =>
      refused.push({ at, column: head[i] ?? '', text: cells[i] ?? '', why })
    if (cells.some((cell) => totalLine.test(cell))) continue
    const whole = cells.join('\u001f')
    if (seenRows.has(whole)) {
      const first = Math.max(dateAt, 0)
      refuse(first, 'same')
      continue
    }
    seenRows.add(whole)
    const date = dateAt < 0 ? undefined : readDate(cells[dateAt] ?? '', report.year)
    if (dateAt >= 0 && !(date && keepsYear(report.year, date.year))) {
      refuse(dateAt, 'date')
      continue
    }
    const account = accountAt < 0 ? channel : accountNamed(report, cells[accountAt] ?? '', channel)
    if (account === 'none' || account === 'several') {
      refuse(accountAt, account === 'none' ? 'account' : 'accounts')
      continue
    }
    const apart = loose.map((i) => cells[i] ?? '').filter((cell) => cell && !looksNumeric(cell))
    columns.forEach((column, i) => {
      const cell = cells[i] ?? ''
      const line = target(column, account, cells[labelAt] ?? '')
      if (line === 'none') return
      if (line === 'unknown') {
        if (cell) refuse(labelAt, 'label')
        return
      }
      const reading = readCell(report, line, cell, scaled[i])
      if (reading === 'blank') return
      if (typeof reading === 'string') return void refuse(i, reading)
      const year = column === 'last' ? report.year - 1 : (date?.year ?? report.year)
      const id = `${lineId(line)}\u001f${year}`
      const day = `${id}\u001f${date ? [date.month, date.day].join() : ''}`
      const others = days.get(day)
      if (others && !added(others, apart, line, date)) {
        return void (date ? refuse(dateAt, 'twice') : refuse(i, 'again'))
      }
      days.set(day, (others ?? new Set()).add(apart.join('\u001f')))
      const sum = sums.get(id) ?? { line, year, summed: false, ...accumulator(line.period) }
      sums.set(id, sum)
      if (others) sum.summed = true
      sum.add(date, reading)
    })
  }
  return { taken: [...sums.values()].map((sum) => takenOf(report, sum)), refused }
}

/**
 * Whether a further row of the same day is a part of it, as one article of several: something else
 * in the row says what it is, and neither row is all of the day. What stands at the end of a day is
 * but one number.
 */
function added(
  others: ReadonlySet<string>,
  apart: readonly string[],
  line: Line,
  date: Moment | undefined
): boolean {
  if (!date || line.period !== 'year' || apart.length === 0) return false
  if (kindOf(line.key)?.average) return false
  const total = (cells: readonly string[]) => cells.some((cell) => everything.test(cell))
  const [first = ''] = others
  return !total(apart) && !total(first.split('\u001f')) && !others.has(apart.join('\u001f'))
}

function readCell(
  report: Report,
  line: Line,
  cell: string,
  scale: ReturnType<typeof headScale> | undefined
): Figure | 'blank' | 'number' | 'negative' | 'percent' | 'scale' {
  const reading = readFigure(cell)
  if (reading.kind === 'blank' || reading.kind === 'na') return 'blank'
  if (reading.kind === 'text') return 'number'
  const kind = kindOf(line.key)
  if (reading.value < 0 && !kind?.signed) return 'negative'
  const unit = newestOf(report, line)?.unit ?? kind?.unit ?? ''
  if (reading.unit === '%' && unit !== '%') return 'percent'
  if (!scale || scale.times === 1) return reading
  if (/[千万亿]/.test(reading.shown)) return 'scale'
  return scaledFigure(reading, scale) ?? 'number'
}

/** The platform of that name or account id: rather the chosen one, then one of its kind. */
function accountNamed(
  { channels }: Report,
  text: string,
  chosen: Channel
): Channel | 'none' | 'several' {
  const named = channels.filter(
    ({ name, accountId }) => text !== '' && (name === text || accountId === text)
  )
  const [only] = named
  if (!only) return 'none'
  const mine = named.find(({ id }) => id === chosen.id)
  if (mine) return mine
  const like = named.filter(({ kind }) => kind === chosen.kind)
  const left = like.length > 0 ? like : named
  return left.length === 1 ? (left[0] ?? 'none') : 'several'
}

type Target = Line | 'none' | 'unknown'

/** The line that a cell belongs to; `none` for a column without figures. */
function targetOf(report: Report, column: Column, channel: Channel, label: string): Target {
  const lines = linesOf(report, channel.id).filter(({ again }) => again === 0)
  if (column === 'this' || column === 'last') {
    const found = lines.filter(({ name }) => name === label)
    return (
      (found.length > 1 ? found.find(({ period }) => period === 'year') : found[0]) ?? 'unknown'
    )
  }
  const wanted = figureColumn(column)
  if (!wanted) return 'none'
  const { key, period } = wanted
  const found = lines.filter((line) => line.key === key && line.period === period)
  return found[0] ?? { channel: channel.id, key, period, name: kindOf(key)?.name ?? key, again: 0 }
}

/** What has been added up, together with the months that the report has from another file. */
function takenOf(report: Report, sum: Sum): Taken {
  const { line, year } = sum
  const now = figureAt(report, line, year)
  const { rows, ...made }: Accumulated = sum.result(now?.months)
  const { value } = made
  return {
    line,
    year,
    figure: made,
    rows,
    instead: now?.value != null && now.value !== value ? now.value : undefined,
    ...(sum.summed && { summed: true })
  }
}

/** The report with these figures in it, as one edit. */
export const withTaken = (report: Report, taken: readonly Taken[], source: string): Report =>
  taken.reduce(
    (next, { line, year, figure }) => setFigure(next, line, year, { ...figure, source }),
    report
  )
