import type { Finding } from '../../core/finding.ts'
import { form2021, totals } from '../../core/form.ts'
import { cellText, numberText } from '../../core/quote.ts'
import type { Report } from '../../core/report.ts'
import { isEntry, type Entry, type FieldId, type Label, type TableId } from '../../core/table.ts'
import type { CellProblem } from '../../core/cell.ts'
import { differencesOf, marksOf, type Mark } from './marks.ts'

/** All that a number cell shows. */
export interface CellView {
  readonly entry: Entry
  /** The number as printed; empty when not filled in. */
  readonly text: string
  /** What one would type to get number and remark; shown while editing. */
  readonly editText: string
  readonly note: string
  /** Last year's number, where it is to be shown and there is room for it. */
  readonly last: string
  readonly total: boolean
  /** Typed minus computed, for a total that does not agree. */
  readonly difference: number | undefined
  /** There is room for no more than one sign beside the number. */
  readonly short: boolean
  readonly role: Mark['role']
  readonly corner: Mark['corner']
  readonly selected: boolean
  readonly mended: boolean
  readonly tabStop: boolean
  /** What was typed and cannot be a number, and why. */
  readonly draft: string | undefined
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
  /** How many digits a cell has room for, beside its own padding. */
  readonly room: number
  readonly selected: ReadonlySet<FieldId>
  readonly mended: readonly FieldId[]
  readonly tabStop: FieldId | undefined
  readonly drafts: ReadonlyMap<FieldId, string>
  readonly problems: Readonly<Partial<Record<FieldId, CellProblem>>>
}

/**
 * The rows of a table as they are to be shown. A cell that says what it said in `before` is the same
 * object, and so is a row of such cells: the screen touches only what a key press has changed, a
 * handful of 175.
 */
export function tableViews(
  table: TableId,
  showing: Showing,
  before: readonly ViewRow[]
): readonly ViewRow[] {
  const viewOf = viewer(showing)
  return form2021.tables[table].rows.map((row, r) => {
    const old = before[r]
    const now = row.map((cell, c): Label | CellView => {
      if (!isEntry(cell)) return cell
      const view = viewOf(cell)
      const last = old?.[c]
      return last && isView(last) && same(last, view) ? last : view
    })
    return old && now.every((cell, c) => cell === old[c]) ? old : now
  })
}

function viewer(showing: Showing): (entry: Entry) => CellView {
  const { report, findings, chosen, room, selected, mended, tabStop, drafts, problems } = showing
  const marks = marksOf(findings, chosen)
  const differences = differencesOf(report.cells)
  const { previous } = report
  const then = showing.lastYear && previous ? { ...report, cells: previous.cells } : undefined
  return (entry) => {
    const { field } = entry
    const text = numberText(report, field)
    const last = then ? numberText(then as Report, field) : ''
    const mark = marks.get(field)
    return {
      entry,
      text,
      editText: cellText(report, field),
      note: report.notes[field] ?? '',
      last: last === '0' || last.length + text.length > room ? '' : last,
      total: totals.has(field),
      difference: differences.get(field),
      short: text.length + 2 >= room,
      role: mark?.role,
      corner: mark?.corner,
      selected: selected.has(field),
      mended: mended.includes(field),
      tabStop: tabStop === field,
      draft: drafts.get(field),
      problem: problems[field]
    }
  }
}

const same = (a: CellView, b: CellView): boolean =>
  (Object.keys(a) as (keyof CellView)[]).every((key) => a[key] === b[key])
