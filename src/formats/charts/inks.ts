/**
 * What tells the parts of a chart apart, in colour, to the colour-blind, and on a grey printer:
 * colours of different lightness, hatching, dashes, and the shapes of points.
 */
import { paperType, screenType } from '../../core/charts/plan/plan.ts'

/** Which way the lines of a hatching run. */
export type Hatch = 'none' | 'up' | 'down' | 'flat' | 'cross' | 'upright'

type Inks<Ink> = readonly [Ink, ...Ink[]]

interface AreaInk {
  readonly color: string
  readonly hatch: Hatch
  /** Of the hatching: light on a dark area, dark on a light one. */
  readonly mark: string
}
interface LineInk {
  readonly color: string
  readonly point: 'circle' | 'rect' | 'triangle' | 'rectRot'
}

/** Inks and type of a chart, for paper or for a screen. */
export interface ChartLook {
  readonly font: { readonly size: number; readonly family: string }
  readonly ink: string
  readonly paper: string
  /** Of lines behind the figures. */
  readonly grid: string
  /** Of every area's edge and of the axis, so that light areas stand out from the paper. */
  readonly edge: string
  /** Bars of years gone by, where the last one is what matters. */
  readonly past: string
  readonly areas: Inks<AreaInk>
  readonly lines: Inks<LineInk>
}

const area = (color: string, hatch: Hatch, mark: string): AreaInk => ({ color, hatch, mark })

/** Neighbours differ in CIE lightness by 20 at least: 33, 67, 88, 50, 78, 42, 86, 55. */
const areas: ChartLook['areas'] = [
  area('#2a4d86', 'none', '#ffffff'),
  area('#dd9350', 'up', '#4a2a08'),
  area('#cfe0d4', 'none', '#404040'),
  area('#5d7f62', 'down', '#ffffff'),
  area('#e4b7a8', 'flat', '#5a3226'),
  area('#7a5195', 'cross', '#ffffff'),
  area('#ecd97c', 'upright', '#4d430c'),
  area('#74869a', 'flat', '#ffffff')
]

/** Darker than areas, since lines are thin; dashes and points tell them apart as well. */
const lines: ChartLook['lines'] = [
  { color: '#1f4685', point: 'circle' },
  { color: '#c4661f', point: 'rect' },
  { color: '#3f7a55', point: 'triangle' },
  { color: '#7a4a8c', point: 'rectRot' }
]

/** On white paper, in points; type is set in the font of table heads. */
export const paperLook: ChartLook = {
  font: { size: paperType, family: 'hei' },
  ink: '#222222',
  paper: '#ffffff',
  grid: '#d9d9d9',
  edge: '#404040',
  past: '#7f8791',
  areas,
  lines
}

/** On the screen, in pixels; nothing there is smaller than 12. */
export const screenLook = (family: string, dark: boolean): ChartLook => {
  const font = { size: screenType, family }
  if (!dark) return { ...paperLook, font }
  return {
    font,
    ink: '#e7eaed',
    paper: '#1e2328',
    grid: '#2f363d',
    edge: '#98a1aa',
    past: '#6e7882',
    areas: [
      area('#93b7f2', 'none', '#0d1a2e'),
      area('#b8702f', 'up', '#ffe9d2'),
      area('#e3efe6', 'none', '#1e2328'),
      area('#4f7a58', 'down', '#e3f1ea'),
      area('#e4b7a8', 'flat', '#4a2418'),
      area('#8c62a8', 'cross', '#f3e6fb'),
      area('#ecd97c', 'upright', '#4d430c'),
      area('#7b8c9e', 'flat', '#0d1a2e')
    ],
    lines: [
      { color: '#93b7f2', point: 'circle' },
      { color: '#e8a065', point: 'rect' },
      { color: '#7fcba8', point: 'triangle' },
      { color: '#cda6e2', point: 'rectRot' }
    ]
  }
}

const dashes: Inks<readonly number[]> = [[], [6, 3], [2, 2], [8, 3, 2, 3]]

/** The member of a list for an index beyond its end, beginning anew. */
export function cycled<Ink>(inks: Inks<Ink>, index: number): Ink {
  return inks[index % inks.length] ?? inks[0]
}

/** A line's colour, point and dashes; those that share a colour differ in their dashes. */
export const lineInk = ({ lines }: ChartLook, index: number) => ({
  ...cycled(lines, index),
  dash: cycled(dashes, index + Math.floor(index / lines.length))
})
