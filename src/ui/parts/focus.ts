import { tick } from 'svelte'
import { isField } from '../../core/form/form.ts'
import type { FieldId } from '../../core/form/table.ts'

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

/** Puts the focus into the field of a platforms' figure, by the figure's id or the field's key. */
export const focusFigure = (name: string): void => turnTo(() => figureOf(name), true)
/** Brings the field of a figure into sight and leaves the focus where it is. */
export const revealFigure = (name: string): void => turnTo(() => figureOf(name), false)

/** A region that scrolls is reached by key, as not every browser sees to itself. */
export const scrolledByKey = (region: HTMLElement): void => {
  region.tabIndex = 0
}

/** What of a pane one works with: its line or tab that is open, its cell, its text, else its first control. */
function enter(pane: HTMLElement | null | undefined): boolean {
  const first = (what: string) =>
    [...(pane?.querySelectorAll<HTMLElement>(what) ?? [])].find((one) => takes(one))
  const to =
    first('[aria-current="page"], input[tabindex="0"], [role="textbox"]') ??
    first('[aria-expanded="true"]') ??
    first(takers)
  to?.focus()
  return to !== undefined
}

/** F6: the focus goes round outline, centre and right. */
export function focusPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.getClientRects().length > 0
  )
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const from = now < 0 && by < 0 ? 0 : now
  for (let step = 1; step <= panes.length; step++) {
    if (enter(panes[(from + by * step + panes.length * step) % panes.length])) return
  }
}

/** Puts the focus into the section that is open: into its cell or its text, once it is there. */
export const focusCentre = (): void =>
  void tick().then(() => enter(document.querySelector<HTMLElement>('[data-pane="centre"]')))

/** The number field an event came from. */
export function fieldAt({ target }: Event): FieldId | undefined {
  const cell = target instanceof Element ? target.closest('td') : null
  const name = cell?.querySelector<HTMLElement>('[data-field]')?.dataset['field']
  return name && isField(name) ? name : undefined
}

/** What takes the focus by key. */
const takers = 'a[href], button, input, select, textarea, summary, [tabindex="0"], [role="textbox"]'
/** What is left as a whole: next to what goes with all of it there is nothing to go on with. */
const whole = 'body, #app, main, nav, aside, header, dialog, [role="status"], [data-pane]'

const holds = (element: HTMLElement): boolean =>
  element.isConnected &&
  !element.matches(':disabled') &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible'

const takes = (element: HTMLElement): boolean => element.tabIndex >= 0 && holds(element)

/** What takes the focus behind a node, or else before it, in ever wider surroundings. */
function beside(parent: Node, next: Node | null): HTMLElement | undefined {
  let from = next
  let around = parent instanceof Element ? parent : null
  for (
    ;
    around && !around.matches(whole);
    from = around.nextSibling, around = around.parentElement
  ) {
    const all = [...around.querySelectorAll<HTMLElement>(takers)].filter(takes)
    const mark = from
    const behind = all.find(
      (one) => mark && (mark.contains(one) || mark.compareDocumentPosition(one) & 4)
    )
    const found = behind ?? all.at(-1)
    if (found) return found
  }
  return undefined
}

/** Where an element stood that was taken away: the parent that is left, and what follows there. */
function placeOf(gone: Node, records: readonly MutationRecord[]) {
  const taking = (node: Node) =>
    records.find(({ removedNodes }) => [...removedNodes].some((one) => one.contains(node)))
  let record = taking(gone)
  while (record && !record.target.isConnected) record = taking(record.target)
  return record
}

/**
 * Sees to it that the focus never falls to the page, where a key does nothing and a screen reader is
 * silent. When what had it goes, or goes out of use, it moves on: to what stands beside; where all of
 * a dialog, pane or screen has gone, back to what had it before; else to the heading of the screen,
 * once there is one. Who presses beside everything has let go of it, and is left alone. Begun once, for
 * as long as the page lives.
 */
export function keepFocus(): void {
  /** What had the focus, the last first. */
  let past: HTMLElement[] = []
  /** Whether the focus was moved under a key that is still held. */
  let moved = false

  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return
    past = [target, ...past.filter((one) => one !== target && one.isConnected)].slice(0, 12)
  }
  const mend = (records: readonly MutationRecord[]): void => {
    const { activeElement: now, body } = document
    // First what costs nothing: most changes come while something has the focus.
    if (now && now !== body && !now.matches(':disabled')) return
    const [last] = past
    if (!last || holds(last)) return
    const dialog = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1)
    const within = dialog ?? body
    const record = placeOf(last, records)
    const next = last.isConnected
      ? beside(last.parentNode ?? body, last.nextSibling)
      : record && last.closest('dialog') === (dialog ?? null)
        ? beside(record.target, record.nextSibling)
        : undefined
    const to =
      (next && within.contains(next) && next) ||
      past.find((one) => within.contains(one) && holds(one)) ||
      (dialog?.querySelector<HTMLElement>(takers) ??
        ['main h1', 'main h2', 'h1']
          .map((what) => body.querySelector<HTMLElement>(what))
          .find(Boolean))
    if (!to) return
    if (!to.matches(takers) && !to.hasAttribute('tabindex')) to.tabIndex = -1
    moved = true
    to.focus()
  }
  /** After the press or key that took it: by then what had it has gone, or still stands there. */
  const leave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget) return
    setTimeout(() => {
      const [last] = past
      if (document.activeElement === document.body && last && holds(last)) past = []
      else mend([])
    })
  }
  /** Held down, Enter would press what the focus moved on to, and so on. */
  const hold = (event: KeyboardEvent): void => {
    if (!event.repeat) moved = false
    else if (moved && event.key === 'Enter') event.preventDefault()
  }

  new MutationObserver(mend).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'hidden', 'open']
  })
  document.addEventListener('focusin', remember)
  document.addEventListener('focusout', leave)
  document.addEventListener('keydown', hold, { capture: true })
}
