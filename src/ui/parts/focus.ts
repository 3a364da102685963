import { tick } from 'svelte'
import { isField } from '../../core/form/form.ts'
import type { FieldId } from '../../core/form/table.ts'

type Field = HTMLInputElement | null

const fieldOf = (field: FieldId): Field => document.querySelector(`[data-field="${field}"]`)
/** The field of a platforms' figure, by the figure's id; or of a closing date, by the platform's. */
const figureOf = (id: string): Field => {
  const name = CSS.escape(id)
  return document.querySelector(`[data-figure="${name}"], [data-closing="${name}"]`)
}

/** Brings an input into sight once it is on the screen, and if asked puts the focus into it. */
function turnTo(find: () => Field, focus: boolean): void {
  void tick().then(() => {
    const input = find()
    if (focus) input?.focus()
    input?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
}

/**
 * Another text came into the number field in hand, by undo or by a paste: what is typed next
 * replaces it, as after entering the field. Behind it a digit would make another number of it.
 */
export const selectAnew = (): void =>
  void tick().then(() => {
    const input = document.activeElement
    if (!(input instanceof HTMLInputElement)) return
    const { field, figure } = input.dataset
    if (field !== undefined || figure !== undefined) input.select()
  })

/** Whether what is pasted takes the place of all that stands in its field. */
export const allSelected = ({ target }: ClipboardEvent): boolean =>
  target instanceof HTMLInputElement &&
  target.selectionStart === 0 &&
  target.selectionEnd === target.value.length

/** What is selected in a text, where it is words of one line; nothing of a field of its own. */
export function selectedText(): string {
  const field = document.activeElement instanceof HTMLInputElement
  const selected = field ? '' : (getSelection()?.toString() ?? '')
  return selected.includes('\n') || selected.length > 100 ? '' : selected
}

/** Puts the focus into a number field, once it is on the screen. */
export const focusField = (field: FieldId): void => turnTo(() => fieldOf(field), true)

/** Brings a field into sight and leaves the focus where it is. */
export const revealField = (field: FieldId): void => turnTo(() => fieldOf(field), false)

/** Puts the focus into the field of a platforms' figure, by the figure's id. */
export const focusFigure = (id: string): void => turnTo(() => figureOf(id), true)
/** Brings the field of a figure into sight and leaves the focus where it is. */
export const revealFigure = (id: string): void => turnTo(() => figureOf(id), false)

/** A region that scrolls is reached by key, as not every browser sees to itself. */
export const scrolledByKey = (region: HTMLElement): void => {
  region.tabIndex = 0
}

/** F6: the focus goes round outline, centre and right. */
export function focusPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null || getComputedStyle(pane).position === 'fixed'
  )
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(now + by + panes.length) % panes.length]
  const first = (what: string) => next?.querySelector<HTMLElement>(what)
  const written = first('input[tabindex="0"], [role="textbox"]')
  const other = first('button:not([tabindex="-1"]), [tabindex="0"], input')
  ;(written ?? other)?.focus()
}

/** The number field an event came from. */
export function fieldAt({ target }: Event): FieldId | undefined {
  const cell = target instanceof Element ? target.closest('td') : null
  const name = cell?.querySelector<HTMLElement>('[data-field]')?.dataset['field']
  return name && isField(name) ? name : undefined
}
