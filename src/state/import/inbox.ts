import type { Importing } from './importing.svelte.ts'

/** Files, or a text with its markup where the clipboard has it. */
export interface Handed {
  readonly files: readonly File[]
  readonly text: string
  readonly html: string
}

/** What is handed in anywhere in the app, on its way to the import screen. */
export class Inbox {
  /** What was handed in before and waits for answers; the screen may be left and come back to. */
  importing: Importing | undefined
  #waiting: Handed[] = []
  #take: ((handed: Handed) => void) | undefined

  hand = (handed: Handed): void => {
    if (this.#take) this.#take(handed)
    else this.#waiting.push(handed)
  }

  /** Takes what is waiting and what comes later, until it is closed. */
  open = (take: (handed: Handed) => void): (() => void) => {
    this.#take = take
    for (const handed of this.#waiting.splice(0)) take(handed)
    return () => (this.#take = undefined)
  }
}
