/**
 * What typesetting has to know of fonts, and no more: widths, and who has which character. The
 * files themselves are read in `formats/fonts`.
 */

/**
 * What a piece of text is set in, as GB/T 9704-2012 names it: `body` 仿宋, `hei` 黑体 (first-level
 * headings, table heads, captions), `kai` 楷体 (second-level headings), `title` 小标宋, `digits` a
 * Times-like face for digits and Latin, only where the look asks for it.
 */
export type FontRole = 'body' | 'hei' | 'kai' | 'title' | 'digits'

/** One physical font, as the fonts' manifest calls it. Opaque to typesetting. */
export type FontName = string

/** How one character is set. */
export interface GlyphMetric {
  /** The role's own font, or the one that stands in because the role's own lacks the character. */
  readonly font: FontName
  /** Advance width in em. */
  readonly advance: number
}

/**
 * The fonts at hand. In all of them a Han character's body reaches from 0.12 em below the baseline
 * to 0.88 em above it, and full-width punctuation has its ink in one half of the body, so that half
 * an em can be cut off.
 */
export interface FontSet {
  /** The metric of a code point, or undefined when no font at hand has it. Cheap to call often. */
  readonly metric: (role: FontRole, code: number) => GlyphMetric | undefined
}
