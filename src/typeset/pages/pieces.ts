/** What stands on a page as it is filled: how high each thing may be, and where it begins. */
import type { Box, FlowItem, TableItem } from './boxes.ts'
import type { Geometry } from '../page/geometry.ts'
import type { Rest } from '../tables/cell-parts.ts'
import { heightOf, rowsUpTo, type TablePart } from '../tables/parts.ts'

/** Something at its place on a page, its upper edge at `top`. */
export type FilledItem =
  | { readonly kind: 'box'; readonly top: number; readonly box: Box }
  | {
      readonly kind: 'table'
      readonly top: number
      readonly item: TableItem
      readonly part: TablePart
    }

/**
 * How easy the figures and the rows of tables on a page are, all alike: as low as they can be, as
 * they were designed, as high as they may be for a page to be full.
 */
export const eases = { tight: 0, designed: 1, loose: 1.5 } as const
/** A figure grows by so much of its height where rows grow by all that was added to them. */
const growth = 0.5
/** White below a table, at least, as a part of the distance of two lines. */
const belowTable = 0.35
const eps = 0.01

/** A box, or some rows of a table, at a height by the ease of its page. */
export interface Piece {
  readonly height: Heights
  /** White above it, unless it begins a page, and below it, unless it ends one. */
  readonly above: number
  readonly below: number
  readonly onGrid: boolean
  readonly at: (ease: number) => Sized
}

/** A piece with its height, to be put somewhere. */
interface Sized {
  readonly height: number
  readonly placed: (top: number) => FilledItem
}

/** One measure at each of the eases. */
type Heights = { readonly [E in keyof typeof eases]: number }

const each = (at: (ease: number) => number): Heights => {
  const designed = at(eases.designed)
  return { tight: at(eases.tight), designed, loose: at(eases.loose) }
}

/** A figure is a box that may be lower. */
export const isFigure = (item: FlowItem | undefined): item is Box =>
  item?.kind === 'box' && item.least !== undefined

/** A box as it is; a figure as high as its page lets it be. */
export function boxPiece(box: Box): Piece {
  const { least, height, above, onGrid } = box
  const heightAt = (ease: number): number => {
    if (least === undefined) return height
    return ease <= 1 ? least + (height - least) * ease : height * (1 + (ease - 1) * growth)
  }
  return {
    height: each(heightAt),
    above,
    below: 0,
    onGrid,
    at: (ease) => {
      const high = heightAt(ease)
      const sized = high === height ? box : { ...box, height: high }
      return { height: high, placed: (top) => ({ kind: 'box', top, box: sized }) }
    }
  }
}

/** Rows of a table, from what is left of it to `end`. */
export function rowsPiece(item: TableItem, rest: Rest, end: number, { pitch }: Geometry): Piece {
  const partAt = rowsUpTo(item.table, rest, end)
  return {
    ...ofTable(pitch),
    height: each((ease) => heightOf(partAt(ease))),
    at: (ease) => sizedPart(item, partAt(ease))
  }
}

/** A part of a table that is as high as it is. */
export function partPiece(item: TableItem, part: TablePart, { pitch }: Geometry): Piece {
  const height = heightOf(part)
  return {
    ...ofTable(pitch),
    height: { tight: height, designed: height, loose: height },
    at: () => sizedPart(item, part)
  }
}

const ofTable = (pitch: number) => ({ above: 0, below: pitch * belowTable, onGrid: false })

const sizedPart = (item: TableItem, part: TablePart): Sized => ({
  height: heightOf(part),
  placed: (top) => ({ kind: 'table', top, item, part })
})

/** How far down a page is filled, and how much white what follows has to leave. */
export interface Filled {
  readonly y: number
  readonly white: number
}

/** Where a piece begins on a page that is filled so far. */
export function startOf(
  { above, onGrid }: Pick<Piece, 'above' | 'onGrid'>,
  { y, white }: Filled,
  { top, pitch }: Geometry
): number {
  if (y <= top + eps) return top
  const from = y + Math.max(white, above)
  return onGrid ? top + Math.ceil((from - top) / pitch - eps) * pitch : from
}

/** A page filled by these pieces from the top, at one ease. */
export function filledPage(pieces: readonly Piece[], ease: number, geometry: Geometry) {
  let filled: Filled = { y: geometry.top, white: 0 }
  const items = pieces.map((piece) => {
    const start = startOf(piece, filled, geometry)
    const { height, placed } = piece.at(ease)
    filled = { y: start + height, white: piece.below }
    return placed(start)
  })
  return { items, end: filled.y }
}
