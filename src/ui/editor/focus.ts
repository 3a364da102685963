import { tick } from 'svelte'
import { isField } from '../../core/form.ts'
import type { FieldId } from '../../core/table.ts'

/** Puts the focus into a number field, once it is on the screen. */
export function focusField(field: FieldId): void {
  void tick().then(() => {
    const input = document.querySelector<HTMLInputElement>(`[data-field="${field}"]`)
    input?.focus()
    input?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
}

/** Brings a field into sight and leaves the focus where it is. */
export function revealField(field: FieldId): void {
  void tick().then(() =>
    document
      .querySelector(`[data-field="${field}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  )
}

/** F6: the focus goes round outline, centre and right. */
export function focusPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null || getComputedStyle(pane).position === 'fixed'
  )
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(now + by + panes.length) % panes.length]
  next
    ?.querySelector<HTMLElement>(
      'input[tabindex="0"], textarea, button:not([tabindex="-1"]), [tabindex="0"], input'
    )
    ?.focus()
}

/** The number field an event came from. */
export function fieldAt({ target }: Event): FieldId | undefined {
  const cell = target instanceof Element ? target.closest('td') : null
  const name = cell?.querySelector<HTMLElement>('[data-field]')?.dataset['field']
  return name && isField(name) ? name : undefined
}
