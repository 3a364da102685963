/** Pages for the screen: set with the very fonts that the screen shows them in. */
import type { Block } from '../core/blocks.ts'
import type { ChartSlot, Document, Look } from '../typeset/page.ts'
import { pageSvg, type SvgElement } from '../typeset/svg.ts'
import { drawingSvg } from './charts/svg.ts'
import { fontLibrary, ownName, type FontLibrary } from './fonts/library.ts'
import { fetchFrom, loadFont, loadManifest } from './fonts/load.ts'
import type { FontFailure, LoadedFont } from './fonts/load.ts'
import type { FontFile, Manifest } from './fonts/manifest.ts'
import { ownFont } from './fonts/own.ts'
import { familyOf, showFont } from './fonts/screen.ts'
import { singleFont } from './fonts/single.ts'
import { pageSetter, type SetPages } from './pages.ts'
import type { OwnFile } from './pdf/job.ts'

/** A document with each of its pages as SVG; a page that did not change is the same element. */
export type Pressed =
  | { readonly ok: true; readonly document: Document; readonly svg: readonly SvgElement[] }
  | FontFailure

export interface Press {
  /**
   * Sets the blocks, fetching what fonts they need first; later calls set only what changed.
   * `own` are fonts of this computer: another list than the last time changes them everywhere.
   */
  readonly set: (blocks: readonly Block[], look: Look, own: readonly OwnFile[]) => Promise<Pressed>
}

/** Opens a press over the fonts in a folder, an absolute address that ends in a slash. */
export async function openPress(
  folder: string
): Promise<{ readonly ok: true; readonly press: Press } | FontFailure> {
  const fetchBytes = fetchFrom(folder)
  const list = await loadManifest(fetchBytes)
  if (!list.ok) return list
  const loaded = new Map<FontFile, LoadedFont>()
  const load = async (file: FontFile): Promise<LoadedFont | FontFailure> => {
    const known = loaded.get(file)
    if (known) return known
    const font = await loadFont(file, fetchBytes)
    if (!font.ok) return font
    await showFont(file.font, font.bytes)
    loaded.set(file, font)
    return font
  }
  let cases: Cases | undefined
  const casesFor = async (own: readonly OwnFile[]): Promise<Cases> => {
    if (cases?.own === own) return cases
    cases?.faces.forEach((face) => document.fonts.delete(face))
    cases = await takeUp(own, list.manifest, load)
    return cases
  }
  const drawn = new WeakMap<Document['pages'][number], SvgElement>()
  return {
    ok: true,
    press: {
      async set(blocks, look, own) {
        const result = await setterFor(await casesFor(own), look)(blocks)
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

/** The fonts in use, and what was set in them. */
interface Cases {
  readonly own: readonly OwnFile[]
  readonly library: FontLibrary
  readonly faces: readonly FontFace[]
  readonly setters: Map<string, SetPages>
}

/** Shows the computer's own fonts; one that the browser cannot show is left out. */
async function takeUp(
  own: readonly OwnFile[],
  manifest: Manifest,
  load: (file: FontFile) => Promise<LoadedFont | FontFailure>
): Promise<Cases> {
  const shown = await Promise.all(
    own.map(async ({ role, bytes, postScriptName }) => {
      const found = ownFont(bytes, postScriptName)
      const face = found.ok && (await showFont(ownName(role), singleFont(found.font)))
      return found.ok && face ? { role, font: found.font, face } : undefined
    })
  )
  const fit = shown.filter((each) => each !== undefined)
  const fonts = new Map(fit.map(({ role, font }) => [role, font]))
  return {
    own,
    library: fontLibrary(manifest, load, fonts),
    faces: fit.map(({ face }) => face),
    setters: new Map()
  }
}

function setterFor({ library, setters }: Cases, look: Look): SetPages {
  const key = JSON.stringify(look)
  const setter = setters.get(key) ?? pageSetter(library, look)
  setters.set(key, setter)
  return setter
}
