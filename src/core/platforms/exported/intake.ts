import type { Channel, Metric, Report } from '../../report/report.ts'
import { columnText, figureColumn, heldBy, isSameColumn, type Column } from './column.ts'
import { headScale, isText, type FigureTable } from './columns.ts'
import { keepsYear, readDate, readDay, type Moment } from '../dates.ts'
import { setFigure } from '../edit.ts'
import { figureText, readFigure, type FigureReading } from '../figure.ts'
import { accountNamed, readCell, targetOf, type Target } from './intake-cells.ts'
import { accumulator, type Accumulated, type Accumulator } from './intake-sums.ts'
import { metricKindOf } from '../kinds.ts'
import { leftOut, repeatedRows, type LeftOut } from './left-out.ts'
import { figureAt, lineId, type FigureLine } from '../lines.ts'

/**
 * Taking figures out of a platform's export, once its columns are known. Long, for each cell that is
 * not taken says why in the place where that is decided.
 */

/** Where a figure is from, and of which day. */
type Origin = Pick<Metric, 'source' | 'date'>

/** A figure that the export gives, not yet in the report. */
export interface Taken {
  readonly line: FigureLine
  readonly year: number
  readonly figure: Pick<Metric, 'value' | 'shown' | 'qualifier'> & Partial<Metric>
  /** How many rows of the export it was made of. */
  readonly rows: number
  /** What the report has there now, where it would lose that. */
  readonly instead: Metric | undefined
  /** Where the file itself says that it is from. */
  readonly from?: Origin
  /** Rows of one day that only a column not taken tells apart, as articles, were added up. */
  readonly summed?: true
}

/**
 * A cell that was not taken, and why; `at` is the row in the file. `accounts`: several platforms have
 * this name; `same`: the row repeats an earlier one; `twice`: the day is there already; `again`: the
 * figure is, and no date tells the two apart; `scale`: head and cell both say 万; `decimal`: what is
 * counted comes in whole numbers; `year`: a day, but of no year that the report keeps.
 */
export interface Refused {
  readonly at: number
  readonly column: string
  readonly text: string
  readonly why:
    | 'number'
    | 'decimal'
    | 'negative'
    | 'percent'
    | 'scale'
    | 'date'
    | 'year'
    | 'account'
    | 'accounts'
    | 'label'
    | 'same'
    | 'twice'
    | 'again'
}

export interface FigureIntake {
  readonly taken: readonly Taken[]
  readonly refused: readonly Refused[]
  readonly left: readonly LeftOut[]
}

type Figure = Extract<FigureReading, { kind: 'figure' }>

interface Sum extends Accumulator {
  readonly line: FigureLine
  readonly year: number
  /** What its rows say of where they are from. */
  readonly sources: Set<string>
  /** The first day that they say it is of. */
  collected: string
  summed: boolean
}

/** Counted by its rows where each is a work. */
const posts = figureColumn('posts')
/** One work more. */
const one: Figure = { kind: 'figure', value: 1, qualifier: '', shown: '' }

/**
 * Reads the rows of an export of one platform, or of several where a column names them. A second
 * column of days begins a second table beside the first.
 */
export function takeIn(
  report: Report,
  table: FigureTable,
  columns: readonly Column[],
  channel: Channel
): FigureIntake {
  const refused: Refused[] = []
  const left: LeftOut[] = []
  const sums = new Map<string, Sum>()
  const starts = columns.flatMap((column, i) => (column === 'date' ? [i] : [])).slice(1)
  const edges = [0, ...starts, columns.length]
  edges.slice(1).forEach((to, i) => {
    const from = edges[i] ?? 0
    const rows = table.rows
      .map(({ at, cells }) => ({ at, cells: cells.slice(from, to) }))
      .filter(({ cells }) => edges.length === 2 || cells.some(Boolean))
    const part = { head: table.head.slice(from, to), rows }
    readTable(report, part, columns.slice(from, to), channel, { refused, left, sums })
  })
  return { taken: [...sums.values()].map((sum) => takenOf(report, sum)), refused, left }
}

interface Found {
  readonly refused: Refused[]
  readonly left: LeftOut[]
  readonly sums: Map<string, Sum>
}

function readTable(
  report: Report,
  table: FigureTable,
  columns: readonly Column[],
  channel: Channel,
  { refused, left, sums }: Found
): void {
  const { head, rows } = table
  const place = (column: Column) => columns.indexOf(column)
  const [dateAt, accountAt, labelAt, itemAt] = [
    place('date'),
    place('account'),
    place('label'),
    place('item')
  ]
  const [sourceAt, collectedAt] = [place('source'), place('collected')]
  /** Where each row is a work and nothing says how many there are, rows are counted. */
  const counts = itemAt >= 0 && !columns.some((column) => isSameColumn(column, posts))
  const loose = columns.flatMap((column, i) => (column === 'skip' ? [i] : []))
  const scaled = head.map(headScale)
  const repeated = repeatedRows(table, columns)
  const seenRows = new Set<string>()
  /** What tells the rows of a figure's day apart, by the day. */
  const days = new Map<string, Set<string>>()
  const targets = new Map<string, Target>()
  const target = (column: Column, account: Channel, label: string): Target => {
    const id = [columnText(column), account.id, label].join('\u001f')
    const known = targets.get(id) ?? targetOf(report, column, account, label)
    targets.set(id, known)
    return known
  }
  const sumOf = (line: FigureLine, year: number): Sum => {
    const id = sumId(line, year)
    const empty = { sources: new Set<string>(), collected: '', summed: false }
    const sum = sums.get(id) ?? { line, year, ...empty, ...accumulator(line.period) }
    sums.set(id, sum)
    return sum
  }
  /** What all rows of a column come to, to be held against a line of totals. */
  const columnSums = head.map(() => 0)

  for (const row of rows) {
    const { at, cells } = row
    const refuse = (i: number, why: Refused['why']) =>
      refused.push({ at, column: head[i] ?? '', text: cells[i] ?? '', why })
    if (repeated.has(row)) continue
    const whole = cells.join('\u001f')
    if (seenRows.has(whole)) {
      refuse(Math.max(dateAt, 0), 'same')
      continue
    }
    seenRows.add(whole)
    columns.forEach((_, i) => {
      const reading = readFigure(cells[i] ?? '')
      columnSums[i] = (columnSums[i] ?? 0) + (reading.kind === 'figure' ? reading.value : 0)
    })
    const date = dateAt < 0 ? undefined : readDate(cells[dateAt] ?? '', report.year)
    if (dateAt >= 0 && !(date && keepsYear(report.year, date.year))) {
      refuse(dateAt, date ? 'year' : 'date')
      continue
    }
    const account = accountAt < 0 ? channel : accountNamed(report, cells[accountAt] ?? '', channel)
    if (account === 'none' || account === 'several') {
      refuse(accountAt, account === 'none' ? 'account' : 'accounts')
      continue
    }
    if (counts) {
      const line = target(posts, account, '')
      if (typeof line === 'object') sumOf(line, date?.year ?? report.year).add(date, one)
    }
    const apart = loose.map((i) => cells[i] ?? '').filter(isText)
    columns.forEach((column, i) => {
      const cell = cells[i] ?? ''
      const line = target(column, account, cells[labelAt] ?? '')
      if (line === 'none') return
      if (line === 'unknown') {
        if (cell) refuse(labelAt < 0 ? i : labelAt, 'label')
        return
      }
      const reading = readCell(report, line, cell, scaled[i])
      if (reading === 'blank') return
      if (typeof reading === 'string') return void refuse(i, reading)
      const held = heldBy(column, report.year)
      // A row that says its year says it of its number, too.
      const ofYear = held && 'year' in held && !(column === 'this' && date)
      const year = ofYear ? held.year : (date?.year ?? report.year)
      const day = `${sumId(line, year)}\u001f${date ? [date.month, date.day].join() : ''}`
      const others = days.get(day)
      if (others && itemAt < 0 && !added(others, apart, line, date)) {
        return void (date ? refuse(dateAt, 'twice') : refuse(i, 'again'))
      }
      days.set(day, (others ?? new Set()).add(apart.join('\u001f')))
      const sum = sumOf(line, year)
      if (others) sum.summed = true
      sum.sources.add(cells[sourceAt] ?? '')
      sum.collected ||= readDay(cells[collectedAt] ?? '', report.year)
      sum.add(date, reading)
    })
  }
  left.push(...leftOut(table, columns, repeated, columnSums))
}

const sumId = (line: FigureLine, year: number): string => `${lineId(line)}\u001f${year}`

/**
 * Whether a further row of the same day is a part of it, as one article of several: something else
 * in the row says what it is. What stands at the end of a day is but one number.
 */
function added(
  others: ReadonlySet<string>,
  apart: readonly string[],
  line: FigureLine,
  date: Moment | undefined
): boolean {
  if (!date || line.period !== 'year' || apart.length === 0) return false
  return !metricKindOf(line.key)?.average && !others.has(apart.join('\u001f'))
}

/** What has been added up, together with the months that the report has from another file. */
function takenOf(report: Report, sum: Sum): Taken {
  const { line, year } = sum
  const now = figureAt(report, line, year)
  const { rows, ...made }: Accumulated = sum.result(now?.months)
  const [source, other] = sum.sources
  return {
    line,
    year,
    figure: made,
    rows,
    instead: now && loses(now, made) ? now : undefined,
    ...(source && other === undefined && { from: { source, date: sum.collected } }),
    ...(sum.summed && { summed: true })
  }
}

/** Whether a figure would say another number, or another month, than it does. */
function loses(now: Metric, { unit = now.unit, months, ...made }: Taken['figure']): boolean {
  const { value } = now
  if (value !== null && (figureText(now) !== figureText(made) || now.unit !== unit)) return true
  return monthsApart(now, { ...made, months }).length > 0
}

/** A month, counted from 0, that a figure and the file's say differently. */
export interface MonthApart {
  readonly month: number
  readonly now: number
  readonly file: number | null
}

/** The months of a figure in whose stead the file says something else. */
export const monthsApart = (
  { months: known = [] }: Metric,
  { months }: Taken['figure']
): MonthApart[] =>
  known.flatMap((now, month) => {
    const file = months?.[month] ?? null
    return !months || now === null || now === file ? [] : [{ month, now, file }]
  })

/**
 * The report with these figures in it, as one edit. A number that was there already, with a source of
 * its own, keeps it.
 *
 * @param file what is said of figures of which the file does not say where they are from
 */
export const withTaken = (report: Report, taken: readonly Taken[], file: Origin): Report =>
  taken.reduce((next, { line, year, figure, from = file }) => {
    const now = figureAt(next, line, year)
    const known = now?.source && now.value !== null && !loses(now, figure)
    return setFigure(next, line, year, { ...figure, ...(!known && from) })
  }, report)
