import type { Finding } from '../../core/checks/finding.ts'
import { formOf } from '../../core/form/form.ts'
import { cellText, numberText } from '../../core/compose/quote.ts'
import { place } from '../../core/form/layout.ts'
import type { Report } from '../../core/report/report.ts'
import type { Label } from '../../core/form/shape.ts'
import {
  isEntry,
  type Entry,
  type FieldId,
  type TableDef,
  type TableId
} from '../../core/form/table.ts'
import { parseCell, type CellProblem } from '../../core/form/cell.ts'
import { differencesOf, cellMarksOf, type CellMark } from './marks.ts'

/** All that a number cell shows. */
export interface CellView {
  readonly entry: Entry
  /** The number as printed; empty when not filled in. */
  readonly text: string
  /** What one would type to get number and remark; shown while editing. */
  readonly editText: string
  readonly note: string
  /** Last year's number, where it is to be shown; the cell hides it when there is no room. */
  readonly last: string
  /** Last year's number, 0 too, for those who hear it; undefined where last year is not known. */
  readonly heard: string | undefined
  readonly total: boolean
  /** Typed minus computed, for a total that does not agree. */
  readonly difference: number | undefined
  readonly role: CellMark['role']
  readonly corner: CellMark['corner']
  readonly selected: boolean
  readonly mended: boolean
  readonly tabStop: boolean
  /** What was typed, as it was typed: while the cell has the focus, and where it is refused. */
  readonly held: string | undefined
  /** Why it is refused. */
  readonly problem: CellProblem | undefined
}

/** A row of the form, its labels as they are, its entries with what they show. */
export type ViewRow = readonly (Label | CellView)[]

export const isView = (cell: Label | CellView): cell is CellView => 'entry' in cell

/** What the cells of a table are shown from. */
export interface Showing {
  readonly report: Report
  readonly findings: readonly Finding[]
  /** Fingerprint of the finding whose sums are to be seen. */
  readonly chosen: string | undefined
  readonly lastYear: boolean
  readonly selected: ReadonlySet<FieldId>
  readonly mended: readonly FieldId[]
  readonly tabStop: FieldId | undefined
  readonly held: (field: FieldId) => string | undefined
}

/**
 * The rows of a table as they are to be shown. A cell that says what it said in `before` is the same
 * object, and so is a row of such cells, and a table of such rows: the screen touches only the handful
 * that a key press has changed, and none of it where findings change that mark no other cell.
 */
export function tableViews(
  table: TableId,
  showing: Showing,
  before: readonly ViewRow[]
): readonly ViewRow[] {
  const viewOf = viewer(showing)
  const rows = formOf(showing.report).tables[table].rows.map((row, r) => {
    const old = before[r]
    const now = row.map((cell, c): Label | CellView => {
      if (!isEntry(cell)) return cell
      const view = viewOf(cell)
      const last = old?.[c]
      return last && isView(last) && same(last, view) ? last : view
    })
    return old && now.every((cell, c) => cell === old[c]) ? old : now
  })
  return rows.every((row, r) => row === before[r]) ? before : rows
}

function viewer(showing: Showing): (entry: Entry) => CellView {
  const { report, findings, chosen, selected, mended, tabStop } = showing
  const marks = cellMarksOf(findings, chosen)
  const differences = differencesOf(report)
  const { totals } = formOf(report)
  const { previous } = report
  const then = previous && { ...report, cells: previous.cells }
  return (entry) => {
    const { field } = entry
    const text = numberText(report, field)
    const heard = then && numberText(then, field)
    const mark = marks.get(field)
    const held = showing.held(field)
    const reading = held === undefined ? undefined : parseCell(field, held)
    return {
      entry,
      text,
      editText: cellText(report, field),
      note: report.notes[field] ?? '',
      last: showing.lastYear && heard !== '0' ? (heard ?? '') : '',
      heard,
      total: totals.has(field),
      difference: differences.get(field),
      role: mark?.role,
      corner: mark?.corner,
      selected: selected.has(field),
      mended: mended.includes(field),
      tabStop: tabStop === field,
      held,
      problem: reading && !reading.ok ? reading.problem : undefined
    }
  }
}

const same = (a: CellView, b: CellView): boolean =>
  (Object.keys(a) as (keyof CellView)[]).every((key) => a[key] === b[key])

/** Digits up to which a number is set in the usual size; a longer one is set smaller. */
const usual = 6
const smaller = 12 / 14

/**
 * How wide each column of a table has to be for every number in it to stand whole, with its Δ or 注,
 * in digits of the usual size; undefined for a column of labels. Cells over several columns have room
 * enough.
 */
export function columnNeeds(table: TableDef, rows: readonly ViewRow[]): (number | undefined)[] {
  const needs = new Array<number | undefined>(table.widths.length).fill(undefined)
  const cells = rows.flat()
  place(table.rows).forEach(({ cell: { cols }, column }, i) => {
    const cell = cells[i]
    if (cols === undefined && cell && isView(cell)) {
      needs[column] = Math.max(needs[column] ?? 0, needOf(cell))
    }
  })
  return needs
}

/** Room for bold digits, and for what stands at the left; Cell.svelte counts the same. */
function needOf({ text, problem, held, difference, note }: CellView): number {
  const shown = (problem && held) || text
  const digits = shown.length * (isLong(shown) ? smaller : 1) * 1.1
  return digits + (difference !== undefined || note ? 2.2 : 0)
}

/** Whether a number is set in smaller type, so that its column need not grow as much. */
export const isLong = (text: string): boolean => text.length > usual
