/** From blocks to the bytes of a PDF. Runs in the worker, and in plain Node for tests. */
import type { Block } from '../../core/compose/blocks.ts'
import type { Fault } from '../../typeset/page/page.ts'
import type { FontLibrary } from '../fonts/library.ts'
import type { FontFailure } from '../fonts/load.ts'
import type { SetPages } from './pages.ts'
import { packFont, writeFont } from '../pdf/embed.ts'
import { usedFonts } from '../pdf/glyphs.ts'
import { writeOutline } from '../pdf/outline.ts'
import { writeStructure } from '../pdf/structure.ts'

export interface PdfMeta {
  /** The document's title, as readers show it in the window's bar. */
  readonly title: string
  /** The unit that publishes the report. */
  readonly author: string
}

/** How far an export is: fonts fetched, pages painted, or the last step, which cannot be divided. */
export interface PdfProgress {
  readonly step: 'fonts' | 'pages' | 'file'
  readonly done: number
  readonly total: number
}

export type PdfResult =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number }
  | FontFailure
  /** Characters that no font has, with their places: the page would have holes. */
  | { readonly ok: false; readonly reason: 'missing'; readonly faults: readonly Fault[] }

/** Sets and paints blocks with the fonts of a library, over which `set` was made; writes the file. */
export async function renderPdf(
  blocks: readonly Block[],
  meta: PdfMeta,
  set: SetPages,
  library: FontLibrary,
  onProgress: (progress: PdfProgress) => void = () => undefined
): Promise<PdfResult> {
  // Fetched while fonts are: jsPDF is the greatest part of the code.
  const painting = Promise.all([import('../pdf/container.ts'), import('../pdf/content.ts')])
  const result = await set(blocks, (done, total) => onProgress({ step: 'fonts', done, total }))
  if (!result.ok) return result
  const { document, drawings } = result
  const missing = document.faults.filter(({ kind }) => kind === 'missing')
  if (missing.length > 0) return { ok: false, reason: 'missing', faults: missing }
  const used = usedFonts(document, drawings, library.source)
  if (!used.ok) return { ok: false, reason: 'missing', faults: [used.fault] }
  const [{ assemblePdf }, { paintPage }] = await painting

  const total = document.pages.length
  const painted = document.pages.map((page, index) => {
    onProgress({ step: 'pages', done: index + 1, total })
    return { ...page, ...paintPage(page, document.nodes, drawings, used.fonts) }
  })
  onProgress({ step: 'file', done: 0, total: 1 })
  const fonts = await Promise.all([...used.fonts.values()].map(packFont))
  const bytes = assemblePdf({
    ...meta,
    pages: painted,
    fonts: fonts.map((font) => (objects) => writeFont(font, objects)),
    rest: (objects) =>
      [
        writeStructure(
          document,
          painted.map(({ marks }) => marks),
          objects
        ),
        writeOutline(document, objects)
      ].join(' ')
  })
  return { ok: true, bytes, pages: total }
}
