import { afterFrame } from '../../state/app/after-frame.ts'

/**
 * Buttons of which one is chosen. One that is pressed stands as chosen in the next frame, and what it
 * opens is put up after that: on a slow computer a table takes long enough for a press to seem missed.
 */
export class Tabs<T> {
  #pressed: T | undefined = $state.raw()

  /** The one that stands as chosen, where `open` is what is open. */
  chosen = (open: T): T => this.#pressed ?? open

  /** Of several pressed within a frame only the last opens. */
  press = (tab: T, open: () => void): void => {
    this.#pressed = tab
    afterFrame(() => {
      if (this.#pressed !== tab) return
      this.#pressed = undefined
      open()
    })
  }
}
