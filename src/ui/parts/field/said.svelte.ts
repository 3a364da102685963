import type { RefusedText } from '../../../core/findings/rule.ts'
import * as words from '../../../i18n/words.ts'
import type { State } from '../../../state/report/editing.svelte.ts'
import type { Session } from '../../../state/report/session.svelte.ts'

/** What the line below a grid says of its number fields: why a text is refused, what was made of one. */
export class FieldSaid {
  readonly #session: Session
  /** The field that was left last after it was typed in. */
  #left:
    { readonly key: string; readonly read: string; readonly of: State | undefined } | undefined =
    $state.raw()

  constructor(session: Session) {
    this.#session = session
  }

  /**
   * A field is left: what is typed there next is a new undo step.
   *
   * @param stands what the report says there, in words that are typed or printed
   */
  left = (key: string, ...stands: readonly string[]): void => {
    const held = this.#session.held(key)
    this.#session.seal()
    if (!held) return
    const typed = held.text.trim()
    const [now = ''] = stands
    const isSame = typed === '' || stands.includes(typed) || Number(typed) === Number(now)
    const read = held.taken && !isSame ? words.grid.readAs(typed, now) : ''
    this.#left = { key, read, of: this.#session.before }
  }

  /** Of what is told until the next step. */
  readonly #told = $derived.by(() =>
    this.#left?.of === this.#session.before ? this.#left : undefined
  )

  /** Why what stands in a field is no number. */
  refusedIn = (key: string | undefined): RefusedText | undefined =>
    key === undefined ? undefined : this.#session.held(key)?.refused

  /** The same of the field that was left last. */
  get refused(): RefusedText | undefined {
    return this.refusedIn(this.#told?.key)
  }

  /** What was made of the text in the field that was left last. */
  get read(): string {
    return this.#told?.read ?? ''
  }
}
