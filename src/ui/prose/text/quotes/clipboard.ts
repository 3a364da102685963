import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { printedQuote } from '../../../../core/compose/quote.ts'
import { replaceQuotes } from '../../../../core/prose/quotes.ts'
import { jsonValue } from '../../../../core/report/json.ts'
import type { Report } from '../../../../core/report/report.ts'

/**
 * What is copied out of the text has its numbers; pasted back into the same report it has its quotes
 * again. These travel in the markup beside the plain text, with the report that they are of: in another
 * report they would be other numbers.
 */

/** The text as it is read outside: numbers for quotes, titles for charts. */
export const copiedText = (report: Report, text: string): string =>
  replaceQuotes(text, (quote, whole) =>
    quote.kind === 'chart'
      ? (report.charts.find(({ id }) => id === quote.id)?.title ?? whole)
      : (printedQuote(report, quote) ?? whole)
  )

/** The same as markup that holds the text as it was written. */
export function copiedMarkup(report: Report, text: string): string {
  const holder = document.createElement('div')
  holder.dataset['written'] = `${report.id} ${inLetters(text)}`
  for (const line of copiedText(report, text).split('\n')) {
    const paragraph = document.createElement('p')
    paragraph.textContent = line
    holder.append(paragraph)
  }
  return holder.outerHTML
}

/** The text as it was written, where markup came from this report; undefined where it did not. */
export function writtenIn(report: Report, markup: string): string | undefined {
  const [, id, letters = ''] = /data-written="([\da-f-]{36}) ([^"]*)"/.exec(markup) ?? []
  return id === report.id ? fromLetters(letters) : undefined
}

/** Any text in characters that markup never writes otherwise, so that none is to be parsed for it. */
const inLetters = (text: string): string => encodeURIComponent(JSON.stringify(text))

function fromLetters(letters: string): string | undefined {
  try {
    const text = jsonValue(decodeURIComponent(letters))
    return typeof text === 'string' ? text : undefined
  } catch {
    // Made or changed elsewhere.
    return undefined
  }
}

/** Copying, cutting and pasting with quotes. */
export function quoteClipboard(report: () => Report): Extension {
  const copy = (event: ClipboardEvent, view: EditorView, cut: boolean): boolean => {
    const { from, to, empty } = view.state.selection.main
    if (!event.clipboardData) return false
    // Without a selection nothing is copied; the whole line would be a surprise.
    if (empty) return true
    const text = view.state.sliceDoc(from, to)
    event.clipboardData.setData('text/plain', copiedText(report(), text))
    event.clipboardData.setData('text/html', copiedMarkup(report(), text))
    if (cut) view.dispatch({ changes: { from, to }, userEvent: 'delete.cut', scrollIntoView: true })
    return true
  }
  return EditorView.domEventHandlers({
    copy: (event, view) => copy(event, view, false),
    cut: (event, view) => copy(event, view, true),
    paste(event, view) {
      const markup = event.clipboardData?.getData('text/html') ?? ''
      const text = writtenIn(report(), markup)
      if (text === undefined) return false
      view.dispatch(view.state.replaceSelection(text), {
        userEvent: 'input.paste',
        scrollIntoView: true
      })
      return true
    }
  })
}
