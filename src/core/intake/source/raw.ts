import type { Spanned } from '../../form/layout.ts'

/** Character offsets into the text of the source as it is shown for review. */
export interface SourceSpan {
  readonly from: number
  readonly to: number
}

/** A cell as a file has it. */
export interface RawCell extends Spanned {
  readonly text: string
  readonly at?: SourceSpan
}

/**
 * What a file says, before anybody knows what it means: its paragraphs and its tables in order.
 * `spans` tells whether merged cells are known (HTML, Word) or were lost on the way (plain text),
 * in which case rows may be ragged.
 */
export type RawBlock =
  | { readonly type: 'text'; readonly text: string; readonly at?: SourceSpan }
  | {
      readonly type: 'grid'
      readonly rows: readonly (readonly RawCell[])[]
      readonly spans: 'kept' | 'lost'
      /** The number of each row in its sheet or file, counted from 1, where that is known. */
      readonly lines?: readonly number[]
    }
