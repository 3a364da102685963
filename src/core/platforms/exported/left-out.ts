import { looksNumeric, type FigureTable } from './columns.ts'
import type { Column } from './column.ts'
import { readFigure } from '../figure.ts'
import { tidy } from './intake-sums.ts'

/** Rows of an export that say once more what other rows say, so that counting both would double it. */

type Row = FigureTable['rows'][number]

/** `total`: a line of totals; `part`: a share of a day whose row for all of it stands there too. */
export interface Repeated {
  /** What the row calls itself: 汇总, 朋友圈. */
  readonly name: string
  readonly why: 'total' | 'part'
}

/** Under or above a table, and between its parts. */
const totalName =
  /^(?:[本全今去上]?[年月季周日]度?|\d{1,2}月|20\d\d年)?(?:合计|总计|总和|小计|汇总|累计|共计|平均值?|均值)[:：]?(?:[（(].*[）)])?$|^全年(?:数据?)?$/
/** A share of a day's rows that is all of them. */
const wholeName = /^(?:全部|整体|总体|所有|全网)/
/** Of these a table has several, each of other rows. */
const groupName = /小计|月|季|周|日|均/

/** Rows of one name that repeat what others say and were not counted. */
export interface LeftOut extends Repeated {
  /** The first of them, and how many there are. */
  readonly at: number
  readonly rows: number
  /** Where a line of totals says another number than its rows come to. */
  readonly differs: readonly {
    readonly column: string
    readonly said: number
    readonly sum: number
  }[]
}

/** The rows of the table that repeat others. */
export function repeatedRows(
  { rows }: FigureTable,
  columns: readonly Column[]
): ReadonlyMap<Row, Repeated> {
  const found = new Map<Row, Repeated>()
  const places = (...wanted: Column[]) =>
    columns.flatMap((column, i) => (wanted.includes(column) ? [i] : []))
  const names = places('date', 'account', 'label')
  const dates = places('date')
  for (const row of rows) {
    const { cells } = row
    const undated = dates.every((i) => !cells[i])
    const first = undated ? cells.find(Boolean) : undefined
    const name = [...names.map((i) => cells[i]), first].find((cell) => cell && totalName.test(cell))
    if (name) found.set(row, { name, why: 'total' })
  }
  for (const shares of places('skip')) {
    const whole = (row: Row) => wholeName.test(row.cells[shares] ?? '')
    if (!rows.some(whole)) continue
    const dayOf = ({ cells }: Row) => names.map((i) => cells[i] ?? '').join('\u001f')
    const days = new Set(rows.filter(whole).map(dayOf))
    for (const row of rows) {
      const name = row.cells[shares] ?? ''
      if (!name || looksNumeric(name) || whole(row) || found.has(row)) continue
      if (days.has(dayOf(row))) found.set(row, { name, why: 'part' })
    }
  }
  return found
}

/** Whether the figures of a column add up to one of the year. */
const adds = (column: Column): boolean =>
  typeof column !== 'string' && 'period' in column && column.period === 'year'

/** Whether a line of totals is meant to be the sum of all rows of its table. */
const isGrand = ({ name, why }: Repeated): boolean => why === 'total' && !groupName.test(name)

/**
 * The rows that were not counted, by their names, and where a line of totals says something else
 * than `sums`, which all other rows of each column come to.
 */
export function leftOut(
  { head }: FigureTable,
  columns: readonly Column[],
  repeated: ReadonlyMap<Row, Repeated>,
  sums: readonly number[]
): LeftOut[] {
  const found = new Map<string, LeftOut>()
  const grand = [...repeated.values()].filter(isGrand).length === 1
  for (const [{ at, cells }, own] of repeated) {
    const id = `${own.why} ${own.name}`
    const before = found.get(id)
    const differs = columns.flatMap((column, i) => {
      const said = readFigure(cells[i] ?? '')
      const sum = tidy(sums[i] ?? 0)
      if (!grand || !isGrand(own) || !adds(column) || said.kind !== 'figure') return []
      return said.value === sum || said.qualifier
        ? []
        : [{ column: head[i] ?? '', said: said.value, sum }]
    })
    found.set(id, { ...own, differs, at: before?.at ?? at, rows: (before?.rows ?? 0) + 1 })
  }
  return [...found.values()]
}
