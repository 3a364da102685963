import { isOfSums, type Finding, type RuleId } from '../../core/checks/finding.ts'
import { formOf } from '../../core/form/form.ts'
import type { FieldId } from '../../core/form/table.ts'
import type { Report } from '../../core/report/report.ts'
import { sumOf } from '../../core/sums/totals.ts'

/** How a cell is marked by the findings about it. */
export interface CellMark {
  /** `cause`: this cell is wrong. `equation`: it stands in a sum of the finding looked at. */
  readonly role?: 'cause' | 'part' | 'equation'
  /** The worst that is said about the cell alone. */
  readonly corner?: 'error' | 'warning'
}

/** Rules whose cells show for themselves, or are not about the number in the cell. */
const plain: ReadonlySet<string> = new Set<RuleId>(['T3-BLANK', 'D-LABEL'])

/** A warning about more cells than this is about the table, and marks none of them. */
const mostMarked = 7

/** The marks of all cells; the equations only of the chosen finding. */
export function cellMarksOf(
  findings: readonly Finding[],
  chosen: string | undefined
): ReadonlyMap<FieldId, CellMark> {
  const marks = new Map<FieldId, CellMark>()
  const mark = (field: FieldId, more: CellMark) =>
    marks.set(field, { ...marks.get(field), ...more })
  for (const finding of [...findings].reverse()) {
    if (finding.at.kind !== 'cells') continue
    const sums = isOfSums(finding) ? finding.params : undefined
    if (finding.fingerprint === chosen) {
      for (const field of sums?.cells ?? []) mark(field, { role: 'equation' })
    }
    if (finding.severity === 'error') {
      const role = sums?.unique === 0 ? 'part' : 'cause'
      for (const field of finding.at.fields) mark(field, { role, corner: 'error' })
    } else if (
      finding.severity === 'warning' &&
      !plain.has(finding.rule) &&
      finding.at.fields.length <= mostMarked
    ) {
      for (const field of finding.at.fields) mark(field, { corner: 'warning' })
    }
  }
  return marks
}

/** For each total that does not agree with its parts: what stands there minus what they sum to. */
export function differencesOf(report: Report): ReadonlyMap<FieldId, number> {
  const { cells } = report
  const found = new Map<FieldId, number>()
  for (const [field, balances] of formOf(report).totals) {
    const value = cells[field]
    if (value === null) continue
    for (const { left } of balances) {
      if (left.some((part) => cells[part] === null)) continue
      const difference = value - (sumOf(cells, left) ?? 0)
      if (difference !== 0) found.set(field, difference)
    }
  }
  return found
}
