import type { FieldId } from './table.ts'

/** The parts of a field's name, which is its table, its row and its column: the one place that knows. */

/** The row with its table, as `requests.refused.safety`; in table 四 the group of five. */
export const rowNameOf = (field: FieldId): string => field.slice(0, field.lastIndexOf('.'))

/** The column within its row, as `natural`. */
export const columnNameOf = (field: FieldId): string => field.slice(field.lastIndexOf('.') + 1)
