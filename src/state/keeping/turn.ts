/** Work that one window does for all: it is the one that holds a lock while it is seen. */
export class Turn {
  readonly #name: string
  readonly #onTurn: (mine: boolean) => void
  #waiting: AbortController | undefined
  #end: (() => void) | undefined

  constructor(name: string, onTurn: (mine: boolean) => void) {
    this.#name = name
    this.#onTurn = onTurn
  }

  /** Whether it is this window's. */
  get mine(): boolean {
    return this.#end !== undefined
  }

  /** Waits for its turn, behind a window that has it. */
  want = (): void => {
    if (this.#end || this.#waiting) return
    const waiting = new AbortController()
    this.#waiting = waiting
    void this.#hold({ signal: waiting.signal })
  }

  /** Takes the turn at once: somebody works in this window. */
  take = async (): Promise<void> => {
    if (this.#end) return
    this.#waiting?.abort()
    this.#waiting = undefined
    await new Promise<void>((resolve) => void this.#hold({ steal: true }, resolve))
  }

  /** Leaves it to another window. */
  leave = (): void => {
    this.#waiting?.abort()
    this.#waiting = undefined
    this.#end?.()
    this.#end = undefined
    this.#onTurn(false)
  }

  async #hold(options: LockOptions, onHeld: () => void = () => undefined): Promise<void> {
    if (!('locks' in navigator)) {
      this.#end = () => undefined
      this.#onTurn(true)
      onHeld()
      return
    }
    let lost = false
    try {
      await navigator.locks.request(this.#name, options, () => {
        this.#waiting = undefined
        return new Promise<void>((resolve) => {
          this.#end = resolve
          this.#onTurn(true)
          onHeld()
        })
      })
    } catch {
      // Given up while waiting, or taken by another window, which is worked in now.
      lost = this.#end !== undefined
    }
    if (!lost) return
    this.#end = undefined
    this.#onTurn(false)
    if (document.visibilityState === 'visible') this.want()
  }
}
