import { EditorView, type TooltipView } from '@codemirror/view'
import * as words from '../../../../i18n/words.ts'
import type { Offer } from '../../../../core/quoting/offers.ts'

/** The list of a menu of quotes, as it is drawn. */

/** What it shows. */
export interface MenuShown {
  readonly query: string
  readonly offers: readonly Offer[]
  /** Which of them is taken by Enter. */
  readonly index: number
  /** Arrows, Enter and Esc are the menu's; else it is pressed only, and nothing is chosen yet. */
  readonly keys: boolean
}

/** The element of the list and of its options, by which the editor points to them. */
export const menuId = 'quote-menu'
export const optionId = (index: number): string => `${menuId}-${index}`

/** The list beside the place it is for. */
export function menuAt(
  shown: () => MenuShown | undefined,
  take: (offer: Offer) => void
): TooltipView {
  const dom = document.createElement('div')
  dom.className = 'cm-quote-menu'
  // The focus stays in the text.
  dom.addEventListener('mousedown', (event) => event.preventDefault())
  const draw = (): void => {
    const menu = shown()
    if (menu) dom.replaceChildren(...drawn(menu, take))
  }
  draw()
  return { dom, update: draw, offset: { x: 0, y: 2 } }
}

function drawn({ offers, index, keys }: MenuShown, take: (offer: Offer) => void): HTMLElement[] {
  const list = element('ul', 'list')
  list.id = menuId
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', keys ? words.editor.quotes.menu : words.editor.quotes.bindTo)
  offers.forEach((offer, i) => {
    const item = element('li', '')
    item.id = optionId(i)
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', String(keys && i === index))
    const unprinted = offer.printed === undefined
    const number = element('span', unprinted ? 'number none' : 'number')
    number.textContent = offer.printed ?? words.editor.quotes.lacking.blank
    const name = element('span', 'name')
    name.textContent = offer.name
    name.title = offer.name
    item.append(number, name)
    item.addEventListener('click', () => take(offer))
    list.append(item)
  })
  const hint = element('p', 'hint')
  hint.textContent =
    offers.length === 0
      ? words.editor.quotes.none
      : keys
        ? words.editor.quotes.keys
        : words.editor.quotes.bindTo
  return offers.length === 0 ? [hint] : keys ? [list, hint] : [hint, list]
}

function element(tag: 'ul' | 'li' | 'span' | 'p', name: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = name
  return made
}

export const menuLook = EditorView.theme({
  '.cm-tooltip.cm-quote-menu': {
    boxSizing: 'border-box',
    width: '400px',
    maxWidth: 'calc(100vw - 16px)',
    padding: '4px',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    background: 'var(--paper)',
    boxShadow: 'var(--lift-2)',
    fontSize: '13px',
    lineHeight: '20px'
  },
  '.cm-quote-menu li': {
    display: 'flex',
    gap: '8px',
    padding: '3px 8px',
    borderRadius: '3px',
    cursor: 'pointer'
  },
  '.cm-quote-menu li[aria-selected="true"], .cm-quote-menu li:hover': {
    background: 'var(--act-tint)',
    color: 'var(--act)'
  },
  '.cm-quote-menu .number': {
    flex: '0 0 68px',
    fontWeight: '600',
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'right'
  },
  '.cm-quote-menu .number.none': { color: 'var(--ink-3)', fontWeight: '400' },
  '.cm-quote-menu .name': { minWidth: '0' },
  '.cm-quote-menu .hint': {
    padding: '3px 8px',
    fontSize: '12px',
    lineHeight: '18px',
    color: 'var(--ink-3)'
  }
})
