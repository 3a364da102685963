import type { OwnWord } from '../../findings/own-words.ts'
import type { RawBlock } from '../../intake/source/raw.ts'
import type { Channel, Chart, Metric, Report, Unit } from '../../report/report.ts'
import type { TextKey } from '../../form/sections.ts'
import type { FieldId } from '../../form/table.ts'

/** What is different from a report without findings, and in Chinese what it shows. */
export interface Example {
  readonly note: string
  readonly cells?: Readonly<Partial<Record<FieldId, number | null>>>
  readonly text?: Readonly<Partial<Record<TextKey, string>>>
  readonly unit?: Partial<Unit>
  readonly settings?: Partial<Report['settings']>
  readonly channels?: readonly Channel[]
  readonly metrics?: readonly Metric[]
  readonly charts?: readonly Chart[]
  /** Last year's report is known, and in this differs from what led to this year's figures. */
  readonly last?: {
    readonly cells?: Readonly<Partial<Record<FieldId, number | null>>>
    readonly text?: Readonly<Partial<Record<TextKey, string>>>
    readonly final?: boolean
  }
  /** The years before are known, and in these cells have these values; the last is last year's. */
  readonly history?: Readonly<Partial<Record<FieldId, readonly number[]>>>
  /** The report was read from this; its numbers are in the tables, what was noticed is kept. */
  readonly original?: readonly RawBlock[]
  /** The day it was published. */
  readonly published?: string
  /** The day of checking. */
  readonly today?: string
  /** What stands typed in these cells, and is not in the report where it is no number. */
  readonly typed?: Readonly<Partial<Record<FieldId, string>>>
  /** The office's own list of words. */
  readonly own?: readonly OwnWord[]
}

export interface Examples {
  readonly pass: readonly Example[]
  readonly fail: readonly Example[]
}

/** A paragraph of an original. */
export const line = (text: string): RawBlock => ({ type: 'text', text })

/** A table of an original, row by row. */
export const table = (...rows: readonly (readonly string[])[]): RawBlock => ({
  type: 'grid',
  rows: rows.map((row) => row.map((text) => ({ text }))),
  spans: 'lost'
})
