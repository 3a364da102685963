import type { SectionId, TextKey } from '../../form/sections.ts'
import type { FieldId } from '../../form/table.ts'
import type { SourceSpan } from '../source/raw.ts'

/** What of a report a document says otherwise, and what becomes of the report if that is taken. */
export type WordDifference = Said &
  (
    | {
        readonly kind: 'cell'
        readonly field: FieldId
        /** Absent where the document has words in the cell: they cannot be taken. */
        readonly reading?: CellSaid
      }
    /** Rows of a table, or all of it, that the document does not have: taken, they are blank. */
    | { readonly kind: 'absent'; readonly fields: readonly FieldId[] }
    | (TextChanged & { readonly kind: 'text' })
    | { readonly kind: 'unit' }
    | { readonly kind: 'year'; readonly year: number }
    /** The day below the title or at the end, as `2026-01-23`. */
    | { readonly kind: 'signedOn'; readonly day: string }
    | { readonly kind: 'chartTitle'; readonly id: string; readonly title: string }
    /** What no report has words of its own for: statutory words, figures that a chart shows. */
    | { readonly kind: 'fixed'; readonly of: Fixed }
    /** Words where a report has none; taken, they go to the end of a section. */
    | { readonly kind: 'stray'; readonly home: TextKey }
  )

/** What both sides say in print, empty where one has nothing there. */
interface Said {
  readonly mine: string
  readonly theirs: string
  /** Where the document says it. */
  readonly at?: SourceSpan
}

/** A number of a table with the note behind it. */
export interface CellSaid {
  readonly value: number | null
  readonly note: string
}

/** A stretch of a section as it is written, and what is written there instead. */
export interface TextChanged {
  readonly section: TextKey
  readonly from: number
  readonly to: number
  readonly by: string
  /** Quotes that stay quotes, and those whose place has other words now. */
  readonly kept: number
  readonly lost: number
}

/** What cannot be taken: the title, the heading of a section, a label of a table, a signature … */
export type Fixed = 'title' | 'signature' | 'chart' | SectionId

/** Whether the report can take what the document says. */
export const isTakable = (difference: WordDifference): boolean =>
  difference.kind === 'cell' ? difference.reading !== undefined : difference.kind !== 'fixed'

/**
 * A text as it is compared: without white space and signs that have no shape, which programs drop or
 * change as they save. Full and half width are told apart.
 */
export const comparable = (text: string): string =>
  text.replace(/[\s\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, '')
