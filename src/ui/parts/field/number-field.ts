import { allSelected, selectAnew } from '../focus/fields.ts'
import type { FieldMove, Reach } from './reach.ts'

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

/** Back to what stood there (`restore`), or the caret moves inside the field from now on (`caret`). */
type FieldKey = FieldMove | 'caret' | 'restore'

const moves: Readonly<Record<string, Omit<FieldMove, 'extend'>>> = {
  ArrowUp: { to: 'up', reach: 'next' },
  ArrowDown: { to: 'down', reach: 'next' },
  ArrowLeft: { to: 'left', reach: 'next' },
  ArrowRight: { to: 'right', reach: 'next' },
  Home: { to: 'left', reach: 'line' },
  End: { to: 'right', reach: 'line' },
  PageUp: { to: 'up', reach: 'page' },
  PageDown: { to: 'down', reach: 'page' }
}

/** How far the same key leads with Ctrl; with a page key it is the browser's. */
const withCommand: Readonly<Record<Reach, Reach | undefined>> = {
  next: 'edge',
  line: 'table',
  page: undefined,
  edge: undefined,
  table: undefined
}

/**
 * What a key means in a number field; undefined where it is the browser's.
 *
 * @param inside whether the caret moves inside the field: then what leads sideways, or is a command, is
 *   the text's
 */
export function fieldKey(event: KeyboardEvent, inside: boolean): FieldKey | undefined {
  const { key, shiftKey: extend } = event
  const command = isCommand(event)
  if (event.isComposing || event.altKey) return undefined
  const move = moves[key]
  if (move) {
    const { to } = move
    const reach = command ? withCommand[move.reach] : move.reach
    const isTexts = inside && (command || to === 'left' || to === 'right')
    return reach && !isTexts ? { to, reach, extend } : undefined
  }
  if (command) return undefined
  if (key === 'Enter') return { to: extend ? 'up' : 'down', reach: 'next', extend: false }
  return key === 'F2' ? 'caret' : key === 'Escape' ? 'restore' : undefined
}

/** Whether Ctrl is held, or the key that is its like on a Mac. */
export const isCommand = ({ ctrlKey, metaKey }: KeyboardEvent): boolean => ctrlKey || metaKey

/** Whether a key is none of the grid's: an input method is composing, or it is part of a command. */
export const isForeign = (event: KeyboardEvent): boolean =>
  event.isComposing || event.altKey || isCommand(event)

/** The caret of the field that has the focus. */
export interface Caret {
  /** Whether it moves inside the field (after F2, a double press): then left and right are its own. */
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
