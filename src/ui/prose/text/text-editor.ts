import { insertNewline, standardKeymap } from '@codemirror/commands'
import {
  Annotation,
  Compartment,
  EditorState,
  Transaction,
  type Extension
} from '@codemirror/state'
import { EditorView, keymap, placeholder, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { changeBetween } from '../../../core/prose/change.ts'
import type { Pasted } from '../../../core/intake/paste.ts'
import { longestText } from '../../../core/report/limits.ts'
import { copiedProse } from '../../../state/report/clipboard.ts'
import { asPrinted } from './as-printed.ts'
import { hitsShown } from './hits-shown.ts'
import { look } from './look.ts'
import { quotesShown, type Quoted } from './quotes-shown.ts'

/**
 * The editor of a written section, and what it tells its page. Long, for the extensions of one editor
 * are put together in one place.
 */
export interface TextEditorGiven {
  readonly text: string
  readonly quoted: Quoted
  /** Names the editor to those who hear it, and to tests. */
  readonly attributes: Readonly<Record<string, string>>
  readonly placeholder: string
  /** The text was changed by the user; `step`: what follows is to be taken back by itself. */
  readonly onwrite: (text: string, step: boolean) => void
  /** A change was refused, for the text would be longer than a report can hold. */
  readonly onrefuse: () => void
  /** The caret is at another place of the text. */
  readonly oncaret: (at: number) => void
  /** The browser's own menu asks to undo or redo: the history is the report's. */
  readonly onhistory: (direction: 'undo' | 'redo') => void
  readonly extensions?: Extension
}

/** A change that comes from the report and need not be told to it. */
const followed = Annotation.define<true>()

/**
 * The text of the report in an editor. Only `\n` ends a line, so that offsets are those of the text
 * and what else stands in it stays. While an input method composes, nothing is told: what it shows
 * is not written yet.
 */
export function openTextEditor(parent: HTMLElement, given: TextEditorGiven): EditorView {
  const isNewStep = newStep()
  let told = given.text
  let step = false
  const tell = (view: EditorView, gone = false): void => {
    if (view.composing && !gone) return
    const text = view.state.doc.toString()
    if (text === told) return
    told = text
    given.onwrite(text, step)
    step = false
  }
  const follow = (update: ViewUpdate): void => {
    const { docChanged, selectionSet, state, transactions, view } = update
    if (transactions.some((one) => one.annotation(followed))) told = state.doc.toString()
    else if (docChanged) {
      step = transactions.some(isNewStep) || step
      tell(view)
    }
    if (docChanged || selectionSet) given.oncaret(state.selection.main.head)
  }
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: given.text,
      extensions: [
        EditorState.lineSeparator.of('\n'),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of(given.attributes),
        locking.of([]),
        EditorView.updateListener.of(follow),
        EditorState.transactionFilter.of((change) => {
          const { docChanged, newDoc, startState } = change
          if (!docChanged || change.annotation(followed)) return change
          if (startState.readOnly) return []
          if (newDoc.length <= longestText) return change
          given.onrefuse()
          return []
        }),
        EditorView.domEventHandlers({
          beforeinput({ inputType }) {
            if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return false
            given.onhistory(inputType === 'historyUndo' ? 'undo' : 'redo')
            return true
          }
        }),
        EditorView.domEventObservers({
          // The editor reads what was composed once the browser has written it.
          compositionend: (_, view) => void setTimeout(() => tell(view), composed),
          blur: (_, view) => void setTimeout(() => tell(view), composed)
        }),
        ViewPlugin.define((view) => ({ destroy: () => tell(view, true) })),
        keymap.of([{ key: 'Enter', run: insertNewline }, ...standardKeymap]),
        placeholder(given.placeholder),
        quotesShown(given.quoted),
        asPrinted,
        hitsShown,
        look,
        given.extensions ?? []
      ]
    })
  })
}

const locking = new Compartment()

/** Whether the text can be read and copied only. */
export function lockText(view: EditorView, locked: boolean): void {
  const reading = [
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-readonly': 'true' })
  ]
  view.dispatch({ effects: locking.reconfigure(locked ? reading : []) })
}

/** After this many milliseconds the editor has taken over what an input method wrote. */
const composed = 80

/**
 * Brings the text of the editor up to that of the report: after undo, a repair, a figure put in. The
 * caret goes to what has changed where it was in use.
 */
export function followText(view: EditorView, text: string): void {
  const change = view.composing ? undefined : changeBetween(view.state.doc.toString(), text)
  if (!change) return
  const { from, insert } = change
  view.dispatch({
    changes: change,
    annotations: [followed.of(true), Transaction.addToHistory.of(false)],
    ...(view.hasFocus && { selection: { anchor: from + insert.length }, scrollIntoView: true })
  })
}

/** Selects a stretch of the text and brings it into sight. */
export function showRange(view: EditorView, { from, to }: { from: number; to: number }): void {
  const end = view.state.doc.length
  const [anchor, head] = [Math.min(from, end), Math.min(to, end)]
  view.dispatch({
    selection: { anchor, head },
    effects: EditorView.scrollIntoView(anchor, { y: 'nearest', yMargin: 62 })
  })
}

/** Typing stops for this long (milliseconds): what comes next is another step. */
const pause = 1000

/**
 * Tells for change after change whether it begins a step that undo takes back by itself: typing
 * that goes on where it was is one step; deleting, pasting, another line or place, or a pause
 * begins another.
 */
function newStep(): (change: Transaction) => boolean {
  let last = { kind: '', at: -1, time: 0 }
  return (change) => {
    if (!change.docChanged) return false
    const kind = change.isUserEvent('input.type')
      ? 'type'
      : change.isUserEvent('delete')
        ? 'delete'
        : 'other'
    const time = change.annotation(Transaction.time) ?? 0
    const { from, to, line } = placeOf(change)
    const goesOn =
      kind !== 'other' &&
      kind === last.kind &&
      time - last.time < pause &&
      !line &&
      (from === last.at || to === last.at)
    last = { kind, at: kind === 'delete' ? from : change.newSelection.main.head, time }
    return !goesOn
  }
}

/** Where a change begins and ends in the text before it, and whether it writes a new line. */
function placeOf({ changes }: Transaction): { from: number; to: number; line: boolean } {
  let place = { from: -1, to: -1, line: false }
  changes.iterChanges((from, to, _fromNow, _toNow, inserted) => {
    place = { from, to, line: place.line || inserted.lines > 1 }
  })
  return place
}

/**
 * What is pasted from Word, WPS or a page comes as paragraphs with their numbers and nothing else. The
 * numbers of the form's tables are not text: they are handed to `ontables`.
 */
export const cleanPaste = (ontables: (tables: readonly Pasted[]) => void): Extension =>
  EditorView.domEventHandlers({
    paste(event, view) {
      const given = event.clipboardData?.getData('text/plain') ?? ''
      const html = event.clipboardData?.getData('text/html') ?? ''
      if (!given && !html) return false
      if (view.state.readOnly) return true
      void copiedProse(given, html).then(({ text, tables }) => {
        if (text) {
          view.dispatch(view.state.replaceSelection(text), {
            userEvent: 'input.paste',
            scrollIntoView: true
          })
        }
        if (tables.length) ontables(tables)
      })
      event.preventDefault()
      return true
    }
  })
