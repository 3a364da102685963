/**
 * What had the focus, the last first. It is remembered from the first screen on, apart from what sees
 * to the focus (`keepFocus`), which comes later and must know what was pressed by then.
 */
export const focused = { past: [] as HTMLElement[] }

/** Remembers what comes into focus, for as long as the page lives. */
export function rememberFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    const before = focused.past.filter((one) => one !== target && one.isConnected)
    focused.past = [target, ...before].slice(0, 12)
  })
}
