/** Pages for the screen: set with the fonts that come with the app, which the screen shows too. */
import type { Block } from '../core/blocks.ts'
import type { Document, Look, Page } from '../typeset/page.ts'
import { pageSvg, type SvgElement } from '../typeset/svg.ts'
import { createTypesetter } from '../typeset/typeset.ts'
import { fontLibrary } from './fonts/library.ts'
import { fetchFrom, loadFont, loadManifest, type FontFailure } from './fonts/load.ts'
import { familyOf, showFont } from './fonts/screen.ts'

export type Pressed = { readonly ok: true; readonly document: Document } | FontFailure

export interface Press {
  /** Sets the blocks, fetching what fonts they need first; later calls set only what changed. */
  readonly set: (blocks: readonly Block[], look: Look) => Promise<Pressed>
  /** A page as SVG; the same page gives the same element. */
  readonly svg: (page: Page) => SvgElement
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

  const drawn = new WeakMap<Page, SvgElement>()
  let setter: { look: Look; set: ReturnType<typeof createTypesetter> } | undefined
  const typesetterFor = (look: Look) => {
    if (!setter || !sameLook(setter.look, look)) {
      setter = { look, set: createTypesetter(library.set(), look) }
    }
    return setter.set
  }
  return {
    ok: true,
    press: {
      svg(page) {
        const element = drawn.get(page) ?? pageSvg(page, { family: familyOf })
        drawn.set(page, element)
        return element
      },
      async set(blocks, look) {
        for (;;) {
          const document = typesetterFor(look)(blocks)
          const settled = await library.settle()
          if (!settled.ok) return settled
          if (settled.loaded === 0) return { ok: true, document }
          // New fonts have come: what was measured without them is measured again.
          setter = undefined
        }
      }
    }
  }
}

const sameLook = (a: Look, b: Look): boolean =>
  a.style === b.style && a.digits === b.digits && a.draft === b.draft
