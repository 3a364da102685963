/** The locks of one browser, for windows that are played in one page. */
interface Waiting {
  readonly lock: { readonly name: string }
  readonly steal: () => void
}

/** Enough of `navigator.locks`: `ifAvailable`, `steal`, and release with the promise. */
export function fakeLocks(): Pick<LockManager, 'request' | 'query'> {
  const held = new Map<string, Waiting>()
  const request = async (
    name: string,
    { ifAvailable, steal }: LockOptions,
    use: (lock: { name: string } | null) => unknown
  ): Promise<unknown> => {
    if (steal) held.get(name)?.steal()
    else if (ifAvailable && held.has(name)) return use(null)
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        lock: { name },
        steal: () => reject(new DOMException('stolen', 'AbortError'))
      }
      held.set(name, waiting)
      const free = (): void => {
        if (held.get(name) === waiting) held.delete(name)
      }
      void Promise.resolve(use(waiting.lock)).then(resolve, reject).finally(free)
    })
  }
  const query = async () => ({ held: [...held.keys()].map((name) => ({ name })), pending: [] })
  return { request, query } as unknown as LockManager
}
