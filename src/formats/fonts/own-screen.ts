/** The screen in fonts of this computer, in place of those that come with the app. */
import { ownName } from './library.ts'
import { ownFont, type OwnFile } from './own.ts'
import { familyOf, showFace } from './screen.ts'
import { fontFile } from './sfnt.ts'
import type { TrueType } from './truetype.ts'

/** The fonts that were chosen, and what became of them. */
export interface OwnOnScreen {
  readonly chosen: readonly OwnFile[]
  /** Those that the browser can show: pages are set in no others. */
  readonly fit: readonly OwnFile[]
  readonly faces: readonly FontFace[]
}

/** Shows chosen fonts in place of those shown before. */
export async function showOwnFonts(
  chosen: readonly OwnFile[],
  before?: OwnOnScreen
): Promise<OwnOnScreen> {
  before?.faces.forEach((face) => document.fonts.delete(face))
  const shown = await Promise.all(
    chosen.map(async ({ role, bytes, postScriptName }) => {
      const found = ownFont(bytes, postScriptName)
      const face = found.ok && (await showFace(familyOf(ownName(role)), singleFont(found.font)))
      return face
        ? [{ file: { role, bytes, ...(postScriptName && { postScriptName }) }, face }]
        : []
    })
  )
  const fit = shown.flat()
  return { chosen, fit: fit.map(({ file }) => file), faces: fit.map(({ face }) => face) }
}

/** The tables that a screen needs of a font, in the order of a font file. */
const tags = [
  'OS/2',
  'cmap',
  'cvt ',
  'fpgm',
  'gasp',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
  'prep'
]

/** A font as a file of its own: browsers take none out of a collection. */
export function singleFont(font: TrueType): Uint8Array<ArrayBuffer> {
  return fontFile(
    tags.flatMap((tag): [string, Uint8Array][] => {
      const table = font.table(tag)
      return table ? [[tag, table]] : []
    })
  )
}
