/**
 * Fonts of the user's own computer, such as 仿宋_GB2312 and 方正小标宋: which of them may be used.
 *
 * The bytes stay on this computer, except that a PDF contains the glyphs it uses. A font whose
 * maker forbids even that is refused.
 */
import type { FontRole } from '../../typeset/page/font-metrics.ts'
import type { TrueType } from './truetype.ts'
import { readTrueType } from './truetype.ts'

/** A font of this computer as a file, and what it is for. */
export interface OwnFile {
  readonly role: FontRole
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Which font of a collection. */
  readonly postScriptName?: string
}

/** A font taken, or why not. */
export type OwnFont =
  | { readonly ok: true; readonly font: TrueType }
  | {
      readonly ok: false
      /**
       * `unreadable`: damaged, or not TrueType (as .otf and bitmap fonts are not).
       * `forbidden`: its licence bits forbid embedding, or embedding in part.
       * `not-chinese`: it has no Chinese characters of the usual width.
       */
      readonly why: 'unreadable' | 'forbidden' | 'not-chinese'
    }

/** OS/2.fsType: the usage permissions, of which the least restrictive counts, and two more bits. */
const RESTRICTED = 0x0002
const PERMISSIONS = 0x000e
const NO_SUBSETTING = 0x0100
const BITMAPS_ONLY = 0x0200

/** Whether the maker lets parts of the font be embedded in a document. */
export function mayEmbed(fsType: number): boolean {
  return (fsType & PERMISSIONS) !== RESTRICTED && (fsType & (NO_SUBSETTING | BITMAPS_ONLY)) === 0
}

/**
 * The font in a file that the user chose. In a collection (.ttc) it is the one with this PostScript
 * name, or the first when no name is given.
 */
export function ownFont(bytes: Uint8Array, postScriptName?: string): OwnFont {
  const fonts = startsOf(bytes).flatMap((start) => readTrueType(bytes, start) ?? [])
  const font = fonts.find((each) => each.postScriptName === postScriptName) ?? fonts[0]
  if (!font) return { ok: false, why: 'unreadable' }
  if (!mayEmbed(font.fsType)) return { ok: false, why: 'forbidden' }
  const sample = [...'的一国，'].map((char) => font.glyphOf(char.codePointAt(0) ?? 0))
  const square = sample.every((glyph) => glyph > 0 && font.advanceOf(glyph) === font.unitsPerEm)
  return square ? { ok: true, font } : { ok: false, why: 'not-chinese' }
}

/** Where the fonts begin: one at 0, or as the head of a collection says. */
function startsOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12) return []
  if (view.getUint32(0) !== 0x74746366) return [0]
  const count = Math.min(view.getUint32(8), Math.floor((bytes.length - 12) / 4))
  return Array.from({ length: count }, (_, i) => view.getUint32(12 + 4 * i))
}
