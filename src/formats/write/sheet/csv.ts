/** Every number of a report in long form, a line for each, as comma separated values (RFC 4180). */
import { formOf, isMoney, tableOf } from '../../../core/form/form.ts'
import type { FieldId } from '../../../core/form/table.ts'
import { longHeads } from '../../../core/form/own-heads.ts'
import { formatMoney } from '../../../core/numbers/money.ts'
import {
  listedFigures,
  listHeads,
  listTexts,
  type ListedFigure
} from '../../../core/platforms/listed.ts'
import type { Report } from '../../../core/report/report.ts'
import { withMark } from '../../source/formula-like.ts'
import type { Made } from '../writer.ts'
import { tableName } from './table-sheets.ts'

/** What stands under a head of the long form. */
export type LongRow = Readonly<Record<keyof typeof longHeads, string>>

/** What only the lines of platforms have. */
const { kind, period, printed, source, date } = listHeads
const more = { kind, period, printed, source, date }
type CsvRow = LongRow & Readonly<Partial<Record<keyof typeof more, string>>>

/**
 * With the mark by which Excel and WPS know UTF-8. Nothing is a formula: a text that begins like one
 * gets an apostrophe before it, which the reading takes away.
 */
export function writeCsv(report: Report): Promise<Made> {
  const heads = { ...longHeads, ...more }
  const keys = Object.keys(heads) as (keyof typeof heads)[]
  const rows: readonly CsvRow[] = [
    heads,
    ...longRows(report),
    ...listedFigures(report).flatMap((one) => figureRows(report, one))
  ]
  const text = rows.map((row) => keys.map((key) => field(row[key] ?? '')).join(',')).join('\r\n')
  return Promise.resolve({ ok: true, bytes: new TextEncoder().encode(`\ufeff${text}\r\n`) })
}

/** The numbers of the tables in their order; money in 万元. */
export const longRows = (report: Report): LongRow[] =>
  formOf(report).fields.map((field) => longRow(report, field))

function longRow(report: Report, field: FieldId): LongRow {
  const { row, column, group } = formOf(report).entryOf(field)
  const value = report.cells[field]
  return {
    unit: report.unit.name,
    year: String(report.year),
    table: tableName(tableOf(field)),
    row: group ? `${group}${row}` : row,
    column,
    field,
    value: value === null ? '' : isMoney(field) ? formatMoney(value, null) : String(value),
    measure: isMoney(field) ? '万元' : '件',
    note: report.notes[field] ?? ''
  }
}

/** A figure of a platform, and behind it its months, where it is kept by month. */
function figureRows(report: Report, listed: ListedFigure): CsvRow[] {
  const { name, year, unit, platform, value, note, ...rest } = listTexts(listed)
  const own: CsvRow = {
    unit: report.unit.name,
    year,
    table: '平台数据',
    row: platform,
    column: name,
    field: listed.figure.key,
    value,
    measure: unit,
    note,
    ...rest
  }
  return [
    own,
    ...(listed.figure.months ?? []).flatMap((month, i) =>
      month === null
        ? []
        : [{ ...own, value: String(month), printed: '', period: `${i + 1}月`, note: '' }]
    )
  ]
}

/** Numbers are left as they are; of texts those in which a program could see a formula. */
const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/.test(text)

function field(text: string): string {
  const safe = isNumber(text) ? text : withMark(text)
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
