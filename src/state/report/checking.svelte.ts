import { validate } from '../../core/checks/validate.ts'
import type { Finding } from '../../core/checks/finding.ts'
import {
  lapsedWaivers,
  openFindings,
  waivedFindings,
  type Waived
} from '../../core/findings/waivers.ts'
import type { RefusedText } from '../../core/findings/rule.ts'
import type { OwnWord } from '../../core/findings/own-words.ts'
import type { PastYear } from '../../core/form/cells.ts'
import { formOf, type Form } from '../../core/form/form.ts'
import type { FieldId } from '../../core/form/table.ts'
import { dayOf } from '../../core/duties/deadlines.ts'
import type { Report, Waiver } from '../../core/report/report.ts'
import { solve, type Solution } from '../../core/sums/solve.ts'
import { afterFrame } from '../app/after-frame.ts'

/** A report with all that the rules have to say of it. */
export interface Checked {
  readonly report: Report
  /** Why its sums are broken; repairs of its findings are made from these. */
  readonly causes: Solution['causes']
  /** What the rules have to say, without what somebody accepted. */
  readonly findings: readonly Finding[]
  /** Warnings that somebody accepted, with the reason. */
  readonly waived: readonly Waived<Finding>[]
  /** Reasons that no longer answer anything. */
  readonly lapsed: readonly Waiver[]
}

/** How many of the cells typed lately count as likely to be wrong when sums break. */
const remembered = 8

/**
 * The rules beside the report being edited. They take longer than a frame on a slow machine, so an
 * edit is shown first and checked after that: `shown` is a frame behind an edit at most, and is
 * always one report with its own findings, never those of one beside the other. `now` is the report
 * as it is; asking for it runs the rules on the spot, once for each state.
 */
export class Checking {
  readonly #report: () => Report
  readonly #refused: () => readonly RefusedText[]
  #shown: Checked
  #waiting = false
  /** Cells typed lately, the newest first: the likeliest to be wrong when sums break. */
  #recent: readonly FieldId[] = $state.raw([])
  /** The unit's earlier years in the library, as soon as they are read. */
  #past: readonly PastYear[] = $state.raw([])
  /** The office's own list of words, as soon as it is read. */
  #own: readonly OwnWord[] = $state.raw([])

  // The sums are solved again only when one of these is another: not while prose is written.
  readonly #form: Form = $derived.by(() => formOf(this.#report()))
  readonly #cells = $derived.by(() => this.#report().cells)
  readonly #previous = $derived.by(() => this.#report().previous)
  readonly #solution: Solution = $derived.by(() =>
    solve(this.#form, { cells: this.#cells, previous: this.#previous }, this.#recent)
  )

  /** The report as it is, checked: for whatever acts on findings or leaves the app. */
  readonly now: Checked = $derived.by(() => {
    const report = this.#report()
    const found = validate(report, {
      solution: this.#solution,
      history: this.#past,
      today: dayOf(new Date()),
      own: this.#own,
      refused: this.#refused()
    })
    return {
      report,
      causes: this.#solution.causes,
      findings: openFindings(report, found),
      waived: waivedFindings(report, found),
      lapsed: lapsedWaivers(report, found)
    }
  })

  /** @param refused what stands in number fields and is no number */
  constructor(report: () => Report, refused: () => readonly RefusedText[]) {
    this.#report = report
    this.#refused = refused
    this.#shown = $state.raw(this.now)
  }

  /** The report as it was last checked: for the screen. */
  get shown(): Checked {
    return this.#shown
  }

  /** A number was typed in a cell. */
  typed = (field: FieldId): void => {
    if (this.#recent[0] === field) return
    this.#recent = [field, ...this.#recent.filter((other) => other !== field)].slice(0, remembered)
    this.follow()
  }

  /** The unit's earlier years are read. */
  compareWith = (past: readonly PastYear[]): void => {
    this.#past = past
    this.follow()
  }

  /** The office's own list of words. */
  get own(): readonly OwnWord[] {
    return this.#own
  }

  /** Another list of the office takes the place of the one before. */
  watchFor = (own: readonly OwnWord[]): void => {
    this.#own = own
    this.follow()
  }

  /** Something changed: it is checked once the next frame has shown it. */
  follow = (): void => {
    if (this.#waiting) return
    this.#waiting = true
    afterFrame(() => {
      this.#waiting = false
      this.catchUp()
    })
  }

  /** Shows the report as it is, checked, at once. */
  catchUp = (): void => {
    this.#shown = this.now
  }
}
