import { geometryOf, type Geometry } from '../../../typeset/page/geometry.ts'
import type { Look } from '../../../typeset/page/page.ts'

/** Points as Word counts them: twentieths of a point (ECMA-376 part 1, 17.18.74), whole ones only. */
export const twips = (points: number): number => Math.round(points * 20)

/** The measures of a page as Word has them: all in twips, but for what is given in points. */
export interface Measures {
  /** In points. */
  readonly geometry: Geometry
  readonly look: Look
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly measure: number
  readonly pitch: number
  /** Added between two characters. */
  readonly track: number
  /** Two characters. */
  readonly indent: number
}

/** A tenth of a millimetre, which programs lose that count in other units. */
const slack = 6

/**
 * The measures of a look. Twips are whole: the distance of two lines is rounded up, from 28.99 to 29
 * points, and 22 such lines need a hair more than the type area has. It takes that from the margins,
 * or Word would put 21 lines on a page and 27 characters in a line.
 */
export function measuresOf(look: Look): Measures {
  const geometry = geometryOf(look)
  const { size, lines } = geometry
  const [width, height] = [twips(geometry.width), twips(geometry.height)]
  const [left, top, pitch] = [twips(geometry.left), twips(geometry.top), twips(geometry.pitch)]
  const track = twips(geometry.track)
  const character = twips(size) + track
  const characters = Math.round(geometry.measure / (size + geometry.track))
  const measure = Math.max(twips(geometry.measure), characters * character + slack)
  const depth = Math.max(twips(geometry.depth), lines * pitch + slack)
  return {
    geometry,
    look,
    width,
    height,
    top,
    left,
    bottom: height - top - depth,
    right: width - left - measure,
    measure,
    pitch,
    track,
    indent: 2 * character
  }
}
