import { fields } from './form.ts'
import type { FieldId } from './table.ts'

/** The numbers of the three tables: counts, money in 分; null where nothing is filled in. */
export type Cells = Readonly<Record<FieldId, number | null>>

/** All fields, none filled in. */
export const blankCells = (): Cells =>
  Object.fromEntries(fields.map((field) => [field, null])) as Record<FieldId, null>

/** One earlier year of the same unit, as far as the library knows it. */
export interface PastYear {
  readonly year: number
  readonly cells: Cells
}
