import { tick } from 'svelte'
import { takers, takes } from './takers.ts'

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
