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
interface Decree {
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
  /** The total cells, each with the balances that compute it; a total can have two. */
  readonly totals: ReadonlyMap<FieldId, readonly Balance[]>
  /** The balances in which a field takes part. */
  readonly balancesOf: (field: FieldId) => readonly Balance[]
  /** The cell that takes this field. */
  readonly entryOf: (field: FieldId) => Entry
}

/** Every number cell of a table, in reading order. */
export const entriesOf = (table: TableDef): Entry[] => table.rows.flat().filter(isEntry)

function formBy(decree: Decree): Form {
  const entries = new Map(
    Object.values(decree.tables)
      .flatMap(entriesOf)
      .map((entry) => [entry.field, entry])
  )
  const fields = [...entries.keys()]
  const balancesOf = new Map(
    fields.map((field) => [
      field,
      decree.balances.filter(({ left, right }) => left.includes(field) || right.includes(field))
    ])
  )
  return {
    ...decree,
    fields,
    totals: new Map(
      [...balancesOf]
        .map(([field, list]) => [field, list.filter(({ fills }) => fills === field)] as const)
        .filter(([, list]) => list.length > 0)
    ),
    balancesOf: (field) => balancesOf.get(field) ?? [],
    entryOf: (field) => {
      const entry = entries.get(field)
      if (!entry) throw new RangeError(`no such field: ${field}`)
      return entry
    }
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

export const isField = (text: string): text is FieldId => known.has(text)

export const tableOf = (field: FieldId): TableId => partsOf(field).table

/** Whether a field holds money: stored in 分, written in 万元. */
export const isMoney = (field: FieldId): boolean => money.has(field)
const money: ReadonlySet<FieldId> = new Set(
  Object.values(forms)
    .flatMap(({ tables }) => Object.values(tables).flatMap(entriesOf))
    .flatMap(({ field, unit }) => (unit === 'money' ? [field] : []))
)

/** A cell by its field alone, as the form in force has it: for names where no report is at hand. */
export const { entryOf, totals } = formInForce
