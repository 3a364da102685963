import { Prec, StateEffect, StateField, type Extension, type Transaction } from '@codemirror/state'
import { EditorView, keymap, showTooltip, type Command } from '@codemirror/view'
import { quoteToken } from '../../../../core/prose/quotes.ts'
import { quoteOffers, type Offer } from '../../../../core/quoting/offers.ts'
import type { Report } from '../../../../core/report/report.ts'
import { menuAt, menuId, menuLook, optionId, type MenuShown } from './menu-list.ts'

/**
 * The menu of what can be quoted: behind an `@` that was typed, or that the button wrote, with what is
 * typed on as its question; and for a number that is selected.
 */

/** A menu that is open. */
interface Asked extends MenuShown {
  /** What the quote would take the place of; with its `@`, where there is one. */
  readonly from: number
  readonly to: number
  /** `@` was typed; the `button` wrote it, and it goes with the menu; a `number` is selected. */
  readonly by: 'typed' | 'button' | 'number'
}

type Opening = Pick<Asked, 'from' | 'to' | 'by' | 'keys'>

const opened = StateEffect.define<Opening>()
const closed = StateEffect.define<null>()
const chosen = StateEffect.define<number>()

/** Longer questions are none: a line of text that happens to hold an @. */
const longest = 20
const numberIn = /[约近超]?\d[\d,.]{0,20}[余多]?[万亿]?[余多]?%?/

/** Opens the menu at the caret, for the number that is selected where one is. */
export function askForQuote(view: EditorView): void {
  const { from, to } = view.state.selection.main
  const number = numberAt(view.state.sliceDoc(from, Math.min(to, from + 60)), from)
  view.focus()
  if (number) view.dispatch({ effects: opened.of({ ...number, by: 'number', keys: true }) })
  else
    view.dispatch({
      changes: { from: to, insert: '@' },
      selection: { anchor: to + 1 },
      effects: opened.of({ from: to, to: to + 1, by: 'button', keys: true }),
      userEvent: 'input'
    })
}

function numberAt(text: string, at: number): Pick<Opening, 'from' | 'to'> | undefined {
  const match = numberIn.exec(text)
  return match ? { from: at + match.index, to: at + match.index + match[0].length } : undefined
}

/** The menu of an editor; `report` is asked for what can be quoted. */
export function quoteMenu(report: () => Report): Extension {
  const field: StateField<Asked | undefined> = StateField.define<Asked | undefined>({
    create: () => undefined,
    update: (asked, change) => afterChange(report(), asked, change)
  })
  const whileOpen =
    (run: (view: EditorView, asked: Asked) => void): Command =>
    (view) => {
      const asked = view.state.field(field)
      if (!asked?.keys) return false
      run(view, asked)
      return true
    }
  const step = (by: 1 | -1): Command =>
    whileOpen((view, { index, offers: { length } }) =>
      view.dispatch({ effects: chosen.of(length ? (index + by + length) % length : 0) })
    )
  const take = whileOpen((view, { offers, index }) => takeOffer(view, field, offers[index]))
  return [
    field,
    menuLook,
    Prec.highest(
      keymap.of([
        { key: 'ArrowDown', run: step(1) },
        { key: 'ArrowUp', run: step(-1) },
        { key: 'Enter', run: take },
        { key: 'Tab', run: take },
        { key: 'Escape', run: whileOpen(leave) }
      ])
    ),
    EditorView.domEventObservers({
      blur: (_, view) => {
        if (view.state.field(field)) view.dispatch({ effects: closed.of(null) })
      }
    }),
    showTooltip.compute([field], (state) => {
      const asked = state.field(field)
      return asked ? { pos: asked.from, create } : null
    }),
    EditorView.contentAttributes.compute([field], (state) => {
      const asked = state.field(field)
      if (!asked?.keys) return {}
      const active = asked.offers.length ? { 'aria-activedescendant': optionId(asked.index) } : {}
      return { 'aria-autocomplete': 'list', 'aria-controls': menuId, ...active }
    })
  ]

  function create(view: EditorView) {
    return menuAt(
      () => view.state.field(field),
      (offer) => takeOffer(view, field, offer)
    )
  }
}

function takeOffer(
  view: EditorView,
  field: StateField<Asked | undefined>,
  offer: Offer | undefined
): void {
  const asked = view.state.field(field)
  if (!asked || !offer) return
  const insert = quoteToken(offer.quote)
  view.dispatch({
    changes: { from: asked.from, to: asked.to, insert },
    selection: { anchor: asked.from + insert.length },
    effects: closed.of(null),
    userEvent: 'input.complete',
    scrollIntoView: true
  })
}

/** What was typed stays; what the button wrote goes again. */
function leave(view: EditorView, { from, to, by }: Asked): void {
  view.dispatch({
    effects: closed.of(null),
    ...(by === 'button' && { changes: { from, to }, userEvent: 'delete' })
  })
}

function afterChange(
  report: Report,
  asked: Asked | undefined,
  change: Transaction
): Asked | undefined {
  for (const effect of change.effects) {
    if (effect.is(closed)) return undefined
    if (effect.is(opened)) return withOffers(report, effect.value, change)
    if (effect.is(chosen) && asked) return { ...asked, index: effect.value }
  }
  if (!change.docChanged && !change.selection) return asked
  const opening = asked && asked.by !== 'number' ? goesOn(asked, change) : typedIn(change)
  return opening ? withOffers(report, opening, change, asked) : undefined
}

/** The same menu after a change: what stands between its @ and the caret is the question. */
function goesOn({ from, by, keys }: Asked, change: Transaction): Opening | undefined {
  const at = change.changes.mapPos(from, 1)
  const { head, empty } = change.state.selection.main
  const text = change.state.sliceDoc(at, head)
  const asks = empty && /^[@＠][^\n{}]*$/.test(text) && text.length <= longest
  return asks ? { from: at, to: head, by, keys } : undefined
}

/** A menu that a change opens: an @ was typed, not within an address; a number was selected. */
function typedIn(change: Transaction): Opening | undefined {
  const { state } = change
  const { from, head, to, empty } = state.selection.main
  if (!empty) {
    const text = state.sliceDoc(from, Math.min(to, from + longest))
    const number = change.docChanged || to - from > longest ? undefined : numberAt(text, from)
    const whole = /^\s*[约近超]?\d[\d,.]*[余多]?[万亿]?[余多]?%?[\u4e00-\u9fa5]{0,2}\s*$/.test(text)
    return number && whole ? { ...number, by: 'number', keys: false } : undefined
  }
  if (!change.isUserEvent('input.type')) return undefined
  const typed = /(?:^|[^\w.@-])[@＠]$/.test(state.sliceDoc(Math.max(0, head - 2), head))
  return typed ? { from: head - 1, to: head, by: 'typed', keys: true } : undefined
}

/** With what is offered; the menu of a number stays away where nothing prints the same. */
function withOffers(
  report: Report,
  opening: Opening,
  { state }: Transaction,
  before?: Asked
): Asked | undefined {
  const { from, to, by, keys } = opening
  const query = state.sliceDoc(from, to).replace(/^[@＠]/, '')
  const all = quoteOffers(report, query, { limit: 8, before: state.sliceDoc(0, from) })
  const offers = keys ? all : all.filter(({ printed }) => printed === query).slice(0, 4)
  if (by === 'number' && offers.length === 0) return undefined
  // The letters of an input method match nothing until they are words.
  const shown = offers.length === 0 && before ? before.offers : offers
  return { ...opening, query, offers: shown, index: 0 }
}
