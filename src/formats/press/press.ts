/**
 * Pages for the screen: set in a thread of their own (`page-thread.ts`) with the very fonts that the
 * screen shows them in.
 */
import type { Block } from '../../core/compose/blocks.ts'
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { Document, Look, Page } from '../../typeset/page/page.ts'
import { pageSvg, type SvgElement } from '../../typeset/page/svg.ts'
import { drawingSvg } from '../charts/svg.ts'
import { ownName } from '../fonts/library.ts'
import { ownFont } from '../fonts/own.ts'
import { familyOf, showFont } from '../fonts/screen.ts'
import { singleFont } from '../fonts/single.ts'
import type { SetAnswer, SetFailure } from './page-thread.ts'
import type { OwnFile } from './pdf-job.ts'
import type { ThreadJob } from './worker.ts'

/** A document; a page that did not change is the same object as the last time. */
export type Pressed =
  | {
      readonly ok: true
      readonly document: Document
      /** A page of the document as SVG; the same page gives the same element. */
      readonly draw: (page: Page) => SvgElement
    }
  | SetFailure

export interface Press {
  /**
   * Sets the blocks, fetching what fonts they need first; later calls set only what changed.
   * `own` are fonts of this computer: another list than the last time changes them everywhere.
   * Never rejects.
   */
  readonly set: (blocks: readonly Block[], look: Look, own: readonly OwnFile[]) => Promise<Pressed>
}

const startWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/**
 * Opens a press over the fonts in a folder, an absolute address that ends in a slash. Its thread
 * starts with the first setting, and again after a fault.
 */
export function openPress(folder: string, start: () => Worker = startWorker): Press {
  let thread: Thread | undefined
  /** Kept from the moment it is asked for: two settings at once must not show fonts twice. */
  let mine: { readonly chosen: readonly OwnFile[]; readonly shown: Promise<Shown> } | undefined
  const shownOf = (own: readonly OwnFile[]): Promise<Shown> => {
    if (mine?.chosen !== own) {
      const before = mine?.shown
      mine = { chosen: own, shown: takeUp(own, before) }
    }
    return mine.shown
  }
  return {
    async set(blocks, look, own) {
      const { fit } = await shownOf(own)
      try {
        thread ??= openThread(start(), folder, () => (thread = undefined))
      } catch (error) {
        return { ok: false, reason: 'failed', detail: String(error) }
      }
      return thread(blocks, look, fit)
    }
  }
}

/** Fonts of this computer that the screen shows. */
interface Shown {
  readonly fit: readonly OwnFile[]
  readonly faces: readonly FontFace[]
}

/** Shows the computer's own fonts in place of others; one that the browser cannot show is left out. */
async function takeUp(own: readonly OwnFile[], before?: Promise<Shown>): Promise<Shown> {
  const old = await before
  old?.faces.forEach((face) => document.fonts.delete(face))
  const shown = await Promise.all(
    own.map(async (file) => {
      const found = ownFont(file.bytes, file.postScriptName)
      const face = found.ok && (await showFont(ownName(file.role), singleFont(found.font)))
      const { role, bytes, postScriptName } = file
      const plain = { role, bytes, ...(postScriptName && { postScriptName }) }
      return face ? [{ file: plain, face }] : []
    })
  )
  const fit = shown.flat()
  return { fit: fit.map(({ file }) => file), faces: fit.map(({ face }) => face) }
}

/** Asks the thread for a setting. */
type Thread = (blocks: readonly Block[], look: Look, fit: readonly OwnFile[]) => Promise<Pressed>

function openThread(worker: Worker, folder: string, onEnd: () => void): Thread {
  const waiting = new Map<number, (pressed: Pressed) => void>()
  /** As the thread knows that we hold them. */
  const held: Page[] = []
  const drawings = new WeakMap<Page, ReadonlyMap<string, Drawing>>()
  const drawn = new WeakMap<Page, SvgElement>()
  const fonts: Promise<unknown>[] = []
  let asked = 0
  let own: readonly OwnFile[] | undefined

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
  const finish = (id: number, pressed: Pressed): void => {
    waiting.get(id)?.(pressed)
    waiting.delete(id)
  }

  worker.onmessage = ({ data }: MessageEvent<SetAnswer>) => {
    if (data.kind === 'font') fonts.push(showFont(data.font, data.bytes))
    else if (data.kind === 'pages') {
      for (const { index, page, drawings: charts } of data.pages) {
        held[index] = page
        drawings.set(page, charts)
      }
    } else {
      const { id, result } = data
      if (!result.ok) return finish(id, result)
      const { count, nodes, outline, faults } = result
      held.length = count
      const document: Document = { pages: [...held], nodes, outline, faults }
      void Promise.all(fonts).then(() => finish(id, { ok: true, document, draw }))
    }
  }
  worker.onerror = (event) => {
    worker.terminate()
    onEnd()
    const detail = event.message || 'the thread did not start'
    for (const id of [...waiting.keys()]) finish(id, { ok: false, reason: 'failed', detail })
  }

  return (blocks, look, fit) =>
    new Promise((resolve) => {
      const id = ++asked
      waiting.set(id, resolve)
      const job = { id, folder, blocks, look, ...(own !== fit && { own: fit }) }
      own = fit
      worker.postMessage({ kind: 'set', job } satisfies ThreadJob)
    })
}
