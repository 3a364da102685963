/** Path objects (GB/T 33190-2016, 9): lines and areas. */
import type { DrawnPath, PathSegment, Stroke } from '../../typeset/page/drawing.ts'
import type { PrintedRule } from '../../typeset/page/page.ts'
import {
  boxAround,
  boxed,
  color,
  ofdElement,
  lengths,
  millimetres,
  worded,
  type Ids
} from './markup.ts'

/** How far the point of a mitred corner may reach, in widths of the line: as in a PDF. */
const miterLimit = 10

const caps = { butt: undefined, round: 'Round', square: 'Square' } as const
const joins = { miter: undefined, round: 'Round', bevel: 'Bevel' } as const
const operators = { M: 'M', L: 'L', C: 'B', Z: 'C' } as const

/** A path whose picture has its top left corner at x and y; nothing where it leaves no trace. */
export function pathObject(ids: Ids, path: DrawnPath, x: number, y: number): string {
  const { segments, fill, stroke } = path
  if (segments.length === 0 || !(fill || stroke)) return ''
  const margin = stroke ? stroke.width * (stroke.join === 'miter' ? miterLimit / 2 : 1) : 0
  const box = boxAround(
    segments.flatMap(({ points }) => points),
    margin
  )
  const boundary = {
    left: x + box.left,
    top: y + box.top,
    right: x + box.right,
    bottom: y + box.bottom
  }
  return ofdElement(
    'PathObject',
    {
      ID: ids.next(),
      Boundary: boxed(boundary),
      ...(stroke ? pen(stroke) : { Stroke: false }),
      Fill: fill ? true : undefined
    },
    stroke ? color('StrokeColor', stroke.color) : '',
    fill ? color('FillColor', fill) : '',
    data(segments, box.left, box.top)
  )
}

const pen = ({ width, cap, join, dash }: Stroke) => ({
  LineWidth: millimetres(width),
  Cap: caps[cap],
  Join: joins[join],
  MiterLimit: join === 'miter' ? miterLimit : undefined,
  DashPattern: dash.length > 0 ? lengths(...dash) : undefined
})

/** The steps of a path, counted from a corner. */
const data = (segments: readonly PathSegment[], left: number, top: number): string =>
  worded(
    'AbbreviatedData',
    segments
      .map(({ command, points }) =>
        [
          operators[command],
          ...points.map((value, i) => millimetres(value - (i % 2 === 0 ? left : top)))
        ].join(' ')
      )
      .join(' ')
  )

/** Black lines, those of the same width in one object. */
export function ruleObjects(ids: Ids, rules: readonly PrintedRule[]): string[] {
  const widths = [...new Set(rules.map(({ width }) => width))]
  return widths.map((width) => {
    const segments = rules
      .filter((rule) => rule.width === width)
      .flatMap(({ x1, y1, x2, y2 }): PathSegment[] => [
        { command: 'M', points: [x1, y1] },
        { command: 'L', points: [x2, y2] }
      ])
    const stroke = { color: '#000000', width, dash: [], cap: 'butt', join: 'bevel' } as const
    return pathObject(ids, { kind: 'path', segments, stroke }, 0, 0)
  })
}
