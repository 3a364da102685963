import type { Finding } from '../../core/checks/finding.ts'
import type { Repair } from '../../core/checks/repair/repair.ts'
import type { FieldId } from '../../core/form/table.ts'
import { formOf } from '../../core/form/form.ts'
import type { Report } from '../../core/report/report.ts'
import { repairWords } from '../../i18n/findings/repairs.ts'
import * as words from '../../i18n/words.ts'
import type { Session } from '../../state/report/session.svelte.ts'
import { focusField, focusFigure } from '../parts/focus.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'

/** What is done with a finding, wherever it is shown. */

/** The cell or the platforms' figure that a finding is about, where it is about one. */
export function numberAt(finding: Finding): {
  readonly field: FieldId | undefined
  readonly figure: string | undefined
} {
  const { at } = finding
  const field = at.kind === 'cells' ? at.fields[0] : undefined
  // What is missing of a closed account is its date, not a figure.
  const closed = !finding.unread && finding.rule === 'P-CLOSEDATE' ? finding.params.id : undefined
  return { field, figure: closed ?? (at.kind === 'metric' ? at.id : undefined) }
}

/** Puts the focus into what a finding is about. */
export function located(view: ViewState, finding: Finding): void {
  view.choose(finding)
  view.writing = true
  const { field, figure } = numberAt(finding)
  if (field) focusField(field)
  if (figure) focusFigure(figure)
}

/** Does a repair that was offered for a report, says so and flashes the cells. */
export function mended(
  session: Session,
  view: ViewState,
  offeredFor: Report,
  repair: Repair
): void {
  if (!session.mend(offeredFor, repair)) return
  session.say(words.checks.mended(repairWords(formOf(offeredFor), repair).done))
  view.mend(
    repair.kind === 'set'
      ? repair.changes.map(({ field }) => field)
      : repair.kind === 'fillZero'
        ? repair.fields
        : []
  )
}
