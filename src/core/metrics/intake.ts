import type { Channel, Metric, Report } from '../report.ts'
import { figureColumn, type Column, type FigureTable } from './columns.ts'
import { readDate, type Moment } from './dates.ts'
import { setFigure } from './edit.ts'
import { readFigure, type FigureReading } from './figure.ts'
import { kindOf } from './kinds.ts'
import { figureAt, linesOf, type Line } from './lines.ts'

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
}

/** A cell that was not taken, and why; `at` is the row in the file. */
export interface Refused {
  readonly at: number
  readonly column: string
  readonly text: string
  readonly why: 'number' | 'negative' | 'date' | 'account' | 'label' | 'twice'
}

export interface Intake {
  readonly taken: readonly Taken[]
  readonly refused: readonly Refused[]
}

type Figure = Extract<FigureReading, { kind: 'figure' }>

interface Sum {
  readonly line: Line
  readonly year: number
  readonly months: (number | null)[]
  /** The latest row so far, which is what stands at the end. */
  latest: { readonly key: number; readonly value: number }
  total: number
  rows: number
  /** The one figure itself, as long as there is but one. */
  single: Figure | undefined
  monthly: boolean
}

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
  const days = new Set<string>()
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
    // The line of totals under a table counts all that stands above it once more.
    if (cells.some((cell) => /^(?:合计|总计|总和|小计|汇总)$/.test(cell))) continue
    const date = dateAt < 0 ? undefined : readDate(cells[dateAt] ?? '', report.year)
    if (dateAt >= 0 && !date) {
      refuse(dateAt, 'date')
      continue
    }
    const account = accountAt < 0 ? channel : accountNamed(report, cells[accountAt] ?? '')
    if (!account) {
      refuse(accountAt, 'account')
      continue
    }
    const day = date && [account.id, date.year, date.month, date.day].join()
    if (day && days.has(day)) {
      refuse(dateAt, 'twice')
      continue
    }
    if (day) days.add(day)
    columns.forEach((column, i) => {
      const cell = cells[i] ?? ''
      const line = target(column, account, cells[labelAt] ?? '')
      if (line === 'none') return
      if (line === 'unknown') {
        if (cell) refuse(labelAt, 'label')
        return
      }
      const reading = readFigure(cell)
      if (reading.kind === 'blank' || reading.kind === 'na') return
      if (reading.kind === 'text') return void refuse(i, 'number')
      if (reading.value < 0 && !kindOf(line.key)?.signed) return void refuse(i, 'negative')
      const year = column === 'last' ? report.year - 1 : (date?.year ?? report.year)
      add(sums, line, year, date, reading)
    })
  }
  return { taken: [...sums.values()].map((sum) => takenOf(report, sum)), refused }
}

const accountNamed = ({ channels }: Report, text: string): Channel | undefined =>
  channels.find(({ name, accountId }) => text !== '' && (name === text || accountId === text))

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

function add(
  sums: Map<string, Sum>,
  line: Line,
  year: number,
  date: Moment | undefined,
  reading: Figure
): void {
  const id = [line.channel, line.key, line.period, line.name, year].join('\u001f')
  const months = Array.from({ length: 12 }, () => null)
  const known = sums.get(id)
  const first = { line, year, months, total: 0, rows: 0, monthly: false }
  const sum: Sum = known ?? { ...first, latest: { key: -1, value: 0 }, single: undefined }
  sums.set(id, sum)
  const { value } = reading
  sum.single = sum.rows === 0 ? reading : undefined
  sum.rows++
  sum.total += value
  const key = (date?.month ?? 0) * 40 + (date?.day ?? 0)
  const month = date && date.month > 0 ? date.month - 1 : undefined
  if (month !== undefined) {
    sum.monthly = true
    const before = sum.months[month]
    const flows = line.period === 'year'
    if (flows) sum.months[month] = tidy((before ?? 0) + value)
    else if (key >= sum.latest.key || before === null) sum.months[month] = value
  }
  if (key >= sum.latest.key) sum.latest = { key, value }
}

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

function takenOf(report: Report, sum: Sum): Taken {
  const { line, year, months, monthly, single, rows } = sum
  const value = line.period === 'year' ? tidy(sum.total) : sum.latest.value
  const alone = single && !monthly
  const figure = {
    value,
    shown: alone ? single.shown : '',
    qualifier: alone ? single.qualifier : ('' as const),
    ...(alone && single.unit && { unit: single.unit }),
    ...(monthly && { months })
  }
  const now = figureAt(report, line, year)?.value
  return { line, year, figure, rows, instead: now != null && now !== value ? now : undefined }
}

/** The report with these figures in it, as one edit. */
export const withTaken = (report: Report, taken: readonly Taken[], source: string): Report =>
  taken.reduce(
    (next, { line, year, figure }) => setFigure(next, line, year, { ...figure, source }),
    report
  )
