import { spots } from '../../core/form/outline.ts'
import { isTextKey } from '../../core/form/sections.ts'
import type { Session } from '../../state/report/session.svelte.ts'
import { stillChosen } from '../parts/chosen.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'
import {
  focusCentre,
  focusField,
  focusFigure,
  focusPane,
  selectAnew,
  selectedText
} from '../parts/focus.ts'
import { numberAt } from '../checks/acting.ts'

/** Keys that work anywhere in the editor: undo, redo, the search, parts, panes, the next finding. */
export function shortcuts(event: KeyboardEvent, session: Session, view: ViewState): void {
  if (event.isComposing || document.querySelector('dialog[open]')) return
  const command = event.ctrlKey || event.metaKey
  if (command && !event.altKey && event.key.toLowerCase() === 'z') {
    if (event.shiftKey) session.redo()
    else session.undo()
    selectAnew()
  } else if (command && event.key.toLowerCase() === 'y') {
    session.redo()
    selectAnew()
  } else if (command && !event.altKey && !event.shiftKey && /^[fh]$/i.test(event.key)) {
    view.find(event.key.toLowerCase() === 'h', selectedText())
  } else if (event.key === 'F8') {
    step(session, view, event.shiftKey ? -1 : 1)
  } else if (event.key === 'F6') {
    focusPane(event.shiftKey ? -1 : 1)
  } else if (event.altKey && /^[1-6]$/.test(event.key)) {
    const spot = spots[Number(event.key)]
    if (!spot) return
    // The editor of a text may have to come first: it takes the focus when it is there.
    if (isTextKey(spot) && spot !== view.spot) view.openText(spot, 0)
    else {
      view.open(spot)
      focusCentre()
    }
  } else if (event.key === 'Escape' && view.asideOpen && !event.defaultPrevented) {
    // Where it stands beside the centre, nothing tells a closed pane from an open one.
    view.asideOpen = false
  } else return
  event.preventDefault()
}

/** To the next or previous finding, and into the cell it names. */
function step({ checkedNow: { findings } }: Session, view: ViewState, by: 1 | -1): void {
  if (findings.length === 0) return
  const chosen = stillChosen(view.chosen, findings)
  const at = chosen ? findings.indexOf(chosen) : -1
  const next = at < 0 ? (by > 0 ? 0 : findings.length - 1) : at + by
  const finding = findings[(next + findings.length) % findings.length]
  if (!finding) return
  view.choose(finding)
  const { field, figure } = numberAt(finding)
  if (field) focusField(field)
  else if (figure) focusFigure(figure)
  // The list keeps the focus where it is used.
  else if (document.activeElement?.closest('[data-pane="aside"]')) return
  else if (finding.at.kind === 'text') {
    const from = finding.at.from ?? 0
    view.wanted = { from, to: from }
  } else focusCentre()
}
