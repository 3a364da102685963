/** The three statutory tables as sheets: their merges and words, their totals as formulas. */
import { place } from '../../../core/form/layout.ts'
import type { Sheet, SheetCell } from '../../../core/form/sheet.ts'
import { formOf, isMoney, type Form } from '../../../core/form/form.ts'
import { reportTitle, sections } from '../../../core/form/sections.ts'
import {
  isEntry,
  tableIds,
  type Entry,
  type FieldId,
  type TableId
} from '../../../core/form/table.ts'
import type { Label } from '../../../core/form/shape.ts'
import { numberText } from '../../../core/compose/quote.ts'
import { formatMoney } from '../../../core/numbers/money.ts'
import { sumOf } from '../../../core/sums/totals.ts'
import type { Report } from '../../../core/report/report.ts'

const tabs: Readonly<Record<TableId, string>> = {
  disclosure: '主动公开',
  requests: '申请办理',
  remedies: '复议诉讼'
}

/** 表二: a table by the numeral of its section. */
export const tableName = (table: TableId): string =>
  `表${sections.find(({ id }) => id === table)?.numeral ?? ''}`

/** The three tables of a report. */
export const tableSheets = (report: Report): Sheet[] =>
  tableIds.map((id, i) => {
    const { title, numeral } = sections.find((section) => section.id === id) ?? {
      title: '',
      numeral: ''
    }
    const table = formOf(report).tables[id]
    const all = table.widths.reduce((sum, width) => sum + width, 0)
    const digits = table.widths.map((width) => (width / all) * pageWidth)
    const rooms = new Map(
      place<Label | Entry>(table.rows).map(({ cell, column, cols }) => [
        cell,
        digits.slice(column, column + cols).reduce((sum, width) => sum + width, 0)
      ])
    )
    return {
      name: `${tableName(id)} ${tabs[id]}`,
      ...(i === 0 && { over: reportTitle(report.unit.name, report.year) }),
      title: `${numeral}、${title}`,
      // As wide as a portrait page takes: a column is two digits a character wide, and two more.
      widths: digits.map((width) => (width - 2) / 2),
      headRows: table.headRows,
      headColumns: table.closing ? (table.rows[0]?.[0]?.cols ?? 0) : 0,
      rows: table.rows.map((row) => {
        const head = row.some(isEntry) ? 'row' : 'column'
        return row.map((cell) => {
          const room = rooms.get(cell) ?? 0
          return isEntry(cell) ? entryCell(report, cell, room) : labelCell(cell, head, room)
        })
      }),
      onePage: true
    }
  })

/** Digits that stand side by side on a portrait page. */
const pageWidth = 92

/** A label, broken where the form breaks it if its lines fit into a narrow column. */
function labelCell(
  { text, cols, rows, align, vertical, breaks = [] }: Label,
  head: 'row' | 'column',
  room: number
): SheetCell {
  const edges = [0, ...breaks, text.length]
  const lines = edges.slice(1).map((edge, i) => text.slice(edges[i], edge))
  const fit = lines.every((line) => line.length * 2 <= room)
  return {
    text: fit ? lines.join('\n') : text,
    head,
    align: align ?? 'center',
    ...(cols && { cols }),
    ...(rows && { rows }),
    ...(vertical && { vertical })
  }
}

/**
 * Spreadsheets keep 15 digits of a number. A longer one is written as a text, so that none is lost;
 * it takes no part in formulas.
 */
export const isExact = (value: number | bigint | null): boolean =>
  value === null || (value < 1e15 && value > -1e15)

/** @param room how many digits stand side by side in the cell */
function entryCell(report: Report, { field, cols, rows }: Entry, room: number): SheetCell {
  const value = report.cells[field]
  const formula = totalFormula(formOf(report), report, field)
  return {
    id: field,
    ...numberCell(report, field, room),
    align: 'center',
    ...(cols && { cols }),
    ...(rows && { rows }),
    ...(formula && { formula }),
    ...(!formula && value !== null && formOf(report).totals.has(field) && { flagged: true })
  }
}

/** A number of the form as it is printed; money in 万元. */
function numberCell(report: Report, field: FieldId, room: number): SheetCell {
  const value = report.cells[field]
  const text = numberText(report, field)
  if (value === null || !isExact(value)) return { text }
  return {
    text,
    value: isMoney(field) ? Number(formatMoney(value, null)) : value,
    format: formatOf(text, report.notes[field] ?? '', room)
  }
}

/** As many decimals as are printed, and the remark behind the number where there is room for it. */
function formatOf(text: string, note: string, room: number): string {
  const number = text.replace(/^-?\d*/, '0').replace(/\d/g, '0')
  if (!note) return number
  // Programs make what is too wide for its cell smaller; to two thirds it can still be read.
  const wide = text.length + 2 * (note.length + 2)
  const plain = wide * 2 <= room * 3 && !/["\p{Cc}\p{Cs}]/u.test(note)
  return `${number}"（${plain ? note : '注'}）"`
}

/**
 * What a total is computed by: a balance that it agrees with, blank over blanks alone. One that was
 * typed otherwise stays as it was typed, without a formula.
 */
function totalFormula({ totals }: Form, { cells }: Report, field: FieldId): SheetCell['formula'] {
  const holds = totals
    .get(field)
    ?.find(
      ({ left }) =>
        [field, ...left].every((each) => isExact(cells[each])) &&
        sumOf(cells, left) === cells[field]
    )
  return holds && { kind: 'sum', of: holds.left }
}
