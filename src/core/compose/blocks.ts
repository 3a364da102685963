import type { FieldId } from '../form/table.ts'
import type { Spanned } from '../form/layout.ts'
import type { SectionId, TextKey } from '../form/sections.ts'

/** Where in the report a block comes from, so that a click on the page finds its way back. */
export type Origin =
  | { readonly kind: 'title' }
  | { readonly kind: 'section'; readonly section: SectionId }
  /** Offsets into `report.text[section]`. */
  | { readonly kind: 'text'; readonly section: TextKey; readonly from: number; readonly to: number }
  | { readonly kind: 'chart'; readonly id: string }

/** A cell of an outgoing table. */
export interface OutCell extends Spanned {
  readonly text: string
  /** A head cell names its row or its column. */
  readonly head?: 'column' | 'row'
  readonly align?: 'left'
  /** Offsets in `text` where a narrow column breaks first. */
  readonly breaks?: readonly number[]
  /** One character a line, downward. */
  readonly vertical?: true
  readonly field?: FieldId
}

/** What a reader sees, in order; every writer handles each type. */
export type Block =
  | { readonly type: 'title'; readonly text: string; readonly unit: string; readonly from: Origin }
  | {
      readonly type: 'heading'
      readonly level: 1 | 2 | 3
      readonly text: string
      readonly from: Origin
    }
  | { readonly type: 'paragraph'; readonly text: string; readonly from: Origin }
  | { readonly type: 'note'; readonly text: string; readonly from: Origin }
  | {
      readonly type: 'table'
      /** What the table is called, for screen readers and tagged files. */
      readonly caption: string
      readonly widths: readonly number[]
      readonly headRows: number
      readonly rows: readonly (readonly OutCell[])[]
      readonly from: Origin
    }
  | { readonly type: 'chart'; readonly spec: ChartSpec; readonly from: Origin }
  /** Who signs and when, in Chinese (2026年1月23日; empty: no date): below the title or at the end. */
  | {
      readonly type: 'signature'
      readonly place: 'title' | 'end'
      readonly unit: string
      readonly date: string
      readonly from: Origin
    }

/** A chart with its figures resolved: nothing in it refers to the report any more. */
export interface ChartSpec {
  readonly id: string
  readonly type: 'bar' | 'line' | 'pie'
  readonly title: string
  /** What the ordinate counts, as in 万人次. */
  readonly unit: string
  readonly labels: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  readonly scale: 'linear' | 'log'
  /** The chart in words, for those who cannot see it. */
  readonly alt: string
  /** The figures as they are printed, by series: 约30. Absent: the digits of the values. */
  readonly texts?: readonly (readonly string[])[]
}
