/** The same fonts on the screen, for the preview and for printing. */
import type { FontName } from '../../typeset/metrics.ts'

/** The CSS family of a physical font, as in `font-family: nianbao-fang`. */
export const familyOf = (font: FontName): string => `nianbao-${font}`

/**
 * Makes a font available to the page. Several files of one font share the family: the browser looks
 * for a character in each of them. Undefined when the browser finds fault with the bytes.
 */
export async function showFont(
  font: FontName,
  bytes: Uint8Array<ArrayBuffer>
): Promise<FontFace | undefined> {
  try {
    const face = await new FontFace(familyOf(font), bytes).load()
    document.fonts.add(face)
    return face
  } catch {
    return undefined
  }
}
