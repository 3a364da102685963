/**
 * A picture made of lines, areas and text: what a chart becomes, to be painted as PDF or as SVG.
 * Lengths are points from the picture's top left corner, y downward.
 */
import type { FontName } from './font-metrics.ts'
import type { Glyph } from './page.ts'

export interface Drawing {
  readonly width: number
  readonly height: number
  /** In painting order: the later cover the earlier. */
  readonly marks: readonly (DrawnPath | DrawnText)[]
}

/** Colours are `#rrggbb`. */
export interface DrawnPath {
  readonly kind: 'path'
  readonly segments: readonly PathSegment[]
  readonly fill?: string
  readonly stroke?: Stroke
}

export interface Stroke {
  readonly color: string
  readonly width: number
  /** Lengths of dashes and gaps; empty for a line without gaps. */
  readonly dash: readonly number[]
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
}

/** Glyphs of one font along a baseline; their `x` counts along it. */
export interface DrawnText {
  readonly kind: 'text'
  readonly font: FontName
  readonly size: number
  readonly x: number
  readonly y: number
  /** Clockwise, in radians; 0 for upright text. */
  readonly angle: number
  readonly color: string
  readonly glyphs: readonly Glyph[]
  /** From its beginning to its end along the baseline. */
  readonly width: number
}

/** A step of a path, named as in SVG: move, line, cubic curve (two controls, end), close. */
export interface PathSegment {
  readonly command: 'M' | 'L' | 'C' | 'Z'
  /** x and y by turns. */
  readonly points: readonly number[]
}

/** The characters of a text. */
export const textOf = ({ glyphs }: Pick<DrawnText, 'glyphs'>): string =>
  glyphs.map(({ code }) => String.fromCodePoint(code)).join('')

/** The path as the attribute `d` of an SVG path. */
export const svgPath = (segments: readonly PathSegment[]): string =>
  segments.map(({ command, points }) => command + points.map(round).join(' ')).join('')

const round = (length: number): number => Math.round(length * 100) / 100
