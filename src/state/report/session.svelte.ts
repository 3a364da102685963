import type { Difference } from '../../core/versions/compare.ts'
import type { Finding, KnownFinding } from '../../core/checks/finding.ts'
import { parseCell } from '../../core/form/cell.ts'
import { type Notes, setCells } from '../../core/report/edit.ts'
import { takeTheirs } from '../../core/versions/merge.ts'
import { isOpen, presetOf, threeWay, type Compared } from '../../core/versions/three-way.ts'
import { openReport } from '../../core/report/migrate.ts'
import { longestText } from '../../core/report/limits.ts'
import { wordsIn, type OwnWord, type ReadWords } from '../../core/findings/own-words.ts'
import { readPlainText } from '../../formats/index.ts'
import type { Report, Unit } from '../../core/report/report.ts'
import type { TextKey } from '../../core/form/sections.ts'
import type { FieldId } from '../../core/form/table.ts'
import type { Repair } from '../../core/checks/repair/repair.ts'
import { allRepaired } from '../../core/checks/repair/together.ts'
import type { RefusedText } from '../../core/findings/rule.ts'
import { unwaive, waive } from '../../core/findings/waivers.ts'
import type { Opening, Unsaved } from '../../storage/saving/opening.ts'
import { keepWords, storedWords } from '../../storage/reports/own-words.ts'
import { pastYears } from '../../storage/reports/reports.ts'
import type { SnapshotReason } from '../../core/versions/thinning.ts'
import { takeSnapshot } from '../../storage/past/snapshots.ts'
import { Checking, type Checked } from './checking.svelte.ts'
import {
  Editing,
  type HeldText,
  type Manner,
  type EditedField,
  type State
} from './editing.svelte.ts'
import { KeptTexts } from './kept.ts'
import { Saving, type SaveState } from './saving.svelte.ts'
import { Keeper } from '../versions/keeper.ts'
import { Seat, type ReadingAlong } from './seat.svelte.ts'
import { cellKey, cellSpot } from './spots.ts'

export { cellKey } from './spots.ts'

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
  /**
   * The way back of what was done outside the report, with a sentence where it could not be gone; undo
   * takes back what was done in it.
   */
  readonly back?: () => Promise<string | undefined>
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

/** So many differences are seen at a glance: a cell with the totals that follow it. */
const few = 3

/**
 * The report being edited: the one gateway for every change. A change replaces the report, goes
 * into the history, is saved and checked. Long, for every kind of edit has its method here; history,
 * saving and checking are in `Editing`, `Saving` and `Checking`.
 */
export class Session {
  readonly #editing: Editing
  #saving: Saving = $state.raw() as Saving
  readonly #checking: Checking
  readonly #keeper = new Keeper()
  readonly #seat: Seat | undefined
  readonly #kept: KeptTexts | undefined
  #said: NoticeText | undefined = $state.raw()
  #joined: Joined | undefined = $state.raw()
  /** The stored revision that is being taken in: it is told of more than once. */
  #joining: number | undefined
  #conflict: readonly Compared[] = $derived.by(() => {
    const theirs = this.save.kind === 'conflict' ? this.save.theirs : undefined
    return theirs ? threeWay(this.report, theirs, this.#saving.base) : []
  })
  #renewed: Date | undefined = $state.raw()

  /** @param seat where other windows may have the same report open; without one none has */
  constructor(report: Report, unsaved?: Unsaved, seat?: Seat) {
    this.#seat = seat
    this.#kept = seat && new KeptTexts(report.id)
    this.#saving = this.#savingOf(report, unsaved)
    const touch = (next: Report, isOther: boolean): void => {
      if (isOther) {
        this.#saving.touch(next)
        this.#keeper.touch(next)
      }
      this.#kept?.note(this.#editing)
      this.#checking.follow()
    }
    this.#editing = new Editing(report, touch, () => this.reading !== undefined)
    this.#checking = new Checking(
      () => this.#editing.report,
      () => this.#editing.refused
    )
    seat?.occupy(
      {
        stop: (mayWrite) => this.#stop(mayWrite),
        begin: ({ report, unsaved }) => {
          this.#saving = this.#savingOf(report, unsaved)
          this.#show(report)
          this.#resume()
          // Once this window edits it: until then it only reads along.
          if (unsaved) queueMicrotask(() => void this.#join())
        },
        show: this.#show,
        met: (stored) => this.#saving.met(stored)
      },
      report
    )
    if (this.reading) void this.#saving.close()
    else this.#resume()
    if (unsaved) void this.#join()
  }

  /**
   * Opens a stored report, with what windows that have gone left unsaved; where another window edits
   * it, to be read along with.
   */
  static async open(id: string): Promise<OpenedSession> {
    const { seat, opening } = await Seat.at(id)
    if (!opening.ok) return opening
    const { report, unsaved } = opening
    const session = new Session(report, unsaved, seat).#withPast()
    session.#keeper.opened(report)
    return { ok: true, session }
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

  /** What stands in number fields and is no number, but for the field that is being typed in. */
  get refused(): readonly RefusedText[] {
    return this.#editing.refused
  }

  /** Where saving stands. */
  get save(): SaveState {
    return this.reading ? { kind: 'reading', why: this.reading } : this.#saving.state
  }

  /** Why nothing can be edited in this window; undefined where it can. */
  get reading(): ReadingAlong | undefined {
    return this.#seat?.reading
  }

  /** Edits here what another window edits. */
  takeOver = async (): Promise<void> => this.#seat?.takeOver()

  /** Edits here if no window edits the report any more. */
  takeFree = async (): Promise<void> => this.#seat?.takeFree()

  /** When another window stored what took the place of the report here, until it is noted. */
  get renewed(): Date | undefined {
    return this.#renewed
  }

  /** That was read. */
  noteRenewed = (): void => (this.#renewed = undefined)

  /** Whether something is not stored: it changes with the report and with `save`. */
  get unsaved(): boolean {
    return this.#saving.unsaved
  }

  /** Whether what is not stored will be there again when this page has gone. */
  get safe(): boolean {
    return this.#saving.safe
  }

  /** Whether there is a step to take back. */
  get canUndo(): boolean {
    return this.#editing.before !== undefined && !this.reading
  }

  /** Whether a step was taken back and nothing edited since. */
  get canRedo(): boolean {
    return this.#editing.canRedo && !this.reading
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

  /**
   * Says a sentence of the step that was just done, if it was; it goes with the step. An edit that
   * changed nothing was none: undo would take back the one before it.
   */
  say = (text: string, more: Omit<NoticeText, 'text' | 'of'> = {}): void => {
    if (this.reading && !more.idle) return
    const idle = !more.back && !this.#editing.stepped
    this.#said = { text, ...(idle && { idle }), ...more, of: this.#editing.before }
  }

  /** Replaces the report; edits in a row with the same `key` are one undo step. */
  edit = (change: (report: Report) => Report, how: string | Manner = {}): void =>
    void this.#editing.edit(change, typeof how === 'string' ? { key: how } : how)

  /** An edit of much at once: the state before it is kept as a snapshot. False if it changed nothing. */
  editMuch = (
    change: (report: Report) => Report,
    reason: SnapshotReason,
    { few = 0, ...how }: Manner & { readonly few?: number } = {}
  ): boolean => {
    const before = this.report
    const changed = this.#editing.edit(change, how)
    this.#keeper.before(before, this.report, reason, few)
    return changed
  }

  /** What is typed in a field; `change` is undefined where it is not taken, or `refused` for a reason. */
  type = (
    spot: EditedField,
    text: string,
    change: ((report: Report) => Report) | undefined,
    refused?: RefusedText
  ): void => this.#editing.type(spot, text, change, refused)

  /** What is typed in a cell: a number, with its note if it has one, or text that is refused. */
  typeCell = (field: FieldId, text: string): void => {
    const reading = parseCell(field, text)
    if (reading.ok) this.#checking.typed(field)
    const change =
      ({ value, note }: { value: number | null; note: string }) =>
      (report: Report) =>
        setCells(report, { [field]: value }, { [field]: note })
    if (reading.ok) return this.type(cellSpot(field), text, change(reading))
    const at = { kind: 'cells', fields: [field] } as const
    this.type(cellSpot(field), text, undefined, {
      at,
      key: cellKey(field),
      text,
      why: reading.problem
    })
  }

  /** Esc in a field: what stood there before the typing, and nothing refused. */
  restore = (key: string): void => this.#editing.restore(key)

  /** What was refused there stands no longer, and the report's own number shows again. */
  dropRefused = ({ params: { key, text } }: KnownFinding<'N-TEXT'>): void => {
    if (this.held(key)?.refused?.text === text) this.restore(key)
  }

  /**
   * Many fields at once, as one step: a pasted block, a selection filled. False if it changed nothing.
   *
   * @param over the fields, as they are called among those that are typed in
   */
  fill = (change: (report: Report) => Report, over: readonly string[]): boolean =>
    this.editMuch(change, 'fill', { few, over })

  /** The same of cells, by their numbers. */
  setAll = (patch: Patch, notes: Notes = {}): boolean =>
    this.fill(
      (report) => setCells(report, patch, notes),
      Object.keys(patch).map((field) => cellKey(field as FieldId))
    )

  /**
   * Does repairs that were offered for a report, as one step. False where the report is another by
   * now, and what they would change may stand elsewhere: then what is offered now is shown instead.
   */
  mend = (offeredFor: Report, ...repairs: readonly Repair[]): boolean => {
    const current = offeredFor === this.report && !this.reading
    if (current) this.editMuch((report) => allRepaired(report, repairs), 'repairs', { few })
    this.#checking.catchUp()
    return current
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
    this.editMuch((report) => ({ ...report, text: { ...report.text, ...texts } }), 'texts')
    return true
  }

  /** Accepts warnings with one reason; each returns when its numbers change. */
  accept = (findings: readonly Finding[], reason: string, by: string): void => {
    this.edit((report) => waive(report, findings, reason, by, new Date().toISOString()))
    this.#checking.catchUp()
  }

  /** Takes such a reason back. */
  reopen = (fingerprint: string): void => {
    this.edit((report) => unwaive(report, fingerprint))
    this.#checking.catchUp()
  }

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

  /** What was made of the office's list as it was, `from`; whether it could be kept for the next time. */
  setOwnWords = async (
    words: readonly OwnWord[],
    from: readonly OwnWord[] = this.ownWords
  ): Promise<boolean> => {
    this.#checking.watchFor(words)
    const kept = await keepWords(words, from)
    if (kept) this.#checking.watchFor(kept)
    return kept !== undefined
  }

  /** The entries of a file with such a list; undefined where there is no text in it. */
  wordsOfFile = async (bytes: Uint8Array): Promise<ReadWords | undefined> => {
    const text = await readPlainText(bytes)
    return text === undefined ? undefined : wordsIn(text)
  }

  /** The field was left: what is typed there next is a new undo step. */
  seal = (): void => this.#editing.seal()

  /** Takes the last step back. */
  undo = (): void => {
    // The next step comes from the same state, and what was said of this one is not true of that.
    if (this.said) this.#said = undefined
    this.#editing.undo()
  }
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
    if (!other || other.rev === this.#joining || this.conflict.some(isOpen)) return
    this.#joining = other.rev
    try {
      await takeSnapshot(other, 'conflict')
    } catch {
      return
    } finally {
      this.#joining = undefined
    }
    // Somebody may have typed meanwhile, in a place that the other has changed, too.
    const isStill = this.save.kind === 'conflict' && this.save.theirs?.rev === other.rev
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

  /**
   * Takes what was chosen of an earlier state, as one step. False where the state of now could not
   * be kept as a snapshot, this window only reads along, or both together are larger than a report:
   * then nothing is changed.
   */
  takeBack = async (earlier: Report, chosen: readonly Difference[]): Promise<boolean> => {
    if (this.reading || !openReport(takeTheirs(this.report, earlier, chosen)).ok) return false
    if (!(await this.#keeper.surely(this.report, 'restore'))) return false
    this.edit((report) => takeTheirs(report, earlier, chosen))
    return !this.reading
  }

  /** Stores the report again that another window has deleted. */
  putBack = (): Promise<void> => {
    this.#saving.touch(this.report)
    return this.#saving.saveOver(0)
  }

  /** Saves now; the report as it is stored then, which is what an export writes. */
  flush = async (): Promise<Report> =>
    this.reading ? this.report : { ...this.report, ...(await this.#saving.flush()) }

  /** Lays aside what is not stored; whether nothing is lost should the page go now. */
  keep = (): boolean => this.#saving.keep() && this.#kept?.sure !== false

  /** For `pagehide`: nothing may be lost when the page goes. */
  leave = (): void => this.#saving.leave()

  /** The report leaves the screen, the page stays: every way out of the editor. */
  close = async (): Promise<void> => {
    this.#keeper.close()
    this.#saving.onconflict = undefined
    if (!this.reading) await this.#saving.close()
    this.#seat?.close()
  }

  #savingOf(report: Report, unsaved?: Unsaved): Saving {
    const saving = new Saving(report, unsaved, (stored) => {
      this.#renewed = new Date(stored.updatedAt)
      this.#show(stored)
    })
    saving.onconflict = () => void this.#join()
    return saving
  }

  /** What another window has stored is the report now. */
  #show = (stored: Report): void => {
    // It was said of what this window did, and of a state that is no more.
    this.#said = undefined
    this.#editing.follow(stored)
    this.#checking.follow()
  }

  /** What was refused here before, or in the window that edited until now. */
  #resume(): void {
    if (this.#kept) {
      this.#editing.resume(this.#kept.standing(this.report))
      // What was answered elsewhere is kept no longer.
      this.#kept.note(this.#editing)
    }
    this.#checking.catchUp()
  }

  #stop(mayWrite: boolean): Promise<void> {
    this.#editing.seal()
    if (!mayWrite) this.#saving.stop()
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
