import { afterFrame } from '../../state/app/after-frame.ts'

/**
 * Which of several buttons was pressed: it stands as chosen in the next frame, and what it opens is put
 * up after that. On a slow computer a table takes long enough for a press to look as if it had missed.
 */
export class Pressed<T> {
  #last: T | undefined = $state.raw()

  /** The one that stands as chosen, where `open` is what is open. */
  among = (open: T): T => this.#last ?? open

  press = (button: T, open: () => void): void => {
    this.#last = button
    afterFrame(() => {
      if (this.#last !== button) return
      this.#last = undefined
      open()
    })
  }
}
