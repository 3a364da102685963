import { createSubscriber } from 'svelte/reactivity'
import { observe } from '../storage/observe.ts'

/** A query of the database whose answer the screen follows; `undefined` until the first answer. */
export class Live<Answer> {
  #answer: Answer | undefined
  #error: unknown
  #subscribe: () => void

  constructor(query: () => Promise<Answer>) {
    this.#subscribe = createSubscriber((update) =>
      observe(
        query,
        (answer) => {
          this.#answer = answer
          this.#error = undefined
          update()
        },
        (error) => {
          this.#error = error
          update()
        }
      )
    )
  }

  get current(): Answer | undefined {
    this.#subscribe()
    return this.#answer
  }

  /** Why there is no answer: a database that cannot be opened, as in some private windows. */
  get error(): unknown {
    this.#subscribe()
    return this.#error
  }
}
