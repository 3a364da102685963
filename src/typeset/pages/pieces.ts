/** What stands on a page while it is filled: how high each thing may be, and where it begins. */
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
 * How loose a page is: its figures and the rows of its tables, all alike, as low as they can be, as
 * they were designed, or as high as they may be for the page to be full.
 */
export const eases = { tight: 0, designed: 1, loose: 1.5 } as const
/** A figure grows by so much of its height where rows grow by all that they have above the least. */
const growth = 0.5
/** White below a table, at least, as a part of the distance of two lines. */
const belowTable = 0.35
export const eps = 0.01

/** A measure at each of the eases. */
type ByEase<T> = { readonly [E in keyof typeof eases]: T }

/** A box, or some rows of a table, at a height by the ease of its page. */
export interface PagePiece {
  readonly height: ByEase<number>
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

/** How far down a page is filled, and how much white what follows has to leave. */
export interface Filled {
  readonly y: number
  readonly white: number
}

/** A page as far as it is filled: what stands on it, and how far that reaches. */
export interface Filling {
  readonly pieces: readonly PagePiece[]
  readonly reach: ByEase<Filled>
}

/** A figure is a box that may be lower. */
export const isFigure = (item: FlowItem): boolean => item.kind === 'box' && item.least !== undefined

const byEase = <T>(at: (ease: keyof typeof eases) => T): ByEase<T> => ({
  tight: at('tight'),
  designed: at('designed'),
  loose: at('loose')
})

/** A box as it is; a figure as high as its page lets it be. */
export function boxPiece(box: Box): PagePiece {
  const { least, height, above, onGrid } = box
  const heightAt = (ease: number): number => {
    if (least === undefined) return height
    return ease <= 1 ? least + (height - least) * ease : height * (1 + (ease - 1) * growth)
  }
  return {
    height: byEase((ease) => heightAt(eases[ease])),
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
export function rowsPiece(item: TableItem, rest: Rest, end: number, geometry: Geometry): PagePiece {
  const partAt = rowsUpTo(item.table, rest, end)
  return tablePiece(item, partAt, geometry)
}

/** A part of a table, by the ease of its page or as high as it is. */
export const tablePiece = (
  item: TableItem,
  partAt: (ease: number) => TablePart,
  { pitch }: Geometry
): PagePiece => ({
  height: byEase((ease) => heightOf(partAt(eases[ease]))),
  above: 0,
  below: pitch * belowTable,
  onGrid: false,
  at: (ease) => {
    const part = partAt(ease)
    return { height: heightOf(part), placed: (top) => ({ kind: 'table', top, item, part }) }
  }
})

/** Where a piece begins on a page that is filled so far. */
export function edgeOf(
  { above, onGrid }: Pick<PagePiece, 'above' | 'onGrid'>,
  { y, white }: Filled,
  { top, pitch }: Geometry
): number {
  if (y <= top + eps) return top
  const from = y + Math.max(white, above)
  return onGrid ? top + Math.ceil((from - top - eps) / pitch) * pitch : from
}

/** A page with nothing on it. */
export const emptyPage = ({ top }: Geometry): Filling => ({
  pieces: [],
  reach: byEase(() => ({ y: top, white: 0 }))
})

/** A page with one thing more on it. */
export const filledWith = (
  { pieces, reach }: Filling,
  piece: PagePiece,
  geometry: Geometry
): Filling => ({
  pieces: [...pieces, piece],
  reach: byEase((ease) => ({
    y: edgeOf(piece, reach[ease], geometry) + piece.height[ease],
    white: piece.below
  }))
})

/** Where everything stands at an ease, from the top of the page to `end`. */
export function itemsAt(
  pieces: readonly PagePiece[],
  ease: number,
  geometry: Geometry
): { readonly items: readonly FilledItem[]; readonly end: number } {
  let filled: Filled = { y: geometry.top, white: 0 }
  const items = pieces.map((piece) => {
    const start = edgeOf(piece, filled, geometry)
    const { height, placed } = piece.at(ease)
    filled = { y: start + height, white: piece.below }
    return placed(start)
  })
  return { items, end: filled.y }
}
