import type { Channel } from '../../report/report.ts'
import { isRecord, jsonValue } from '../../report/json.ts'
import { kindsFor, type Period } from '../kinds.ts'
import type { FigureLine } from '../lines.ts'

/**
 * What a column of an export means. `skip`: nothing that is taken; `date`: a day, a month or a year;
 * `account`: the name of a platform; `label`: the name of a figure; `item`: the title of a work, one a
 * row, so that rows are counted; `source`, `collected`: where the figures of a row are from and of which
 * day; `this`, `last`: the figures of this year and of last; else what the column holds.
 */
export type Column =
  | 'skip'
  | 'date'
  | 'account'
  | 'label'
  | 'item'
  | 'source'
  | 'collected'
  | 'this'
  | 'last'
  | HeldColumn

/** What a column of figures holds: a figure by its key, or by its name; or the figures of a year. */
export type HeldColumn =
  | { readonly key: string; readonly period: Period }
  | { readonly name: string }
  | { readonly year: number }

/** Undefined for a column without figures. `year` is the year of the report. */
export function heldBy(column: Column, year: number): HeldColumn | undefined {
  if (typeof column !== 'string') return column
  if (column === 'this') return { year }
  return column === 'last' ? { year: year - 1 } : undefined
}

/** The columns of a figure that is kept under this key. */
export const figureColumn = (key: string, period: Period = 'year'): Column => ({ key, period })

/**
 * A column in one text: by it meanings are told apart and kept from one visit to the next. It is never
 * read back but by looking for the column that has it, and must not change: browsers hold it.
 */
export function columnText(column: Column): string {
  if (typeof column === 'string') return column
  if ('year' in column) return `in ${column.year}`
  return 'name' in column ? `line ${column.name}` : `${column.key} ${column.period}`
}

export const isSameColumn = (a: Column, b: Column): boolean => columnText(a) === columnText(b)

/** The columns without those that mean the same as an earlier one. */
export const distinctColumns = (columns: readonly Column[]): Column[] => [
  ...new Map(columns.map((column) => [columnText(column), column])).values()
]

/** The meanings that a column can be given, for a platform of this kind. */
export const columnChoices = (kind: Channel['kind']): readonly Column[] => [
  'skip',
  'date',
  'account',
  'label',
  'item',
  'source',
  'collected',
  'this',
  'last',
  ...kindsFor(kind)
    .filter(isShared)
    .map(({ key, period }) => figureColumn(key, period))
]

/** Whether the key alone says which figure it is: an office may have many of its own. */
const isShared = ({ key }: { readonly key: string }): boolean => key !== 'own' && key !== 'category'

/** The column that holds this figure. */
export const columnOf = ({
  key,
  period,
  name
}: Pick<FigureLine, 'key' | 'period' | 'name'>): Column =>
  isShared({ key }) ? figureColumn(key, period) : { name }

/** What columns mean, by their heads. */
export type KnownColumns = Readonly<Record<string, Column>>

/** Known columns as a text to be kept; `columnsKept` reads it. */
export const textOfColumns = (columns: KnownColumns): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(columns).map(([head, one]) => [head, columnText(one)]))
  )

/** What was kept, as far as it is a meaning that a column of such a platform can have. */
export function columnsKept(kind: Channel['kind'], text: string): KnownColumns {
  const value = jsonValue(text)
  const choices = new Map<unknown, Column>(
    columnChoices(kind).map((column) => [columnText(column), column])
  )
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).flatMap(([head, kept]) => {
      const column = choices.get(kept)
      return column === undefined ? [] : [[head, column] as const]
    })
  )
}
