import { focused } from './past.ts'
import { usable, takers, takes } from './takers.ts'

/** What is left as a whole: next to what goes with all of it there is nothing to go on with. */
const whole = 'body, #app, main, nav, aside, header, dialog, [role="status"], [data-pane]'

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
  /** Whether the focus was moved under a key that is still held. */
  let moved = false

  const mend = (records: readonly MutationRecord[]): void => {
    const { activeElement: now, body } = document
    // First what costs nothing: most changes come while something has the focus.
    if (now && now !== body && !now.matches(':disabled')) return
    const [last] = focused.past
    if (!last || usable(last)) return
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
      focused.past.find((one) => within.contains(one) && usable(one)) ||
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
      const [last] = focused.past
      if (document.activeElement === document.body && last && usable(last)) focused.past = []
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
  document.addEventListener('focusout', leave)
  document.addEventListener('keydown', hold, { capture: true })
  // What had the focus may have gone before this was here.
  mend([])
}
