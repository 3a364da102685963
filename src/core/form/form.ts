import {
  isEntry,
  type Balance,
  type Entry,
  type FieldId,
  type TableDef,
  type TableId
} from './table.ts'
import { disclosure } from './disclosure.ts'
import { remedies, remedyBalances } from './remedies.ts'
import { requestBalances, requests } from './requests.ts'

/** A statutory form: its tables and every equation that their numbers must satisfy. */
export interface Form {
  readonly id: '2021'
  /** The order that decreed it. */
  readonly cite: string
  readonly tables: Readonly<Record<TableId, TableDef>>
  readonly balances: readonly Balance[]
}

/** The form in force for the reports of 2021 and later. */
export const form2021: Form = {
  id: '2021',
  cite: '国办公开办函〔2021〕30号',
  tables: { disclosure, requests, remedies },
  balances: [...requestBalances, ...remedyBalances]
}

/** Every number cell of a table, in reading order. */
export const entriesOf = (table: TableDef): Entry[] => table.rows.flat().filter(isEntry)

/** The 200 statutory fields in the order of the form; also the order of keys in the file. */
export const fields: readonly FieldId[] = Object.values(form2021.tables)
  .flatMap(entriesOf)
  .map(({ field }) => field)

const entries = new Map<FieldId, Entry>(
  Object.values(form2021.tables)
    .flatMap(entriesOf)
    .map((entry) => [entry.field, entry])
)

/** The cell of the form that takes this field. */
export function entryOf(field: FieldId): Entry {
  const entry = entries.get(field)
  if (!entry) throw new RangeError(`no such field: ${field}`)
  return entry
}

/** Whether a field holds money: stored in 分, written in 万元. */
export const isMoney = (field: FieldId): boolean => entryOf(field).unit === 'money'

export const isField = (text: string): text is FieldId => entries.has(text as FieldId)

export const tableOf = (field: FieldId): TableId => field.slice(0, field.indexOf('.')) as TableId

/** The balances in which a field takes part. */
export function balancesOf(field: FieldId): readonly Balance[] {
  return byField.get(field) ?? []
}

const byField = new Map<FieldId, Balance[]>()
for (const balance of form2021.balances) {
  for (const field of [...balance.left, ...balance.right]) {
    const list = byField.get(field)
    if (list) list.push(balance)
    else byField.set(field, [balance])
  }
}

/** The total cells, each with the balance that computes it; a total can have two. */
export const totals: ReadonlyMap<FieldId, readonly Balance[]> = new Map(
  [...byField]
    .map(([field, list]) => [field, list.filter(({ fills }) => fills === field)] as const)
    .filter(([, list]) => list.length > 0)
)
