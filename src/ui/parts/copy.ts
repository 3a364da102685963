/**
 * Puts a text on the clipboard; `shown` is the element that shows it, from which it is copied where
 * the page may not write there itself (without HTTPS, and in many programs with a browser inside).
 * Whether it was done.
 */
export async function copyText(text: string, shown: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    if (shown instanceof HTMLTextAreaElement) shown.select()
    else window.getSelection()?.selectAllChildren(shown)
    return document.execCommand('copy')
  }
}
