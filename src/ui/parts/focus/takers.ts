/** What takes the focus by key. */
export const takers =
  'a[href], button, input, select, textarea, summary, [tabindex="0"], [role="textbox"]'

/** Whether an element is there to be seen and in use. */
export const usable = (element: HTMLElement): boolean =>
  element.isConnected &&
  !element.matches(':disabled') &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible'

/** Whether an element takes the focus by key as it now stands. */
export const takes = (element: HTMLElement): boolean => element.tabIndex >= 0 && usable(element)
