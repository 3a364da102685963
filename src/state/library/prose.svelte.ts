import type { Summary } from './library.svelte.ts'

interface Known {
  /** The revision and the time of the state that it is of. */
  readonly of: string
  readonly text: string
}

/**
 * The prose of all reports, for the search: read once, a batch at a time, and again of those that
 * have changed. Capitals are not told apart in it.
 */
export class Prose {
  #known: ReadonlyMap<string, Known> = $state.raw(new Map())
  #reports: readonly Summary[] = []
  #reading = false

  /** The prose of a report, as far as it is read. */
  of = (id: string): string => this.#known.get(id)?.text ?? ''

  /** Reads what is new in a library. */
  follow = async (reports: readonly Summary[]): Promise<void> => {
    this.#reports = reports
    if (this.#reading) return
    this.#reading = true
    try {
      const { proseOfAll } = await import('../../storage/reports/summaries.ts')
      for (let due = this.#due(); due.size; due = this.#due()) {
        for await (const texts of proseOfAll([...due.keys()])) {
          const read = [...texts].map(
            ([id, text]) => [id, { of: due.get(id) ?? '', text }] as const
          )
          this.#known = new Map([...this.#known, ...read])
        }
        // What has no prose stored is not asked for again.
        const left = [...due].filter(([id]) => !this.#known.has(id))
        if (left.length) {
          const none = left.map(([id, of]) => [id, { of, text: '' }] as const)
          this.#known = new Map([...this.#known, ...none])
        }
      }
    } catch {
      // Units and years are found without it.
    } finally {
      this.#reading = false
    }
  }

  #due(): Map<string, string> {
    const states = this.#reports.map(
      ({ id, rev, updatedAt }) => [id, `${rev} ${updatedAt}`] as const
    )
    return new Map(states.filter(([id, of]) => this.#known.get(id)?.of !== of))
  }
}
