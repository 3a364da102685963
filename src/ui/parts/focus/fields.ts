import { tick } from 'svelte'
import { isField } from '../../../core/form/form.ts'
import type { FieldId } from '../../../core/form/table.ts'
import type { ViewState } from '../view-state.svelte.ts'

type Field = HTMLInputElement | null

const fieldOf = (field: FieldId): Field => document.querySelector(`[data-field="${field}"]`)
/**
 * The field of a platforms' figure, by the figure's id or by its own key; or of a closing date, by the
 * platform's id.
 */
const figureOf = (name: string): Field =>
  [...document.querySelectorAll<HTMLInputElement>('input[data-key], [data-closing]')].find(
    ({ dataset: { key, figure, closing } }) => [key, figure, closing].includes(name)
  ) ?? null

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

/** Whether all that stands in a field is selected, as in a blank one: what is typed or pasted replaces it. */
export const allSelected = ({ target }: Event): boolean =>
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

/**
 * Puts the focus into the field of a platforms' figure, by the figure's id or the field's key. Where it is
 * not on the screen, it is sought: the platforms show the table that has it, with its months.
 */
export function focusFigure(view: ViewState, name: string): void {
  if (!figureOf(name)) view.sought = { figure: name }
  turnTo(() => figureOf(name), true)
}
/** Brings the field of a figure into sight and leaves the focus where it is. */
export const revealFigure = (name: string): void => turnTo(() => figureOf(name), false)

/** The number field an event came from. */
export function fieldAt({ target }: Event): FieldId | undefined {
  const cell = target instanceof Element ? target.closest('td') : null
  const name = cell?.querySelector<HTMLElement>('[data-field]')?.dataset['field']
  return name && isField(name) ? name : undefined
}
