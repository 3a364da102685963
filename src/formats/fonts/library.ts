/**
 * The fonts at hand for one piece of work: typesetting asks for widths, and what it asked for in
 * vain is fetched before it is asked again.
 */
import type { FontName, FontRole, FontSet, GlyphMetric } from '../../typeset/page/font-metrics.ts'
import type { FontFailure, LoadedFont } from './load.ts'
import type { FontFile, Manifest } from './manifest.ts'
import type { TrueType } from './truetype.ts'

/** Which fonts are tried for each role, in order; the last has nearly everything. */
const chains: Readonly<Record<FontRole, readonly FontName[]>> = {
  body: ['fang', 'noto'],
  hei: ['hei', 'noto'],
  kai: ['kai', 'noto'],
  title: ['song', 'noto'],
  digits: ['tinos', 'fang', 'noto']
}

/** Fonts of the user's own computer, to be tried first in their roles. */
export type OwnFontFaces = ReadonlyMap<FontRole, TrueType>

export interface FontLibrary {
  /**
   * Metrics are provisional while a file is missing; when `settle` has brought one, this is a new
   * object, so that what was remembered for the old one is forgotten.
   */
  readonly set: () => FontSet
  /**
   * Loads the files that `set` was asked about and does not hold yet. `loaded` is their number:
   * when it is not 0, what was typeset must be typeset again.
   */
  readonly settle: (
    onProgress?: (done: number, total: number) => void
  ) => Promise<{ readonly ok: true; readonly loaded: number } | FontFailure>
  /** The font file that holds a character of a physical font, if it is loaded. */
  readonly source: (font: FontName, code: number) => TrueType | undefined
}

/** Loads one file; given from outside, so that screens can register what arrives. */
export type Load = (file: FontFile) => Promise<LoadedFont | FontFailure>

/** The name under which a role's own font goes. */
export const ownName = (role: FontRole): FontName => `own-${role}`

/** A library over the fonts of a manifest, none of which is loaded yet. */
export function fontLibrary(
  manifest: Manifest,
  load: Load,
  own: OwnFontFaces = new Map()
): FontLibrary {
  const loaded = new Map<FontFile, TrueType>()
  const wanting = new Set<FontFile>()

  const lookUp = (role: FontRole, code: number): GlyphMetric | undefined => {
    const mine = own.get(role)
    const glyph = mine?.glyphOf(code) ?? 0
    if (mine && glyph > 0) {
      return { font: ownName(role), advance: mine.advanceOf(glyph) / mine.unitsPerEm }
    }
    for (const name of chains[role]) {
      const file = manifest.get(name)?.find((candidate) => candidate.has(code))
      if (!file) continue
      const font = loaded.get(file)
      if (!font) {
        wanting.add(file)
        return { font: name, advance: code < 0x2000 ? 0.5 : 1 }
      }
      return { font: name, advance: font.advanceOf(font.glyphOf(code)) / font.unitsPerEm }
    }
    return undefined
  }

  let set = remembering(lookUp)

  return {
    set: () => set,
    settle: async (onProgress) => {
      const files = [...wanting]
      let done = 0
      const results = await Promise.all(
        files.map(async (file) => {
          const result = await load(file)
          onProgress?.(++done, files.length)
          return { file, result }
        })
      )
      for (const { file, result } of results) {
        if (!result.ok) return result
        loaded.set(file, result.font)
        wanting.delete(file)
      }
      if (files.length > 0) set = remembering(lookUp)
      return { ok: true, loaded: files.length }
    },
    source: (name, code) => {
      const mine = [...own].find(([role]) => ownName(role) === name)?.[1]
      if (mine) return mine
      const file = manifest.get(name)?.find((candidate) => candidate.has(code))
      return file && loaded.get(file)
    }
  }
}

/** Looks each character up once. */
function remembering(lookUp: FontSet['metric']): FontSet {
  const known = new Map<FontRole, Map<number, GlyphMetric | undefined>>()
  return {
    metric: (role, code) => {
      let metrics = known.get(role)
      if (!metrics) known.set(role, (metrics = new Map<number, GlyphMetric | undefined>()))
      if (!metrics.has(code)) metrics.set(code, lookUp(role, code))
      return metrics.get(code)
    }
  }
}
