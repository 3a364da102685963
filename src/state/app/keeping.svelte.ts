import { createSubscriber } from 'svelte/reactivity'
import { followKeeping, keeping, type Keeping } from '../../storage/database/keeping.ts'

/** How this browser keeps the reports, for the screen to follow. */
export class KeepingState {
  #subscribe = createSubscriber(followKeeping)

  get now(): Keeping {
    this.#subscribe()
    return keeping()
  }
}
