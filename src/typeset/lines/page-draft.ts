/** A page while it is being filled. */
import type { Origin } from '../../core/compose/blocks.ts'
import type { FieldId } from '../../core/form/table.ts'
import type { Geometry } from '../page/geometry.ts'
import type { Fault, Item, OutlineEntry, Run, StructNode } from '../page/page.ts'
import type { Line, Setter } from './set-text.ts'

/** One page being filled. */
export interface PageDraft {
  /** Index into the document's pages. */
  readonly index: number
  readonly items: Item[]
}

/** What setting a document gathers beside its pages, and what it sets with. */
export interface Setting {
  readonly geometry: Geometry
  readonly setter: Setter
  readonly nodes: StructNode[]
  readonly outline: OutlineEntry[]
  readonly faults: Fault[]
}

/** Where a line belongs. */
export interface LineSource {
  /** The text the line was cut from. */
  readonly text: string
  readonly node?: number
  readonly from?: Origin
  readonly field?: FieldId
  readonly block?: number
}

/** Adds a node to the structure and says which it is. */
export const add = ({ nodes }: Setting, node: StructNode): number => nodes.push(node) - 1

/** A Han character's body reaches from 0.12 em below the baseline to 0.88 em above it. */
const middle = 0.38

/** The baseline of a line of this size, centred in a strip of the page. */
export const baseline = (top: number, height: number, size: number): number =>
  top + height / 2 + middle * size

/** Adds a line's glyphs, its left edge at `x`, and reports what is wrong with it. */
export function placeLine(
  { faults }: Setting,
  { index, items }: PageDraft,
  line: Line,
  x: number,
  y: number,
  source: LineSource
): void {
  const { text, ...place } = source
  const real = source.node !== undefined
  for (const { role, font, x: left, glyphs, offset } of line.pieces) {
    const run: Run = { kind: 'run', role, font, size: line.size, x: x + left, y, glyphs, ...place }
    items.push(real ? Object.assign(run, { offset }) : run)
  }
  // What repeats on a page has been reported where it first stood.
  if (!real) return
  const at = faultPlace(index, source)
  for (const { offset, ...flaw } of line.flaws)
    faults.push({ ...flaw, ...at, near: around(text, offset) })
  const last = faults.at(-1)
  const known =
    last?.kind === 'overfull' && last.from === source.from && last.field === source.field
  if (line.forced && !known) faults.push({ kind: 'overfull', ...at, near: around(text, line.to) })
}

/** Where a fault is. */
export const faultPlace = (
  page: number,
  { from, field }: LineSource
): { page: number; from?: Origin; field?: FieldId } => ({
  page,
  ...(from && { from }),
  ...(field && { field })
})

/** A few characters before and after an offset, never half of one. */
const around = (text: string, offset: number): string =>
  [...text.slice(Math.max(0, offset - 13), offset)].slice(-6).join('') +
  [...text.slice(offset, offset + 14)].slice(0, 7).join('')
