import { recognise } from '../../core/intake/recognise.ts'
import { differences, type Difference } from '../../core/versions/compare.ts'
import type { Mended } from '../../core/report/distinct.ts'
import { openReport } from '../../core/report/migrate.ts'
import type { Report } from '../../core/report/report.ts'
import {
  recogniseFile,
  recognisePasted,
  type ChangedReport,
  type ReadReport,
  type Recognition,
  type RecognisedSource,
  type Unread
} from '../../formats/index.ts'
import type { WaitingImport } from '../../storage/saving/imports.ts'
import type { Library, Saved } from '../library/library.svelte.ts'
import { meetingOf, mergeInto, undoMerge, type Meeting } from '../versions/meeting.ts'
import { Review } from './review.svelte.ts'
import { Waiting, type HandedSource, type Kept } from './waiting.ts'
import { WordReview } from './word-review.svelte.ts'

/** Gives the screen its turn between two files. */
const painted = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** What was done to a report of our own so that it can be used. */
interface Changes {
  readonly migratedFrom?: number
  readonly mended?: readonly Mended[]
}

/** What became of one file or pasted text. */
export type Outcome =
  | {
      readonly kind: 'reading'
      /** How many pages of how many, where the file has pages. */
      readonly done?: number
      readonly total?: number
    }
  /** It is read and waits to be looked through: how many numbers it gave, how many in doubt. */
  | { readonly kind: 'review'; readonly numbers: number; readonly doubtful: number }
  /** A document of our own whose words were changed; it waits for an answer to each difference. */
  | { readonly kind: 'changed'; readonly differences: number }
  /** A report of our own, stored. */
  | ({ readonly kind: 'stored'; readonly report: Report } & Changes)
  /** A report of our own whose identity is here already: the other state of it, and the one here. */
  | ({
      readonly kind: 'known'
      readonly report: Report
      readonly meeting: Meeting
      /** What became of the last attempt to merge: how much was taken, or why it failed. */
      readonly merged?: number | 'conflict' | 'excess' | 'failed'
      /** How the two met before they were merged, as long as that can be taken back. */
      readonly before?: Meeting
      /** Why the merge could not be taken back, as was asked last. */
      readonly unmerged?: 'conflict' | 'failed'
    } & Changes)
  /** Nothing of the form was found in it; there may be prose all the same. */
  | { readonly kind: 'nothing'; readonly prose: boolean }
  | {
      readonly kind: 'failed'
      readonly reason: Unread['reason'] | 'broken'
      readonly detail: string
    }
  | { readonly kind: 'unstored'; readonly reason: Exclude<Saved, { ok: true }>['reason'] }

export interface QueueItem {
  readonly id: number
  readonly name: string
  readonly outcome: Outcome
}

type Read = (reading: Parameters<typeof recogniseFile>[1]) => Promise<Recognition>

/** The review of one of the files handed in. */
export interface Reviewing {
  readonly item: number
  readonly review: Review
}

/** The same of a document of our own. */
export interface Changing {
  readonly item: number
  readonly changed: WordReview
}

/** A file that is not wanted, with all that brings it back. */
interface Dropped {
  readonly item: QueueItem
  readonly read: Read
  readonly looked: Reviewing | Changing | undefined
  readonly kept: Kept | undefined
}

/**
 * The files handed in, each on its way from bytes to a stored report. What a file said is kept of
 * one file only, the one read last or under review; of the others there is the sentence in the
 * list, and they are read again when their turn comes: fifty files do not fill the memory. Long, for
 * each way from a file to a report ends in an outcome of its own.
 */
export class Importing {
  items: readonly QueueItem[] = $state.raw([])
  /** The review on the screen. */
  current: Reviewing | undefined = $state.raw()
  /** The changed document on the screen. */
  changing: Changing | undefined = $state.raw()
  /** What was taken off the list last, as long as that is said. */
  dropped: Dropped | undefined = $state.raw()
  #library: Library
  #next = 0
  #last: Reviewing | Changing | undefined
  /** How to read each file that was handed in; a file not yet read holds no memory. */
  readonly #reads = new Map<number, Read>()
  /** What somebody has looked at, with the answers given: it stays until it is settled. */
  readonly #looked = new Map<number, Reviewing | Changing>()
  readonly #waiting = new Waiting()
  /** Ends the reading of a file that is being read. */
  readonly #stops = new Map<number, AbortController>()

  constructor(library: Library) {
    this.#library = library
  }

  takeFiles = async (files: Iterable<File>): Promise<void> => {
    const added = [...files].map((file) => this.#addFile(file))
    // One after the other: fifty files at once would hold fifty files' bytes.
    for (const id of added) {
      await painted()
      await this.#take(id)
    }
  }

  /** `html`: the same with its markup, where the clipboard has it. */
  takeText = async (text: string, name: string, html = ''): Promise<void> => {
    await this.#take(this.#addText(text, name, html))
  }

  /** Takes up what pages that have gone left waiting; whether there was anything. */
  resume = async (): Promise<boolean> => {
    const left = await this.#waiting.takeUp()
    for (const before of left) {
      const { name, source } = before
      const id =
        'bytes' in source
          ? this.#addFile(new File([new Uint8Array(source.bytes)], name), before)
          : this.#addText(source.text, name, source.html, before)
      await painted()
      await this.#take(id)
    }
    return left.length > 0
  }

  /** Whether something waits for answers that would be lost if the page went now. */
  get atRisk(): boolean {
    return this.#waiting.atRisk
  }

  /** Keeps what was answered by now; to be called whenever an answer may have changed. */
  noteAnswers = (): void => {
    const { current, changing } = this
    if (current) this.#waiting.answer(current.item, current.review.answers)
    if (changing) this.#waiting.answer(changing.item, changing.changed.answers)
  }

  /** The screen was left: what waits for nothing more goes from the list. */
  rest = (): void => {
    for (const { id, outcome } of this.items) if (!isWaiting(outcome)) this.drop(id)
    this.dropped = undefined
  }

  /** Puts the review of a file on the screen. */
  look = async ({ id }: QueueItem): Promise<void> => {
    const last = this.#last?.item === id ? this.#last : undefined
    const shown = this.#looked.get(id) ?? last ?? (await this.#take(id))
    if (shown) this.#looked.set(id, shown)
    this.current = shown && 'review' in shown ? shown : undefined
    this.changing = shown && 'changed' in shown ? shown : undefined
  }

  /** Stores the draft under review as a new report; undefined when that failed. */
  accept = async ({ item, review }: Reviewing): Promise<Report | undefined> => {
    // A draft that is larger than any report would be stored and not open again.
    const opened = openReport(review.draft())
    if (opened.ok) {
      const report = await this.#store(item, opened.report)
      // What was not stored can be tried again, with all that was answered.
      if (report) this.#close()
      else this.current = undefined
      return report
    }
    this.#set(item, { kind: 'failed', reason: opened.reason, detail: opened.detail })
    this.#close()
    return undefined
  }

  /**
   * Takes over a document of our own with what was settled. Where the report it carries is what the
   * library has, what is taken goes into that; a library that says otherwise is asked as for any file.
   */
  settle = async ({ item, changed }: Changing): Promise<Report | undefined> => {
    const report = changed.result()
    const opened = openReport(report)
    if (!opened.ok) this.#set(item, { kind: 'failed', ...opened })
    // Of another year it is another report, which was written over the old one in Word.
    else if (report.year !== changed.report.year) await this.#store(item, report)
    else await this.#open(item, { ...changed.source.carried, report }, changed)
    this.#close()
    const outcome = this.items.find(({ id }) => id === item)?.outcome
    if (outcome?.kind === 'stored') return outcome.report
    return outcome?.kind === 'known' && outcome.meeting.standing === 'same'
      ? outcome.meeting.stored
      : undefined
  }

  /** Reads a document of our own by its words alone, as those of others are. */
  readPlainly = ({ item: id, changed: { source } }: Changing): void => {
    const item = this.items.find((one) => one.id === id)
    if (!item) return
    const { carried: _carried, differences: _differences, ...words } = source
    this.changing = undefined
    this.current = this.#understand(item, { ...words, ...recognise(source.blocks) })
    this.#looked.set(id, this.current)
  }

  /** Gives up the file under review. */
  abandon = (shown: Reviewing | Changing): void => {
    this.#close()
    this.#looked.set(shown.item, shown)
    this.drop(shown.item)
  }

  /** Keeps a report of our own beside the one that has its identity. */
  keepBoth = (item: QueueItem, report: Report): Promise<Report | undefined> =>
    this.#store(item.id, report)

  /** Takes the chosen differences into the stored report; its state before is kept as a snapshot. */
  merge = async (item: QueueItem, chosen: readonly Difference[]): Promise<void> => {
    const { outcome } = item
    if (outcome.kind !== 'known') return
    const { theirs } = outcome.meeting
    const merged = await mergeInto(outcome.meeting, chosen)
    const { before: _before, unmerged: _unmerged, ...known } = outcome
    this.#set(item.id, {
      ...known,
      meeting: await meetingOf(merged.ok ? merged.report : merged.stored, theirs),
      merged: merged.ok ? chosen.length : merged.reason,
      ...(merged.ok && { before: outcome.meeting })
    })
  }

  /**
   * Takes a merge back: the library has again what it had before. Where the browser did not store it, that
   * can be tried again; what was stored anew since is left, and can be compared with the file.
   */
  unmerge = async (item: QueueItem): Promise<void> => {
    const { outcome } = item
    if (outcome.kind !== 'known' || !outcome.before) return
    const undone = await undoMerge(outcome.before, outcome.meeting.stored)
    if (!undone.ok && undone.reason === 'failed') {
      this.#set(item.id, { ...outcome, unmerged: 'failed' })
      return
    }
    const { before: _before, merged: _merged, unmerged: _unmerged, ...known } = outcome
    this.#set(item.id, {
      ...known,
      meeting: await meetingOf(undone.ok ? undone.report : undone.stored, outcome.report),
      ...(!undone.ok && { unmerged: undone.reason })
    })
  }

  /** Ends the reading of a file at once, or before it has begun. */
  stop = (id: number): void => {
    this.#reads.delete(id)
    this.#stops.get(id)?.abort()
    this.#set(id, { kind: 'failed', reason: 'stopped', detail: '' })
  }

  drop = (id: number): void => {
    this.#stops.get(id)?.abort()
    const item = this.items.find((one) => one.id === id)
    const [read, looked] = [this.#reads.get(id), this.#looked.get(id)]
    this.items = this.items.filter((one) => one !== item)
    this.#reads.delete(id)
    this.#looked.delete(id)
    const kept = this.#waiting.forget(id)
    if (this.#last?.item === id) this.#last = undefined
    if (item && read && isAnswered(item.outcome)) this.dropped = { item, read, looked, kept }
  }

  /** Takes what was dropped last into the list again, with all that was answered. */
  takeBack = (): void => {
    if (!this.dropped) return
    const { item, read, looked, kept } = this.dropped
    this.dropped = undefined
    this.items = [...this.items, item].sort((a, b) => a.id - b.id)
    this.#reads.set(item.id, read)
    if (looked) this.#looked.set(item.id, looked)
    if (kept) this.#waiting.remember(item.id, kept)
  }

  #close(): void {
    for (const shown of [this.current, this.changing]) if (shown) this.#looked.delete(shown.item)
    this.current = undefined
    this.changing = undefined
    this.#last = undefined
  }

  #addFile(file: File, before?: WaitingImport): number {
    return this.#add(file.name, (reading) => recogniseFile(file, reading), { file }, before)
  }

  #addText(text: string, name: string, html: string, before?: WaitingImport): number {
    const read: Read = (reading) => recognisePasted(text, html, reading)
    return this.#add(name, read, { text, html }, before)
  }

  #add(name: string, read: Read, handed: HandedSource, before?: WaitingImport): number {
    const id = this.#next++
    this.#reads.set(id, read)
    this.#waiting.note(id, name, handed, before)
    this.items = [...this.items, { id, name, outcome: { kind: 'reading' } }]
    return id
  }

  #set(id: number, outcome: Outcome): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, outcome } : item))
    if (!isWaiting(outcome)) this.#waiting.forget(id)
    else if (outcome.kind !== 'reading') this.#waiting.keep(id)
  }

  /** One of the doors where the unexpected is caught: a reader that breaks costs its file only. */
  async #take(id: number): Promise<Reviewing | Changing | undefined> {
    const item = this.items.find((one) => one.id === id)
    const read = this.#reads.get(id)
    // It was taken off the list before its turn came.
    if (!item || !read) return undefined
    const stop = new AbortController()
    this.#stops.set(id, stop)
    try {
      this.#set(id, { kind: 'reading' })
      const result = await read({
        onProgress: (done, total) => this.#set(id, { kind: 'reading', done, total }),
        signal: stop.signal
      })
      if (!result.ok) this.#set(id, { kind: 'failed', ...result })
      else if ('differences' in result) return this.#compare(item, result)
      else if ('report' in result) await this.#open(id, result)
      else return this.#understand(item, result)
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.#set(id, { kind: 'failed', reason: 'broken', detail })
    } finally {
      this.#stops.delete(id)
    }
    return undefined
  }

  #understand({ id, name }: QueueItem, source: RecognisedSource): Reviewing {
    const review = new Review(name, source)
    review.resume(this.#waiting.answersOf(id))
    const { read, numbers, doubtful } = review.counts
    const prose = Object.values(review.patch.text).some(Boolean)
    this.#set(id, read ? { kind: 'review', numbers, doubtful } : { kind: 'nothing', prose })
    this.#last = { item: id, review }
    return this.#last
  }

  #compare({ id, name }: QueueItem, source: ChangedReport): Changing {
    const changed = new WordReview(name, source)
    changed.resume(this.#waiting.answersOf(id))
    this.#set(id, { kind: 'changed', differences: changed.differences.length })
    this.#last = { item: id, changed }
    return this.#last
  }

  /** `changed`: what was taken of the words of the document that carries the report. */
  async #open(
    id: number,
    { ok: _ok, report, ...changes }: ReadReport,
    changed?: WordReview
  ): Promise<void> {
    const { getReport } = await import('../../storage/reports/reports.ts')
    const stored = await getReport(report.id)
    if (!stored) {
      await this.#store(id, report, changes)
      return
    }
    const meeting = await meetingOf(stored, report)
    if (meeting.standing === 'same') (await import('../../storage/past/known.ts')).noteKnown(report)
    this.#set(id, { kind: 'known', report, meeting, ...changes })
    const item = this.items.find((one) => one.id === id)
    const taken = differences(stored, report)
    const isAsCarried = changed && differences(stored, changed.report).length === 0
    if (item && taken.length && isAsCarried) await this.merge(item, taken)
  }

  async #store(id: number, report: Report, changes: Changes = {}): Promise<Report | undefined> {
    const saved: Saved = await this.#library.add(report)
    if (!saved.ok) {
      this.#set(id, { kind: 'unstored', reason: saved.reason })
      return undefined
    }
    const { noteKnown } = await import('../../storage/past/known.ts')
    noteKnown(saved.report)
    this.#set(id, { kind: 'stored', report: saved.report, ...changes })
    return saved.report
  }
}

/** Whether it is looked through by somebody, whose answers are not to be lost. */
const isAnswered = ({ kind }: Outcome): boolean => kind === 'review' || kind === 'changed'

/** Whether somebody has to answer something yet. */
const isWaiting = (outcome: Outcome): boolean =>
  outcome.kind === 'reading' ||
  outcome.kind === 'review' ||
  outcome.kind === 'changed' ||
  outcome.kind === 'unstored' ||
  (outcome.kind === 'known' &&
    outcome.meeting.standing !== 'same' &&
    typeof outcome.merged !== 'number')
