import type { OriginalFinding } from '../../findings/original.ts'
import type { SourceSpan } from './raw.ts'
import type { FoundFigure } from '../figures/found-figure.ts'
import type { Report } from '../../report/report.ts'
import type { SectionId, TextKey } from '../../form/sections.ts'
import type { FieldId } from '../../form/table.ts'

/**
 * Why a cell is not simply read as it stands.
 * `ragged`: the row had fewer or more cells than the form has columns, this placement was chosen.
 * `deduced`: the cell was missing and follows from its row. `split`: its digits stood in two cells.
 * `merged`: one cell stood for several. `unbalanced`: the row does not add up as it was read.
 * `words`: no number. `approximate`: 约, 余. `change`: a sign, 增 or 减. `spaced`: digits in groups.
 * `unit`: the sum carried its own unit or the table counts in 元. `noUnit`: the source states none.
 * `otherUnit`: it states 亿元, 千元 or several. `head`: the columns stand in another order, the cell
 * was found by its head. `precision`, `fraction`, `range`,
 * as in NumberFault. `label`: the row was known by a label unlike the form's. `form2019`: taken from
 * the form of 2019, where it meant something else. `twice`: a second table said otherwise. `uncut`: the numbers of the row stood
 * together without separators and were cut where sums allow one way.
 */
export type Doubt =
  | 'ragged'
  | 'deduced'
  | 'split'
  | 'merged'
  | 'unbalanced'
  | 'words'
  | 'approximate'
  | 'change'
  | 'spaced'
  | 'unit'
  | 'noUnit'
  | 'otherUnit'
  | 'head'
  | 'precision'
  | 'fraction'
  | 'range'
  | 'label'
  | 'form2019'
  | 'twice'
  | 'uncut'

/** A statutory cell as it was read. */
export interface Reading {
  /** The characters of the source; empty where the cell was missing. */
  readonly raw: string
  /** A count, or money in 分; null where there is none or none could be settled. */
  readonly value: number | null
  readonly kind: 'number' | 'zero' | 'blank' | 'na' | 'text'
  readonly note?: string
  /**
   * `sure`: stands there. `likely`: the proposed value was chosen or deduced, `why` says how.
   * `doubt`: to be looked at; no value, or one that the source itself makes doubtful.
   */
  readonly confidence: 'sure' | 'likely' | 'doubt'
  readonly why?: Doubt
  readonly at?: SourceSpan
}

/** Something in the source that has no home in the report; shown, never dropped. */
export interface Leftover {
  readonly text: string
  readonly at?: SourceSpan
  /** The section it stood in. */
  readonly section?: SectionId
  /**
   * `before` the title, `after` the last section (navigation, imprint), `prose` inside a section
   * that is a table, `row` of a table that is none of the form's, `table` that is none of the
   * report's, `twice`: a second reading of a row, `form2019`: a figure the present form does not ask,
   * `second`: another report behind this one.
   */
  readonly reason: 'before' | 'after' | 'prose' | 'row' | 'table' | 'twice' | 'form2019' | 'second'
  /** The numbers of a row that is none of the form's, as they stand. */
  readonly cells?: readonly string[]
}

/** What a source was understood to say; nothing of it is written anywhere yet. */
export interface Patch {
  readonly form: '2021' | '2019'
  readonly unitName?: string
  readonly year?: number
  /** What else the year may be: the source names several and nothing settles it. */
  readonly years?: readonly number[]
  /** The title as it stands in the source. */
  readonly title?: string
  /** Only the cells that were found, blank ones among them. */
  readonly cells: Readonly<Partial<Record<FieldId, Reading>>>
  readonly text: Readonly<Record<TextKey, string>>
  /** Figures of platforms that the prose of 一 states; proposals, to be accepted one by one. */
  readonly figures: readonly FoundFigure[]
  readonly notes: Readonly<Partial<Record<FieldId, string>>>
  readonly settings: { readonly feeDecimals?: Report['settings']['feeDecimals'] }
  readonly leftovers: readonly Leftover[]
}

export interface Recognised {
  readonly patch: Patch
  readonly findings: readonly OriginalFinding[]
}
