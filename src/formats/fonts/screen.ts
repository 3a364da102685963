/** The same fonts on the screen, for the preview and for printing. */
import type { FontName } from '../../typeset/metrics.ts'
import type { LoadedFont } from './load.ts'

/** The CSS family of a physical font, as in `font-family: nianbao-fang`. */
export const familyOf = (font: FontName): string => `nianbao-${font}`

/**
 * Makes a loaded file available to the page. Several files of one font share the family: the
 * browser looks for a character in each of them.
 */
export async function showFont(font: FontName, loaded: LoadedFont): Promise<void> {
  const face = new FontFace(familyOf(font), loaded.bytes)
  document.fonts.add(await face.load())
}
