/** From blocks to the bytes of a file of pages, whatever its kind. */
import type { Block } from '../../core/compose/blocks.ts'
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { Document, Fault } from '../../typeset/page/page.ts'
import type { FontLibrary } from '../fonts/library.ts'
import type { FontFailure } from '../fonts/load.ts'
import { usedFonts, type GlyphFit, type UsedFonts } from '../fonts/used.ts'
import type { SetPages } from './pages.ts'

export interface FileMeta {
  /** The document's title, as readers show it in the window's bar. */
  readonly title: string
  /** The unit that publishes the report. */
  readonly author: string
  /** The day on which the file is made, YYYY-MM-DD. */
  readonly date: string
}

/** How far a file is: fonts fetched, pages painted, or the last step, which cannot be divided. */
export interface FileProgress {
  readonly step: 'fonts' | 'pages' | 'file'
  readonly done: number
  readonly total: number
}

export type FileResult =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number }
  | FontFailure
  /** Characters that no font has, with their places: the page would have holes. */
  | { readonly ok: false; readonly reason: 'missing'; readonly faults: readonly Fault[] }

/** Set pages with every font that they need, ready to be painted. */
export interface Printable {
  readonly document: Document
  readonly drawings: ReadonlyMap<string, Drawing>
  readonly fonts: UsedFonts
}

/** Makes the bytes; `onPage` is called after each page. */
export type Paint = (
  printable: Printable,
  meta: FileMeta,
  onPage: () => void
) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>

/** Sets and paints blocks with the fonts of a library, over which `set` was made. */
export type Render = (
  blocks: readonly Block[],
  meta: FileMeta,
  set: SetPages,
  library: FontLibrary,
  onProgress?: (progress: FileProgress) => void
) => Promise<FileResult>

/** The renderer of one kind of file. Its code is fetched while fonts are. */
export const renderer =
  (fit: GlyphFit, load: () => Promise<Paint>): Render =>
  async (blocks, meta, set, library, onProgress = () => undefined) => {
    const loading = load()
    const result = await set(blocks, (done, total) => onProgress({ step: 'fonts', done, total }))
    if (!result.ok) return result
    const { document, drawings } = result
    const missing = document.faults.filter(({ kind }) => kind === 'missing')
    if (missing.length > 0) return { ok: false, reason: 'missing', faults: missing }
    const used = usedFonts(document, drawings, library.source, fit)
    if (!used.ok) return { ok: false, reason: 'missing', faults: [used.fault] }
    const paint = await loading

    const total = document.pages.length
    let done = 0
    const bytes = await paint({ document, drawings, fonts: used.fonts }, meta, () => {
      onProgress({ step: 'pages', done: ++done, total })
      if (done === total) onProgress({ step: 'file', done: 0, total: 1 })
    })
    return { ok: true, bytes, pages: total }
  }
