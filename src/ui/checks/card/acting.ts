import { isOfPlatforms, type Finding, type RuleId } from '../../../core/checks/finding.ts'
import type { Repair } from '../../../core/checks/repair/repair.ts'
import type { FieldId } from '../../../core/form/table.ts'
import { isTextKey, sections, type SectionId } from '../../../core/form/sections.ts'
import type { Report } from '../../../core/report/report.ts'
import * as words from '../../../i18n/words.ts'
import type { Session } from '../../../state/report/session.svelte.ts'
import { focusField, focusFigure } from '../../parts/focus/fields.ts'
import { focusCentre } from '../../parts/focus/panes.ts'
import type { ViewState } from '../../parts/view-state.svelte.ts'

/** What is done with a finding, wherever it is shown. */

/** The cell or the platforms' figure that a finding is about, where it is about one. */
export function numberAt(finding: Finding): {
  readonly field: FieldId | undefined
  readonly figure: string | undefined
} {
  const { at } = finding
  const field = at.kind === 'cells' ? at.fields[0] : undefined
  return { field, figure: ownField(finding) ?? (at.kind === 'metric' ? at.id : undefined) }
}

/** The field that a finding about figures is about, where it is not the one of the year's figure. */
function ownField(finding: Finding): string | undefined {
  if (finding.unread) return undefined
  // What is missing of a closed account is its date, not a figure.
  if (finding.rule === 'P-CLOSEDATE') return finding.params.id
  // What is refused stands in a month, or in a row that has no figure yet.
  return finding.rule === 'N-TEXT' && finding.at.kind === 'metric' ? finding.params.key : undefined
}

/** Rules about what is chosen in the settings of the checks, the day of publishing among it. */
const ofSettings: ReadonlySet<string> = new Set<RuleId>(['D-DEADLINE', 'SET-IGNORED'])

/** Rules about the title: about the unit's name, which may quote a figure by mistake, and the year. */
const ofUnit: ReadonlySet<string> = new Set<RuleId>(['D-TITLE', 'Y-TITLEYEAR', 'P-QUOTE'])

/** The section that a finding about an original names. */
function sectionNamed(finding: Finding): SectionId | undefined {
  if (finding.unread) return undefined
  if (finding.rule === 'D-PROSE2') return finding.params.table
  if (finding.rule !== 'D-SEC' || !('section' in finding.params)) return undefined
  const { section } = finding.params
  return sections.find(({ title }) => title === section)?.id
}

/** Whether a finding is about a place to look at. Of some originals it is about no one place. */
export const locatable = (finding: Finding): boolean =>
  finding.at.kind !== 'report' ||
  isOfPlatforms(finding) ||
  ofSettings.has(finding.rule) ||
  ofUnit.has(finding.rule) ||
  sectionNamed(finding) !== undefined

/** Puts the focus into what a finding is about. */
export function located(view: ViewState, finding: Finding): void {
  view.choose(finding)
  view.writing = true
  const { at, rule } = finding
  const { field, figure } = numberAt(finding)
  const section = sectionNamed(finding)
  if (field) focusField(field)
  else if (figure) focusFigure(view, figure)
  else if (at.kind === 'text') view.wanted = { from: at.from ?? 0, to: at.to ?? at.from ?? 0 }
  else if (ofSettings.has(rule)) view.checking = 'settings'
  else if (section) {
    view.open(section)
    if (isTextKey(section)) view.wanted = { from: 0, to: 0 }
    else focusCentre()
  } else if (at.kind === 'report' && ofUnit.has(rule)) view.editingUnit = true
}

/** Does repairs that were offered for a report, says so and flashes the cells; whether they could be done. */
export function mended(
  session: Session,
  view: ViewState,
  offeredFor: Report,
  repairs: readonly Repair[],
  done: string
): boolean {
  if (!session.mend(offeredFor, ...repairs)) return false
  session.say(words.checks.mended(done))
  view.mend(repairs.flatMap(fieldsOf))
  return true
}

/** Accepts findings with one reason, and says so. */
export function explained(
  session: Session,
  findings: readonly Finding[],
  reason: string,
  by: string
): void {
  session.accept(findings, reason, by)
  session.say(words.checks.accepted(findings.length))
}

/** For a button: the cells that it would change are marked while it is pointed at or has the focus. */
export const marking =
  (view: ViewState, repairs: () => readonly Repair[]) => (button: HTMLButtonElement) => {
    // A button that goes loses the focus while the list is being changed: by then nothing may be set.
    const point = (fields: readonly FieldId[]) =>
      queueMicrotask(() => {
        view.pointed = fields
      })
    const mark = () => point(repairs().flatMap(fieldsOf))
    const clear = () => point([])
    for (const at of ['pointerenter', 'focus']) button.addEventListener(at, mark)
    for (const at of ['pointerleave', 'blur', 'click']) button.addEventListener(at, clear)
    return clear
  }

/** The cells that a repair changes. */
function fieldsOf(repair: Repair): readonly FieldId[] {
  if (repair.kind === 'set') return repair.changes.map(({ field }) => field)
  return repair.kind === 'fillZero' ? repair.fields : []
}
