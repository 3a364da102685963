/** What a block takes of the pages: strips of a known height, and tables. */
import type { Line, TextStyle } from '../lines/set-text.ts'
import {
  baseline,
  placeLine,
  type Setting,
  type PageDraft,
  type LineSource
} from '../lines/page-draft.ts'
import type { SetTable } from '../tables/cells.ts'
import type { SourceOf } from '../tables/nodes.ts'

/** Something that stands on a page, in order from top to bottom. */
export type FlowItem = Box | TableItem

interface Bound {
  /** Whether no page may end between this and the next. */
  keep: boolean
}

/** A strip of the page. */
export interface Box extends Bound {
  readonly kind: 'box'
  readonly height: number
  /** Of a figure: how low it may be made where that helps its page. */
  readonly least?: number
  /** Running text, which may stand ahead of a figure that its page has no room for. */
  readonly runs?: true
  /** White above it, unless it begins a page. */
  readonly above: number
  /** Whether it stands on the grid of lines. */
  readonly onGrid: boolean
  readonly paint: (page: PageDraft, top: number, height: number) => void
}

export interface TableItem extends Bound {
  readonly kind: 'table'
  readonly table: SetTable
  readonly sourceOf: SourceOf
}

/** How the text of the report is set: on the grid, two characters in. */
export const bodyStyle = ({ geometry: { size, measure, track } }: Setting): TextStyle => ({
  role: 'body',
  size,
  measure,
  indent: 2 * (size + track),
  track,
  fit: 'justify'
})

/** A strip that stands on the grid, unpainted. */
export const strip = (height: number): Omit<Box, 'paint'> => ({
  kind: 'box',
  height,
  above: 0,
  onGrid: true,
  keep: false
})

/** A box a line; the first two and the last two lines of a paragraph stay together. */
export function lineBoxes(
  lines: readonly Line[],
  source: LineSource,
  setting: Setting,
  height = setting.geometry.pitch,
  indent: (line: Line) => number = () => 0
): Box[] {
  const { left } = setting.geometry
  return lines.map((line, i) => ({
    ...strip(height),
    keep: i < lines.length - 1 && (i === 0 || i === lines.length - 2),
    paint: (page, top) => {
      const y = baseline(top, height, line.size)
      placeLine(setting, page, line, left + indent(line), y, source)
    }
  }))
}
