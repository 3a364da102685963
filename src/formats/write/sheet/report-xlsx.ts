import { place } from '../../../core/form/layout.ts'
import { reportTitle } from '../../../core/form/sections.ts'
import type { Sheet } from '../../../core/form/sheet.ts'
import type { Report } from '../../../core/report/report.ts'
import type { Job, Made } from '../writer.ts'
import { checkSheet } from './check-sheet.ts'
import { cellRef } from './formulas.ts'
import { figureSheets, noteSheets } from './list-sheets.ts'
import { tableSheets } from './table-sheets.ts'
import { writeXlsx } from './xlsx.ts'

/** The sheets of a report: its tables, its platforms' figures, and the proof of its sums. */
export const reportSheets = (report: Report): Sheet[] => [
  ...tableSheets(report),
  ...figureSheets(report),
  checkSheet(report),
  ...noteSheets(report)
]

/** The report as a workbook; none where a text is longer than a cell of one can be. */
export function writeReportXlsx(report: Report, { draft }: Pick<Job, 'draft'>): Promise<Made> {
  const { unit, year, updatedAt: at } = report
  const sheets = reportSheets(report)
  const long = sheets.flatMap(longCells)
  if (long.length) return Promise.resolve({ ok: false, reason: 'failed', detail: long.join('、') })
  const about = { title: reportTitle(unit.name, year), author: unit.name, at, draft }
  return Promise.resolve({ ok: true, bytes: writeXlsx(sheets, about) })
}

/** Characters that a cell can hold. */
const longest = 32_767

/** The names of the cells that hold more. */
const longCells = (sheet: Sheet): string[] =>
  place(sheet.rows).flatMap(({ cell, row, column }) =>
    cell.text.length > longest ? [`${sheet.name} ${cellRef(row + 1, column)}`] : []
  )
