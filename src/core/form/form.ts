import {
  isEntry,
  type Balance,
  type Carried,
  type Entry,
  type FieldId,
  type TableDef,
  type TableId
} from './table.ts'
import { disclosure } from './disclosure.ts'
import { partsOf } from './field-name.ts'
import { remedies, remedyBalances } from './remedies.ts'
import { requestBalances, requestCarried, requests } from './requests.ts'

/** The statutory forms, and the names of the numbers that they ask. */

/** What the order that decrees a form says of it; all else follows. */
export interface Decree {
  readonly id: '2021'
  /** The order that decreed it. */
  readonly cite: string
  readonly tables: Readonly<Record<TableId, TableDef>>
  /** Every equation that the numbers must satisfy. */
  readonly balances: readonly Balance[]
  /** The numbers of a year that the next year's report states again. */
  readonly carried: readonly Carried[]
}

/** A statutory form: its tables, its equations, and what is looked up in them. */
export interface Form extends Decree {
  /** The fields that it asks, in reading order; also the order of keys in the file. */
  readonly fields: readonly FieldId[]
  /** Those of one table. */
  readonly fieldsOf: (table: TableId) => readonly FieldId[]
  /** The total cells, each with the balances that compute it; a total can have two. */
  readonly totals: ReadonlyMap<FieldId, readonly Balance[]>
  /** The balances that compute a total, each after those that compute one of its parts. */
  readonly filling: readonly Balance[]
  /** The balances in which a field takes part. */
  readonly balancesOf: (field: FieldId) => readonly Balance[]
  /** A balance by its id. */
  readonly balanceOf: (id: string) => Balance | undefined
  /** The cell that takes this field. */
  readonly entryOf: (field: FieldId) => Entry
  /** Where it stands in a table whose columns are checked; undefined in others. */
  readonly placeOf: (field: FieldId) => CellPlace | undefined
}

/** The row and the column of a number among the numbers of its table, counted from 0. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** Every number cell of a table, in reading order. */
export const entriesOf = (table: TableDef): Entry[] => table.rows.flat().filter(isEntry)

const namesIn = (table: TableDef): FieldId[] => entriesOf(table).map(({ field }) => field)

/** The form that an order decrees. */
export function formBy(decree: Decree): Form {
  const entries = new Map(
    Object.values(decree.tables)
      .flatMap(entriesOf)
      .map((entry) => [entry.field, entry])
  )
  const fields = [...entries.keys()]
  const byTable = {
    disclosure: namesIn(decree.tables.disclosure),
    requests: namesIn(decree.tables.requests),
    remedies: namesIn(decree.tables.remedies)
  }
  const balancesOf = new Map(
    fields.map((field) => [
      field,
      decree.balances.filter(({ left, right }) => left.includes(field) || right.includes(field))
    ])
  )
  const balanceOf = new Map(decree.balances.map((balance) => [balance.id, balance]))
  const totals = new Map(
    [...balancesOf]
      .map(([field, list]) => [field, list.filter(({ fills }) => fills === field)] as const)
      .filter(([, list]) => list.length > 0)
  )
  const places = new Map(
    Object.values(decree.tables)
      .flatMap(({ columns = [] }) => columns)
      .flatMap(({ fields }, column) =>
        fields.map((field, row) => [field, { row, column }] as const)
      )
  )
  /** How many steps the parts of a balance are away from what people type. */
  const depth = ({ left }: Balance): number =>
    Math.max(...left.flatMap((part) => [0, ...(totals.get(part) ?? []).map((b) => 1 + depth(b))]))
  return {
    ...decree,
    fields,
    fieldsOf: (table) => byTable[table],
    totals,
    filling: decree.balances.filter(({ fills }) => fills).sort((a, b) => depth(a) - depth(b)),
    balancesOf: (field) => balancesOf.get(field) ?? [],
    balanceOf: (id) => balanceOf.get(id),
    entryOf: (field) => {
      const entry = entries.get(field)
      if (!entry) throw new RangeError(`no such field: ${field}`)
      return entry
    },
    placeOf: (field) => places.get(field)
  }
}

/** The form in force for the reports of 2021 and later. */
export const form2021: Form = formBy({
  id: '2021',
  cite: '国办公开办函〔2021〕30号',
  tables: { disclosure, requests, remedies },
  balances: [...requestBalances, ...remedyBalances],
  carried: requestCarried
})

/** Every form that a report can be written in, by the `form` of the report. */
const forms: Readonly<Record<Form['id'], Form>> = { '2021': form2021 }

/** The form that a report is written in. */
export const formOf = (report: { readonly form: Form['id'] }): Form => forms[report.form]

/** The form that new reports are written in, and into which what was read is brought. */
export const formInForce: Form = forms['2021']

/**
 * What every form calls a number by, and what is the same in all: a field that two forms have has
 * one meaning and one unit. In the order in which the forms name them.
 */
export const fields: readonly FieldId[] = [
  ...new Set(Object.values(forms).flatMap((form) => form.fields))
]
const known: ReadonlySet<string> = new Set(fields)

/** Whether a text is the name of a number that some form asks. */
export const isField = (text: string): text is FieldId => known.has(text)

/** The table that a number stands in. */
export const tableOf = (field: FieldId): TableId => partsOf(field).table

/** Whether a field holds money: stored in 分, written in 万元. */
export const isMoney = (field: FieldId): boolean => money.has(field)
const money: ReadonlySet<FieldId> = new Set(
  Object.values(forms)
    .flatMap(({ tables }) => Object.values(tables).flatMap(entriesOf))
    .flatMap(({ field, unit }) => (unit === 'money' ? [field] : []))
)
