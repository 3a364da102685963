import type { RefusedText } from '../../core/findings/rule.ts'
import { notesGone } from '../../core/report/edit.ts'
import type { Report } from '../../core/report/report.ts'
import { edited, emptyHistory, redone, sealed, undone, type History, type Step } from './history.ts'

/** A field that is typed in: how it is called, and what the report says there, as text. */
export interface EditedField {
  readonly key: string
  readonly stored: (report: Report) => string
}

/** What was typed in a field, as it was typed. */
export interface HeldText {
  readonly text: string
  /** Whether the report says it too. What it refused stands in the field alone. */
  readonly taken: boolean
  readonly stored: EditedField['stored']
  /** Why it is no number for the field; undefined where it is, or is to be taken as the field is left. */
  readonly refused: RefusedText | undefined
}
export type AllHeld = Readonly<Record<string, HeldText>>

/** What undo goes back to: the report, and what stands in its fields and not in it. */
export interface State {
  readonly report: Report
  readonly held: AllHeld
}

/** What an edit is to the history, and to what stands in fields as it was typed. */
export interface Manner {
  /** Edits in a row with the same key are one step. */
  readonly key?: string | undefined
  /** Fields that are set, even to what they say already: what was typed in them is answered. */
  readonly over?: readonly string[]
}

const noText: readonly RefusedText[] = []

/**
 * A report being edited, with its history. What was typed and refused is as much the user's work as
 * what was taken: undo takes it away before it touches any earlier edit, and redo brings it back. Long,
 * for all that moves the one state of report and fields must stand beside it.
 */
export class Editing {
  #state: State = $state.raw() as State
  #history: History<State> = $state.raw(emptyHistory)
  readonly #onchange: (report: Report, isOther: boolean) => void
  readonly #locked: () => boolean
  #stepped = false

  /**
   * @param onchange told of the report after every step, and whether it is another: what is refused may
   *   have changed alone
   * @param locked whether nothing may be edited now: then every edit is none
   */
  constructor(
    report: Report,
    onchange: (report: Report, isOther: boolean) => void,
    locked: () => boolean = () => false
  ) {
    this.#state = { report, held: {} }
    this.#onchange = onchange
    this.#locked = locked
  }

  /** The report as it is. */
  get report(): Report {
    return this.#state.report
  }

  /** What stands in fields as it was typed, by the key of the field. */
  get held(): AllHeld {
    return this.#state.held
  }

  /**
   * What was typed in number fields and is no number. A field that is being typed in does not count: it
   * may still become one.
   */
  readonly refused: readonly RefusedText[] = $derived.by(() => {
    const { key } = this.#history
    const all = Object.entries(this.#state.held)
    const found = all.flatMap(([one, { refused }]) => (refused && one !== key ? [refused] : []))
    return found.length > 0 ? found : noText
  })

  /** What undo would bring back: another after each edit, the same while one field is typed in. */
  get before(): State | undefined {
    return this.#history.past.at(-1)
  }

  /** Whether the last edit changed anything: one that changed nothing is no step to take back. */
  get stepped(): boolean {
    return this.#stepped
  }

  /** Whether an edit was taken back and nothing edited since. */
  get canRedo(): boolean {
    return this.#history.future.length > 0
  }

  /** The notes that the last step took from their cells. */
  readonly notesGone: readonly string[] = $derived.by(() =>
    this.before && !this.canRedo ? notesGone(this.before.report, this.report) : []
  )

  /**
   * Replaces the report. What was typed over anything that the change alters is answered by it. False
   * where nothing is another now.
   */
  edit = (change: (report: Report) => Report, { key, over = [] }: Manner = {}): boolean => {
    if (this.#locked()) return false
    const { report, held } = this.#state
    const next = change(report)
    this.#stepped = next !== report || over.some((one) => held[one])
    if (!this.#stepped) return false
    this.#history = edited(this.#history, this.#state, key)
    this.#become({ report: next, held: standing(without(held, over), report, next) })
    return true
  }

  /**
   * What is typed in a field, key by key one step. Each time the change is made to the report as it
   * was before the typing began, so that nothing on the way to 12 is left behind by 1.
   * `change`: undefined where the report refuses the text; `refused` says why.
   */
  type = (
    spot: EditedField,
    text: string,
    change: ((report: Report) => Report) | undefined,
    refused?: RefusedText
  ): void => {
    if (this.#locked()) return
    const base = this.#typingIn(spot.key) ?? this.#state
    this.#history = edited(this.#history, this.#state, spot.key)
    this.#stepped = true
    const report = change?.(base.report) ?? base.report
    const mine = { text, taken: change !== undefined, stored: spot.stored, refused }
    const others = standing(without(base.held, [spot.key]), base.report, report)
    this.#become({ report, held: { ...others, [spot.key]: mine } })
  }

  /** Esc: the field says again what it said before the typing, and nothing refused. */
  restore = (key: string): void => {
    if (this.#locked()) return
    const base = this.#typingIn(key)
    if (base) {
      this.#history = { ...this.#history, past: this.#history.past.slice(0, -1), key: undefined }
      this.#become(base)
    }
    this.edit((report) => report, { over: [key] })
  }

  /** The field was left: what is typed there next is a new step, and a step of nothing is none. */
  seal = (): void => {
    const { report, held } = this.#state
    const refused = Object.entries(held).filter(([, { taken }]) => !taken)
    const taken = refused.length < Object.keys(held).length
    if (taken) this.#state = { report, held: Object.fromEntries(refused) }
    const { past, key } = this.#history
    const nothing = key !== undefined && this.before && same(this.before, this.#state)
    this.#history = sealed(nothing ? { ...this.#history, past: past.slice(0, -1) } : this.#history)
    if (key !== undefined) this.#onchange(report, false)
  }

  /** What was refused when the report was open before stands in its fields again. */
  resume = (held: AllHeld): void => {
    this.#state = { report: this.report, held }
  }

  /**
   * Another window has stored this state: it stands here now, and the steps that led elsewhere are
   * none any more. What was typed and refused stays where it is about the same.
   */
  follow = (report: Report): void => {
    const { report: before, held } = this.#state
    this.#history = emptyHistory
    this.#state = { report, held: standing(held, before, report) }
  }

  /** Goes back to the state before the last step; nothing where there is none. */
  undo = (): void => this.#step(undone(this.#history, this.#state))
  /** Goes forward again to the state that undo left. */
  redo = (): void => this.#step(redone(this.#history, this.#state))

  /** The state before the typing that is going on in a field. */
  #typingIn(key: string): State | undefined {
    return this.#history.key === key ? this.before : undefined
  }

  #step(step: Step<State> | undefined): void {
    if (!step || this.#locked()) return
    this.#history = step.history
    this.#become(step.state)
  }

  #become(state: State): void {
    const before = this.#state.report
    this.#state = state
    this.#onchange(state.report, state.report !== before)
  }
}

/** What stood over something that now says something else is answered. */
const standing = (held: AllHeld, before: Report, after: Report): AllHeld =>
  Object.fromEntries(
    Object.entries(held).filter(([, { stored }]) => stored(before) === stored(after))
  )

const without = (held: AllHeld, keys: readonly string[]): AllHeld =>
  Object.fromEntries(Object.entries(held).filter(([key]) => !keys.includes(key)))

const same = (a: State, b: State): boolean =>
  a.report === b.report &&
  Object.keys(a.held).length === Object.keys(b.held).length &&
  Object.entries(a.held).every(([key, one]) => b.held[key] === one)
