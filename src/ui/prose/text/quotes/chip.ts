import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import * as words from '../../../../i18n/words.ts'
import { printedQuote, unprinted } from '../../../../core/compose/quote.ts'
import { cellsQuoted, quoteOf, quotesIn, type Quote } from '../../../../core/prose/quotes.ts'
import { sourceName } from '../../../../core/quoting/source-name.ts'
import type { Report } from '../../../../core/report/report.ts'
import { focusField, focusFigure } from '../../../parts/focus/fields.ts'
import type { ViewState } from '../../../parts/view-state.svelte.ts'

/** A quote in the text: the number that it prints, its source, and the way there. */

/** What a chip shows and says. */
export interface ChipShown {
  readonly token: string
  readonly text: string
  readonly source: string
  /** It prints nothing: its source is blank, gone or not known. */
  readonly faulty: boolean
}

/** What the chip of a quote shows in a report; the same while only text is written. */
export function chipShown(report: Report, quote: Quote, token: string): ChipShown {
  const chips = chipsOf(report)
  const shown = chips.get(token) ?? drawnFrom(report, quote, token)
  chips.set(token, shown)
  return shown
}

const sources = [
  'channels',
  'charts',
  'form',
  'metrics',
  'notes',
  'previous',
  'settings',
  'year'
] as const satisfies readonly (keyof Report)[]
type Chips = Map<string, ChipShown>
const known = new WeakMap<Report['cells'], { readonly of: Report; readonly chips: Chips }>()

/** What chips of a report have shown, by their tokens, since one of their sources changed. */
function chipsOf(report: Report): Chips {
  const before = known.get(report.cells)
  if (before && sources.every((part) => before.of[part] === report[part])) return before.chips
  const chips: Chips = new Map()
  known.set(report.cells, { of: report, chips })
  return chips
}

function drawnFrom(report: Report, quote: Quote, token: string): ChipShown {
  const lacking = unprinted(report, quote)
  const source = sourceName(report, quote)
  // What nobody knows is shown as it is written.
  const known = quote.kind !== 'unknown' && quote.kind !== 'chart'
  const why = lacking && known ? words.editor.quotes.lacking[lacking] : token
  return {
    token,
    text: printedQuote(report, quote) ?? why,
    source: lacking ? `${source}：${words.editor.quotes.lacking[lacking]}` : source,
    faulty: quote.kind === 'chart' || lacking !== undefined
  }
}

/** The chip as it stands in its line. */
export function chipOf({ token, text, source, faulty }: ChipShown): HTMLElement {
  const element = document.createElement('span')
  element.className = faulty ? 'cm-quote unknown' : 'cm-quote'
  element.dataset['quote'] = token
  element.textContent = text
  element.title = source
  element.setAttribute('role', 'link')
  element.setAttribute('aria-label', `${text}（${source}）`)
  return element
}

/** A press on a chip goes to its source, and so does Ctrl+Enter beside it. */
export function chipLinks(shown: ViewState): Extension {
  /** Opens the table or the platforms where what is quoted stands. */
  const go = (quote: Quote): void => {
    const [field] = cellsQuoted(quote)
    if (field) {
      shown.show(field)
      focusField(field)
    } else if (quote.kind === 'figure' || quote.kind === 'figureGrowth') {
      shown.open('platforms')
      focusFigure(shown, quote.id)
    }
  }
  return [
    EditorView.domEventHandlers({
      click({ target }, view) {
        const chip = target instanceof Element ? target.closest('.cm-quote') : null
        // One that prints nothing is marked: its finding says so.
        if (chip?.matches('.unknown') && chip.closest('mark')) return false
        const token = chip instanceof HTMLElement ? chip.dataset['quote'] : undefined
        const quote = token === undefined ? undefined : quoteOf(token)
        if (!quote || !view.state.selection.main.empty) return false
        go(quote)
        return true
      },
      keydown(event, view) {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing)
          return false
        const { from, to } = view.state.selection.main
        const line = view.state.doc.lineAt(from)
        const beside = quotesIn(line.text).find(
          (one) => line.from + one.from <= to && from <= line.from + one.to
        )
        if (beside) go(beside.quote)
        return beside !== undefined
      }
    })
  ]
}
