/**
 * The display list: where every glyph stands. PDF, preview and print paint the same pages.
 *
 * All lengths are points (1/72 inch); x grows to the right and y downward from the page's top left
 * corner; a `y` of text is its baseline.
 */
import type { Origin } from '../../core/compose/blocks.ts'
import type { ChartSpec } from '../../core/charts/spec.ts'
import type { FieldId } from '../../core/form/table.ts'
import type { FontName, FontRole } from './font-metrics.ts'

/** How pages should look. */
export interface Look {
  /** `official`: GB/T 9704-2012, 22 lines of 28 characters. `compact`: smaller type, more lines. */
  readonly style: 'official' | 'compact'
  /** Digits and Latin in the fonts' own shapes, or in a Times-like face. */
  readonly digits: 'own' | 'times'
  /** Prints 草稿 at every page's foot. */
  readonly draft: boolean
}

/** A report set in type. */
export interface Document {
  readonly pages: readonly Page[]
  /** The structure, parents before their children, siblings in reading order. */
  readonly nodes: readonly StructNode[]
  /** The headings, in order. */
  readonly outline: readonly OutlineEntry[]
  /** What could not be set as it should; empty in the normal case. */
  readonly faults: readonly Fault[]
}

/** One page. Items stand in reading order; rules may come anywhere. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly items: readonly Item[]
}

export type Item = Run | PrintedRule | ChartSlot

/** Glyphs of one font and size on one baseline. A line of mixed fonts is several runs. */
export interface Run {
  readonly kind: 'run'
  readonly role: FontRole
  /** As `FontSet.metric` gave it for every glyph of the run. */
  readonly font: FontName
  readonly size: number
  readonly x: number
  readonly y: number
  /** At least one; spaces are glyphs too, so that words stay apart when text is copied out. */
  readonly glyphs: readonly Glyph[]
  /** Index into `Document.nodes`; absent for artifacts: folios, repeated heads, （续） labels. */
  readonly node?: number
  /** Absent for folios and marks that no block asked for. */
  readonly from?: Origin
  /** The statutory number whose cell this is in. */
  readonly field?: FieldId
  /** Index into the blocks that were set. */
  readonly block?: number
  /**
   * Where the first glyph stands in the text of its block, or of its cell, in UTF-16 units; the
   * other glyphs follow it there without a gap. Absent where the text was made up on the page.
   */
  readonly offset?: number
}

/** One character of a run. */
export interface Glyph {
  readonly code: number
  /** Where its box begins, to the right of the run's `x`. The painter puts it exactly there. */
  readonly x: number
  /**
   * Which half of the full-width body is cut off: `left` as in an opener at a line's head, `right`
   * as in a closer at a line's end. The box is then half an em wide and `x` is where that half
   * begins, so with `left` the whole glyph's origin lies half an em before `x`.
   */
  readonly half?: 'left' | 'right'
}

/** A straight line, horizontal or vertical; always an artifact. */
export interface PrintedRule {
  readonly kind: 'rule'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly width: number
}

/** Room for a chart, to be filled by whoever paints. Its caption is text like any other. */
export interface ChartSlot {
  readonly kind: 'chart'
  readonly spec: ChartSpec
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The Figure. */
  readonly node: number
  readonly from: Origin
}

/**
 * A structure element as tagged PDF and HTML know it. The title is H1, headings of level 1, 2, 3
 * are H2, H3, H4. A node whose parent is absent belongs to the document itself.
 */
export type StructNode =
  | {
      readonly type: 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'TR' | 'Caption'
      readonly parent?: number
    }
  /** `title`: what the table is called. */
  | { readonly type: 'Table'; readonly parent?: number; readonly title: string }
  | {
      readonly type: 'TH'
      readonly parent: number
      readonly cols: number
      readonly rows: number
      readonly scope: 'Row' | 'Column' | 'Both'
    }
  | {
      readonly type: 'TD'
      readonly parent: number
      readonly cols: number
      readonly rows: number
    }
  | { readonly type: 'Figure'; readonly parent?: number; readonly alt: string }

/** An entry of the outline. */
export interface OutlineEntry {
  readonly title: string
  /** 1, 2 or 3, as the heading's. */
  readonly level: 1 | 2 | 3
  /** Index into `Document.pages`. */
  readonly page: number
  /** The upper edge of the heading's line. */
  readonly y: number
  readonly from: Origin
}

/** Something that cannot be set as it should, and where. */
export type Fault = FaultPlace &
  (
    | {
        /**
         * `missing`: no font has this character, and nothing stands in its place; an export must not
         * go on. `dropped`: a control or format character, which has no shape: it was left out, and
         * nothing is missing.
         */
        readonly kind: 'missing' | 'dropped'
        readonly code: number
      }
    /** A table row taller than a page, or a word wider than its cell. */
    | { readonly kind: 'overfull' }
  )

interface FaultPlace {
  readonly page: number
  readonly from?: Origin
  readonly field?: FieldId
  /** A few characters before and after it, itself included. */
  readonly near: string
}
