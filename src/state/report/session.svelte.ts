import type { Difference } from '../../core/versions/compare.ts'
import type { Finding } from '../../core/checks/finding.ts'
import { parseCell } from '../../core/form/cell.ts'
import { type Notes, setCells } from '../../core/report/edit.ts'
import { cellText } from '../../core/compose/quote.ts'
import { takeTheirs } from '../../core/versions/merge.ts'
import { isOpen, presetOf, threeWay, type Compared } from '../../core/versions/three-way.ts'
import { openReport } from '../../core/report/migrate.ts'
import { longestText } from '../../core/report/limits.ts'
import { wordsIn, type OwnWord, type ReadWords } from '../../core/findings/own-words.ts'
import { readPlainText } from '../../formats/index.ts'
import type { Report, Unit } from '../../core/report/report.ts'
import type { TextKey } from '../../core/form/sections.ts'
import type { FieldId } from '../../core/form/table.ts'
import { repaired, type Repair } from '../../core/checks/repair/repair.ts'
import { unwaive, waive } from '../../core/findings/waivers.ts'
import { openStored, type Opening, type Unsaved } from '../../storage/saving/opening.ts'
import { keepWords, storedWords } from '../../storage/reports/own-words.ts'
import { pastYears } from '../../storage/reports/reports.ts'
import { takeSnapshot } from '../../storage/reports/snapshots.ts'
import { Checking, type Checked } from './checking.svelte.ts'
import {
  Editing,
  type HeldText,
  type Manner,
  type EditedField,
  type State
} from './editing.svelte.ts'
import { Saving, type SaveState } from './saving.svelte.ts'

/** A report that was opened, or why there is none. */
export type OpenedSession =
  { readonly ok: true; readonly session: Session } | Extract<Opening, { ok: false }>

/** A sentence about what was just done. */
export interface NoticeText {
  readonly text: string
  /** What was not done, by name; it stays until somebody has read it. */
  readonly warnings?: readonly string[]
  /** Where in the text of section 一 something was written. */
  readonly caret?: number
  /** Nothing was edited: there is nothing to take back. */
  readonly idle?: true
  /** What undo brought back when it was said. */
  readonly of: State | undefined
}

/** What was taken from another window without a question. */
export interface Joined {
  /** When that window had saved it. */
  readonly at: string
  readonly count: number
  /** The step that undo takes back. */
  readonly of: State | undefined
}

type Patch = Readonly<Partial<Record<FieldId, number | null>>>

/** How the field of a cell is called among those that are typed in. */
export const cellKey = (field: FieldId): string => `cell:${field}`

/**
 * The report being edited: the one gateway for every change. A change replaces the report, goes
 * into the history, is saved and checked. Long, for every kind of edit has its method here; history,
 * saving and checking are in `Editing`, `Saving` and `Checking`.
 */
export class Session {
  readonly #editing: Editing
  readonly #saving: Saving
  readonly #checking: Checking
  #said: NoticeText | undefined = $state.raw()
  #joined: Joined | undefined = $state.raw()
  #conflict: readonly Compared[] = $derived.by(() => {
    const theirs = this.save.kind === 'conflict' ? this.save.theirs : undefined
    return theirs ? threeWay(this.report, theirs, this.#saving.base) : []
  })

  constructor(report: Report, baseRev = report.rev, unsaved?: Unsaved) {
    this.#saving = new Saving(report, baseRev, unsaved)
    this.#editing = new Editing(report, (next) => {
      this.#saving.touch(next)
      this.#checking.follow()
    })
    this.#checking = new Checking(() => this.#editing.report)
    this.#saving.onconflict = () => void this.#join()
    if (unsaved) void this.#join()
  }

  /** Opens a stored report, with what windows that have gone left unsaved. */
  static async open(id: string): Promise<OpenedSession> {
    const opening = await openStored(id)
    if (!opening.ok) return opening
    const { report, baseRev, unsaved } = opening
    return { ok: true, session: new Session(report, baseRev, unsaved).#withPast() }
  }

  /** The report as it is, with the last edit. */
  get report(): Report {
    return this.#editing.report
  }

  /** The report as it was last checked, a frame behind an edit at most: for the screen. */
  get checked(): Checked {
    return this.#checking.shown
  }

  /** The report as it is, checked on the spot: for what acts on findings or leaves the app. */
  get checkedNow(): Checked {
    return this.#checking.now
  }

  /** What is marked on the screen: the findings of `checked`. */
  get findings(): readonly Finding[] {
    return this.checked.findings
  }

  /** Where saving stands. */
  get save(): SaveState {
    return this.#saving.state
  }

  /** Whether what is not stored will be there again when this page has gone. */
  get safe(): boolean {
    return this.#saving.safe
  }

  /** Whether there is a step to take back. */
  get canUndo(): boolean {
    return this.#editing.before !== undefined
  }

  /** Whether a step was taken back and nothing edited since. */
  get canRedo(): boolean {
    return this.#editing.canRedo
  }

  /** What stands in a field as it was typed: refused, or still being typed. */
  held = (key: string): HeldText | undefined => this.#editing.held[key]

  /** What undo would bring back: another for every step. */
  get before(): State | undefined {
    return this.#editing.before
  }

  /** The notes that the last step took from their cells, for their numbers changed. */
  get notesGone(): readonly string[] {
    return this.#editing.notesGone
  }

  /** What is to be said of the last step, as long as it is the last. */
  get said(): NoticeText | undefined {
    return this.#said?.of === this.#editing.before ? this.#said : undefined
  }

  /** Says a sentence of the step that was just done; it goes with the step. */
  say = (text: string, more: Omit<NoticeText, 'text' | 'of'> = {}): void => {
    this.#said = { text, ...more, of: this.#editing.before }
  }

  /** Replaces the report; edits in a row with the same `key` are one undo step. */
  edit = (change: (report: Report) => Report, how: string | Manner = {}): void =>
    this.#editing.edit(change, typeof how === 'string' ? { key: how } : how)

  /** What is typed in a field; `change` is undefined where it is refused. */
  type = (
    spot: EditedField,
    text: string,
    change: ((report: Report) => Report) | undefined
  ): void => this.#editing.type(spot, text, change)

  /** What is typed in a cell: a number, with its note if it has one, or text that is refused. */
  typeCell = (field: FieldId, text: string): void => {
    const reading = parseCell(field, text)
    if (reading.ok) this.#checking.typed(field)
    const change =
      ({ value, note }: { value: number | null; note: string }) =>
      (report: Report) =>
        setCells(report, { [field]: value }, { [field]: note })
    this.type(cellSpot(field), text, reading.ok ? change(reading) : undefined)
  }

  /** Esc in a field: what stood there before the typing, and nothing refused. */
  restore = (key: string): void => this.#editing.restore(key)

  /** Many cells at once, as one step: a pasted block, a repair, a selection filled with 0. */
  setAll = (patch: Patch, notes: Notes = {}): void =>
    this.#editing.edit((report) => setCells(report, patch, notes), {
      over: Object.keys(patch).map((field) => cellKey(field as FieldId))
    })

  /**
   * Does a repair that was offered for a report. False where the report is another by now, and what
   * the repair would change may stand elsewhere: then what is offered now is shown instead.
   */
  mend = (offeredFor: Report, repair: Repair): boolean => {
    if (offeredFor !== this.report) {
      this.#checking.catchUp()
      return false
    }
    this.edit((report) => repaired(report, repair))
    return true
  }

  /** False for a text longer than a report can hold: it would not open again. */
  setText = (section: TextKey, text: string): boolean => {
    if (text.length > longestText) return false
    this.edit(
      (report) =>
        report.text[section] === text
          ? report
          : { ...report, text: { ...report.text, [section]: text } },
      `text:${section}`
    )
    return true
  }

  /** Texts written anew, as one step of its own; false as for `setText`, and none is changed. */
  setTexts = (texts: Partial<Record<TextKey, string>>): boolean => {
    if (Object.values(texts).some((text) => text.length > longestText)) return false
    this.edit((report) => ({ ...report, text: { ...report.text, ...texts } }))
    return true
  }

  /** Accepts a warning with a reason; it returns when its numbers change. */
  accept = (finding: Finding, reason: string, by: string): void =>
    this.edit((report) => waive(report, finding, reason, by, new Date().toISOString()))

  /** Takes such a reason back. */
  reopen = (fingerprint: string): void => this.edit((report) => unwaive(report, fingerprint))

  /** What is known of the unit; keys in a row of the same field are one step. */
  setUnit = (unit: Partial<Unit>): void =>
    this.edit(
      (report) => ({ ...report, unit: { ...report.unit, ...unit } }),
      `unit:${Object.keys(unit).join()}`
    )

  /** The year that the report is of. */
  setYear = (year: number): void => this.edit((report) => ({ ...report, year }))

  /** Whether the figures are the unit’s own or a roll-up. */
  setScope = (scope: Report['scope']): void => this.edit((report) => ({ ...report, scope }))

  /** The day it was published; an empty text takes that back. */
  setPublished = (day: string): void =>
    this.edit(({ published: _old, ...report }) => (day ? { ...report, published: day } : report))

  /** Choices of the office. */
  setSettings = (settings: Partial<Report['settings']>): void =>
    this.edit((report) => ({ ...report, settings: { ...report.settings, ...settings } }))

  /** The office's own list of words, which all of its reports are checked against. */
  get ownWords(): readonly OwnWord[] {
    return this.#checking.own
  }

  /** Another list of the office; whether it could be kept for the next time. */
  setOwnWords = (words: readonly OwnWord[]): Promise<boolean> => {
    this.#checking.watchFor(words)
    return keepWords(words)
  }

  /** The entries of a file with such a list; undefined where there is no text in it. */
  wordsOfFile = async (bytes: Uint8Array): Promise<ReadWords | undefined> => {
    const text = await readPlainText(bytes)
    return text === undefined ? undefined : wordsIn(text)
  }

  /** The field was left: what is typed there next is a new undo step. */
  seal = (): void => this.#editing.seal()

  /** Takes the last step back. */
  undo = (): void => this.#editing.undo()
  /** Does again what undo took back. */
  redo = (): void => this.#editing.redo()

  /** What the other window says otherwise, and which of the two changed it, while there is a conflict. */
  get conflict(): readonly Compared[] {
    return this.#conflict
  }

  /** What the two last had in common, where that is known. */
  get conflictBase(): Report | undefined {
    return this.#saving.base
  }

  /**
   * Settles the conflict: the chosen differences come from the other window, the rest stays. False
   * where the other state could not be kept as a snapshot, or both together are larger than a report
   * can be: then nothing is changed.
   */
  settle = async (chosen: readonly Difference[]): Promise<boolean> => {
    const other = this.save.kind === 'conflict' ? this.save.theirs : undefined
    if (!other || !openReport(takeTheirs(this.report, other, chosen)).ok) return false
    try {
      await takeSnapshot(other, 'conflict')
    } catch {
      return false
    }
    await this.#takeIn(other, chosen)
    return true
  }

  /** What was taken from another window without a question, for both had changed other places. */
  get joined(): Joined | undefined {
    return this.#joined
  }

  /** That was read. */
  noteJoined = (): void => (this.#joined = undefined)

  /** Whether what was taken so is the last step, which undo takes back. */
  get canPart(): boolean {
    return this.#joined !== undefined && this.#joined.of === this.#editing.before
  }

  /** Where two windows changed different places nobody is asked: both have both. */
  async #join(): Promise<void> {
    const other = this.save.kind === 'conflict' ? this.save.theirs : undefined
    if (!other || this.conflict.some(isOpen)) return
    try {
      await takeSnapshot(other, 'conflict')
    } catch {
      return
    }
    // Somebody may have typed meanwhile, in a place that the other has changed, too.
    const isStill = this.save.kind === 'conflict' && this.save.theirs === other
    if (!isStill || this.conflict.some(isOpen)) return
    const taken = presetOf(this.conflict)
    if (!openReport(takeTheirs(this.report, other, taken)).ok) return
    const saved = this.#takeIn(other, taken)
    this.#joined = { at: other.updatedAt, count: taken.length, of: this.#editing.before }
    await saved
  }

  async #takeIn(other: Report, taken: readonly Difference[]): Promise<void> {
    this.edit((report) => ({ ...takeTheirs(report, other, taken), rev: other.rev }))
    await this.#saving.saveOver(other.rev)
  }

  /** Stores the report again that another window has deleted. */
  putBack = (): Promise<void> => this.#saving.saveOver(0)

  /** Saves now; the report as it is stored then, which is what an export writes. */
  flush = async (): Promise<Report> => ({ ...this.report, ...(await this.#saving.flush()) })

  /** Lays aside what is not stored; whether nothing is lost should the page go now. */
  keep = (): boolean => this.#saving.keep()

  /** For `pagehide`: nothing may be lost when the page goes. */
  leave = (): void => this.#saving.leave()

  /** The report leaves the screen, the page stays: every way out of the editor. */
  close = (): Promise<void> => {
    this.#saving.onconflict = undefined
    return this.#saving.close()
  }

  /** Reads the earlier years and the list of words beside; nobody waits for what is said of them. */
  #withPast(): this {
    pastYears(this.report).then(
      this.#checking.compareWith,
      // Without them nothing is said against them.
      () => undefined
    )
    storedWords().then(this.#checking.watchFor, () => undefined)
    return this
  }
}

const cellSpot = (field: FieldId): EditedField => ({
  key: cellKey(field),
  stored: (report) => cellText(report, field)
})
