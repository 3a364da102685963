import { quoteOfCells, quoteToken } from '../prose/quotes.ts'
import type { FieldId } from '../form/table.ts'
import type { Report } from '../report/report.ts'

/** How sentences about numbers are put together: what is 0 is left out, what is blank is not told. */

/** The sum of cells; undefined where one of them is blank. */
export function cellSum({ cells }: Pick<Report, 'cells'>, fields: readonly FieldId[]) {
  const values = fields.map((field) => cells[field])
  return values.some((value) => value === null)
    ? undefined
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

/** The cells that a word stands over in the form. */
export interface NamedCells {
  readonly words: string
  readonly fields: readonly FieldId[]
}

/** 予以公开{{…}}件, where that is not 0 and all of it is filled in. */
export const amount = (report: Report, { words, fields }: NamedCells, unit = '件'): string[] =>
  cellSum(report, fields) ? [`${words}${quoteToken(quoteOfCells(fields))}${unit}`] : []

/** The parts of an amount that are not 0, 予以公开{{…}}件、部分公开{{…}}件. */
export const parts = (report: Report, all: readonly NamedCells[]): string =>
  all.flatMap((one) => amount(report, one)).join('、')
