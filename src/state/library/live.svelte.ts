import { createSubscriber } from 'svelte/reactivity'

/**
 * A query of the database whose answer the screen follows; `undefined` until the first answer. The
 * database is loaded when the first query is looked at: the screen stands before it.
 */
export class Live<Answer> {
  #answer: Answer | undefined
  #error: unknown
  #subscribe: () => void

  /** `load` gives the query once its module is there. */
  constructor(load: () => Promise<() => Promise<Answer>>) {
    this.#subscribe = createSubscriber((update) => {
      const following = this.#follow(load, update)
      return () => void following.then((stop) => stop())
    })
  }

  get current(): Answer | undefined {
    this.#subscribe()
    return this.#answer
  }

  /** Why there is no answer, or none any more. */
  get error(): unknown {
    this.#subscribe()
    return this.#error
  }

  async #follow(
    load: () => Promise<() => Promise<Answer>>,
    update: () => void
  ): Promise<() => void> {
    const fail = (error: unknown): void => {
      this.#error = error
      update()
    }
    try {
      const [{ observe }, query] = await Promise.all([
        import('../../storage/database/observe.ts'),
        load()
      ])
      return await observe(
        query,
        (answer) => {
          this.#answer = answer
          this.#error = undefined
          update()
        },
        fail
      )
    } catch (error) {
      fail(error)
      return () => undefined
    }
  }
}
