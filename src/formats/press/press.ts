/**
 * Pages for the screen and as files: one thread (`worker.ts`) sets them, with the very fonts that
 * the screen shows them in, and makes files of what it has set.
 */
import type { Block } from '../../core/compose/blocks.ts'
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { Document, Look, Page } from '../../typeset/page/page.ts'
import { pageSvg, type SvgElement } from '../../typeset/page/svg.ts'
import { drawingSvg } from '../charts/svg.ts'
import type { FontFailure } from '../fonts/load.ts'
import type { OwnFile } from '../fonts/own.ts'
import { showOwnFonts, type OwnOnScreen } from '../fonts/own-screen.ts'
import { familyOf, showFont } from '../fonts/screen.ts'
import { openThreads, type AskOptions, type JobOutcome } from '../threads/threads.ts'
import type { FileMeta, FileProgress, FileResult } from './render.ts'
import type { PaintedKind, PressNote, PressTasks, SetJob, SetResult } from './tasks.ts'

/** What pages are set from: the same copy gives the same pages, on the screen and in a file. */
export interface Copy {
  readonly blocks: readonly Block[]
  readonly look: Look
  /** Fonts of this computer; another list than the last time changes them everywhere. */
  readonly own: readonly OwnFile[]
}

/** Why nothing was set: a font, or a fault of ours with a detail for whoever looks into it. */
export type SetFailure =
  FontFailure | { readonly ok: false; readonly reason: 'failed'; readonly detail: string }

/** A document; a page that did not change is the same object as the last time. */
export type Pressed =
  | {
      readonly ok: true
      readonly document: Document
      /** A page of the document as SVG; the same page gives the same element. */
      readonly draw: (page: Page) => SvgElement
    }
  | SetFailure

/** A file, or why there is none. */
export type FileOutcome = FileResult | Extract<JobOutcome<never>, { ok: false }>

export interface FileOptions {
  readonly onProgress?: (progress: FileProgress) => void
  /** Ends the export at once, and with it the thread, whatever it is doing. */
  readonly signal?: AbortSignal
}

/** Jobs are done in turn. None of them ever rejects. */
export interface Press {
  /** Sets pages, fetching what fonts they need first; later calls set only what changed. */
  readonly set: (copy: Copy) => Promise<Pressed>
  /** Makes a file. A copy that was set before is not set again. */
  readonly file: (
    kind: PaintedKind,
    copy: Copy,
    meta: FileMeta,
    options?: FileOptions
  ) => Promise<FileOutcome>
}

/** What pages are made with: a press, opened when it is first asked for, and the fonts chosen. */
export interface PageMeans {
  readonly press: () => Promise<Press>
  /** Known once the press is there. */
  readonly fonts: { readonly chosen: readonly OwnFile[] }
}

const startWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/** What the thread knows that we have. */
interface Held {
  readonly pages: Page[]
  own?: readonly OwnFile[]
}

/**
 * Opens a press over the fonts in a folder, an absolute address that ends in a slash. Its thread
 * starts with the first job, and again after a job that was cancelled or broke.
 */
export function openPress(folder: string, start: () => Worker = startWorker): Press {
  const ask = openThreads<PressTasks>(start)
  let held: Held = { pages: [] }
  let ownFonts: OwnOnScreen | undefined
  /** By the names of their files. */
  const fonts = new Map<string, Promise<unknown>>()
  const drawings = new WeakMap<Page, ReadonlyMap<string, Drawing>>()
  const drawn = new WeakMap<Page, SvgElement>()

  const take = (note: PressNote): void => {
    if (note.kind === 'font') {
      if (!fonts.has(note.file)) fonts.set(note.file, showFont(note.font, note.bytes))
    } else if (note.kind === 'pages') {
      for (const { index, page, drawings: charts } of note.pages) {
        held.pages[index] = page
        drawings.set(page, charts)
      }
    }
  }
  const run = async <N extends keyof PressTasks>(
    name: N,
    { blocks, look, own }: Copy,
    jobOf: (job: SetJob) => PressTasks[N]['job'],
    options: AskOptions<PressNote>
  ): Promise<JobOutcome<PressTasks[N]['answer']>> => {
    if (ownFonts?.chosen !== own) ownFonts = await showOwnFonts(own, ownFonts)
    const { fit } = ownFonts
    // Cancelled before it began: the thread lives on, and remembers what it has.
    if (options.signal?.aborted) return { ok: false, reason: 'cancelled' }
    const job = { folder, blocks, look, ...(held.own !== fit && { own: fit }) }
    held.own = fit
    const outcome = await ask(name, jobOf(job), options)
    if (!outcome.ok) held = { pages: [] }
    return outcome
  }

  const draw = (page: Page): SvgElement => {
    const known = drawn.get(page)
    if (known) return known
    const element = pageSvg(page, {
      family: familyOf,
      chart: (slot) => {
        const drawing = drawings.get(page)?.get(slot.spec.id)
        return drawing && drawingSvg(drawing, { ...slot, alt: slot.spec.alt }, familyOf)
      }
    })
    drawn.set(page, element)
    return element
  }
  /** The document of an answer, its pages those that we hold. */
  const documentOf = ({ count, ...rest }: Extract<SetResult, { ok: true }>): Document => {
    held.pages.length = count
    return { ...rest, pages: [...held.pages] }
  }

  // One thread does everything: a job is not asked for before the last one has ended.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(job: () => Promise<Result>): Promise<Result> => {
    const result = last.then(job)
    // Whatever became of it, the next one has its turn.
    last = result.catch(() => undefined)
    return result
  }

  return {
    set: async (copy) => {
      const pressed = await inTurn(async (): Promise<Pressed> => {
        const outcome = await run('set', copy, (job) => job, { onNote: take })
        if (!outcome.ok) {
          return { ok: false, reason: 'failed', detail: 'detail' in outcome ? outcome.detail : '' }
        }
        if (!outcome.answer.ok) return outcome.answer
        return { ok: true, document: documentOf(outcome.answer), draw }
      })
      // The screen waits for them; the job that is next need not.
      await Promise.all(fonts.values())
      return pressed
    },

    file: (kind, copy, meta, { onProgress, signal } = {}) => {
      const made = inTurn(async () => {
        const onNote = (note: PressNote): void => {
          if (note.kind === 'progress') onProgress?.(note.progress)
          else take(note)
        }
        const outcome = await run('file', copy, (job) => ({ ...job, kind, meta }), {
          onNote,
          signal
        })
        return outcome.ok ? outcome.answer : outcome
      })
      // A job that still waits for its turn need not wait to be cancelled.
      return Promise.race([made, cancelled(signal)])
    }
  }
}

const cancelled = (signal?: AbortSignal): Promise<FileOutcome> =>
  new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve({ ok: false, reason: 'cancelled' }))
  })
