/**
 * Small choices kept in `localStorage` from one visit to the next. Where the browser has none, or
 * no room in it, they hold as long as the page that made them.
 */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a choice; one without room holds as long as the page. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // It is asked again, or guessed, the next time.
  }
}

/** Whether the browser lets the page use `localStorage` at all. */
export function canRemember(): boolean {
  try {
    return Boolean(window.localStorage)
  } catch {
    return false
  }
}
