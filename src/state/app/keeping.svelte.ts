import { createSubscriber } from 'svelte/reactivity'
import {
  followKeeping,
  keeping,
  memoryReason,
  workInMemory,
  type Keeping,
  type MemoryReason
} from '../../storage/database/keeping.ts'

/** How this browser keeps the reports, for the screen to follow. */
export class KeepingState {
  #subscribe = createSubscriber(followKeeping)

  get now(): Keeping {
    this.#subscribe()
    return keeping()
  }

  /** Why nothing is kept beyond the page, where it is so. */
  get why(): MemoryReason {
    this.#subscribe()
    return memoryReason()
  }

  /** Somebody works in memory rather than wait for a browser that does not answer. */
  workInMemory = workInMemory
}
