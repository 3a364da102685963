import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Pasted } from '../../../core/intake/paste.ts'
import { copiedProse } from '../../../state/report/clipboard.ts'

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
