/**
 * What tells the series of a chart apart, on screen and on a grey printer: colours of different
 * lightness, dashes, and the shapes of points.
 */

type Inks<Ink> = readonly [Ink, ...Ink[]]

interface LineInk {
  readonly color: string
  readonly dash: readonly number[]
  readonly point: 'circle' | 'rect' | 'triangle' | 'rectRot'
}

/** Neighbours differ in CIE lightness by 20 at least: 33, 66, 87, 50, 78, 42. */
export const areas: Inks<string> = [
  '#2a4d86',
  '#dd9350',
  '#cfe0d4',
  '#5d7f62',
  '#e4b7a8',
  '#7a5195'
]

/** Of every area's edge, so that light ones stand out from the paper. */
export const edge = '#404040'

/** Darker than areas, since lines are thin; dashes and points tell them apart as well. */
export const lines: Inks<LineInk> = [
  { color: '#1f4685', dash: [], point: 'circle' },
  { color: '#c4661f', dash: [6, 3], point: 'rect' },
  { color: '#3f7a55', dash: [2, 2], point: 'triangle' },
  { color: '#7a4a8c', dash: [8, 3, 2, 3], point: 'rectRot' }
]

/** The member of a list for an index beyond its end, beginning anew. */
export function cycled<Ink>(inks: Inks<Ink>, index: number): Ink {
  return inks[index % inks.length] ?? inks[0]
}
