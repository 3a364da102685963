/** The same fonts on the screen, for the preview and for printing. */
import type { FontName } from '../../typeset/page/font-metrics.ts'

/** The CSS family of a physical font, as in `font-family: nianbao-fang`. */
export const familyOf = (font: FontName): string => `nianbao-${font}`

/** Makes a font of the pages available under its family. */
export const showFont = (
  font: FontName,
  bytes: Uint8Array<ArrayBuffer>
): Promise<FontFace | undefined> => showFace(familyOf(font), bytes)

/**
 * Makes a font file available to the page under a CSS family. Several files may share a family: the
 * browser looks for a character in each of them. Undefined when the browser finds fault with the
 * bytes.
 */
export async function showFace(
  family: string,
  bytes: Uint8Array<ArrayBuffer>
): Promise<FontFace | undefined> {
  try {
    const face = await new FontFace(family, bytes).load()
    document.fonts.add(face)
    return face
  } catch {
    return undefined
  }
}
