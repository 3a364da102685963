import {
  decisionKinds,
  documentCounts,
  documentField,
  documentKinds,
  type DecisionKind,
  type DocumentCount,
  type DocumentKind
} from './disclosure.ts'
import {
  remedyField,
  remedyKinds,
  remedyOutcomes,
  type RemedyKind,
  type RemedyOutcome
} from './remedies.ts'
import {
  applicants,
  requestField,
  requestRows,
  type Applicant,
  type RequestRow
} from './requests.ts'
import type { FieldId } from './table.ts'

/**
 * What a field's name is made of. The files of the tables put names together; nobody takes them apart:
 * whoever wants the table, the row or the column of a field looks them up here.
 */
export type FieldParts =
  | { readonly table: 'disclosure'; readonly row: DocumentKind; readonly column: DocumentCount }
  | { readonly table: 'disclosure'; readonly row: DecisionKind; readonly column: 'decisions' }
  | { readonly table: 'disclosure'; readonly row: 'fees'; readonly column: 'amount' }
  | { readonly table: 'requests'; readonly row: RequestRow; readonly column: Applicant }
  | { readonly table: 'remedies'; readonly row: RemedyKind; readonly column: RemedyOutcome }

/** The fields that have such parts: all, or the compiler names the call of `partsOf` that is in doubt. */
type NameOf<P extends FieldParts> = P extends FieldParts
  ? `${P['table']}.${P['row']}.${P['column']}`
  : never

const known: ReadonlyMap<string, FieldParts> = new Map<NameOf<FieldParts>, FieldParts>([
  ...documentKinds.flatMap(({ id: row }) =>
    documentCounts.map(
      ({ id: column }) =>
        [documentField(row, column), { table: 'disclosure', row, column }] as const
    )
  ),
  ...decisionKinds.map(
    (row) =>
      [`disclosure.${row}.decisions`, { table: 'disclosure', row, column: 'decisions' }] as const
  ),
  ['disclosure.fees.amount', { table: 'disclosure', row: 'fees', column: 'amount' }],
  ...requestRows.flatMap(({ id: row }) =>
    applicants.map(
      ({ id: column }) => [requestField(row, column), { table: 'requests', row, column }] as const
    )
  ),
  ...remedyKinds.flatMap(({ id: row }) =>
    remedyOutcomes.map(
      ({ id: column }) => [remedyField(row, column), { table: 'remedies', row, column }] as const
    )
  )
])

/** The table, the row and the column of a field. */
export function partsOf(field: NameOf<FieldParts>): FieldParts {
  const parts = known.get(field)
  if (!parts) throw new RangeError(`no such field: ${field}`)
  return parts
}

/** A row by itself, with its table, as `requests.refused.safety`; in table 四 the group of five. */
export function rowNameOf(field: FieldId): string {
  const { table, row } = partsOf(field)
  return `${table}.${row}`
}

/** The name of a row of table 三. */
export const requestRowName = (row: RequestRow): string => rowNameOf(requestField(row, 'total'))

/** The column within its row, as `natural`. */
export const columnNameOf = (field: FieldId): FieldParts['column'] => partsOf(field).column
