import { tableIds } from '../../core/form/table.ts'
import * as words from '../../i18n/words.ts'
import type { Session } from '../../state/report/session.svelte.ts'
import { command, type Command } from '../palette/entry.ts'
import { openSection } from '../palette/places.ts'
import { stillChosen } from '../parts/chosen.ts'
import { numberAt } from '../checks/card/acting.ts'
import { focusField, focusFigure, selectAnew, selectedText } from '../parts/focus/fields.ts'
import { focusCentre, focusPane } from '../parts/focus/panes.ts'
import { isInField } from '../parts/handed.ts'
import { keysOfEvent, sectionKeys } from '../parts/keys.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'

/** What the keys of the editor act on. */
export interface Keyed {
  readonly session: Session
  readonly view: ViewState
}

/**
 * The commands that have keys anywhere in the editor, in the order in which they are listed. Pressed
 * out of use they do nothing, and the browser nothing else.
 */
export function keyedCommands({ session, view }: Keyed): readonly Command[] {
  const { why } = words.palette
  const locked = session.reading && why.reading
  const inTable = tableIds.some((id) => id === view.spot)
  const noFindings = session.findings.length ? undefined : why.noFindings
  const redo = (keys: string): Command =>
    command('redo', words.common.redo, {
      keys,
      why: locked ?? (session.canRedo ? undefined : why.nothing),
      run: () => {
        session.redo()
        selectAnew()
      }
    })
  return [
    command('palette', words.common.search, {
      keys: 'Ctrl+K',
      run: () => (view.lookup = 'palette')
    }),
    command('undo', words.common.undo, {
      keys: 'Ctrl+Z',
      why: locked ?? (session.canUndo ? undefined : why.nothing),
      run: () => {
        session.undo()
        selectAnew()
      }
    }),
    redo('Ctrl+Y'),
    redo('Ctrl+Shift+Z'),
    command('find', words.editor.panes.find, {
      keys: 'Ctrl+F',
      run: () => view.find(false, selectedText())
    }),
    command('replace', words.finding.action, {
      keys: 'Ctrl+H',
      run: () => view.find(true, selectedText())
    }),
    command('print', words.exporting.print, {
      keys: 'Ctrl+P',
      run: () => {
        // What is being typed and is no number counts as it does once its field is left.
        session.seal()
        view.printings++
      }
    }),
    command('cell-help', words.grid.help.title, {
      keys: 'F1',
      why: inTable ? undefined : why.noTable,
      run: () => {
        if (inTable) view.cellHelp = !view.cellHelp
      }
    }),
    command('next-finding', words.palette.nextFinding, {
      keys: 'F8',
      why: noFindings,
      run: () => step(session, view, 1)
    }),
    command('last-finding', words.palette.lastFinding, {
      keys: 'Shift+F8',
      why: noFindings,
      run: () => step(session, view, -1)
    }),
    command('next-pane', words.palette.nextPane, { keys: 'F6', run: () => focusPane(1) }),
    command('last-pane', words.palette.lastPane, { keys: 'Shift+F6', run: () => focusPane(-1) }),
    command('keys', words.keys.title, { keys: '?', run: () => (view.lookup = 'keys') })
  ]
}

/** Keys that work anywhere in the editor: those of the commands, and Alt with the number of a section. */
export function shortcuts(event: KeyboardEvent, keyed: Keyed): void {
  if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) closePane(keyed.view)
  const keys = event.isComposing ? undefined : keysOfEvent(event)
  if (!keys || (keys === '?' && isInField(event))) return
  // A dialog is printed as the report that it stands above; all other keys are its own.
  if (keys !== 'Ctrl+P' && document.querySelector('dialog[open]')) return
  const [spot] = [...sectionKeys].find(([, own]) => own === keys) ?? []
  const run = spot
    ? () => openSection(keyed.view, spot)
    : keyedCommands(keyed).find((one) => one.keys === keys)?.run
  if (!run) return
  run()
  event.preventDefault()
}

/** Where the right pane lies over the centre it closes; beside it, nothing tells it from an open one. */
function closePane(view: ViewState): void {
  if (!document.querySelector('dialog[open]')) view.asideOpen = false
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
  else if (figure) focusFigure(view, figure)
  // The list keeps the focus where it is used.
  else if (document.activeElement?.closest('[data-pane="aside"]')) return
  else if (finding.at.kind === 'text') {
    const from = finding.at.from ?? 0
    view.wanted = { from, to: from }
  } else focusCentre()
}
