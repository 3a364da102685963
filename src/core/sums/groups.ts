import { isField, isMoney } from '../form/form.ts'
import { remedyField, remedyOutcomes, type RemedyOutcome } from '../form/remedies.ts'
import {
  applicants,
  requestField,
  requestRows,
  rowsIn,
  type Applicant,
  type RequestGroup,
  type RequestRow
} from '../form/requests.ts'
import type { FieldId } from '../form/table.ts'

/**
 * Sums that the form has no cell for but a label: （三）不予公开 stands over eight rows of table 三,
 * 法人或其他组织 over five columns, 行政诉讼 over two groups of table 四. Their names are like those of
 * cells, `requests.refused.total`, and as stable: files quote them.
 */
export type GroupId =
  | `requests.${RequestGroup}.${Applicant | 'organisations'}`
  | `requests.${RequestRow}.organisations`
  | `remedies.litigation.${RemedyOutcome}`

/** The cells under such a label, with its words where they are not those of the cells. */
export interface CellGroup {
  readonly id: GroupId
  readonly row?: string
  readonly column?: string
  readonly cells: readonly FieldId[]
}

const rowGroups = [
  { id: 'refused', text: '不予公开' },
  { id: 'unavailable', text: '无法提供' },
  { id: 'declined', text: '不予处理' },
  { id: 'other', text: '其他处理' }
] as const satisfies readonly { id: RequestGroup; text: string }[]
const organisations = '法人或其他组织'
const ofOrganisations = applicants
  .map(({ id }) => id)
  .filter((id) => id !== 'natural' && id !== 'total')

const across = (rows: readonly RequestRow[], columns: readonly Applicant[]): FieldId[] =>
  rows.flatMap((row) => columns.map((column) => requestField(row, column)))

/** All of them, in the order of the form. */
export const cellGroups: readonly CellGroup[] = [
  ...requestRows.map(({ id }): CellGroup => ({
    id: `requests.${id}.organisations`,
    column: organisations,
    cells: across([id], ofOrganisations)
  })),
  ...rowGroups.flatMap(({ id, text: row }): CellGroup[] => [
    ...applicants.map((applicant): CellGroup => ({
      id: `requests.${id}.${applicant.id}`,
      row,
      cells: across(rowsIn(id), [applicant.id])
    })),
    {
      id: `requests.${id}.organisations`,
      row,
      column: organisations,
      cells: across(rowsIn(id), ofOrganisations)
    }
  ]),
  ...remedyOutcomes.map(({ id }): CellGroup => ({
    id: `remedies.litigation.${id}`,
    row: '行政诉讼',
    cells: [remedyField('direct', id), remedyField('afterReview', id)]
  }))
]

const byId: ReadonlyMap<string, CellGroup> = new Map(cellGroups.map((group) => [group.id, group]))
const keyOf = (cells: readonly FieldId[]): string => [...cells].sort().join()
const byCells: ReadonlyMap<string, CellGroup> = new Map(
  cellGroups.map((group) => [keyOf(group.cells), group])
)

/** Cells and groups of cells, added up; all of them money, or none. */
export type CellSum = readonly (FieldId | GroupId)[]

/** The sum that a text names: names of cells and groups with `+` between them. */
export function cellSumNamed(text: string): CellSum | undefined {
  const sum = text.split('+').flatMap((name) => {
    const known = isField(name) ? name : byId.get(name)?.id
    return known ? [known] : []
  })
  const money = cellsIn(sum).map(isMoney)
  const alike = money.every((one) => one === money[0])
  return sum.length > 0 && sum.join('+') === text && alike ? sum : undefined
}

/** The cells that a sum adds up. */
export const cellsIn = (sum: CellSum): readonly FieldId[] =>
  sum.flatMap((name) => (isField(name) ? [name] : (byId.get(name)?.cells ?? [])))

/** The group of a name. */
export const groupNamed = (id: GroupId): CellGroup | undefined => byId.get(id)

/** The sum of these cells: their group, where the form has a label for it. */
export function cellSumOf(cells: readonly FieldId[]): CellSum {
  const group = byCells.get(keyOf(cells))
  return group ? [group.id] : cells
}
