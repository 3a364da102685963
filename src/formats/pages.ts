/** A report set in type with the fonts it needs: what the preview shows and the PDF is painted of. */
import type { Block } from '../core/blocks.ts'
import type { Drawing } from '../typeset/drawing.ts'
import type { Document, Fault, Look } from '../typeset/page.ts'
import type { FontSet } from '../typeset/metrics.ts'
import { createTypesetter } from '../typeset/typeset.ts'
import type { DrawnChart } from './charts/draw.ts'
import type { FontLibrary } from './fonts/library.ts'
import type { FontFailure } from './fonts/load.ts'

export interface Pages {
  readonly ok: true
  readonly document: Document
  /** The charts by the id of their specs, each drawn to fill its slot. */
  readonly drawings: ReadonlyMap<string, Drawing>
}

/** Sets blocks; remembers what it set before, so that setting again after a small change is quick. */
export type SetPages = (
  blocks: readonly Block[],
  onFonts?: (done: number, total: number) => void
) => Promise<Pages | FontFailure>

/**
 * A setter of pages. The first pass shows which characters there are; the files that hold them are
 * then fetched and the pass repeated, until nothing new turns up.
 */
export function pageSetter(library: FontLibrary, look: Look): SetPages {
  let fonts: FontSet | undefined
  let typeset: ReturnType<typeof createTypesetter> | undefined
  return async (blocks, onFonts) => {
    const draw = blocks.some(({ type }) => type === 'chart')
      ? (await import('./charts/draw.ts')).drawChart
      : undefined
    for (;;) {
      const current = library.set()
      if (!typeset || fonts !== current) typeset = createTypesetter(current, look)
      fonts = current
      const document = typeset(blocks)
      const charts = draw ? drawn(document, draw, current) : { drawings: new Map(), faults: [] }
      const settled = await library.settle(onFonts)
      if (!settled.ok) return settled
      if (settled.loaded > 0) continue
      const { drawings, faults } = charts
      return {
        ok: true,
        document: { ...document, faults: [...document.faults, ...faults] },
        drawings
      }
    }
  }
}

/** Fills the slots of a document. */
function drawn(
  { pages }: Document,
  draw: (...at: [slot: Slot['spec'], width: number, height: number, fonts: FontSet]) => DrawnChart,
  fonts: FontSet
): { drawings: Map<string, Drawing>; faults: Fault[] } {
  const drawings = new Map<string, Drawing>()
  const faults: Fault[] = []
  pages.forEach(({ items }, page) => {
    for (const item of items) {
      if (item.kind !== 'chart') continue
      const { spec, width, height, from } = item
      const { drawing, missing } = draw(spec, width, height, fonts)
      drawings.set(spec.id, drawing)
      for (const code of missing) {
        faults.push({ kind: 'missing', code, page, from, near: spec.title })
      }
    }
  })
  return { drawings, faults }
}

type Slot = Extract<Document['pages'][number]['items'][number], { kind: 'chart' }>
