/** Pages for the screen: set with the fonts that come with the app, which the screen shows too. */
import type { Block } from '../core/blocks.ts'
import type { ChartSlot, Document, Look } from '../typeset/page.ts'
import { pageSvg, type SvgElement } from '../typeset/svg.ts'
import { drawingSvg } from './charts/svg.ts'
import { fontLibrary } from './fonts/library.ts'
import { fetchFrom, loadFont, loadManifest, type FontFailure } from './fonts/load.ts'
import { familyOf, showFont } from './fonts/screen.ts'
import { pageSetter, type SetPages } from './pages.ts'

/** A document with each of its pages as SVG; a page that did not change is the same element. */
export type Pressed =
  | { readonly ok: true; readonly document: Document; readonly svg: readonly SvgElement[] }
  | FontFailure

export interface Press {
  /** Sets the blocks, fetching what fonts they need first; later calls set only what changed. */
  readonly set: (blocks: readonly Block[], look: Look) => Promise<Pressed>
}

/** Opens a press over the fonts in a folder, an absolute address that ends in a slash. */
export async function openPress(
  folder: string
): Promise<{ readonly ok: true; readonly press: Press } | FontFailure> {
  const fetchBytes = fetchFrom(folder)
  const list = await loadManifest(fetchBytes)
  if (!list.ok) return list
  const library = fontLibrary(list.manifest, async (file) => {
    const loaded = await loadFont(file, fetchBytes)
    if (loaded.ok) await showFont(file.font, loaded)
    return loaded
  })

  const drawn = new WeakMap<Document['pages'][number], SvgElement>()
  const setters = new Map<string, SetPages>()
  const setterFor = (look: Look): SetPages => {
    const key = JSON.stringify(look)
    const setter = setters.get(key) ?? pageSetter(library, look)
    setters.set(key, setter)
    return setter
  }
  return {
    ok: true,
    press: {
      async set(blocks, look) {
        const result = await setterFor(look)(blocks)
        if (!result.ok) return result
        const { document, drawings } = result
        const chart = (slot: ChartSlot): SvgElement | undefined => {
          const drawing = drawings.get(slot.spec.id)
          return drawing && drawingSvg(drawing, { ...slot, alt: slot.spec.alt }, familyOf)
        }
        const svg = document.pages.map((page) => {
          const element = drawn.get(page) ?? pageSvg(page, { family: familyOf, chart })
          drawn.set(page, element)
          return element
        })
        return { ok: true, document, svg }
      }
    }
  }
}
