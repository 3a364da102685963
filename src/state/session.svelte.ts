import { differences, type Difference } from '../core/compare.ts'
import { dayOf } from '../core/deadlines.ts'
import type { Finding } from '../core/finding.ts'
import { takeTheirs } from '../core/merge.ts'
import { setCells, type Report, type Unit, type Waiver } from '../core/report.ts'
import type { TextKey } from '../core/sections.ts'
import type { FieldId } from '../core/table.ts'
import type { PastYear } from '../core/rules/unusual.ts'
import { validate } from '../core/validate.ts'
import {
  lapsedWaivers,
  openFindings,
  unwaive,
  waive,
  waivedFindings,
  type Waived
} from '../core/waivers.ts'
import { openStored, type Opening, type Unsaved } from '../storage/opening.ts'
import { pastYears } from '../storage/reports.ts'
import { takeSnapshot } from '../storage/snapshots.ts'
import { edited, emptyHistory, redone, sealed, undone, type History } from './history.ts'
import { Saving, type SaveState } from './saving.svelte.ts'

/** A report that was opened, or why there is none. */
export type OpenedSession =
  { readonly ok: true; readonly session: Session } | Extract<Opening, { ok: false }>

type Patch = Readonly<Partial<Record<FieldId, number | null>>>

/** How many of the cells typed lately count as likely culprits. */
const remembered = 8

/**
 * The report being edited: the one gateway for every change. A change replaces the report, goes
 * into the history and is saved; everything else on the screen is derived.
 */
export class Session {
  #report: Report = $state.raw() as Report
  #history: History<Report> = $state.raw(emptyHistory)
  #saving: Saving

  /** Cells typed lately, the newest first: the likelier culprits when sums break. */
  #recent: readonly FieldId[] = $state.raw([])
  /** The unit's earlier years in the library, as soon as they are read. */
  #past: readonly PastYear[] = $state.raw([])
  #all: readonly Finding[] = $derived.by(() =>
    validate(this.#report, {
      recent: this.#recent,
      history: this.#past,
      today: dayOf(new Date())
    })
  )
  /** What the rules have to say, without what somebody accepted. */
  readonly findings: readonly Finding[] = $derived.by(() => openFindings(this.#report, this.#all))
  /** Warnings that somebody accepted, with the reason. */
  readonly waived: readonly Waived[] = $derived.by(() => waivedFindings(this.#report, this.#all))
  /** Reasons that no longer answer anything. */
  readonly lapsed: readonly Waiver[] = $derived.by(() => lapsedWaivers(this.#report, this.#all))

  constructor(report: Report, baseRev = report.rev, unsaved?: Unsaved) {
    this.#report = report
    this.#saving = new Saving(report, baseRev, unsaved)
  }

  /** Opens a stored report, with what windows that have gone left unsaved. */
  static async open(id: string): Promise<OpenedSession> {
    const opening = await openStored(id)
    if (!opening.ok) return opening
    const { report, baseRev, unsaved } = opening
    return { ok: true, session: new Session(report, baseRev, unsaved).#withPast() }
  }

  get report(): Report {
    return this.#report
  }

  get save(): SaveState {
    return this.#saving.state
  }

  /** Whether what is not stored will be there again when this page has gone. */
  get safe(): boolean {
    return this.#saving.safe
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0
  }

  /** Replaces the report; edits in a row with the same `key` are one undo step. */
  edit = (change: (report: Report) => Report, key?: string): void => {
    const next = change(this.#report)
    if (next === this.#report) return
    this.#history = edited(this.#history, this.#report, key)
    this.#replace(next)
  }

  set = (field: FieldId, value: number | null, note?: string): void => {
    if (this.#recent[0] !== field) {
      const others = this.#recent.filter((other) => other !== field)
      this.#recent = [field, ...others].slice(0, remembered)
    }
    this.edit((report) => {
      const next = report.cells[field] === value ? report : setCells(report, { [field]: value })
      return note === undefined ? next : withNote(next, field, note)
    }, `cell:${field}`)
  }

  /** Many cells at once, as one step: a pasted block, a repair, a selection filled with 0. */
  setAll = (patch: Patch, notes: Readonly<Partial<Record<FieldId, string>>> = {}): void =>
    this.edit((report) =>
      Object.entries(notes).reduce(
        (noted, [field, note]) => withNote(noted, field as FieldId, note),
        setCells(report, patch)
      )
    )

  setText = (section: TextKey, text: string): void =>
    this.edit(
      (report) =>
        report.text[section] === text
          ? report
          : { ...report, text: { ...report.text, [section]: text } },
      `text:${section}`
    )

  /** Accepts a warning with a reason; it returns when its numbers change. */
  accept = (finding: Finding, reason: string, by: string): void =>
    this.edit((report) => waive(report, finding, reason, by, new Date().toISOString()))

  /** Takes such a reason back. */
  reopen = (fingerprint: string): void => this.edit((report) => unwaive(report, fingerprint))

  setUnit = (unit: Partial<Unit>): void =>
    this.edit((report) => ({ ...report, unit: { ...report.unit, ...unit } }))

  setYear = (year: number): void => this.edit((report) => ({ ...report, year }))

  setScope = (scope: Report['scope']): void => this.edit((report) => ({ ...report, scope }))

  /** The day it was published; an empty text takes that back. */
  setPublished = (day: string): void =>
    this.edit(({ published: _old, ...report }) => (day ? { ...report, published: day } : report))

  setSettings = (settings: Partial<Report['settings']>): void =>
    this.edit((report) => ({ ...report, settings: { ...report.settings, ...settings } }))

  /** The field was left: what is typed there next is a new undo step. */
  seal = (): void => {
    this.#history = sealed(this.#history)
  }

  undo = (): void => this.#step(undone(this.#history, this.#report))
  redo = (): void => this.#step(redone(this.#history, this.#report))

  /** What the other window has that this one has not, while there is a conflict. */
  get conflict(): readonly Difference[] {
    const theirs = this.save.kind === 'conflict' ? this.save.theirs : undefined
    return theirs ? differences(this.#report, theirs) : []
  }

  /**
   * Settles the conflict: the chosen differences come from the other window, the rest stays. False
   * where the other state could not be kept as a snapshot: then nothing is changed.
   */
  settle = async (theirs: readonly Difference[]): Promise<boolean> => {
    const other = this.save.kind === 'conflict' ? this.save.theirs : undefined
    if (!other) return false
    try {
      await takeSnapshot(other, 'conflict')
    } catch {
      return false
    }
    this.edit((report) => ({ ...takeTheirs(report, other, theirs), rev: other.rev }))
    await this.#saving.saveOver(other.rev)
    return true
  }

  /** Stores the report again that another window has deleted. */
  putBack = (): Promise<void> => this.#saving.saveOver(0)

  /** Saves now; the report as it is stored then, which is what an export writes. */
  flush = async (): Promise<Report> => ({ ...this.#report, ...(await this.#saving.flush()) })

  /** Lays aside what is not stored; whether nothing is lost should the page go now. */
  keep = (): boolean => this.#saving.keep()

  /** For `pagehide`: nothing may be lost when the page goes. */
  leave = (): void => this.#saving.leave()

  /** The report leaves the screen, the page stays: every way out of the editor. */
  close = (): Promise<void> => this.#saving.close()

  /** Reads the earlier years beside; nobody waits for what is said against them. */
  #withPast(): this {
    pastYears(this.#report).then(
      (years) => (this.#past = years),
      // Without them nothing is said against them.
      () => undefined
    )
    return this
  }

  #step(step: { state: Report; history: History<Report> } | undefined): void {
    if (!step) return
    this.#history = step.history
    this.#replace(step.state)
  }

  #replace(report: Report): void {
    this.#report = report
    this.#saving.touch(report)
  }
}

function withNote(report: Report, field: FieldId, note: string): Report {
  if ((report.notes[field] ?? '') === note) return report
  const { [field]: _old, ...others } = report.notes
  return { ...report, notes: note ? { ...others, [field]: note } : others }
}
