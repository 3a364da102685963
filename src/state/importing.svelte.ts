import { standing, takeTheirs, type Difference, type Standing } from '../core/compare.ts'
import type { Report } from '../core/report.ts'
import { readFile, readPasted, type FileRead, type Unread } from '../formats/index.ts'
import type { Library, Saved } from './library.svelte.ts'
import { Review } from './review.svelte.ts'

/** What became of one file or pasted text. */
export type Outcome =
  | { readonly kind: 'reading' }
  /** It is read and waits to be looked through. */
  | { readonly kind: 'review'; readonly review: Review }
  /** A report of our own, stored. */
  | { readonly kind: 'stored'; readonly report: Report; readonly migratedFrom?: number }
  /** A report of our own whose identity is here already: the other state of it, and the one here. */
  | {
      readonly kind: 'known'
      readonly report: Report
      readonly stored: Report
      readonly standing: Standing
      /** What became of the last attempt to merge: how much was taken, or why it failed. */
      readonly merged?: number | 'conflict' | 'failed'
    }
  /** Nothing of the form was found in it. */
  | { readonly kind: 'nothing'; readonly review: Review }
  | { readonly kind: 'failed'; readonly reason: Unread | 'broken'; readonly detail: string }
  | { readonly kind: 'unstored'; readonly reason: 'conflict' | 'full' | 'failed' }

export interface Item {
  readonly id: number
  readonly name: string
  readonly outcome: Outcome
}

/** The files handed in, each on its way from bytes to a stored report. */
export class Importing {
  items: readonly Item[] = $state.raw([])
  #library: Library
  #next = 0

  constructor(library: Library) {
    this.#library = library
  }

  takeFiles = async (files: Iterable<File>): Promise<void> => {
    const added = [...files].map((file) => ({ file, id: this.#add(file.name) }))
    // One after the other: fifty files at once would hold fifty files' bytes.
    for (const { file, id } of added) await this.#take(id, file.name, () => readFile(file))
  }

  /** `html`: the same with its markup, where the clipboard has it. */
  takeText = (text: string, name: string, html = ''): Promise<void> =>
    this.#take(this.#add(name), name, () => readPasted(text, html))

  /** Stores the draft of a review as a new report; undefined when that failed. */
  accept = async (item: Item, review: Review): Promise<Report | undefined> =>
    this.#store(item.id, review.draft())

  /** Keeps a report of our own beside the one that has its identity. */
  keepBoth = (item: Item, report: Report): Promise<Report | undefined> =>
    this.#store(item.id, report)

  /** Takes the chosen differences into the stored report; its state before is kept as a snapshot. */
  merge = async (item: Item, chosen: readonly Difference[]): Promise<void> => {
    const { outcome } = item
    if (outcome.kind !== 'known') return
    const { stored, report } = outcome
    const { saveReport } = await import('../storage/reports.ts')
    const { takeSnapshot } = await import('../storage/snapshots.ts')
    try {
      await takeSnapshot(stored, 'merge')
    } catch {
      // Without a way back nothing is changed.
      this.#set(item.id, { ...outcome, merged: 'failed' })
      return
    }
    const saved = await saveReport(takeTheirs(stored, report, chosen), stored.rev, report.rev)
    const now = saved.ok ? saved.report : saved.reason === 'conflict' ? saved.stored : stored
    const merged = saved.ok ? chosen.length : saved.reason === 'conflict' ? 'conflict' : 'failed'
    this.#set(item.id, { ...outcome, stored: now, standing: standing(now, report), merged })
  }

  /** Looks through a source in which no table was found, for the sake of its prose. */
  lookThrough = (item: Item, review: Review): void => this.#set(item.id, { kind: 'review', review })

  drop = (item: Item): void => {
    this.items = this.items.filter(({ id }) => id !== item.id)
  }

  #add(name: string): number {
    const id = this.#next++
    this.items = [...this.items, { id, name, outcome: { kind: 'reading' } }]
    return id
  }

  #set(id: number, outcome: Outcome): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, outcome } : item))
  }

  /** One of the doors where the unexpected is caught: a reader that breaks costs its file only. */
  async #take(id: number, name: string, read: () => Promise<FileRead>): Promise<void> {
    try {
      const result = await read()
      if (!result.ok) this.#set(id, { kind: 'failed', ...result })
      else if ('report' in result) await this.#open(id, result.report, result.migratedFrom)
      else {
        const review = new Review({
          name,
          blocks: result.blocks,
          ...(result.shownText !== undefined && { shownText: result.shownText }),
          ...(result.mended && { mended: result.mended })
        })
        this.#set(id, { kind: review.counts.read ? 'review' : 'nothing', review })
      }
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.#set(id, { kind: 'failed', reason: 'broken', detail })
    }
  }

  async #open(id: number, report: Report, migratedFrom: number | undefined): Promise<void> {
    const { getReport } = await import('../storage/reports.ts')
    const stored = await getReport(report.id)
    if (stored) {
      this.#set(id, { kind: 'known', report, stored, standing: standing(stored, report) })
    } else await this.#store(id, report, migratedFrom)
  }

  async #store(id: number, report: Report, migratedFrom?: number): Promise<Report | undefined> {
    const saved: Saved = await this.#library.add(report)
    if (!saved.ok) {
      this.#set(id, { kind: 'unstored', reason: saved.reason })
      return undefined
    }
    const migrated = migratedFrom === undefined ? {} : { migratedFrom }
    this.#set(id, { kind: 'stored', report: saved.report, ...migrated })
    return saved.report
  }
}
