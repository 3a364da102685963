import type { ChartSpec } from '../charts/spec.ts'
import type { OutCell } from '../form/sheet.ts'
import type { SectionId, TextKey } from '../form/sections.ts'

/** Where in the report a block comes from, so that a click on the page finds its way back. */
export type Origin =
  | { readonly kind: 'title' }
  | { readonly kind: 'section'; readonly section: SectionId }
  /** Offsets into `report.text[section]`. */
  | { readonly kind: 'text'; readonly section: TextKey; readonly from: number; readonly to: number }
  | { readonly kind: 'chart'; readonly id: string }

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
      /**
       * The rows, from 0, with which it may go on on another page though one could hold it whole;
       * absent: it is whole wherever it can be.
       */
      readonly parts?: readonly number[]
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
