import { createSubscriber } from 'svelte/reactivity'
import {
  followKeeping,
  keeping,
  memoryReason,
  workInMemory,
  type Keeping,
  type MemoryReason
} from '../../storage/database/keeping.ts'
import { announce, othersOpen } from '../../storage/windows/presence.ts'

/** How this browser keeps the reports, for the screen to follow. */
export class KeepingState {
  #subscribe = createSubscriber(followKeeping)
  /** Titles of the windows that hold the database while this one waits for it. */
  #others: readonly string[] = $state.raw([])

  /** @param title what is open in this window, for others that ask */
  constructor(title: () => string) {
    announce(title)
    followKeeping((now) => {
      if (now !== 'blocked') return
      this.#others = []
      othersOpen((title) => (this.#others = [...new Set([...this.#others, title])]))
    })
  }

  get now(): Keeping {
    this.#subscribe()
    return keeping()
  }

  /** What is open in the windows that hold the database, as far as they answer. */
  get others(): readonly string[] {
    return this.#others
  }

  /** Why nothing is kept beyond the page, where it is so. */
  get why(): MemoryReason {
    this.#subscribe()
    return memoryReason()
  }

  /** Somebody works in memory rather than wait for a browser that does not answer. */
  workInMemory = workInMemory
}
