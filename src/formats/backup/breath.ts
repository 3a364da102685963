/** Milliseconds that work may hold up the page at one go. */
const longest = 12

/**
 * For long work on the page's thread: what is returned is awaited between two small pieces of it, and
 * lets the page do other things now and then. Rejects once the signal says that the work is not
 * wanted any more.
 */
export function breathing(signal?: AbortSignal): () => Promise<void> {
  let since = performance.now()
  return async () => {
    signal?.throwIfAborted()
    if (performance.now() - since < longest) return
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}
