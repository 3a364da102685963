import { allSelected, selectAnew } from '../focus.ts'

/**
 * What the number fields of the statutory tables and of the platforms' figures have in common: typing,
 * keys and what is pasted. `number-cell.css` has the looks of a cell (`td.number-cell`) with such a field.
 */

/** What a number field tells the grid it stands in. */
export interface FieldOwner {
  /** What stands in it is another text; one that an input method is still composing is not told. */
  typed(text: string): void
  /** It has the focus. All that stands in it is selected next: what is typed replaces it. */
  entered(input: HTMLInputElement): void
  left(): void
}

/** What an input listens to that is a number field. */
export const numberField = ({
  typed,
  entered,
  left
}: FieldOwner): Record<'input' | 'focus' | 'blur', (event: Event) => void> => ({
  input: (event) => {
    const composing = event instanceof InputEvent && event.isComposing
    if (!composing && event.target instanceof HTMLInputElement) typed(event.target.value)
  },
  focus: ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    entered(target)
    target.select()
  },
  blur: left
})

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

/** To the next field in a direction, or the selection with it. */
export interface FieldMove {
  readonly to: Direction
  readonly extend: boolean
}

/** `caret`: the caret moves inside the field from now on. `restore`: back to what stood there. */
type FieldKey = FieldMove | 'caret' | 'restore'

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

/** The caret of the field that has the focus. */
export interface Caret {
  /** Whether it moves inside the field (after F2): then left and right are its own. */
  inside: boolean
}

/** Does what a key asks of a number field; false where it asks nothing. */
export function answerKey(
  event: KeyboardEvent,
  caret: Caret,
  { restore, move }: { restore(): void; move(to: FieldMove): void }
): boolean {
  const key = fieldKey(event, caret.inside)
  if (!key) return false
  event.preventDefault()
  if (key === 'caret') {
    caret.inside = true
    caretToEnd(event)
  } else if (key === 'restore') {
    caret.inside = false
    restore()
    selectAnew()
  } else move(key)
  return true
}

/**
 * Does what is pasted into a number field, where it is one number (`single`); true where it is a block,
 * which is the grid's. Into a part of what stands there, the browser pastes a single number as text.
 */
export function answerPaste(
  event: ClipboardEvent,
  caret: Caret,
  { text, single, typed }: { text: string; single: boolean; typed: (text: string) => void }
): boolean {
  if (single && !(text.trim() && allSelected(event))) return false
  event.preventDefault()
  caret.inside = false
  if (!single) return true
  typed(text.trim())
  selectAnew()
  return false
}

function caretToEnd({ target }: Event): void {
  if (target instanceof HTMLInputElement) {
    target.setSelectionRange(target.value.length, target.value.length)
  }
}
