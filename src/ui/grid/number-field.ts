/** What the number fields of the statutory tables and of the platforms' figures have in common. */

export type Direction = 'up' | 'down' | 'left' | 'right'

/** How far a direction leads, in rows downward and in columns to the right. */
export const steps: Readonly<Record<Direction, readonly [down: number, right: number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1]
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right'
}

/** `caret`: the caret moves inside the field from now on. `restore`: back to what stood there. */
type FieldKey = { readonly to: Direction; readonly extend: boolean } | 'caret' | 'restore'

/**
 * What a key means in a number field; undefined where it is the browser's.
 *
 * @param inside whether the caret moves inside the field: then left and right are the caret's
 */
export function fieldKey(event: KeyboardEvent, inside: boolean): FieldKey | undefined {
  const { key, shiftKey } = event
  const to = arrows[key]
  if (to) {
    return inside && (to === 'left' || to === 'right') ? undefined : { to, extend: shiftKey }
  }
  if (key === 'Enter') return { to: shiftKey ? 'up' : 'down', extend: false }
  return key === 'F2' ? 'caret' : key === 'Escape' ? 'restore' : undefined
}

/** Whether a key is none of the grid's: an input method is composing, or it is part of a command. */
export const isForeign = (event: KeyboardEvent): boolean =>
  event.isComposing || event.ctrlKey || event.metaKey || event.altKey

/** Puts the caret behind what stands in the field of an event. */
export function caretToEnd({ target }: Event): void {
  if (target instanceof HTMLInputElement) {
    target.setSelectionRange(target.value.length, target.value.length)
  }
}

/** Whether what was typed is not finished: an input method is still composing it. */
export const isComposing = (event: Event): boolean =>
  event instanceof InputEvent && event.isComposing
