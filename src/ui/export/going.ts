import { sections } from '../../core/form/sections.ts'
import type { Report } from '../../core/report/report.ts'
import { placeName } from '../../i18n/findings/place.ts'
import * as words from '../../i18n/words.ts'
import { focusField } from '../parts/focus/fields.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'
import type { Where } from './checks.ts'

/** Where a check leads: what the place is called, and the way there. */

export function nameOfPlace(at: Where | undefined, report: Report): string {
  const { onPages, where } = words.exporting
  if (!at) return onPages
  if (at.kind === 'title' || at.kind === 'chart') return where[at.kind]
  if (at.kind !== 'section') return placeName(at, report)
  const section = sections.find(({ id }) => id === at.section)
  return section ? `${section.numeral}　${section.title}` : onPages
}

/** Turns the editor to the place; the dialog has to be closed. */
export function goTo(view: ViewState, at: Where): void {
  if (at.kind === 'cells' && at.fields[0]) {
    view.show(at.fields[0])
    focusField(at.fields[0])
  } else if (at.kind === 'text') view.openText(at.section, at.from ?? 0)
  else if (at.kind === 'section') view.open(at.section)
  else if (at.kind === 'chart') view.open('platforms')
  else if (at.kind === 'title') view.editingUnit = true
}
