import { fontFile } from './sfnt.ts'
import type { TrueType } from './truetype.ts'

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
